"""The icon of the app: on its windows, in the task bar and on the tray's messages."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from habitcoach.assets import asset

#: Device pixels a side; up to the last of the small ones a simpler drawing stays legible.
_SMALL = (16, 22, 24)
_LARGE = (32, 48, 64, 128, 256)


def app_icon() -> QIcon:
    """Return the icon, drawn for each size by itself."""
    made = QIcon()
    for name, sides in (("app-small", _SMALL), ("app", _LARGE)):
        drawing = QSvgRenderer(str(asset("icons", f"{name}.svg")))
        for side in sides:
            drawn = QPixmap(side, side)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            drawing.render(painter, QRectF(0, 0, side, side))
            painter.end()
            made.addPixmap(drawn)
    return made
