"""The menu of a row in Today's lists: the answers it can be given."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from habitcoach.coaching.views import OccasionState, OccasionView, PromiseView
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import Row
from habitcoach.ui.pages.answer_menus import fill_skip_menu, fill_snooze_menu


class RowMenu(QObject):
    """One menu, filled for the row it is opened on."""

    done = Signal(object)  #: Waiting
    snoozed = Signal(object, object)  #: Waiting, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView
    retimed = Signal(object)  #: PromiseView
    dropped = Signal(object)  #: PromiseView

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self._shift_end: datetime | None = None
        self.menu = QMenu(parent)
        self.menu.setObjectName("row_menu")

    def show_moment(self, now: datetime, shift_end: datetime | None) -> None:
        """Say what time it is, and when the shift ends, both in the agent's zone."""
        self._now, self._shift_end = now, shift_end

    def open(self, row: Row, where: QPoint) -> None:
        """Offer all answers of a row."""
        one = row.occasion
        self.menu.clear()
        if isinstance(one, PromiseView):
            self._add(tr("Kept"), "row_kept", lambda: self.done.emit(one))
            self._add(tr("Re-time…"), "row_retime", lambda: self.retimed.emit(one))
            self._add(tr("Drop"), "row_drop", lambda: self.dropped.emit(one))
        elif one is not None:
            self._add(tr("Done"), "row_done", lambda: self.done.emit(one))
            if one.state is OccasionState.DUE:
                self._fill_snooze(self.menu.addMenu(tr("Snooze")), one)
            self._fill_skip(self.menu.addMenu(tr("Skip")), one)
        if one is not None:
            self.menu.popup(where)

    def open_skip(self, row: Row, where: QPoint) -> None:
        """Offer the reasons to skip a row; a promise has none, so all its answers."""
        if isinstance(row.occasion, OccasionView):
            self._fill_skip(self.menu, row.occasion)
            self.menu.popup(where)
        else:
            self.open(row, where)

    def open_snooze(self, row: Row, where: QPoint) -> None:
        """Offer until when a waiting row can be put off."""
        if row.state is OccasionState.DUE and row.occasion is not None:
            self._fill_snooze(self.menu, row.occasion)
            self.menu.popup(where)

    def _fill_snooze(self, menu: QMenu, one: OccasionView | PromiseView) -> None:
        now = one.due_at if self._now is None else self._now
        fill_snooze_menu(menu, now, self._shift_end, lambda minutes: self.snoozed.emit(one, minutes))

    def _fill_skip(self, menu: QMenu, one: OccasionView) -> None:
        fill_skip_menu(menu, lambda reason: self.skipped.emit(one, reason), lambda: self.change.emit(one))

    def _add(self, text: str, name: str, act: Callable[[], object]) -> None:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
