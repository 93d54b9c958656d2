"""The desk of the Settings page: what is chosen there, to the coach; what holds, to the page."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from habitcoach import __version__
from habitcoach.app.editing import Editing
from habitcoach.app.file_asking import ask_to_open
from habitcoach.app.looking_over import look_over
from habitcoach.app.parts import Parts
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.app.trying import Trying
from habitcoach.coaching.days_off import DaysOff
from habitcoach.coaching.quick_key import QUICK_KEY
from habitcoach.coaching.settings_view import settings_view
from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedRoster
from habitcoach.core.roster import Roster
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.desktop.autostart import autostart_for
from habitcoach.interchange.roster_file import read_roster_file
from habitcoach.storage.backups import backups
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr
from habitcoach.texts.roster_import import understood_lines
from habitcoach.texts.troubles import said
from habitcoach.ui.format import date_text
from habitcoach.ui.page_name import PageName
from habitcoach.ui.settings.days_off_dialog import DaysOffDialog
from habitcoach.ui.settings.facts import Facts
from habitcoach.ui.settings.shift_times_dialog import ShiftTimesDialog
from habitcoach.ui.settings.shifts import days_off_text
from habitcoach.ui.widgets.question import Question, QuestionWords


class SettingsDesk(QObject):
    """Keeps what is chosen, and shows what holds."""

    page = PageName.SETTINGS

    def __init__(self, parts: Parts, trying: Trying, editing: Editing, shifts: ShiftDesk) -> None:
        super().__init__(parts.window)
        self._home = parts.home
        self._clock = parts.clock
        self._environment = parts.environment
        self._autostart = autostart_for(parts.environment, parts.home.unusual(parts.environment))
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._background = parts.background
        self._window = parts.window
        self._look = parts.look
        self._preferring = parts.preferring
        self._tray = parts.tray
        self._trying = trying
        self._editing = editing
        self._shifts = shifts
        self._page = parts.window.settings_page
        self._asked = 0  #: how many readings of the facts were asked for, or made old by a choice
        self._connect()
        # What is chosen is obeyed at once.
        parts.coach.settings.listen(lambda _: parts.preferring.apply(parts.card, parts.tray))

    def _connect(self) -> None:
        page, run = self._page, self._attempts.run
        page.chosen.connect(self._choose)
        self._shifts.add(page.shifts.chooser)
        page.shifts.pattern_changed.connect(self._change_pattern)
        page.shifts.import_wanted.connect(self._ask_for_planner)
        page.shifts.times_wanted.connect(lambda: run(self._edit_shifts))
        page.shifts.day_off_wanted.connect(lambda: run(self._ask_for_days_off))
        page.shifts.day_off_removed.connect(self._work_again)
        page.cues.autostart.connect(self._start_at_sign_in)
        page.cues.test_cue.connect(self._trying.send_test)
        page.cues.hear.connect(self._hear)
        page.about.examine.connect(self._examine)
        page.data.show_folder.connect(self._show_folder)

    def refresh(self) -> None:
        """Read and show everything on the page."""
        self._page.show_view(settings_view(self._coach.agenda(), self._coach.settings))
        self._shifts.refresh()
        tray, asked = self._tray.available, self._ask_anew()
        self._background.do(lambda: self._read_facts(tray=tray), partial(self._show_facts, asked))

    def _ask_anew(self) -> int:
        self._asked += 1
        return self._asked

    def _show_facts(self, asked: int, facts: Facts) -> None:
        # What was read before the agent's last choice would turn it back under the hand.
        if asked == self._asked:
            self._page.show_facts(facts)

    # ---- settings

    def _choose(self, name: str, value: str) -> None:
        def act() -> None:
            if name == QUICK_KEY:
                self._page.cues.show_key_words("")
            try:
                self._coach.settings.choose(name, value)
            except InputError as error:
                # The other controls offer nothing that could be refused.
                named = InputError(tr("Quick bar key"), error.code, **error.params)
                self._page.cues.show_key_words(error_sentence(named))
            self.refresh()

        self._attempts.keep(act)

    def _start_at_sign_in(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        place = self._autostart
        self._ask_anew()
        self._background.do(place.enable if on else place.disable, lambda _: self.refresh(), self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._window.show_notice(said(error))
        self.refresh()

    def _hear(self) -> None:
        if not self._preferring.let_hear():
            self._window.show_notice(tr("Nothing here can play a sound. Cues come without one."))

    # ---- shifts

    def _change_pattern(self, pattern: WeekPattern) -> None:
        self._set_roster(lambda: pattern.roster(self._coach.agenda().today))

    def _edit_shifts(self) -> None:
        agenda = self._coach.agenda()
        roster = agenda.calendar.roster_on(agenda.today)
        dialog = ShiftTimesDialog(self._look, self._window, roster, agenda.today)
        dialog.accepted.connect(lambda: self._take_shifts(dialog.roster, agenda.today))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_shifts(self, roster: Roster, today: date) -> None:
        self._set_roster(lambda: roster)
        if roster.from_date > today:
            held = tr("The new shift times hold from {day}.", day=date_text(roster.from_date))
            self._window.show_notice(held)

    def _set_roster(self, made: Callable[[], Roster]) -> None:
        def act() -> None:
            self._coach.duty.set_roster(made())
            self.refresh()

        self._attempts.keep(act)

    def _ask_for_planner(self) -> None:
        ask_to_open(self._window, tr("Open the planner’s file"), [tr("Calendars (*.ics)")], self.read_planner)

    def read_planner(self, path: Path) -> None:
        """Read a planner's file, and ask before living by it."""

        def read() -> None:
            zone, today = self._clock.zone(), self._coach.agenda().today
            self._background.do(
                lambda: read_roster_file(path, zone, today),
                lambda found: self._attempts.run(lambda: self._ask_to_import(found)),
                lambda error: self._window.show_notice(said(error)),
            )

        self._attempts.run(read)

    def _ask_to_import(self, found: ImportedRoster) -> None:
        plan = self._coach.duty.understand(found)
        lines = understood_lines(plan)
        if plan.changes_nothing:
            self._window.show_notice(tr("Your shifts say this already, so there is nothing to change."))
            return

        def act() -> None:
            self._coach.duty.import_shifts(found)
            self.refresh()

        words = QuestionWords(tr("Take these shifts?"), "\n".join(lines), tr("Cancel"), tr("Take them"))
        Question(self._look, self._window, words).ask(lambda: self._attempts.keep(act))

    # ---- days off

    def _ask_for_days_off(self) -> None:
        dialog = DaysOffDialog(self._look, self._window, self._coach.agenda().today)
        dialog.accepted.connect(lambda: self._take_off(dialog.days_off))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_off(self, off: DaysOff) -> None:
        duty = self._coach.duty

        def act() -> None:
            duty.take_off(off.days, off.reason)
            words = tr("Off: {days}", days=days_off_text(off))
            self._editing.offer(words, lambda: duty.work_again(off.days))

        self._attempts.keep(act)

    def _work_again(self, off: DaysOff) -> None:
        duty = self._coach.duty

        def act() -> None:
            duty.work_again(off.days)
            words = tr("Not off any more: {days}", days=days_off_text(off))
            self._editing.offer(words, lambda: duty.take_off(off.days, off.reason))

        self._attempts.keep(act)

    # ---- the file and the desktop

    def _read_facts(self, *, tray: bool) -> Facts:
        home = self._home
        size = sum(one.stat().st_size for one in (home.database, home.write_ahead_log) if one.exists())
        found = backups(home.database)
        return Facts(
            str(home.database),
            size,
            found[0].day if found else None,
            self._autostart.enabled(),
            tray,
            __version__,
        )

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.folder)))

    def _examine(self) -> None:
        self._page.about.show_examining()
        self._background.do(
            lambda: look_over(self._home, self._environment),
            self._page.about.show_found,
            lambda error: self._page.about.show_failed(said(error)),
        )
