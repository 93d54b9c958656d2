"""A year of a habit's days as small squares: the fuller, the more was done."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from habitcoach.coaching.year_map import YearCell
from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.theme import Theme
from habitcoach.ui.widgets.heat_cell import Shade, paint_cell
from habitcoach.ui.widgets.walked_chart import WalkedChart

_A_WEEK = 7
_NAMED_ROWS = (0, 2, 4)
_TODAY_RING = 1.5
_LABEL_GAP = 6.0
_TOP_GAP = 2.0
_WIDTH = 320  #: that is asked for; the page gives more


class _Grid(NamedTuple):
    """Lengths of the map, in pixels."""

    labels: float  #: room for the names of weekdays
    pitch: float  #: from one square to the next
    side: float  #: of a square
    head: float  #: room for the names of months


class YearMap(WalkedChart):
    """Weeks from left to right, days from top to bottom. `describe` says what a day came to.

    Left and Right go a week back and on, Up and Down a day; Enter asks why the day is what it is.
    """

    def __init__(self, look: Look, describe: Callable[[YearCell], str], name: str = "year_map") -> None:
        super().__init__(look, name)
        self._describe = describe
        self._cells: tuple[YearCell, ...] = ()
        self._category = Category.FOCUS
        self._known: tuple[Theme, object, _Grid] | None = None
        # A fixed height would be that of the width asked for, and cut off the last rows of a wider map.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_cells(self, cells: Sequence[YearCell], category: Category, whole: str) -> None:
        """Show days in a row, the first of them on the weekday that weeks start on; the last one is today.

        The keyboard stays at its day when the same days are shown again, else it begins at today.
        """
        at = self._kept_place(cells)
        self._cells, self._category = tuple(cells), category
        self.show_marks(whole, at)

    def _kept_place(self, cells: Sequence[YearCell]) -> int:
        same = bool(self._cells) and bool(cells) and self._cells[-1].day == cells[-1].day
        return self.at if same and len(cells) == len(self._cells) else len(cells) - 1

    def count(self) -> int:
        """Return the number of days."""
        return len(self._cells)

    def day(self, at: int) -> date:
        """Return the date of a square."""
        return self._cells[at].day

    def words(self, at: int) -> str:
        """Return what a day came to, "Thursday 11 June, 14 of 20, in progress."."""
        return self._describe(self._cells[at])

    def place(self, at: int) -> QRectF:
        """Return the square of a day."""
        week, row = divmod(at, _A_WEEK)
        grid = self._grid(self.width())
        left = grid.labels + week * grid.pitch
        if self.mirrored:
            left = self.width() - left - grid.side
        return QRectF(left, grid.head + row * grid.pitch, grid.side, grid.side)

    def step(self, at: int, key: Qt.Key) -> int | None:
        """Return the day a week or a day away."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return at + (1 if key == Qt.Key.Key_Down else -1)
        sideways = super().step(at, key)
        if sideways is None:
            return None
        found = at + (sideways - at) * _A_WEEK
        return found if 0 <= found < self.count() else at

    # ---- where things are

    def sizeHint(self) -> QSize:
        """Ask for seven rows under the names of the months."""
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def hasHeightForWidth(self) -> bool:
        """Say that squares are as large as the width lets them be."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of seven rows of the squares that fit."""
        grid = self._grid(width)
        return round(grid.head + _A_WEEK * grid.pitch)

    def _grid(self, width: int) -> "_Grid":
        """Return the lengths for a width; they are asked for once a square."""
        theme = self.look.theme
        weeks = -(-max(1, len(self._cells)) // _A_WEEK)
        asked = (width, weeks, QLocale().name())
        # The theme by its identity: to compare two would compare all their tokens.
        if self._known is None or self._known[0] is not theme or self._known[1] != asked:
            metrics = QFontMetricsF(theme.font("caption"))
            names = [self._weekday(number) for number in range(1, _A_WEEK + 1)]
            labels = max(metrics.horizontalAdvance(name) for name in names) + _LABEL_GAP
            gap = theme.heat("gap")
            pitch = min(theme.heat("cell") + gap, (width - labels + gap - 2 * _TODAY_RING) / weeks)
            head = theme.line_height("caption") + _TOP_GAP
            self._known = (theme, asked, _Grid(labels, pitch, max(1.0, pitch - gap), head))
        return self._known[2]

    @staticmethod
    def _weekday(number: int) -> str:
        return QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat)

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Paint the names of weekdays and months, and the squares."""
        if not self._cells:
            return
        theme = self.look.theme
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        self._name_days(painter)
        self._name_months(painter)
        color = theme.category(self._category).fg
        for at, cell in enumerate(self._cells):
            paint_cell(painter, theme, color, Shade(cell.mark, cell.value), self.place(at))
        self._ring_today(painter)

    def _name_days(self, painter: QPainter) -> None:
        line = self.look.theme.line_height("caption")
        for row in _NAMED_ROWS:
            if row < len(self._cells):
                middle = self.place(row).center().y()
                box = QRectF(0, middle - line / 2, self._grid(self.width()).labels, line)
                if self.mirrored:
                    box.moveRight(self.width())
                name = self._weekday(self._cells[row].day.isoweekday())
                painter.drawText(box, self.leading, name)

    def _name_months(self, painter: QPainter) -> None:
        """Name each month over the first week that begins in it, where there is room."""
        line = self.look.theme.line_height("caption")
        metrics = QFontMetricsF(painter.font())
        taken: QRectF | None = None
        for at in range(_A_WEEK, len(self._cells), _A_WEEK):
            if not _begins_month(self._cells[at - _A_WEEK].day, self._cells[at].day):
                continue
            name = QLocale().standaloneMonthName(self._cells[at].day.month, QLocale.FormatType.ShortFormat)
            wide = metrics.horizontalAdvance(name) + 1
            place = self.place(at)
            box = QRectF(place.right() - wide if self.mirrored else place.left(), 0, wide, line)
            inside = box.left() >= 0 and box.right() <= self.width()
            if inside and (taken is None or not taken.adjusted(-3, 0, 3, 0).intersects(box)):
                painter.drawText(box, self.leading, name)
                taken = box

    def _ring_today(self, painter: QPainter) -> None:
        theme = self.look.theme
        width = _TODAY_RING
        box = self.place(len(self._cells) - 1).adjusted(-width, -width, width, width)
        painter.setPen(QPen(theme.color("text"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.heat("radius") + width
        painter.drawRoundedRect(box, radius, radius)


def _begins_month(before: date, week: date) -> bool:
    return before.month != week.month
