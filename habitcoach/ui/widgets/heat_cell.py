"""One day of a year as a square, told by its shape before its colour, and the legend of the squares."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from habitcoach.coaching.review_views import Mark
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.theme import Theme
from habitcoach.ui.widgets.labels import Label

_FILLED = frozenset({Mark.KEPT, Mark.PART, Mark.MISSED, Mark.OPEN})
_RINGED = frozenset({Mark.MISSED, Mark.COVERED, Mark.SKIPPED})
_DOT = 1.0  #: across, of a day off
_COVERED_DOT = 3.0
_STROKE = 1.2
_STEPS = (0.01, 0.5, 0.8, 1.0)  #: one of each shade


class Shade(NamedTuple):
    """How a square looks."""

    mark: Mark
    value: float = 0.0  #: how much of the goal was done, 0 … 1


def paint_cell(painter: QPainter, theme: Theme, color: QColor, shade: Shade, box: QRectF) -> None:
    """Paint a day into a square: filled by how much was done, a ring when missed, a dot for a day off."""
    mark, value = shade
    filled = mark in _FILLED and theme.heat_opacity(value) > 0
    painter.setPen(Qt.PenStyle.NoPen)
    if filled:
        fill = QColor(color)
        fill.setAlphaF(theme.heat_opacity(value))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, theme.heat("radius"), theme.heat("radius"))
    if mark in _RINGED:
        _ring(painter, theme, mark, box)
    elif not filled:
        _dot(painter, theme, box, _DOT, "line_strong")


def _ring(painter: QPainter, theme: Theme, mark: Mark, box: QRectF) -> None:
    inset = _STROKE / 2
    painter.setPen(QPen(theme.color("line_strong"), _STROKE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        box.adjusted(inset, inset, -inset, -inset), theme.heat("radius"), theme.heat("radius")
    )
    if mark is Mark.SKIPPED:
        quarter = box.width() / 4
        middle = box.center()
        painter.drawLine(QLineF(middle.x() - quarter, middle.y(), middle.x() + quarter, middle.y()))
    elif mark is Mark.COVERED:
        _dot(painter, theme, box, _COVERED_DOT, "line_strong")


def _dot(painter: QPainter, theme: Theme, box: QRectF, across: float, token: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    painter.drawEllipse(box.center(), across / 2 + 0.25, across / 2 + 0.25)


class _Squares(QWidget):
    """A few squares in a row."""

    def __init__(self, look: Look, squares: tuple[Shade, ...]) -> None:
        super().__init__()
        self._look = look
        self._squares = squares
        self.color = look.theme.category(Category.FOCUS).fg
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        cell, gap = theme.heat("cell"), theme.space(1)
        return QSize(round(len(self._squares) * (cell + gap) - gap), round(cell))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = theme.heat("cell")
        for number, shade in enumerate(self._squares):
            box = QRectF(number * (cell + theme.space(1)), 0, cell, cell)
            if self.isRightToLeft():
                box.moveRight(self.width() - box.left())
            paint_cell(painter, theme, self.color, shade, box)
        painter.end()


class HeatLegend(QWidget):
    """Says what the squares mean: from fewer to more, missed, and skipped."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._category = Category.FOCUS
        self.setObjectName("heat_legend")
        self._steps = _Squares(look, tuple(Shade(Mark.KEPT, value) for value in _STEPS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(1))
        row.addWidget(Label(look, tr("fewer"), "small", "text2"))
        row.addWidget(self._steps)
        row.addWidget(Label(look, tr("more"), "small", "text2"))
        for mark, word in ((Mark.MISSED, tr("missed")), (Mark.SKIPPED, tr("skipped"))):
            row.addSpacing(look.theme.space(2))
            row.addWidget(_Squares(look, (Shade(mark),)))
            row.addWidget(Label(look, word, "small", "text2"))
        look.changed.connect(self._dress)

    def set_category(self, category: Category) -> None:
        """Wear the colour of a habit."""
        self._category = category
        self._dress()

    def _dress(self) -> None:
        self._steps.color = self._look.theme.category(self._category).fg
        self._steps.update()
