"""Whether everything has room: no text is cut off, nothing lies over another, no target is too small."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

LEAST_TARGET = 28
#: What a button's text can do without of the room around it, both sides together.
_PADDING = 18
#: What lies over others on purpose.
_OVER = {"undo_bar", "focus_ring", "FocusRing", "SearchField"}


def cut_off(widget: QWidget) -> list[str]:
    """Return the labels and buttons whose text needs more room than they have."""
    return [
        f"{_told(one)} {one.property('text')!r:.60}: {needed} in {had}"
        for one, needed, had in _needs(widget)
        if needed > had
    ]


def _needs(widget: QWidget) -> Iterator[tuple[QWidget, int, int]]:
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            yield label, label.heightForWidth(label.width()), label.height()
        elif not getattr(label, "elides", False):
            yield label, label.minimumSizeHint().width(), label.width()
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            yield button, button.sizeHint().width() - _PADDING, button.width()
            yield button, button.fontMetrics().height(), button.height()


def small_targets(widget: QWidget) -> list[str]:
    """Return what is to be hit and too small for it."""
    return [
        f"{_told(one)}: {one.width()} x {one.height()}"
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for one in widget.findChildren(kind)
        if one.isVisible()
        and min(one.width(), one.height()) < LEAST_TARGET
        and not one.objectName().startswith("qt_")
    ]


def overlapping(widget: QWidget) -> list[str]:
    """Return pairs of one parent that lie over each other."""
    faults = []
    for parent in [widget, *widget.findChildren(QWidget)]:
        if not parent.isVisible() or parent.layout() is None:
            continue
        laid = [one for one in _laid_out(parent) if one.isVisible()]
        for place, one in enumerate(laid):
            faults += [
                f"{_told(parent)}: {_told(one)} over {_told(two)}"
                for two in laid[place + 1 :]
                if _boxed(one).intersects(_boxed(two))
            ]
    return faults


def _laid_out(parent: QWidget) -> list[QWidget]:
    layout = parent.layout()
    return [
        one
        for one in parent.children()
        if isinstance(one, QWidget)
        and layout is not None
        and not one.isWindow()
        and _holds(layout, one)
        and {one.objectName(), type(one).__name__}.isdisjoint(_OVER)
    ]


def _holds(layout: object, one: QWidget) -> bool:
    index = layout.indexOf(one)  # type: ignore[attr-defined]
    if index >= 0:
        return True
    count = layout.count()  # type: ignore[attr-defined]
    inner = [layout.itemAt(place).layout() for place in range(count)]  # type: ignore[attr-defined]
    return any(below is not None and _holds(below, one) for below in inner)


def _boxed(one: QWidget) -> QRect:
    return one.geometry().adjusted(1, 1, -1, -1)


def sticking_out(widget: QWidget) -> list[str]:
    """Return what lies beyond the edge of its parent, where nothing scrolls."""
    faults = []
    for one in widget.findChildren(QWidget):
        parent = one.parentWidget()
        if not one.isVisible() or parent is None or one.isWindow() or one.objectName().startswith("qt_"):
            continue
        if isinstance(parent.parentWidget(), QScrollArea) or parent.objectName() == "qt_scrollarea_viewport":
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(QRect(one.pos(), one.size())):
            if _is_over(one):
                continue
            faults.append(
                f"{_told(one)} {one.geometry().getRect()} in {_told(parent)} {parent.size().toTuple()}"
            )
    return faults


def _is_over(one: QWidget) -> bool:
    return bool({one.objectName(), type(one).__name__} & _OVER) or one.size().isEmpty()


def _told(one: QWidget) -> str:
    names = [name for name in (one.objectName(),) if name] or [type(one).__name__]
    parent = one.parentWidget()
    while parent is not None and len(names) < 3:
        if parent.objectName() and not parent.objectName().startswith(("qt_", "scrolled")):
            names.append(parent.objectName())
        parent = parent.parentWidget()
    return " < ".join(names)


__all__ = ["LEAST_TARGET", "QPoint", "cut_off", "overlapping", "small_targets", "sticking_out"]
