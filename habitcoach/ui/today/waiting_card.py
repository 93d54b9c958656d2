"""What the cards and rows of Today's Now share: keys, menus, and an answer that is not on disk yet."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import since_waiting
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import Minutes, fill_skip_menu, fill_snooze_menu
from habitcoach.ui.saving import Saving
from habitcoach.ui.waiting import RowKey, Waiting, row_key

ROW_EDGE = 10  #: above and below the words of a single row, inside its hairline


class WaitingCard(QFrame):
    """A waiting cue or promise and its answers. D, Z and S answer while one of its buttons has the focus."""

    done = Signal(object)  #: Waiting
    snoozed = Signal(object, object)  #: Waiting, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView
    retimed = Signal(object)  #: PromiseView: another time is wished
    dropped = Signal(object)  #: PromiseView
    left = Signal(int)  #: an arrow key wants the neighbour: -1 above, 1 below

    def __init__(self, look: Look, one: Waiting) -> None:
        super().__init__()
        self._look = look
        self._one = one
        self._now = one.due_at
        self._shift_end: datetime | None = None
        self._since = ""
        self._unsaved = ""
        self.setProperty("surface", "card")
        self.setObjectName(f"now-{one.subject}-{one.slot}")
        self._snooze_menu = self._menu("snooze_menu", tr("Snooze"))
        self._snooze_menu.aboutToShow.connect(self._fill_snooze)
        self._skip_menu = self._menu("skip_menu", tr("Skip"))
        self._skip_menu.aboutToShow.connect(self._fill_skip)

    @property
    def key(self) -> RowKey:
        """What the card is known by."""
        return row_key(self._one)

    def show_waiting(
        self, one: Waiting, now: datetime, shift_end: datetime | None, *, unconfirmed: bool
    ) -> None:
        """Show it as it stands now; `now` and `shift_end` are in the agent's zone."""
        self._one, self._now, self._shift_end = one, now, shift_end
        self._since = since_waiting(one, now, unconfirmed=unconfirmed)
        self._show(self._unsaved or self._since)

    def show_saving(self, saving: Saving) -> None:
        """Say that the answer is not on disk yet, if that is so; it cannot be given a second time."""
        waits = self.key in saving.places
        words = tr("not saved yet") if saving.trouble else tr("saving…")
        unsaved = words if waits else ""
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self._show(self._unsaved or self._since)
        for stop in self.stops():
            stop.setEnabled(not waits)

    def _show(self, age: str) -> None:
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Return the buttons in the order of the keyboard, Done first."""
        raise NotImplementedError

    def _anchor(self, menu: QMenu) -> QWidget:
        raise NotImplementedError

    def _menu(self, name: str, title: str = "") -> QMenu:
        menu = QMenu(title, self)
        menu.setObjectName(name)
        return menu

    def _fill_snooze(self) -> None:
        fill_snooze_menu(self._snooze_menu, self._now, self._shift_end, self._on_snooze)

    def _fill_skip(self) -> None:
        fill_skip_menu(self._skip_menu, self._on_skip, lambda: self.change.emit(self._one))

    def _on_done(self) -> None:
        self.done.emit(self._one)

    def _on_snooze(self, minutes: Minutes) -> None:
        self.snoozed.emit(self._one, minutes)

    def _on_skip(self, reason: SkipReason) -> None:
        self.skipped.emit(self._one, reason)

    def _second_menu(self) -> QMenu:
        """Return what S opens."""
        return self._skip_menu

    def _pop_up(self, menu: QMenu, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        anchor = self._anchor(menu)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _watch(self) -> None:
        for stop in self.stops():
            stop.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Up and Down from the buttons, which would walk among themselves with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.left.emit(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key, unless an answer is on its way to the disk."""
        if self._unsaved:
            event.ignore()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key() if plain else None:
            case Qt.Key.Key_D | Qt.Key.Key_Space:
                self._on_done()
            case Qt.Key.Key_Z:
                self._pop_up(self._snooze_menu)
            case Qt.Key.Key_S:
                self._pop_up(self._second_menu())
            case _:
                super().keyPressEvent(event)


def spoken_cue(one: OccasionView, routine: str) -> str:
    """Return what a cue says to a screen reader."""
    words = tr("Cue, {habit}. When {cue}. {routine}.", habit=one.habit, cue=one.plan.when, routine=routine)
    return tr("{words} Reward: {reward}.", words=words, reward=one.plan.reward) if one.plan.reward else words
