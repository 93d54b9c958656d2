"""The rounded ground of pop-ups and of the reward moment."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRegion

from habitcoach.ui.theme import Theme


def panel_path(theme: Theme, box: QRectF, radius: str = "popup") -> QPainterPath:
    """Return the outline of a panel, inside its hairline."""
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius(radius), theme.radius(radius))
    return path


def panel_region(theme: Theme, box: QRect, radius: str = "popup") -> QRegion:
    """Return the pixels of a panel with its hairline, for a desktop that shows no window through another."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(box), theme.radius(radius), theme.radius(radius))
    return QRegion(path.toFillPolygon().toPolygon())


def paint_panel(painter: QPainter, theme: Theme, path: QPainterPath, *, rewarded: bool) -> None:
    """Fill and outline a panel, in marigold for a reward."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("reward_line" if rewarded else "popup_line"), 1))
    painter.setBrush(theme.color("reward_soft" if rewarded else "raised"))
    painter.drawPath(path)
