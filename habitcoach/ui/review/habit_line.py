"""One habit's line of the week: glyph, name, ribbon, streak, and its question."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import HabitRow, Question
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods
from habitcoach.ui.format import day_text, number_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.ribbon_words import ended_words, ribbon_of
from habitcoach.ui.review.streak_cell import StreakCell
from habitcoach.ui.review.week_ribbon import WeekRibbon
from habitcoach.ui.widgets.labels import ElidedLabel

_GLYPH = 16

#: The answers to "It happens by itself".
FIGURES = tuple(str(one) for one in range(1, 8))


class Glyph(QWidget):
    """A category's glyph without a tile."""

    def __init__(self, look: Look, category: Category) -> None:
        super().__init__()
        self._look, self._category = look, category
        self.setFixedSize(QSize(_GLYPH, _GLYPH))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the glyph."""
        token = f"category:{self._category.value}"
        painter = QPainter(self)
        picture = pixmap(self._look, self._category.value, token, _GLYPH, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, picture)
        painter.end()


class AnswerCell(QWidget):
    """Seven figures to choose from, or when the question comes next."""

    answered = Signal(int)  #: 1 … 7

    def __init__(self, look: Look, name: str, habit: str) -> None:
        super().__init__()
        self.row = ChoiceRow(look, name, FIGURES, figures=True)
        self.row.setAccessibleName(tr("{habit}: it happens by itself, 1 not yet to 7 fully", habit=habit))
        self.row.chosen.connect(lambda number: self.answered.emit(number + 1))
        self._later = ElidedLabel(look, "", "small", "text2")
        self._later.setObjectName(f"{name}_later")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.row)
        box.addWidget(self._later)
        self._fit()
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(self.row.sizeHint().width())

    def show_question(self, question: Question) -> None:
        """Show the question, this week's answer, or when it is asked again."""
        asks = question.asked or question.mark is not None
        self.row.show_choice(None if question.mark is None else question.mark - 1)
        self._later.setText("" if asks else later_words(question))
        self.row.setVisible(asks)
        self._later.setVisible(not asks)

    @property
    def asks(self) -> bool:
        """Whether the figures are shown."""
        return not self.row.isHidden()


def later_words(question: Question) -> str:
    """Return "7 last week. Next: 19 June"."""
    said = "" if question.last is None else number_text(question.last)
    following = "" if question.next_on is None else day_text(question.next_on)
    if said and following and question.last_week:
        return tr("{mark} last week. Next: {day}", mark=said, day=following)
    if said and following:
        return tr("{mark} last time. Next: {day}", mark=said, day=following)
    return tr("Next: {day}", day=following) if following else said


class NameCell(QWidget):
    """A habit's name; in a narrow table its streak stands below it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = ElidedLabel(look, "", "body_medium")
        self._name.setObjectName(name)
        self._streak = ElidedLabel(look, "", "small", "text2")
        self._streak.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addStretch()
        body.addWidget(self._name)
        body.addWidget(self._streak)
        body.addStretch()

    def show_row(self, row: HabitRow) -> None:
        """Show a habit."""
        self._name.setText(row.habit)
        streak = periods(row.streak, row.per)
        ended = ended_words(row)
        self._streak.setText(tr("{streak}. {ended}", streak=streak, ended=ended) if ended else streak)

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the streak here, or leave it to its own column."""
        self._streak.setVisible(narrow)


@dataclass(frozen=True, slots=True)
class HabitLine:
    """The widgets of one line, which the table places."""

    habit_id: int
    glyph: Glyph
    name: NameCell
    ribbon: WeekRibbon
    streak: StreakCell
    answer: AnswerCell

    @classmethod
    def of(cls, look: Look, row: HabitRow) -> "HabitLine":
        """Build the line of a habit."""
        number = row.habit_id
        return cls(
            number,
            Glyph(look, row.category),
            NameCell(look, f"review_habit-{number}"),
            WeekRibbon(look, f"ribbon-{number}"),
            StreakCell(look, f"review_streak-{number}"),
            AnswerCell(look, f"answer-{number}", row.habit),
        )

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, in the order of the columns."""
        return (self.glyph, self.name, self.ribbon, self.streak, self.answer)

    def show_row(self, row: HabitRow) -> None:
        """Show the habit's week."""
        self.name.show_row(row)
        self.ribbon.show_ribbon(ribbon_of(row))
        self.streak.show_row(row)
        self.answer.show_question(row.question)
