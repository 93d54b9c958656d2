"""The panel itself: its parts from top to bottom, opened beside the icon, closed by a click elsewhere."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.today_view import TodayView
from habitcoach.core.hold import HoldReason
from habitcoach.ui.look import Look
from habitcoach.ui.placement import ScreenArea, beside_icon, clear_of, corner_at, corner_place, screen_at
from habitcoach.ui.popup import LEFT_MS, Popup
from habitcoach.ui.reward_strip import RewardStrip
from habitcoach.ui.tray_panel.clear_state import ClearState
from habitcoach.ui.tray_panel.counters import Counters
from habitcoach.ui.tray_panel.foot import Foot
from habitcoach.ui.tray_panel.head import Head, HeldState, TodayLine
from habitcoach.ui.tray_panel.panel_words import clear_texts
from habitcoach.ui.tray_panel.waiting import WaitingList
from habitcoach.ui.tray_words import waiting_count
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.shift_chooser import ShiftChooser

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TrayPanel(Popup):
    """Shows the day and emits what the agent wants. It changes only when told what came of it."""

    done = Signal(str, str)  #: subject, slot
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    skip = Signal(str, str, str)  #: subject, slot, a SkipReason
    retime = Signal(int)  #: promise id
    drop = Signal(int, str)  #: promise id, slot
    counted = Signal(int, bool)  #: habit id, hit
    one_back = Signal(int)  #: habit id: what was logged of it last is taken back
    logged = Signal(int)  #: a habit that is logged when it happens
    called = Signal(bool)  #: on a call, or not any more
    new_promise = Signal()
    pause = Signal(object)  #: minutes, or one of tray_pauses' words
    resume = Signal()
    open_card = Signal()
    open_window = Signal()
    shown = Signal()  #: about to be seen: it wants the day as it is
    closed = Signal(bool)  #: whether the agent has gone elsewhere, rather than closed it

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.size("tray_panel_width"), takes_keyboard=True)
        self.setObjectName("tray_panel")
        self.setWindowTitle("HabitCoach")
        self._icon = QRect()
        self._card = QRect()
        self._head = Head(look)
        self._strip = RewardStrip(look, filled=True)
        self._strip.hide()
        self._held = HeldState(look)
        self._shift = TodayLine(look)
        self._waiting = WaitingList(look)
        self._clear = ClearState(look)
        self._counters = Counters(look)
        self._foot = Foot(look)
        parts = (self._strip, self._held, self._shift, self._waiting, self._clear, self._counters, self._foot)
        self.body.addWidget(self._head)
        self._lines: dict[QWidget, Line] = {}
        for part in parts:
            if part is not self._foot:
                self._lines[part] = Line(look)
                self.body.addWidget(self._lines[part])
            self.body.addWidget(part)
        self._rewarded: int | None = None  #: the habit whose reward is shown
        self._reward_over = QTimer(self, singleShot=True, interval=look.theme.motion("reward_hold"))
        self._reward_over.timeout.connect(self._end_reward)
        self._connect()

    def _connect(self) -> None:
        self._head.called.connect(self.called)
        self._waiting.done.connect(self.done)
        self._waiting.snooze.connect(self.snooze)
        self._waiting.skip.connect(self.skip)
        self._waiting.retime.connect(self._on_retime)
        self._waiting.drop.connect(self.drop)
        self._waiting.open_card.connect(self._on_card)
        self._waiting.open_window.connect(self._on_open)
        self._counters.counted.connect(self.counted)
        self._counters.one_back.connect(self._on_one_back)
        self._counters.done.connect(self.logged)
        self._foot.new_promise.connect(self._on_promise)
        self._foot.pause.connect(self.pause)
        self._foot.resume.connect(self.resume)
        self._foot.open_window.connect(self._on_open)

    @property
    def chooser(self) -> ShiftChooser:
        """*Today I'm on*, for whoever knows the shifts."""
        return self._shift.chooser

    # ---- opening and closing

    def open_at(self, icon: QRect, card: QRect) -> None:
        """Open beside the tray icon, and clear of the cue card; either is empty where there is none."""
        self._icon, self._card = icon, card
        self.shown.emit()
        self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        stops = self._stops()
        stops[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self, *, left: bool = False) -> None:
        """Close; nothing was answered by that. `left` when the agent has gone elsewhere."""
        if self.isVisible():
            self.hide()
            self._end_reward()
            self.closed.emit(left)

    def changeEvent(self, event: QEvent) -> None:
        """Close when the agent has gone elsewhere; a menu of the panel is not elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            QTimer.singleShot(LEFT_MS, self, self._close_if_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc. Enter presses the button that has the keyboard, which Qt has only in dialogs."""
        pressed = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in _ENTER and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _close_if_left(self) -> None:
        if self._is_left():
            # What has arrived meanwhile comes first: on a busy machine the keyboard may be back already.
            QTimer.singleShot(0, self, self._close_unless_back)

    def _close_unless_back(self) -> None:
        if self._is_left():
            self.close_panel(left=True)

    def _is_left(self) -> bool:
        inside = self.isActiveWindow() or QApplication.activePopupWidget() is not None
        return not inside and QApplication.activeModalWidget() is None

    # ---- what is shown

    def show_day(self, view: TodayView, *, promises_wait: bool) -> None:
        """Show the day; `promises_wait` says that a call holds promises, too. Focus stays where it is."""
        name = self._focused_name()
        self._head.show_day(view)
        self._held.show_hold(view, promises_wait=promises_wait)
        self._shift.setVisible(view.hold is None or view.hold.reason is not HoldReason.CALL)
        self._waiting.show_day(view)
        clear = not waiting_count(view) and view.hold is None
        self._clear.setVisible(clear)
        self._clear.show_texts(*clear_texts(view))
        self._counters.show_counters(view.counters)
        self._foot.show_day(view)
        self._refit()
        for before, after in pairwise(self._stops()):
            QWidget.setTabOrder(before, after)
        if name and self.isVisible():
            self._focus_again(name)

    def _focus_again(self, name: str) -> None:
        """Give the keyboard to the part of a name, or where that has gone to the first one."""
        # A row that was replaced is hidden and waits to be deleted.
        found = (one for one in self.findChildren(QWidget, name) if one.isVisibleTo(self))
        again = next(found, self._stops()[0])
        if again is not self.focusWidget():
            again.setFocus()

    def _focused_name(self) -> str:
        focused: QWidget | None = self.focusWidget()
        return "" if focused is None else focused.objectName()

    def show_reward(self, view: RewardView) -> None:
        """Show for six seconds what an answer given here has earned."""
        self._rewarded = view.habit_id
        self._strip.show_reward(view)
        self._show_strip()

    def show_words(self, text: str) -> None:
        """Say for six seconds what else came of an answer given here."""
        self._rewarded = None
        self._strip.show_words(text)
        self._show_strip()

    def _show_strip(self) -> None:
        self._strip.show()
        self._reward_over.start()
        self._refit()

    def _on_one_back(self, habit_id: int) -> None:
        if habit_id == self._rewarded:
            self._end_reward()
        self.one_back.emit(habit_id)

    def _end_reward(self) -> None:
        self._rewarded = None
        self._reward_over.stop()
        self._strip.hide()
        self._refit()

    def _stops(self) -> list[QWidget]:
        stops = [*self._waiting.stops(), *self._counters.stops(), *self._foot.stops()]
        return [*stops, self._head.switch, self.chooser]

    def _refit(self) -> None:
        for part, line in self._lines.items():
            line.setVisible(part.isVisibleTo(self))
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        theme = self._look.theme
        gap = theme.space(3)
        screens = [ScreenArea(one.geometry(), one.availableGeometry()) for one in QGuiApplication.screens()]
        pointer = QCursor.pos()

        def place(size: QSize) -> QRect:
            if not self._icon.isEmpty():
                return beside_icon(screens, self._icon, size, gap)
            margin = theme.size("popup_screen_margin")
            free = screen_at(screens, pointer).available
            return corner_place(free, size, corner_at(screens, pointer), margin)

        known = not self._icon.isEmpty()
        free = screen_at(screens, self._icon.center() if known else pointer).available
        self.fit(lambda size: clear_of(place(size), self._card, free, gap))

    # ---- what leads elsewhere closes it

    def _on_retime(self, promise_id: int) -> None:
        self.close_panel()
        self.retime.emit(promise_id)

    def _on_promise(self) -> None:
        self.close_panel()
        self.new_promise.emit()

    def _on_card(self) -> None:
        self.close_panel()
        self.open_card.emit()

    def _on_open(self) -> None:
        self.close_panel()
        self.open_window.emit()
