"""The two charts of a review: each shift against the one before, and how much a habit happens by itself."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.more_views import CurveView, HighPoints
from habitcoach.core.habit import Category
from habitcoach.texts.explanations import band_word
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import day_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.high_point_bars import Bar, HighPointBars
from habitcoach.ui.review.ribbon_words import weekday_label, weekday_name
from habitcoach.ui.widgets.buttons import button_text
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.menu_button import MenuButton
from habitcoach.ui.widgets.strength_curve import CurveFigure, CurvePoint, StrengthCurve

_TWICE = 2


class HighPointCard(Card):
    """What was done on each shift of the week."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("high_point_card")
        self._line = Label(look, "", "body", "text2", wrap=True)
        self._line.setObjectName("high_point_remark")
        self.bars = HighPointBars(look)
        title = Label(look, tr("Against yesterday’s high point"), "heading", wrap=True)
        _lay_out(look, self, title, self._line)
        self.body.addWidget(self.bars)

    def show_points(self, found: HighPoints) -> None:
        """Show a week's shifts."""
        if not found.bars:
            words = tr("No shift was worked in this week.")
        elif found.passed == _TWICE:
            words = tr("Each line is the shift before. You passed it twice.")
        elif found.passed:
            words = ntr(
                "Each line is the shift before. You passed it once.",
                "Each line is the shift before. You passed it {n} times.",
                found.passed,
            )
        else:
            words = tr("Each line is the shift before.")
        self._line.setText(words)
        bars = [
            Bar(
                weekday_label(one.day),
                weekday_name(one.day),
                one.done,
                one.before if one.compared else None,
            )
            for one in found.bars
        ]
        self.bars.setVisible(bool(bars))
        self.bars.show_bars(bars, found.best_before)


class CurveCard(Card):
    """The answers of one habit and the curve through them, with the other habits grey behind it."""

    habit_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("curve_card")
        self._curves: tuple[CurveView, ...] = ()
        self._today = date.min
        self._shown = 0
        self._line = Label(look, "", "body", "text2", wrap=True)
        self._line.setObjectName("curve_remark")
        self.habit = MenuButton(look, "", "quiet", Category.FOCUS.value, scale="small")
        self.habit.setObjectName("curve_habit")
        self.habit.menu_shown.connect(self._fill)
        self.curve = StrengthCurve(look, "review_curve", ground="card")
        head = Flow(look.theme.space(1))
        head.add(Label(look, tr("How much it happens by itself"), "heading"))
        head.add(self.habit)
        _lay_out(look, self, head, self._line)
        self.body.addWidget(self.curve)

    def show_curves(self, curves: Sequence[CurveView], today: date) -> None:
        """Show the habit that was shown before, else the one with most answers."""
        self._curves, self._today = tuple(curves), today
        self.setVisible(bool(curves))
        if not curves:
            return
        if all(one.habit_id != self._shown for one in curves):
            self._shown = max(curves, key=lambda one: len(one.answers)).habit_id
        self._show()

    @property
    def shown(self) -> int:
        """The habit that is shown."""
        return self._shown

    def choose(self, habit_id: int) -> None:
        """Show another habit."""
        self._shown = habit_id
        self._show()
        self.habit_chosen.emit(habit_id)

    def _fill(self) -> None:
        menu = self.habit.choices_menu
        menu.clear()
        for one in self._curves:
            action = menu.addAction(button_text(one.habit))
            action.setObjectName(f"curve_of-{one.habit_id}")
            action.triggered.connect(lambda _on=False, number=one.habit_id: self.choose(number))

    def _show(self) -> None:
        one = next(one for one in self._curves if one.habit_id == self._shown)
        self.habit.set_label(one.habit)
        self.habit.setAccessibleName(tr("Habit: {habit}", habit=one.habit))
        self.habit.set_category(one.category)
        self._line.setText(_remark(one))
        self.curve.show_curve(self._figure(one), one.category)

    def _figure(self, one: CurveView) -> CurveFigure:
        def along(day: date) -> float:
            return float((day - self._today).days)

        behind = [other for other in self._curves if other.habit_id != one.habit_id and other.answers]
        days = [answer.day for each in self._curves for answer in each.answers]
        weeks = (self._today - min(days)).days // 7 if days else 0
        return CurveFigure(
            points=tuple(CurvePoint(along(a.day), a.level, day_text(a.day)) for a in one.answers),
            line=tuple((along(point.day), point.level) for point in one.fitted),
            others=tuple(tuple((along(a.day), a.level) for a in other.answers) for other in behind),
            begins=ntr("{n} week ago", "{n} weeks ago", weeks) if weeks else "",
            ends=tr("this week") if one.fitted else "",
        )


def _lay_out(look: Look, card: Card, title: QWidget, remark: Label) -> None:
    """Set title and remark so that those of both cards stand at one height, with or without a button."""
    theme = look.theme
    side = theme.space(5)
    card.body.setContentsMargins(side, theme.space(3), side, theme.space(4))
    card.body.setSpacing(0)
    head = QHBoxLayout()
    head.addStrut(theme.size("button_small"))
    head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(head)
    card.body.addWidget(remark)
    card.body.addSpacing(theme.space(4))
    card.body.addStretch()


def _remark(one: CurveView) -> str:
    """Return "Your answers, 1 to 7. Settling since 22 May."."""
    if not one.answers:
        return tr("Answer it in the week above, and the curve begins.")
    word = band_word(one.band)
    if one.band_since is None:
        return tr("Your answers, 1 to 7. Now: {word}.", word=word)
    return tr("Your answers, 1 to 7. {word} since {day}.", word=word, day=day_text(one.band_since))
