"""The soft shadow under a pop-up, painted because frameless windows have none."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QRadialGradient

from habitcoach.ui.theme import Theme

_INSET = 24.0  # how far inside the box the gradients begin; the box covers that part
_STOPS = 16
_SIGMAS = 3.2  # blur length in standard deviations that still fit the margin below


def paint_shadow(painter: QPainter, theme: Theme, box: QRectF, margin: float) -> None:
    """Paint the shadow of a rounded box into the `margin` px around it."""
    offset, blur = theme.popup_elevation()
    color = theme.popup_shadow()
    sigma = blur / _SIGMAS
    inner = box.translated(0, offset).adjusted(_INSET, _INSET, -_INSET, -_INSET)
    reach = _INSET + margin
    for corner, dx, dy in _corners(inner):
        radial = QRadialGradient(corner, reach)
        _fade(radial, color, reach, sigma)
        painter.fillRect(_span(corner, reach * dx, reach * dy), QBrush(radial))
    for start, end, side in _sides(inner, reach):
        linear = QLinearGradient(start, end)
        _fade(linear, color, reach, sigma)
        painter.fillRect(side, QBrush(linear))


def _fade(gradient: QGradient, color: QColor, reach: float, sigma: float) -> None:
    for step in range(_STOPS + 1):
        share = step / _STOPS
        stop = QColor(color)
        stop.setAlphaF(color.alphaF() * 0.5 * math.erfc((share * reach - _INSET) / (sigma * math.sqrt(2))))
        gradient.setColorAt(share, stop)


def _corners(inner: QRectF) -> tuple[tuple[QPointF, int, int], ...]:
    return (
        (inner.topLeft(), -1, -1),
        (inner.topRight(), 1, -1),
        (inner.bottomLeft(), -1, 1),
        (inner.bottomRight(), 1, 1),
    )


def _span(corner: QPointF, width: float, height: float) -> QRectF:
    return QRectF(corner, QPointF(corner.x() + width, corner.y() + height)).normalized()


def _sides(inner: QRectF, reach: float) -> tuple[tuple[QPointF, QPointF, QRectF], ...]:
    left, top, right, bottom = inner.left(), inner.top(), inner.right(), inner.bottom()
    return (
        (QPointF(0, top), QPointF(0, top - reach), QRectF(left, top - reach, inner.width(), reach)),
        (QPointF(0, bottom), QPointF(0, bottom + reach), QRectF(left, bottom, inner.width(), reach)),
        (QPointF(left, 0), QPointF(left - reach, 0), QRectF(left - reach, top, reach, inner.height())),
        (QPointF(right, 0), QPointF(right + reach, 0), QRectF(right, top, reach, inner.height())),
    )
