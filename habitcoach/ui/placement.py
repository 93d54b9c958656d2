"""Where a pop-up goes: the corner nearest the tray, or where the agent has dragged it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of a screen."""

    right: bool
    bottom: bool


BOTTOM_RIGHT = Corner(right=True, bottom=True)


def nearest_corner(screen: QRect, tray: QRect) -> Corner:
    """Return the corner of a screen that its tray icon is nearest to."""
    middle, icon = screen.center(), tray.center()
    return Corner(right=icon.x() >= middle.x(), bottom=icon.y() >= middle.y())


def corner_place(available: QRect, size: QSize, corner: Corner, margin: int) -> QRect:
    """Return the rectangle of a pop-up of `size`, `margin` px from a corner of the available area."""
    x = available.right() + 1 - margin - size.width() if corner.right else available.left() + margin
    y = available.bottom() + 1 - margin - size.height() if corner.bottom else available.top() + margin
    return kept_inside(available, QRect(QPoint(x, y), size))


def kept_inside(available: QRect, box: QRect) -> QRect:
    """Return a rectangle moved into the available area; its top left wins when it is too large."""
    x = max(available.left(), min(box.x(), available.right() + 1 - box.width()))
    y = max(available.top(), min(box.y(), available.bottom() + 1 - box.height()))
    return QRect(QPoint(x, y), box.size())


def resized(box: QRect, size: QSize, corner: Corner) -> QRect:
    """Return a rectangle of another size that keeps the given corner where it is."""
    x = box.right() + 1 - size.width() if corner.right else box.left()
    y = box.bottom() + 1 - size.height() if corner.bottom else box.top()
    return QRect(QPoint(x, y), size)


def layout_key(screens: Sequence[QRect]) -> str:
    """Name a layout of screens, so that a place is remembered for each: "0,0,1920,1080;1920,0,1280,1024"."""
    ordered = sorted((one.x(), one.y(), one.width(), one.height()) for one in screens)
    return ";".join(",".join(str(part) for part in one) for one in ordered)
