"""What waits, in the tray panel: a line each, and how many more there are."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import ShiftCardView
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.texts.language import ntr
from habitcoach.ui.look import Look
from habitcoach.ui.tray_panel.shift_row import ShiftRow
from habitcoach.ui.tray_panel.waiting_row import WaitingRow
from habitcoach.ui.waiting import Waiting, in_order
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Line

#: More lines than these are for the window: the panel stays a glance.
MOST = 4


class WaitingList(QWidget):
    """The lines, rebuilt only when something else waits."""

    done = Signal(str, str)  #: subject, slot
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    skip = Signal(str, str, str)  #: subject, slot, a SkipReason
    retime = Signal(int)  #: promise id
    drop = Signal(int, str)  #: promise id, slot
    open_card = Signal()
    open_window = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("panel_waiting")
        self._shown: tuple[object, ...] = ()
        self._rows: list[WaitingRow] = []
        self._stops: list[QWidget] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    def show_day(self, view: TodayView) -> None:
        """Show what waits now."""
        waiting = in_order([*view.waiting, *view.waiting_promises])
        card = view.card if view.card_waits else None
        shown = (*waiting, card)
        if shown != self._shown:
            self._shown = shown
            self._build(waiting, card)
        end = None if view.shift is None else view.shift.end
        self._tell(view.now, end)
        self.setVisible(bool(waiting) or card is not None)

    def stops(self) -> list[QWidget]:
        """Return the buttons in the order of the keyboard."""
        return list(self._stops)

    def _tell(self, now: datetime, shift_end: datetime | None) -> None:
        for row in self._rows:
            row.show_at(now, shift_end)

    def _build(self, waiting: tuple[Waiting, ...], card: ShiftCardView | None) -> None:
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows, self._stops = [], []
        if card is not None:
            row = ShiftRow(self._look, card)
            row.show_card.connect(self.open_card)
            self._add(row, row.button)
        for one in waiting[:MOST]:
            self._add_waiting(one)
        left = len(waiting) - MOST
        if left > 0:
            self._add_more(left)

    def _add_waiting(self, one: Waiting) -> None:
        row = WaitingRow(self._look, one, first=not self._rows)
        subject, slot = one.subject, one.slot
        row.done.connect(lambda: self.done.emit(subject, slot))
        row.snooze.connect(lambda wait: self.snooze.emit(subject, slot, wait))
        if isinstance(one, OccasionView):
            row.skip.connect(lambda reason: self.skip.emit(subject, slot, reason))
        if isinstance(one, PromiseView):
            number = one.promise_id
            row.retime.connect(lambda: self.retime.emit(number))
            row.drop.connect(lambda: self.drop.emit(number, slot))
        self._rows.append(row)
        self._add(row, *row.stops())

    def _add_more(self, left: int) -> None:
        theme = self._look.theme
        more = Button(self._look, ntr("{n} more waits", "{n} more wait", left), "quiet", scale="small")
        more.setObjectName("waiting_rest")
        more.clicked.connect(self.open_window)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(theme.space(4), theme.space(1), theme.space(3), theme.space(1))
        line.addWidget(more)
        line.addStretch(1)
        self._add(holder, more)

    def _add(self, row: QWidget, *stops: QWidget) -> None:
        if self._body.count():
            theme = self._look.theme
            inset = QHBoxLayout()
            inset.setContentsMargins(theme.space(4) + theme.size("glyph_tile") + theme.space(3), 0, 0, 0)
            holder = QWidget()
            holder.setLayout(inset)
            inset.addWidget(Line(self._look))
            self._body.addWidget(holder)
            holder.show()
        self._body.addWidget(row)
        row.show()  # at once: the panel is as high as what it shows
        self._stops.extend(stops)
