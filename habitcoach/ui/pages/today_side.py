"""The right column of Today: the ring, what every contact asks for, and what is logged when it happens."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import CounterView
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import DayLists
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.today.yesterday_line import YesterdayLine
from habitcoach.ui.today_words import high_point_text, next_text, ring_total
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.counter_row import CounterRow
from habitcoach.ui.widgets.high_point_ring import HighPointRing
from habitcoach.ui.widgets.labels import Label


class RingCard(Card):
    """The ring with what comes next under it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("ring_card")
        self.ring = HighPointRing(look)
        self._next = Label(look, "", "body", "text2", wrap=True)
        self._next.setObjectName("next_cue")
        self._mark = Label(look, "", "small", "text3", wrap=True)
        self._mark.setObjectName("high_point_line")
        self.body.setContentsMargins(*(look.theme.space(step) for step in (4, 5, 4, 5)))
        self.body.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(look.theme.space(1))
        for label in (self._next, self._mark):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)

    def show_day(self, view: TodayView, lists: DayLists) -> None:
        """Show the count of a day, its next cue, and what it says about yesterday."""
        self.ring.show_count(lists.done_count, ring_total(view), view.done_yesterday)
        for label, text in (
            (self._next, next_text(lists)),
            (self._mark, high_point_text(view, lists.done_count)),
        ):
            label.setText(text)
            label.setVisible(bool(text))


class CounterCard(QWidget):
    """A heading and one card of counters. Rows of habits that stay are kept, with their focus."""

    counted = Signal(int, bool)
    one_back = Signal(int)  #: habit id: what was logged of it last is taken back
    done = Signal(int)

    def __init__(self, look: Look, title: str, name: str) -> None:
        super().__init__()
        self._look = look
        self._rows: list[CounterRow] = []
        self._lines: list[Line] = []
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._card = Card(look)
        self._card.body.setContentsMargins(0, 0, 0, 0)
        self._card.body.setSpacing(0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(3))
        body.addWidget(SectionHead(look, title, name))
        body.addWidget(self._card)
        self.hide()

    def show_counters(self, counters: Sequence[CounterView]) -> None:
        """Show these counters in this order."""
        self.setVisible(bool(counters))
        if [(row.habit_id, row.kind) for row in self._rows] != [
            (one.habit_id, (one.contact, one.target.kind)) for one in counters
        ]:
            self._rebuild(counters)
        for row, counter in zip(self._rows, counters, strict=True):
            row.show_counter(counter)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [stop for row in self._rows for stop in row.stops()]

    def _rebuild(self, counters: Sequence[CounterView]) -> None:
        old = {(row.habit_id, row.kind): row for row in self._rows}
        for widget in (*self._rows, *self._lines):
            self._card.body.removeWidget(widget)
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        self._rows = []
        for one in counters:
            key = (one.habit_id, (one.contact, one.target.kind))
            self._rows.append(old.pop(key) if key in old else self._make(one))
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        for number, row in enumerate(self._rows):
            if number:
                line = Line(self._look)
                self._lines.append(line)
                self._card.body.addWidget(line)
            self._card.body.addWidget(row)

    def _make(self, counter: CounterView) -> CounterRow:
        row = CounterRow(self._look, counter)
        row.counted.connect(self.counted)
        row.one_back.connect(self.one_back)
        row.done.connect(self.done)
        return row


class TodaySide(QWidget):
    """The whole right column."""

    counted = Signal(int, bool)
    one_back = Signal(int)  #: habit id: what was logged of it last is taken back
    done = Signal(int)
    journal_wanted = Signal()  #: what worked, day by day

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("today_side")
        self.setFixedWidth(look.theme.size("column_right"))
        self.ring_card = RingCard(look)
        self._contact = CounterCard(look, tr("Every contact"), "contact_counters")
        self._manual = CounterCard(look, tr("When it happens"), "manual_counters")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(5))
        self._yesterday = YesterdayLine(look)
        self._yesterday.more.connect(self.journal_wanted)
        for part in (self.ring_card, self._contact, self._manual, self._yesterday):
            body.addWidget(part)
        body.addStretch()
        for card in (self._contact, self._manual):
            card.counted.connect(self.counted)
            card.one_back.connect(self.one_back)
            card.done.connect(self.done)

    def show_day(self, view: TodayView, lists: DayLists) -> None:
        """Show a day. The ring needs occasions; when all are done it stands in the other column."""
        self.ring_card.setVisible(ring_total(view) > 0 and not lists.all_done)
        self.ring_card.show_day(view, lists)
        self._contact.show_counters([one for one in view.counters if one.contact])
        self._manual.show_counters([one for one in view.counters if not one.contact])
        self._yesterday.show_line(view.yesterday_line)
        shows = self.ring_card.isVisibleTo(self) or bool(view.counters or view.yesterday_line)
        self.setVisible(shows)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [*self._contact.stops(), *self._manual.stops(), self._yesterday.all_lines]
