"""The charts of a habit under their headings: the year, the curve, the last streaks."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.habit_detail import ByItself, HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.habit.words import bars_of, cell_words, dated, outlook_line, year_words
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_bars import ChainBars
from habitcoach.ui.widgets.heat_cell import HeatLegend
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.strength_curve import CurveFigure, CurvePoint, StrengthCurve, Way
from habitcoach.ui.widgets.year_map import YearMap

_STEPS = 48  #: places along a curve
_AHEAD = 0.16  #: how much of the curve's length the outlook takes


class YearSection(QWidget):
    """A year of days."""

    asked = Signal(object)  #: the date whose numbers are asked for

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("year_section")
        self._heading = Label(look, "", "heading")
        self._heading.setObjectName("year_heading")
        self._legend = HeatLegend(look)
        self._map = YearMap(look, cell_words)
        self._map.opened.connect(lambda at: self.asked.emit(self._map.day(at)))
        self._first = Label(look, tr("Your first shift fills the first square"), "body", "text2", wrap=True)
        self._first.setObjectName("first_square")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addLayout(head)
        body.addWidget(self._map)
        body.addWidget(self._first)

    def show_year(self, habit: HabitView, view: HabitDetailView) -> None:
        """Show the days of a habit."""
        words = {"week": tr("A year of weeks"), "month": tr("A year of months")}
        self._heading.setText(words.get(habit.per, tr("A year of shifts")))
        self._legend.set_category(habit.category)
        self._map.show_cells(view.cells, habit.category, year_words(habit, view))
        self._first.setVisible(not view.lived)
        self._legend.setVisible(view.lived)


class ByItselfSection(QWidget):
    """The answers from 1 to 7 and their curve."""

    asked = Signal()  #: where the curve comes from

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("by_itself_section")
        self._outlook = Label(look, "", "small", "text2", wrap=True)
        self._outlook.setObjectName("outlook")
        self._curve = StrengthCurve(look)
        self._curve.opened.connect(lambda _at: self.asked.emit())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(Label(look, tr("It happens by itself"), "heading"))
        body.addWidget(self._outlook)
        body.addSpacing(look.theme.space(2))
        body.addWidget(self._curve)
        body.addStretch()

    def show_curve(self, habit: HabitView, view: HabitDetailView) -> None:
        """Show the answers about a habit."""
        line = outlook_line(view.by_itself, view.per)
        self._outlook.setText(line)
        self._outlook.setVisible(bool(line))
        self._curve.setVisible(bool(view.by_itself.answers))
        self._curve.show_curve(figure_of(view.by_itself, view.today), habit.category)


def figure_of(by_itself: ByItself, today: date) -> CurveFigure:
    """Return what the curve shows, along the kept times."""
    answers, curve = by_itself.answers, by_itself.curve
    if curve is None:
        return CurveFigure()
    first, now = answers[0].kept, by_itself.kept
    line: Way = tuple((at, curve.at(at)) for at in _places(first, now))
    outlook: Way = ()
    if by_itself.outlook is not None:
        ahead = max(1.0, (now - first) * _AHEAD)
        outlook = tuple((at, curve.at(at)) for at in _places(now, now + ahead))
    return CurveFigure(
        points=tuple(CurvePoint(one.kept, one.mean, dated(one.day, today)) for one in answers),
        line=line,
        outlook=outlook,
        begins=dated(answers[0].day, today),
        ends=tr("today"),
    )


def _places(first: float, last: float) -> list[float]:
    if last <= first:
        return [first]
    return [first + (last - first) * step / _STEPS for step in range(_STEPS + 1)]


class StreaksSection(QWidget):
    """The last five streaks."""

    asked = Signal(object)  #: the last date of the streak that is asked about

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("streaks_section")
        self._ends: tuple[date, ...] = ()
        self._bars = ChainBars(look)
        self._bars.opened.connect(lambda at: self.asked.emit(self._ends[at]))
        self._none = Label(look, tr("The first link is open."), "body", "text2", wrap=True)
        self._none.setObjectName("streaks_none")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(Label(look, tr("Streaks"), "heading"))
        body.addWidget(self._none)
        body.addWidget(self._bars)
        body.addStretch()

    def show_streaks(self, habit: HabitView, view: HabitDetailView) -> None:
        """Show the last streaks of a habit."""
        bars = bars_of(view)
        self._ends = tuple(view.today if run.open else run.end for run in view.runs)
        whole = ntr(
            "The last streak of {habit}", "The last {n} streaks of {habit}", len(bars), habit=habit.name
        )
        self._bars.show_bars(bars, habit.category, whole)
        self._bars.setVisible(bool(bars))
        self._none.setVisible(not bars)
