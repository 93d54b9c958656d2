"""What *More* opens under the three minutes: charts, statements, the agent's words, every decision."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.more_views import MoreView
from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.texts.language import tr
from habitcoach.texts.review import effect_sentence
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.chart_cards import CurveCard, HighPointCard
from habitcoach.ui.review.decisions_card import DecisionsCard
from habitcoach.ui.review.effects import Lines
from habitcoach.ui.review.hindered_card import HinderedCard
from habitcoach.ui.review.statements_card import StatementsCard
from habitcoach.ui.review.word_cards import MomentCard, NotesPart, PrincipleCard
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.tab_order import stops_in

_NARROW = 620


class MoreSection(QWidget):
    """Shows a MoreView. It is built when it is opened for the first time."""

    less = Signal()
    lines_wanted = Signal()  #: what worked, day by day

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("review_more_section")
        self.high_points = HighPointCard(look)
        self.curves = CurveCard(look)
        self.statements = StatementsCard(look)
        self.notes = NotesPart(look)
        self.moment = MomentCard(look)
        self.principle = PrincipleCard(look)
        self.hindered = HinderedCard(look)
        self.decisions = DecisionsCard(look)
        self._effects = Lines(look, "effects", "review")
        self._less = Button(look, tr("Less"), "quiet", "up")
        self._less.setObjectName("review_less")
        self._less.clicked.connect(self.less)
        self.lines = Button(look, tr("What worked…"), "quiet", "note")
        self.lines.setObjectName("review_what_worked")
        self.lines.clicked.connect(self.lines_wanted)
        self._hindered_head, _ = self._head(
            tr("What helped or got in the way"), tr("for habits under four in five")
        )
        self._decisions_head, self._decided = self._head(tr("Every decision"), "")
        self._decided.setObjectName("decided_count")
        self._pairs: list[QBoxLayout] = []
        self.curves.habit_chosen.connect(self.statements.show_habit)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._look.theme
        head = QHBoxLayout()
        heading = Label(self._look, tr("More about this week"), "title2", wrap=True)
        head.addWidget(heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.lines)
        head.addWidget(self._less)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.space(6))
        body.addLayout(head)
        body.addLayout(self._pair(self.high_points, self.curves))
        body.addWidget(self.statements)
        body.addWidget(self.notes)
        body.addLayout(self._pair(self.moment, self.principle))
        for title, card in ((self._hindered_head, self.hindered), (self._decisions_head, self.decisions)):
            part = QVBoxLayout()
            part.setSpacing(theme.space(3))
            part.addWidget(title)
            part.addWidget(card)
            body.addLayout(part)
        body.addWidget(self._effects)

    def _pair(self, first: QWidget, second: QWidget) -> QBoxLayout:
        """Return two cards side by side, or below each other where it is narrow."""
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(self._look.theme.size("column_gap"))
        for card in (first, second):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            pair.addWidget(card, 1)
        self._pairs.append(pair)
        return pair

    def _head(self, title: str, remark: str) -> tuple[QWidget, Label]:
        made = QWidget()
        said = Label(self._look, remark, "small", "text2")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self._look, title, "heading", wrap=True), 1)
        row.addWidget(said)
        return made, said

    def show_more(self, view: ReviewPageView, more: MoreView) -> None:
        """Show the rest of a week."""
        self.high_points.show_points(more.high_points)
        self.curves.show_curves(more.curves, min(view.today, view.week.end))
        self.statements.show_statements(more.statements, self.curves.shown)
        self.notes.show_notes(more.notes)
        self.moment.show_moment(more.moment)
        self.principle.show_principle(more.principle)
        self.hindered.show_rows(more.hindered)
        for part in (self._hindered_head, self.hindered):
            part.setVisible(bool(more.hindered))
        self.decisions.show_rows(more.decisions, view)
        self._decided.setText(
            tr(
                "{n} of {of} decided",
                n=number_text(more.decided),
                of=number_text(len(more.decisions)),
            )
        )
        for part in (self._decisions_head, self.decisions):
            part.setVisible(bool(more.decisions))
        self._effects.show_lines([effect_sentence(one) for one in more.effects])

    def flush(self) -> None:
        """Keep now what was typed."""
        self.moment.field.keeping.flush()
        self.principle.flush()
        self.hindered.flush()

    def clear(self) -> None:
        """Make room for another week."""
        self.moment.clear()
        self.principle.clear()
        self.hindered.clear()

    def stops(self) -> Sequence[QWidget]:
        """Return what the keyboard stops at, in order: rows are built anew with each week."""
        return tuple(stops_in(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one below the other where two are too narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(direction)
