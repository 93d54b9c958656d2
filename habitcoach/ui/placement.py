"""Where a pop-up goes: the corner nearest the tray, or where the agent has dragged it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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


class Edge(StrEnum):
    """The side of a screen at which a panel with tray icons lies."""

    BOTTOM = "bottom"
    TOP = "top"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ScreenArea:
    """One monitor on the desktop."""

    whole: QRect
    available: QRect  #: without docks and panels


#: A pointer this near to the side of a screen is on a panel there.
_PANEL = 64


def screen_at(screens: Sequence[ScreenArea], point: QPoint) -> ScreenArea:
    """Return the screen that a point is on, or the nearest one; there must be one."""
    return min(screens, key=lambda one: _distance(one.whole, point))


def edge_of(screen: ScreenArea, icon: QRect) -> Edge:
    """Return the side of a screen at which an icon lies: where room is set aside for it, else the nearest."""
    whole, free, middle = screen.whole, screen.available, icon.center()
    far = {
        Edge.BOTTOM: (middle.y() <= free.bottom(), whole.bottom() - icon.bottom()),
        Edge.TOP: (middle.y() >= free.top(), icon.top() - whole.top()),
        Edge.RIGHT: (middle.x() <= free.right(), whole.right() - icon.right()),
        Edge.LEFT: (middle.x() >= free.left(), icon.left() - whole.left()),
    }
    return min(far, key=lambda one: far[one])


def beside_icon(screens: Sequence[ScreenArea], icon: QRect, size: QSize, gap: int) -> QRect:
    """Return the rectangle of a pop-up beside a tray icon, `gap` px inwards from its panel.

    It covers neither the icon nor the panel that it lies in, and stays on the icon's screen.
    """
    screen = screen_at(screens, icon.center())
    free = screen.available
    width, height = size.width(), size.height()
    x, y = icon.center().x() - width // 2, icon.center().y() - height // 2
    match edge_of(screen, icon):
        case Edge.BOTTOM:
            y = min(free.bottom() + 1, icon.top()) - gap - height
        case Edge.TOP:
            y = max(free.top() - 1, icon.bottom()) + 1 + gap
        case Edge.RIGHT:
            x = min(free.right() + 1, icon.left()) - gap - width
        case Edge.LEFT:
            x = max(free.left() - 1, icon.right()) + 1 + gap
    return kept_inside(free.adjusted(gap, gap, -gap, -gap), QRect(QPoint(x, y), size))


def corner_at(screens: Sequence[ScreenArea], pointer: QPoint) -> Corner:
    """Return the corner for a pop-up whose icon nobody knows the place of.

    The agent has just clicked it: a pointer at the side of a screen says where its panel is. Anywhere else it
    says nothing, and the corner is bottom right.
    """
    whole = screen_at(screens, pointer).whole
    if whole.adjusted(_PANEL, _PANEL, -_PANEL, -_PANEL).contains(pointer):
        return BOTTOM_RIGHT
    return nearest_corner(whole, QRect(pointer, QSize(1, 1)))


def clear_of(box: QRect, other: QRect, available: QRect, gap: int) -> QRect:
    """Return a rectangle moved off another one: above it, below it, or beside it, wherever there is room."""
    if not box.intersects(other):
        return box
    tries = (
        QPoint(box.x(), other.top() - gap - box.height()),
        QPoint(box.x(), other.bottom() + 1 + gap),
        QPoint(other.left() - gap - box.width(), box.y()),
        QPoint(other.right() + 1 + gap, box.y()),
    )
    moved = (QRect(one, box.size()) for one in tries)
    return next((one for one in moved if available.contains(one)), box)


def _distance(box: QRect, point: QPoint) -> int:
    across = max(box.left() - point.x(), point.x() - box.right(), 0)
    along = max(box.top() - point.y(), point.y() - box.bottom(), 0)
    return across + along
