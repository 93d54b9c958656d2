"""The small ring beside a habit: the more of it is full, the stronger the habit."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from habitcoach.ui.theme import Theme

SIDE = 20
_STROKE = 3.5
_TOP = 90 * 16  #: Qt counts sixteenths of a degree, anticlockwise from three o'clock
_ROUND = 360 * 16


def paint_strength(painter: QPainter, theme: Theme, color: QColor, share: float, box: QRectF) -> None:
    """Paint a ring into a square box, so much of it full, 0 … 1."""
    inset = _STROKE / 2
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), _STROKE))
    painter.drawEllipse(inner)
    if share > 0:
        pen = QPen(color, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if share < 1 else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, _TOP, -round(min(1.0, share) * _ROUND))
