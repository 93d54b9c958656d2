"""The tray desk: what the tray's icon, menu and panel do, and what they show."""

from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QRect

from habitcoach.app.answering import Answering
from habitcoach.app.cues_desk import CuesDesk
from habitcoach.app.intents import Intents, habit_of
from habitcoach.app.parts import Parts
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.promise_holds import IN_CALLS, InCalls
from habitcoach.coaching.today_view import TodayView
from habitcoach.core.entry import Source
from habitcoach.core.promise import PromiseId
from habitcoach.ui.page_name import PageName
from habitcoach.ui.tray_menu import TrayMenu
from habitcoach.ui.tray_panel import TrayPanel
from habitcoach.ui.tray_pauses import SHIFT
from habitcoach.ui.widgets.shift_chooser import ask_for_hours

#: A click on the icon closes an open panel by taking the keyboard from it; it is not to open it again.
_SAME_CLICK_MS = 300


class TrayDesk:
    """Carries what the agent does in the tray to the coach, and shows it the day."""

    def __init__(self, parts: Parts, answering: Answering, shifts: ShiftDesk, cues: CuesDesk) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._tray = parts.tray
        self._window = parts.window
        self._card = parts.card
        self._look = parts.look
        self._shifts = shifts
        self._panel = TrayPanel(parts.look)
        self._closed_since = QElapsedTimer()
        shifts.add(self._panel.chooser)
        self._card.keep_clear_of(lambda: self._panel.box if self._panel.isVisible() else QRect())
        answering.answers.tell(Source.TRAY, self._tell)
        self._wire_menu(answering.intents)
        self._wire_panel(answering.intents)
        for one in (self._tray.wants, self._panel):
            self._wire_either(one, answering, cues)

    @property
    def panel(self) -> TrayPanel:
        """The panel of the icon."""
        return self._panel

    def show_today(self, today: TodayView) -> None:
        """Show the day on the icon, in the menu and, while it is open, in the panel."""
        self._tray.show_choices(self._shifts.choices())
        self._tray.update(today)
        if self._panel.isVisible():
            self._show_panel(today)

    def close(self) -> None:
        """Take the panel off the screen."""
        self._panel.hide()

    def _wire_menu(self, intents: Intents) -> None:
        wants = self._tray.wants
        self._tray.panel_wanted.connect(self._toggle_panel)
        wants.count.connect(lambda habit, hit: intents.count(habit, Source.TRAY, hit=hit))
        wants.shift_chosen.connect(self._shifts.choose)
        wants.shift_hours.connect(self._ask_hours)
        wants.open_page.connect(self._open_page)

    def _wire_panel(self, intents: Intents) -> None:
        panel = self._panel
        panel.shown.connect(lambda: self._attempts.run(lambda: self._show_panel(self._coach.today())))
        panel.closed.connect(self._on_closed)
        panel.counted.connect(lambda habit, hit: intents.count(habit, Source.TRAY, hit=hit))
        panel.one_back.connect(intents.take_one_back)
        panel.logged.connect(lambda habit: intents.done(habit, None, Source.TRAY))

    def _wire_either(self, one: TrayMenu | TrayPanel, answering: Answering, cues: CuesDesk) -> None:
        """Connect what is wanted in the menu as in the panel."""
        here, intents, promising = Source.TRAY, answering.intents, answering.promising
        one.done.connect(lambda subject, slot: promising.done(subject, slot, here))
        one.snooze.connect(lambda subject, slot, wait: promising.put_off(subject, slot, wait, here))
        one.skip.connect(
            lambda subject, slot, reason: intents.skip(habit_of(subject), slot, reason, "", here)
        )
        one.retime.connect(self._retime)
        one.drop.connect(lambda number, slot: promising.drop(PromiseId(number), slot, here))
        one.called.connect(intents.call)
        one.new_promise.connect(self._new_promise)
        one.pause.connect(self._pause)
        one.resume.connect(self._resume)
        one.open_card.connect(cues.show_waiting)
        one.open_window.connect(self._window.bring_up)

    def _on_closed(self, left: bool) -> None:  # noqa: FBT001  # a signal's argument
        if left:
            self._closed_since.start()

    def _toggle_panel(self) -> None:
        if self._panel.isVisible():
            self._panel.close_panel()
        elif not self._closed_since.isValid() or self._closed_since.hasExpired(_SAME_CLICK_MS):
            card = self._card
            shown = card.box if card.isVisible() else QRect()
            self._panel.open_at(self._tray.geometry(), shown)

    def _show_panel(self, today: TodayView) -> None:
        self._shifts.refresh()
        waits = self._coach.settings.value(IN_CALLS) == InCalls.HOLD.value
        self._panel.show_day(today, promises_wait=waits)

    def _tell(self, reward: RewardView | None, words: str) -> bool:
        """Show in the open panel what came of an answer given in it."""
        if not self._panel.isVisible():
            return False
        if reward is not None:
            self._panel.show_reward(reward)
        else:
            self._panel.show_words(words)
        return True

    # ---- pauses

    def _pause(self, wish: object) -> None:
        self._attempts.keep(lambda: self._pause_for(wish))

    def _pause_for(self, wish: object) -> None:
        agenda = self._coach.agenda()
        until = agenda.calendar.end_of(agenda.today)
        shift = agenda.calendar.shift_on(agenda.today)
        if isinstance(wish, int):
            until = agenda.now + timedelta(minutes=wish)
        elif wish == SHIFT and shift is not None:
            until = shift.end
        self._coach.holding.pause_until(until)

    def _resume(self) -> None:
        self._attempts.keep(self._coach.holding.resume)

    # ---- what the window does

    def _new_promise(self) -> None:
        self._window.bring_up()
        self._window.promising.open()

    def _retime(self, number: int) -> None:
        self._window.bring_up()
        self._window.promising.ask_new_time(number)

    def _ask_hours(self) -> None:
        window = self._window
        window.bring_up()
        ask_for_hours(self._look, self._shifts.choices(), window, self._shifts.choose)

    def _open_page(self, page: PageName) -> None:
        self._window.bring_up()
        self._window.show_page(page)
