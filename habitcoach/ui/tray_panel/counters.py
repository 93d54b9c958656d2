"""The counters of the tray panel, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.views import CounterView
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.counter_row import CounterRow

#: As many fit into a glance; all of them are on Today.
MOST = 4


class Counters(QWidget):
    """The first counters in the agent's order."""

    counted = Signal(int, bool)  #: habit id, hit
    one_back = Signal(int)  #: habit id
    done = Signal(int)  #: a habit that is logged when it happens

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("panel_counters")
        self._rows: list[CounterRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, look.theme.space(2), 0, look.theme.space(1))
        self._body.setSpacing(0)

    def show_counters(self, counters: Sequence[CounterView]) -> None:
        """Show these, as far as they fit."""
        shown = counters[:MOST]
        self.setVisible(bool(shown))
        if [(row.habit_id, row.kind) for row in self._rows] != [
            (one.habit_id, (one.contact, one.target.kind)) for one in shown
        ]:
            self._build(shown)
        for row, one in zip(self._rows, shown, strict=True):
            row.show_counter(one)

    def stops(self) -> list[QWidget]:
        """Return the buttons in the order of the keyboard."""
        return [stop for row in self._rows for stop in row.stops()]

    def _build(self, counters: Sequence[CounterView]) -> None:
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CounterRow(self._look, one, compact=True) for one in counters]
        for row in self._rows:
            row.counted.connect(self.counted)
            row.one_back.connect(self.one_back)
            row.done.connect(self.done)
            self._body.addWidget(row)
            row.show()
