"""What lies under the tray's icon: light or dark, where the system lets it be seen."""

from statistics import median_low

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

# Elsewhere the screen is not to be looked at, or nobody tells where the icon is.
_SEEN_ON = "xcb"
_RING = 2  # pixels around the icon that show the panel itself
_HALF = 128


def ground_is_dark(icon: QRect) -> bool | None:
    """Whether the panel around an icon is dark; None where that cannot be seen."""
    screen = None if icon.isEmpty() else QGuiApplication.screenAt(icon.center())
    if screen is None or QGuiApplication.platformName() != _SEEN_ON:
        return None
    around = icon.adjusted(-_RING, -_RING, _RING, _RING).intersected(screen.geometry())
    place = around.translated(-screen.geometry().topLeft())
    return edge_is_dark(screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage())


def edge_is_dark(picture: QImage) -> bool | None:
    """Whether most of a picture's outermost pixels are dark; None for a picture of nothing."""
    right, bottom = picture.width() - 1, picture.height() - 1
    edge = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    edge += [(x, y) for y in range(bottom + 1) for x in (0, right)]
    if not edge:
        return None
    return median_low(picture.pixelColor(x, y).lightness() for x, y in edge) < _HALF
