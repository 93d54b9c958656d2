"""The week: a ribbon, the streak and one question for each habit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from habitcoach.coaching.review_views import HabitRow, Mark, ReviewPageView
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.day_head import DayHead, HeadDay
from habitcoach.ui.review.habit_line import HabitLine
from habitcoach.ui.review.legend import Legend
from habitcoach.ui.review.ribbon_shape import DayScale
from habitcoach.ui.review.ribbon_words import weekday_label
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_GLYPH, _NAME, _RIBBON, _GAP, _STREAK, _SMALL_GAP, _ANSWER = range(7)  #: the columns
_GLYPH_WIDE, _GAP_WIDE, _STREAK_WIDE, _SMALL_GAP_WIDE = 26, 10, 108, 4
_STREAKS_WIDE = _GAP_WIDE + _STREAK_WIDE
_LEAST_NAME, _NAME_WIDE, _MOST_NAME = 104, 116, 200
_NARROW_NAME, _FAIR_DAY = 128, 32.0
_LEAST_DAY, _MOST_DAY = 28.0, 64.0


class WeekCard(QFrame):
    """A table of habits. Each ribbon is a stop of the keyboard, and so is each answer."""

    answered = Signal(int, int)  #: habit id, and 1 … 7

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.setObjectName("week_card")
        self.setProperty("surface", "card")
        self._lines: list[HabitLine] = []
        self._scale = DayScale(theme.chart("ribbon_fade_in"), theme.chart("ribbon_day_width"))
        self._fresh = True  # lines were made that do not know the scale yet
        self._days = DayHead(look)
        self._legend = Legend(look)
        self._legend_row = QWidget()
        self._legend_place = QHBoxLayout(self._legend_row)
        self._legend_place.addWidget(self._legend)
        self._ends = QWidget()
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.addWidget(Label(look, tr("1 not yet"), "small", "text2"))
        ends.addStretch()
        ends.addWidget(Label(look, tr("fully 7"), "small", "text2"))
        self._streak_head = ElidedLabel(look, tr("Streak"), "small", "text2")
        self._answer_head = ElidedLabel(look, tr("It happens by itself"), "small_medium")
        self._narrow = False
        self._grid = QGridLayout(self)
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)

    def _lay_out(self) -> None:
        theme, grid = self._look.theme, self._grid
        side = theme.space(5)
        grid.setContentsMargins(side, theme.space(4), side, theme.space(2))
        grid.setSpacing(0)
        grid.setColumnStretch(_NAME, 1)
        for column, wide in ((_GLYPH, _GLYPH_WIDE), (_GAP, _GAP_WIDE), (_SMALL_GAP, _SMALL_GAP_WIDE)):
            grid.setColumnMinimumWidth(column, wide)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(self._look, tr("The week"), "heading"), 0, _GLYPH, 1, 2, top)
        grid.addWidget(self._days, 0, _RIBBON, top)
        grid.addWidget(self._streak_head, 0, _STREAK, top)
        grid.addWidget(self._answer_head, 0, _ANSWER, top)

    def _dress(self) -> None:
        for head in (self._streak_head, self._answer_head):
            head.setFixedHeight(self._look.theme.line_height("heading"))
        self._share_out()

    @property
    def scale(self) -> DayScale:
        """Where the days stand."""
        return self._scale

    @property
    def lines(self) -> Sequence[HabitLine]:
        """The lines, in the order of the agent's habits."""
        return self._lines

    def show_week(self, view: ReviewPageView) -> None:
        """Show a week; lines of habits that stay keep their focus."""
        if [one.habit_id for one in self._lines] != [row.habit_id for row in view.rows]:
            self._rebuild(view.rows)
        for line, row in zip(self._lines, view.rows, strict=True):
            line.show_row(row)
        self._days.show_days(_head_days(view))
        self._ends.setVisible(any(one.answer.asks for one in self._lines))

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [stop for one in self._lines for stop in (one.ribbon, one.answer.row)]

    def _rebuild(self, rows: Sequence[HabitRow]) -> None:
        old = {one.habit_id: one for one in self._lines}
        for widget in (self._legend_row, self._ends, *(w for one in self._lines for w in one.widgets)):
            self._grid.removeWidget(widget)
        for number in range(1, len(self._lines) + 2):
            self._grid.setRowMinimumHeight(number, 0)
        self._fresh = True
        self._lines = [old.pop(row.habit_id) if row.habit_id in old else self._made(row) for row in rows]
        for widget in (widget for gone in old.values() for widget in gone.widgets):
            widget.hide()
            widget.deleteLater()
        high = round(self._look.theme.chart("ribbon_row"))
        middle, end = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTrailing
        for number, one in enumerate(self._lines, start=1):
            self._grid.addWidget(one.glyph, number, _GLYPH, middle)
            self._grid.addWidget(one.name, number, _NAME)
            self._grid.addWidget(one.ribbon, number, _RIBBON)
            self._grid.addWidget(one.streak, number, _STREAK)
            self._grid.addWidget(one.answer, number, _ANSWER, middle | end)
            self._grid.setRowMinimumHeight(number, high)
            one.streak.setFixedWidth(_STREAK_WIDE)
        last = len(self._lines) + 1
        self._grid.addWidget(self._legend_row, last, _GLYPH, 1, _SMALL_GAP + 1)
        self._grid.addWidget(self._ends, last, _ANSWER, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowMinimumHeight(last, self._look.theme.size("hit_min"))
        self._share_out()

    def _made(self, row: HabitRow) -> HabitLine:
        line = HabitLine.of(self._look, row)
        line.answer.answered.connect(lambda mark: self.answered.emit(row.habit_id, mark))
        return line

    def event(self, event: QEvent) -> bool:
        """Share the width out anew when a part has become wider: larger text, another language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_out()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return what the narrowest table takes, however wide it is now."""
        margins = self._grid.contentsMargins()
        days = self._look.theme.chart("ribbon_fade_in") + 7 * _LEAST_DAY
        wide = _GLYPH_WIDE + _LEAST_NAME + round(days) + _SMALL_GAP_WIDE + self._answer_width()
        return QSize(wide + margins.left() + margins.right() + 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the days what room there is."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Share the width between names and days; where it is little, streaks go below the names."""
        theme = self._look.theme
        lead, usual = theme.chart("ribbon_fade_in"), theme.chart("ribbon_day_width")
        room = self._inner() - _GLYPH_WIDE - _SMALL_GAP_WIDE - self._answer_width()
        narrow = room < _NAME_WIDE + lead + 7 * usual + _STREAKS_WIDE
        if not narrow:
            room -= _STREAKS_WIDE
        names = _MOST_NAME if room > _MOST_NAME + lead + 7 * usual else _LEAST_NAME
        if narrow and room >= _NARROW_NAME + lead + 7 * _FAIR_DAY:
            names = _NARROW_NAME  # rather a whole name than wide days
        day = min(_MOST_DAY, (room - names - lead) / 7)
        if names < _MOST_NAME:
            day = min(usual, day)
        if narrow is not self._narrow or self._fresh:
            self._show_narrow(narrow=narrow)
        scale = DayScale(lead, float(int(max(_LEAST_DAY, day))))
        if scale != self._scale or self._fresh:
            self._scale, self._fresh = scale, False
            self._days.show_scale(scale)
            for one in self._lines:
                one.ribbon.show_scale(scale)
        self._place_legend(scale, narrow=narrow)

    def _show_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._grid.setColumnMinimumWidth(_GAP, 0 if narrow else _GAP_WIDE)
        self._streak_head.setVisible(not narrow)
        for one in self._lines:
            one.streak.setVisible(not narrow)
            one.name.show_narrow(narrow=narrow)

    def _place_legend(self, scale: DayScale, *, narrow: bool) -> None:
        """Have the legend begin under the first day, or as far on as it fits."""
        before = self._inner() - self._answer_width() - _SMALL_GAP_WIDE
        first_day = before - (0 if narrow else _STREAKS_WIDE) - 7 * scale.day
        # Clear of what the first and the last figure mean, which stands on the same line.
        clear = self._look.theme.space(4)
        one_line = self._legend.sizeHint()
        left = min(first_day, before - clear - one_line.width())
        above = (self._look.theme.size("hit_min") - one_line.height()) // 2
        self._legend_place.setContentsMargins(max(0, round(left)), max(0, above), 0, 0)

    def _inner(self) -> int:
        margins = self._grid.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2 * self._look.theme.border("hairline")

    def _answer_width(self) -> int:
        return self._lines[0].answer.width() if self._lines else 0


def _head_days(view: ReviewPageView) -> list[HeadDay]:
    if not view.rows:
        return []
    columns = zip(*(row.cells for row in view.rows), strict=True)
    return [
        HeadDay(
            weekday_label(cells[0].day),
            off=all(one.mark in {Mark.OFF, Mark.NONE} for one in cells),
            best=cells[0].day == view.best_day,
        )
        for cells in columns
    ]
