"""The order of the keyboard, where parts are built anew and the order of building is not that of reading."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from habitcoach.ui.widgets.flow import Flow


def order_as_laid_out(holder: QWidget) -> None:
    """Have the Tab key go through a part as its layouts run."""
    for first, second in pairwise(stops_in(holder)):
        QWidget.setTabOrder(first, second)


def stops_in(one: QWidget) -> Iterator[QWidget]:
    """Yield what the keyboard can stop at, as layouts run; hidden parts, too."""
    if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield one
    elif isinstance(one, Flow):
        for part in one.widgets:
            yield from stops_in(part)
    elif isinstance(one, QScrollArea):
        inner = one.widget()
        if inner is not None:
            yield from stops_in(inner)
    else:
        yield from _in_layout(one.layout())


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield from stops_in(widget)
        else:
            yield from _in_layout(item.layout())
