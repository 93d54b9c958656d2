"""The four statements about one habit, each from 1 to 7."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from habitcoach.coaching.more_views import Statements
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.habit_line import FIGURES
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.labels import Label

#: The statements, by the names they are kept under; the first one is the question of the week's table.
NAMES = ("by_itself", "without_remembering", "without_thinking", "before_noticing")
_NARROW = 660


class StatementsCard(Card):
    """Only for those who like. The other three are open once the first is answered."""

    answered = Signal(int, str, int)  #: habit id, name of the statement, 1 … 7

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("statements_card")
        self._all: dict[int, Statements] = {}
        self._habit = 0
        self._title = Label(look, "", "heading", wrap=True)
        self._title.setObjectName("statements_title")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(Label(look, tr("only if you like"), "small", "text2"))
        self._grid = QGridLayout()
        side = look.theme.space(5)
        self.body.setContentsMargins(side, side, side, side)
        self._grid.setHorizontalSpacing(look.theme.space(4))
        self._grid.setVerticalSpacing(look.theme.space(3))
        words = (tr("automatically"), tr("without having to remember"), tr("without thinking"))
        self._cells: list[tuple[Label, ChoiceRow]] = []
        for name, text in zip(NAMES, (*words, tr("before I notice")), strict=True):
            row = ChoiceRow(look, f"statement_{name}", FIGURES, figures=True)
            row.chosen.connect(lambda number, name=name: self.answered.emit(self._habit, name, number + 1))
            row.setAccessibleName(text)
            self._cells.append((Label(look, text, "body", wrap=True), row))
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        self._columns = 0
        self._arrange(2)

    def show_statements(self, found: Sequence[Statements], habit_id: int) -> None:
        """Show this week's answers of one habit."""
        self._all = {one.habit_id: one for one in found}
        self.show_habit(habit_id)

    def show_habit(self, habit_id: int) -> None:
        """Turn to a habit."""
        self._habit = habit_id
        one = self._all.get(habit_id)
        self.setVisible(one is not None)
        if one is None:
            return
        self._title.setText(tr("{habit} is something I do …", habit=one.habit))
        marks = (one.by_itself, one.without_remembering, one.without_thinking, one.before_noticing)
        for (_, row), mark in zip(self._cells, marks, strict=True):
            row.show_choice(None if mark is None else mark - 1)
            row.setEnabled(row is self._cells[0][1] or one.by_itself is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where two are too narrow."""
        super().resizeEvent(event)
        self._arrange(1 if event.size().width() < _NARROW else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        for number, (label, row) in enumerate(self._cells):
            line, column = divmod(number, columns)
            # Between two pairs there is a column of nothing.
            self._grid.addWidget(label, line, 3 * column, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(row, line, 3 * column + 1, trailing)
        for column in range(2):
            words = [label.sizeHint().width() for label, _ in self._cells[column::columns]]
            # What is longer gets more room, so that both break as late as can be.
            self._grid.setColumnStretch(3 * column, max(words) if column < columns else 0)
