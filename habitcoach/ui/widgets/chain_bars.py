"""The last streaks of a habit as bars, the present one on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from habitcoach.core.habit import Category
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.walked_chart import WalkedChart

_THICK = 10.0
_GAP = 12.0
_DIAMOND = 8.0
_EDGE = 1.0  #: so that the diamond's point is not cut off
_ENDED_ALPHA = 0.45
_LEAST_BAR = 36.0  #: the room that names leave for bars at least


@dataclass(frozen=True, slots=True)
class ChainBar:
    """One streak."""

    name: str  #: "26 May to today"
    length: int
    words: str  #: all of it for the reader, "26 May to today: 12 shifts"
    goes_on: bool = False
    longest: bool = False  #: the best yet: it wears the diamond of the reward moment it brought


class ChainBars(WalkedChart):
    """Streaks, newest first; Up and Down walk them."""

    def __init__(self, look: Look, name: str = "chain_bars") -> None:
        super().__init__(look, name)
        self._bars: tuple[ChainBar, ...] = ()
        self._category = Category.FOCUS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[ChainBar], category: Category, whole: str) -> None:
        """Show streaks, newest first."""
        self._bars, self._category = tuple(bars), category
        self.show_marks(whole, 0)

    def count(self) -> int:
        """Return the number of streaks."""
        return len(self._bars)

    def words(self, at: int) -> str:
        """Return what a streak was."""
        return self._bars[at].words

    def place(self, at: int) -> QRectF:
        """Return the bar of a streak."""
        bar = self._bars[at]
        longest = max(one.length for one in self._bars)
        room = self._room()
        wide = max(_THICK, bar.length / longest * room)
        box = QRectF(self._names() + _GAP, self._middle(at) - _THICK / 2, wide, _THICK)
        return self._flip(box)

    def step(self, at: int, key: Qt.Key) -> int | None:
        """Return the streak above or below."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return at + (1 if key == Qt.Key.Key_Down else -1)
        return None

    def sizeHint(self) -> QSize:
        """Ask for a row a streak."""
        return QSize(240, self._row() * max(1, len(self._bars)))

    # ---- where things are

    def _row(self) -> int:
        return self.look.theme.line_height("body") + self.look.theme.space(2) - 2

    def _middle(self, at: int) -> float:
        return (at + 0.5) * self._row()

    def _names(self) -> float:
        metrics = QFontMetricsF(self.look.theme.font("small_medium"))
        widest = max((metrics.horizontalAdvance(one.name) for one in self._bars), default=0.0) + 1
        return min(widest, max(0.0, self.width() - _LEAST_BAR - self._figures() - 2 * _GAP))

    def _figures(self) -> float:
        metrics = QFontMetricsF(self.look.theme.font("small_strong"))
        widest = max((metrics.horizontalAdvance(number_text(one.length)) for one in self._bars), default=0.0)
        return widest + 1 + 1.5 * _GAP + _DIAMOND + _EDGE

    def _room(self) -> float:
        return max(1.0, self.width() - self._names() - _GAP - self._figures())

    def _flip(self, box: QRectF) -> QRectF:
        if self.mirrored:
            box.moveRight(self.width() - box.left())
        return box

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Paint name, bar, figure and, at the longest, the diamond."""
        for at, bar in enumerate(self._bars):
            self._paint_name(painter, at, bar)
            color = QColor(self.look.theme.category(self._category).fg)
            if not bar.goes_on:
                color.setAlphaF(_ENDED_ALPHA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(self.place(at), _THICK / 2, _THICK / 2)
            self._paint_figure(painter, at, bar)

    def _paint_name(self, painter: QPainter, at: int, bar: ChainBar) -> None:
        theme = self.look.theme
        font = theme.font("small_medium" if bar.goes_on else "small")
        painter.setFont(font)
        painter.setPen(theme.color("text" if bar.goes_on else "text2"))
        name = QFontMetricsF(font).elidedText(bar.name, Qt.TextElideMode.ElideRight, self._names())
        box = self._flip(QRectF(0, at * self._row(), self._names(), self._row()))
        painter.drawText(box, self.leading | Qt.TextFlag.TextSingleLine, name)

    def _paint_figure(self, painter: QPainter, at: int, bar: ChainBar) -> None:
        theme = self.look.theme
        font = theme.font("small_strong" if bar.goes_on else "small")
        painter.setFont(font)
        painter.setPen(theme.color("text" if bar.goes_on else "text2"))
        text = number_text(bar.length)
        wide = QFontMetricsF(font).horizontalAdvance(text) + 1
        place = self._flip(self.place(at)) if self.mirrored else self.place(at)
        box = QRectF(place.right() + _GAP, at * self._row(), wide, self._row())
        end = box.right() + _GAP / 2 + _DIAMOND / 2
        painter.drawText(self._flip(box), Qt.AlignmentFlag.AlignCenter, text)
        if bar.longest:
            middle = QPointF(self.width() - end if self.mirrored else end, self._middle(at))
            half = _DIAMOND / 2
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("reward"))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
