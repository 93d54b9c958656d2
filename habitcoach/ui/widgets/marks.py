"""The marks of an occasion: full, dashed, waiting, empty. Told apart by shape before colour."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from habitcoach.coaching.views import OccasionState
from habitcoach.ui.theme import Theme


class Mark(StrEnum):
    """The shape of a mark."""

    TICK = "tick"  #: kept
    DASH = "dash"  #: skipped, a ringed dash
    DIAMOND = "diamond"  #: waiting
    HELD = "held"  #: waiting behind a hold, a hollow diamond
    RING = "ring"  #: later, hollow
    EMPTY = "empty"  #: passed, a thin ring


MARK_OF = {
    OccasionState.DONE: Mark.TICK,
    OccasionState.SKIPPED: Mark.DASH,
    OccasionState.DUE: Mark.DIAMOND,
    OccasionState.HELD: Mark.HELD,
    OccasionState.SNOOZED: Mark.RING,
    OccasionState.LATER: Mark.RING,
    OccasionState.PASSED: Mark.EMPTY,
}


def paint_mark(painter: QPainter, theme: Theme, mark: Mark, box: QRectF, ground: str = "page") -> None:
    """Paint a mark into a square box; `ground` is the colour it stands on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at, size = box.center(), box.width()
    half = size / 2
    match mark:
        case Mark.TICK:
            _disc(painter, box, theme.color("accent"))
            _tick(painter, at, size, theme.color("on_accent"))
        case Mark.DASH:
            _ring(painter, box, theme.color("text3"), theme.color(ground), size * 0.13)
            painter.drawLine(QPointF(at.x() - half * 0.45, at.y()), QPointF(at.x() + half * 0.45, at.y()))
        case Mark.DIAMOND:
            _diamond(painter, at, half * 1.15, QPen(Qt.PenStyle.NoPen), theme.color("reward"))
        case Mark.HELD:
            pen = QPen(theme.color("reward_text"), max(1.2, size * 0.13))
            _diamond(painter, at, half * 1.05, pen, theme.color(ground))
        case Mark.RING:
            _ring(painter, box, theme.color("line_strong"), theme.color(ground), size * 0.16)
        case Mark.EMPTY:
            _ring(painter, box, theme.color("line_strong"), theme.color(ground), 1.0)
    painter.restore()


def square(middle: QPointF, size: float) -> QRectF:
    """Return the square of a size around a point."""
    return QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)


def _disc(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(box)


def _ring(painter: QPainter, box: QRectF, color: QColor, ground: QColor, width: float) -> None:
    inset = width / 2
    painter.setPen(QPen(color, width))
    painter.setBrush(ground)
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _tick(painter: QPainter, at: QPointF, size: float, color: QColor) -> None:
    pen = QPen(color, max(1.2, size * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((-0.21, 0.02), (-0.06, 0.17), (0.22, -0.15))
    painter.drawPolyline(QPolygonF([QPointF(at.x() + x * size, at.y() + y * size) for x, y in points]))


def _diamond(painter: QPainter, at: QPointF, half: float, pen: QPen, fill: QColor) -> None:
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(fill)
    corners = ((0, -half), (half, 0), (0, half), (-half, 0))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
