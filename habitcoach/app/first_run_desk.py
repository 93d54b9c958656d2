"""The first run on the desk: what the agent says in its window, to the coach; and files that are brought."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from habitcoach.app.file_asking import ask_to_open
from habitcoach.app.intents import Intents
from habitcoach.app.own_file import bring_back
from habitcoach.app.parts import Parts
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.deliveries import SURFACE
from habitcoach.coaching.preferences import CHANNELS
from habitcoach.coaching.quick_key import QUICK_KEY
from habitcoach.coaching.roster_import import RosterImport
from habitcoach.coaching.setting_values import OFF
from habitcoach.coaching.shift_choices import named
from habitcoach.core.entry import Source
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Draft
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.desktop.notification_settings import notification_settings
from habitcoach.interchange.roster_file import read_roster_file
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.first_run import first_cue_draft, starting_shifts, taken_in_line
from habitcoach.texts.language import tr
from habitcoach.texts.roster_import import understood_lines
from habitcoach.texts.troubles import said
from habitcoach.ui.first_run.cue_step import Desktop
from habitcoach.ui.first_run.first_run_window import FirstRunWindow


class FirstRunDesk(QObject):
    """Stands in for the main window in a home without habits, until the agent is through or closes it."""

    key_listening = Signal(bool)  #: a key for the quick bar is being chosen, or not any more

    def __init__(self, parts: Parts, intents: Intents, show_cue: Callable[[int], None]) -> None:
        """Take what shows a delivery on the agent's surfaces."""
        super().__init__(parts.window)
        self._parts = parts
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._background = parts.background
        self._window = parts.window
        self._templates = parts.templates
        self._intents = intents
        self._show_cue = show_cue
        self._shown: FirstRunWindow | None = None

    @property
    def window(self) -> FirstRunWindow | None:
        """The window while the first run lasts."""
        return self._shown

    def begin(self) -> None:
        """Put its window in the main one's place where it is wanted; nothing is shown yet."""
        first_run = self._coach.first_run
        if first_run.is_left_over:
            self._attempts.keep(lambda: first_run.finish(self._draft))
        elif first_run.is_wanted:
            self._shown = self._make()
            self._shown.setWindowTitle(self._window.windowTitle())
            self._window.stand_in(self._shown)
            self.refresh()

    def refresh(self) -> None:
        """Show what was said so far, if the window is there."""
        if self._shown is None:
            return
        offered = [named(name, pattern) for name, pattern in self._shifts().items()]
        here = Desktop(self._parts.tray.available, settings=self._settings() is not None)
        self._shown.show_view(self._coach.first_run.view(), offered, here)
        key = self._coach.settings.value(QUICK_KEY)
        self._shown.cue.key.show_key("" if key == OFF else key)

    def stop(self) -> None:
        """Take the window away as it is; at the next start it is at the same place."""
        if self._shown is not None:
            self._window.stand_in(None)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def _make(self) -> FirstRunWindow:
        plan, parts = first_cue_draft().plan, self._parts
        shown = FirstRunWindow(parts.look, parts.templates, plan, cards=parts.uncalled)
        first_run, settings = self._coach.first_run, self._coach.settings
        shown.step_wanted.connect(lambda step: self._keep(lambda: first_run.go_to(step)))
        shown.write_own.connect(self._window.new_habit)
        shown.ended.connect(self._end)
        shifts = shown.shifts
        shifts.channels_chosen.connect(lambda text: self._keep(lambda: settings.choose(CHANNELS, text)))
        shifts.shift_chosen.connect(self._work_today)
        shifts.hours_typed.connect(self._work_hours)
        shifts.rotating.connect(self._rotate)
        shifts.pattern_changed.connect(self._change)
        shifts.planner_wanted.connect(self._ask_for_planner)
        shifts.file_wanted.connect(self._ask_for_file)
        shown.starters.picked.connect(self._pick)
        cue = shown.cue
        cue.surface_chosen.connect(lambda text: self._keep(lambda: settings.choose(SURFACE, text)))
        cue.cue_wanted.connect(lambda: self._attempts.run(self._send))
        cue.answered.connect(self._done)
        cue.settings_wanted.connect(self._open_settings)
        cue.key_chosen.connect(self._choose_key)
        cue.key_listening.connect(self.key_listening)
        return shown

    def _keep(self, action: Callable[[], object]) -> None:
        """Have something kept, and show it as it is kept."""

        def act() -> None:
            action()
            self.refresh()

        self._attempts.keep(act)

    # ---- shifts

    def _shifts(self) -> Mapping[str, ShiftPattern]:
        return self._coach.first_shifts.shifts(starting_shifts())

    def _work_today(self, name: str) -> None:
        self._keep(lambda: self._coach.first_shifts.work_today(self._shifts(), name))

    def _work_hours(self, start: time, end: time) -> None:
        own = {"": ShiftPattern(start, end)}
        self._keep(lambda: self._coach.first_shifts.work_today({**self._shifts(), **own}, ""))

    def _rotate(self, rotates: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._keep(lambda: self._coach.first_shifts.rotate(self._shifts(), rotates=rotates))

    def _change(self, pattern: WeekPattern) -> None:
        self._keep(lambda: self._coach.first_shifts.change(pattern))

    # ---- habits

    def _pick(self, template_id: str, picked: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._keep(lambda: self._coach.first_run.pick(template_id, picked=picked))

    def _draft(self, template_id: str) -> Draft | None:
        return next((one.draft for one in self._templates if one.id == template_id), None)

    # ---- the first cue

    def _send(self) -> None:
        self._show_cue(self._coach.first_run.send_cue(first_cue_draft()))
        self.refresh()

    def _done(self) -> None:
        cue = self._coach.first_run.view().cue
        if cue is not None and cue.waits:
            self._intents.done(cue.habit_id, cue.slot, Source.WINDOW)

    def _settings(self) -> Sequence[str] | None:
        return notification_settings(self._parts.environment)

    def _open_settings(self) -> None:
        words = self._settings()
        if words is not None:
            QProcess.startDetached(words[0], list(words[1:]))

    def _choose_key(self, text: str) -> None:
        def choose() -> None:
            fault = ""
            try:
                self._coach.settings.choose(QUICK_KEY, text)
            except InputError as error:
                fault = error_sentence(error)
            if self._shown is not None:
                self._shown.cue.key.say(fault)
            self.refresh()

        self._attempts.keep(choose)

    # ---- files

    def _ask_for_planner(self) -> None:
        ask_to_open(self._shown, tr("Open the planner’s file"), [tr("Calendars (*.ics)")], self.read_planner)

    def _ask_for_file(self) -> None:
        kinds = [tr("HabitCoach files (*.json *.db)")]
        ask_to_open(self._shown, tr("Open a HabitCoach export or backup"), kinds, self.read_own)

    def read_planner(self, path: Path) -> None:
        """Live by a planner's file, and say what was understood of it."""
        zone, today = self._parts.clock.zone(), self._coach.agenda().today
        self._background.do(
            lambda: read_roster_file(path, zone, today),
            lambda found: self._keep(lambda: self._say(self._coach.first_shifts.take_in(found))),
            self._say_fault,
        )

    def read_own(self, path: Path) -> None:
        """Bring back what an export or a backup holds; then the first run is over."""
        clock, database = self._parts.clock, self._parts.home.database
        today = self._coach.agenda().today
        self._background.do(
            lambda: bring_back(database, path, clock, today), lambda _: self._brought(), self._say_fault
        )

    def _brought(self) -> None:
        def tell() -> None:
            self._coach.announcer.announce(Changed())
            self._window.show_notice(taken_in_line(len(self._coach.habits.all())))
            if self._shown is not None:
                self._shown.accept()

        self._attempts.keep(tell)

    def _say(self, plan: RosterImport) -> None:
        if self._shown is not None:
            self._shown.shifts.say(" ".join(understood_lines(plan)))

    def _say_fault(self, error: Exception) -> None:
        if self._shown is not None:
            self._shown.shifts.say(said(error))

    # ---- the end

    def _end(self) -> None:
        shown, self._shown = self._shown, None
        if shown is None:
            return
        self._window.stand_in(None)
        shown.deleteLater()
        self._attempts.keep(lambda: self._coach.first_run.finish(self._draft))
        self._window.bring_up()
