"""A habit's streak in the week's table: the number, its unit, and a streak that ended."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import HabitRow
from habitcoach.texts.sentences import periods
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.ribbon_words import ended_words
from habitcoach.ui.widgets.labels import Label


class StreakCell(QWidget):
    """Shows "14 shifts", and below it "Ended Tue, was 3", in two lines where one is too narrow."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._number = Label(look, "", "body_strong")
        self._unit = Label(look, "", "small", "text2")
        self._ended = Label(look, "", "small", "text2", wrap=True)
        self._ended.setObjectName(f"{name}_ended")
        line = QHBoxLayout()
        line.setSpacing(look.theme.space(1))
        line.addWidget(self._number)
        line.addWidget(self._unit, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addStretch()
        body.addLayout(line)
        body.addWidget(self._ended)
        body.addStretch()

    def show_row(self, row: HabitRow) -> None:
        """Show a habit's streak."""
        words = periods(row.streak, row.per)
        before, number, after = words.partition(str(row.streak))
        if before:
            # A language that does not begin with the number keeps its order.
            number, after = "", words
        self._number.setText(number_text(row.streak) if number else "")
        self._number.setVisible(bool(number))
        self._unit.setText(after.strip())
        ended = ended_words(row)
        self._ended.setText(_breaking_once(ended))
        self._ended.setVisible(bool(ended))
        self.setAccessibleName(words)


def _breaking_once(words: str) -> str:
    """Return "Ended Tue, was 59" so that it breaks after the day, never before its number alone."""
    day, comma, rest = words.partition(", ")
    return day + comma + rest.replace(" ", "\u00a0")
