"""Every decision: one line a habit, with what can be decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.decision_views import DecisionRow
from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.core.decision import DecisionKind
from habitcoach.core.habit import HabitId
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.review_words import decision_line, decision_word
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_NARROW = 700


class DecisionLine(QWidget):
    """One habit: the keys 1 to 5 decide about it."""

    decided = Signal(object)  #: DecisionKind
    why = Signal()  #: where its figures come from

    def __init__(self, look: Look, row: DecisionRow) -> None:
        super().__init__()
        theme = look.theme
        number = row.habit_id
        self.key = (number, row.offered)
        self._offered = row.offered
        self.setObjectName(f"decision_line-{number}")
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName(f"decision_line_words-{number}")
        self._state = Label(look, "", "small_medium", "accent_text")
        self._state.setObjectName(f"decision_state-{number}")
        self.choices = ChoiceRow(look, f"decision-{number}", [decision_word(one) for one in row.offered])
        self.choices.setAccessibleName(tr("Decision about {habit}", habit=row.habit))
        self.choices.chosen.connect(self._on_chosen)
        self._chosen: DecisionKind | None = None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(look, row.habit, "body_medium"))
        words.addWidget(self._line)
        words.addWidget(self._state)
        self._why = Button(look, tr("Why?"), "quiet", scale="compact")
        self._why.setObjectName(f"decision_why-{number}")
        self._why.setAccessibleName(tr("{habit}: where its figures come from", habit=row.habit))
        self._why.clicked.connect(self.why)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(GlyphTile(look, row.category), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        head.addWidget(self._why, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.size("row_decision"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        self._row.setSpacing(theme.space(4))
        self._row.addLayout(head, 1)
        self._row.addWidget(self.choices, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, row: DecisionRow, view: ReviewPageView) -> None:
        """Show what was decided in a week's review."""
        self._chosen = row.chosen
        of = next((one for one in view.rows if one.habit_id == row.habit_id), None)
        self._line.setText(decision_line(row, of))
        self.choices.show_choice(None if row.chosen is None else self._offered.index(row.chosen))
        self.choices.setEnabled(view.can_finish)
        suggested = None if view.suggestion is None else view.suggestion.habit_id
        self._state.setText(_state(row, suggested))
        self._state.setVisible(bool(self._state.text()))

    def put_back(self) -> None:
        """Show again what is decided: the agent chose nothing in the picker."""
        self.choices.show_choice(None if self._chosen is None else self._offered.index(self._chosen))

    def show_narrow(self, *, narrow: bool) -> None:
        """Stand the choices below the words where there is no room beside them."""
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.choices, side)

    def _on_chosen(self, number: int) -> None:
        self.decided.emit(self._offered[number])


def _state(row: DecisionRow, suggested: HabitId | None) -> str:
    if row.chosen is None or row.chosen is DecisionKind.KEEP:
        return ""
    if row.holds:
        return tr("Applied")
    by_advice = row.habit_id == suggested and row.chosen.value == row.advice.suggestion.value
    return tr("Suggested, applied on Finish") if by_advice else tr("Applied on Finish")


class DecisionsCard(Card):
    """All habits in one box."""

    decided = Signal(int, object)  #: habit id, DecisionKind
    why = Signal(int)  #: habit id: where its figures come from

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self.setObjectName("decisions_card")
        self._lines: list[DecisionLine] = []
        theme = look.theme
        self.body.setContentsMargins(theme.space(5), theme.space(1), theme.space(5), theme.space(1))
        self.body.setSpacing(0)

    def show_rows(self, rows: Sequence[DecisionRow], view: ReviewPageView) -> None:
        """Show these habits in a week's review."""
        if [one.key for one in self._lines] != [(row.habit_id, row.offered) for row in rows]:
            self._rebuild(rows)
        for line, row in zip(self._lines, rows, strict=True):
            line.show_row(row, view)

    def put_back(self) -> None:
        """Show again what is decided."""
        for one in self._lines:
            one.put_back()

    def minimumSizeHint(self) -> QSize:
        """Return what the widest choices take: the words can stand above them."""
        margins = self.body.contentsMargins()
        widest = max((one.choices.sizeHint().width() for one in self._lines), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand choices below the words where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.body.contentsMargins()
        widest = max((one.choices.sizeHint().width() for one in self._lines), default=0)
        room = self.width() - margins.left() - margins.right() - widest
        for one in self._lines:
            one.show_narrow(narrow=room < _NARROW - widest)

    def _rebuild(self, rows: Sequence[DecisionRow]) -> None:
        while (item := self.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._lines = []
        for row in rows:
            if self._lines:
                self.body.addWidget(Line(self._look))
            line = DecisionLine(self._look, row)
            line.decided.connect(lambda kind, number=row.habit_id: self.decided.emit(number, kind))
            line.why.connect(lambda number=row.habit_id: self.why.emit(number))
            self._lines.append(line)
            self.body.addWidget(line)
        self._fit()
