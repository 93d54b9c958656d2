"""Where the card goes: where it was dragged, near the tray, or bottom right of the pointer's screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication

from habitcoach.ui.placement import BOTTOM_RIGHT, Corner, corner_place, nearest_corner


def standing_place(size: QSize, remembered: QPoint | None, tray: QRect, margin: int) -> tuple[QRect, Corner]:
    """Return the card's box in global coordinates, and the corner it grows away from.

    `tray` is empty where nobody knows where the icon is; `margin` is the distance from the screen's edges.
    """
    if remembered is not None:
        screen = QGuiApplication.screenAt(remembered)
        if screen is not None:
            middle = screen.availableGeometry().center()
            box = QRect(remembered, size)
            at = box.center()
            return box, Corner(right=at.x() >= middle.x(), bottom=at.y() >= middle.y())
    known = not tray.isEmpty()
    pointed = QGuiApplication.screenAt(tray.center() if known else QCursor.pos())
    screen = pointed or QGuiApplication.primaryScreen()
    corner = nearest_corner(screen.geometry(), tray) if known else BOTTOM_RIGHT
    return corner_place(screen.availableGeometry(), size, corner, margin), corner
