"""The shift pattern as a grid of weeks to click through."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.shift_choices import named
from habitcoach.core.week_pattern import MOST_WEEKS, WEEK_DAYS, WeekPattern
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.roster.day_cell import DayCell
from habitcoach.ui.roster.week_row import WeekRow
from habitcoach.ui.shift_words import choice_text
from habitcoach.ui.widgets.buttons import button_text
from habitcoach.ui.widgets.labels import Label

#: With more shifts than this a press opens the menu: nobody clicks six times to come back.
_MOST_IN_TURN = 4


class RosterGrid(QWidget):
    """Weeks by seven days. A press gives a day the next shift, then off; the menu key offers all of them.

    The days are one stop of the Tab key: arrow keys walk them, Home and End go to a week's first and last.
    """

    changed = Signal(object)  #: WeekPattern, whenever the agent changed it

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pattern = WeekPattern({}, ((None,) * WEEK_DAYS,))
        self._cells: list[list[DayCell]] = []
        self._at = (0, 0)
        self.setObjectName("roster_grid")
        self.setAccessibleName(tr("Shift pattern"))
        self._days = QWidget()
        self._grid = QGridLayout(self._days)
        self._keep_clear()
        self._grid.setHorizontalSpacing(look.theme.space(2) - 2)
        self._grid.setVerticalSpacing(look.theme.space(2) - 1)
        self._heads = [Label(look, "", "small", "text2") for _ in range(WEEK_DAYS)]
        for day, label in enumerate(self._heads):
            self._grid.addWidget(label, 0, day + 1, Qt.AlignmentFlag.AlignHCenter)
            self._grid.setColumnStretch(day + 1, 1)
        self._names: list[Label] = []
        self._build(self._pattern)  # before the line below it: so the keyboard comes here first
        self._row = WeekRow(look)
        self._row.more.connect(lambda: self._take(self._pattern.with_week()))
        self._row.fewer.connect(lambda: self._take(self._pattern.without_last()))
        self._row.this_week.connect(lambda week: self._take(self._pattern.beginning(week)))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(1))
        body.addWidget(self._days)
        body.addWidget(self._row)
        self.show_pattern(self._pattern)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the ring's room beside the last day when the window is mirrored."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_clear()

    def _keep_clear(self) -> None:
        """Leave room for a ring around the last day; the names of the weeks begin where the row does."""
        theme = self._look.theme
        ring = theme.border("focus_width") + theme.border("focus_offset")
        mirrored = self.isRightToLeft()
        self._grid.setContentsMargins(ring if mirrored else 0, 0, 0 if mirrored else ring, ring)

    @property
    def pattern(self) -> WeekPattern:
        """The pattern as it stands; one free week before one was shown."""
        return self._pattern

    def show_pattern(self, pattern: WeekPattern) -> None:
        """Show a pattern."""
        shape, self._pattern = _shape(self._pattern), pattern
        if shape != _shape(pattern):
            self._build(pattern)
        for week, row in enumerate(pattern.weeks):
            for day, name in enumerate(row):
                self._cells[week][day].show_shift(None if name is None else named(name, pattern.shifts[name]))
        self._row.show_weeks(len(pattern.weeks), pattern.this_week, most=MOST_WEEKS)

    # ---- the days

    def _build(self, pattern: WeekPattern) -> None:
        """Make the rows there are not yet, and take away those there are too many of."""
        weekdays = [(pattern.week_start - 1 + day) % WEEK_DAYS + 1 for day in range(WEEK_DAYS)]
        for weekday, label in zip(weekdays, self._heads, strict=True):
            label.setText(QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat))
        focused = any(cell.hasFocus() for row in self._cells for cell in row)
        while len(self._cells) > len(pattern.weeks):
            for widget in (*self._cells.pop(), self._names.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for week in range(len(self._cells), len(pattern.weeks)):
            self._add_row(week)
        for week, row in enumerate(self._cells):
            for day, cell in enumerate(row):
                cell.name_place(_place(week, weekdays[day]))
        week, day = self._at
        self._go(min(week, len(self._cells) - 1), day, focused=focused)

    def _add_row(self, week: int) -> None:
        name = Label(self._look, tr("Week {n}", n=week + 1), "small", "text2")
        self._grid.addWidget(name, week + 1, 0)
        self._names.append(name)
        cells = []
        for day in range(WEEK_DAYS):
            cell = DayCell(self._look)
            cell.setObjectName(f"day-{week + 1}-{day + 1}")
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            cell.clicked.connect(partial(self._press, week, day))
            cell.walked.connect(partial(self._walk, week, day))
            cell.menu_wanted.connect(partial(self._offer, week, day))
            self._grid.addWidget(cell, week + 1, day + 1)
            cells.append(cell)
        self._cells.append(cells)
        if week:
            # Made later than what stands below, yet walked before it.
            for before, after in pairwise([self._cells[week - 1][-1], *cells]):
                QWidget.setTabOrder(before, after)

    # ---- what the agent does

    def _press(self, week: int, day: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        pattern = self._pattern
        self._go(week, day, focused=False)
        if len(pattern.shifts) > _MOST_IN_TURN:
            self._offer(week, day)
            return
        turn: list[str | None] = [*pattern.shifts, None]
        now = turn.index(pattern.weeks[week][day])
        self._set(week, day, turn[(now + 1) % len(turn)])

    def _set(self, week: int, day: int, name: str | None) -> None:
        self._take(self._pattern.with_day(week, day, name))

    def _take(self, pattern: WeekPattern) -> None:
        if pattern != self._pattern:
            self.show_pattern(pattern)
            self.changed.emit(pattern)

    def _offer(self, week: int, day: int) -> None:
        """Open a menu of all shifts at a day."""
        pattern = self._pattern
        self._go(week, day, focused=False)
        cell = self._cells[week][day]
        menu = QMenu(self)
        menu.setObjectName("day_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, shift in pattern.shifts.items():
            words = button_text(choice_text(named(name, shift)))
            menu.addAction(self._choice(menu, words, week, day, name))
        menu.addAction(self._choice(menu, tr("Off"), week, day, None))
        menu.popup(cell.mapToGlobal(QPoint(0, cell.height())))

    def _choice(self, menu: QMenu, words: str, week: int, day: int, name: str | None) -> QAction:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(self._pattern.weeks[week][day] == name)
        action.triggered.connect(lambda _checked=False: self._set(week, day, name))
        return action

    def _walk(self, week: int, day: int, weeks_on: int, days_on: int) -> None:
        goal_week = min(max(week + weeks_on, 0), len(self._cells) - 1)
        goal_day = min(max(day + days_on, 0), WEEK_DAYS - 1)
        self._go(goal_week, goal_day, focused=True)

    def _go(self, week: int, day: int, *, focused: bool) -> None:
        """Make one day the stop of the Tab key."""
        for row in self._cells:
            for cell in row:
                cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = (week, day)
        self._cells[week][day].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focused:
            self._cells[week][day].setFocus(Qt.FocusReason.TabFocusReason)


def _shape(pattern: WeekPattern) -> tuple[int, int]:
    return pattern.week_start, len(pattern.weeks)


def _place(week: int, weekday: int) -> str:
    day = QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
    return tr("Week {n}, {day}", n=week + 1, day=day)
