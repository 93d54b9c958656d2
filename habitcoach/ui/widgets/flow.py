"""A row of chips that goes on in the next line where there is no more room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Sets its widgets in lines, as words in a paragraph, from where the language begins a line.

    A widget and not a QLayout: its height for a width then counts in every layout around it.
    """

    def __init__(self, spacing: int, *, last_at_end: bool = False) -> None:
        """Take the room between two; `last_at_end` sets the last one at the end of its line."""
        super().__init__()
        self._spacing = spacing
        self._last_at_end = last_at_end
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def widgets(self) -> Sequence[QWidget]:
        """All of them, in order."""
        return self._widgets

    def add(self, widget: QWidget) -> None:
        """Take a widget at the end."""
        self._widgets.append(widget)
        widget.setParent(self)
        widget.show()
        self.settle()

    def remove(self, widget: QWidget) -> None:
        """Give a widget up; it is hidden, not deleted."""
        self._widgets.remove(widget)
        widget.hide()
        self.settle()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(width, moving=False)

    def sizeHint(self) -> QSize:
        """Return one line of all widgets."""
        hints = [one.sizeHint() for one in self._widgets if not one.isHidden()]
        wide = sum(hint.width() + self._spacing for hint in hints)
        return QSize(max(0, wide - self._spacing), max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest widget."""
        widest = max((one.minimumSizeHint().width() for one in self._widgets), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the widgets anew."""
        super().resizeEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        """Set the widgets anew when one of them has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.settle()
        return super().event(event)

    def settle(self) -> None:
        """Set the widgets anew; hidden ones take no room."""
        self.setMinimumHeight(self._place(self.width(), moving=True))
        self.updateGeometry()

    def _place(self, width: int, *, moving: bool) -> int:
        top = 0
        last = next((one for one in reversed(self._widgets) if not one.isHidden()), None)
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            left = 0
            for widget, size in line:
                if self._last_at_end and widget is last:
                    left = max(left, width - size.width())
                if moving:
                    x = width - left - size.width() if self.isRightToLeft() else left
                    widget.setGeometry(x, top + (height - size.height()) // 2, size.width(), size.height())
                left += size.width() + self._spacing
            top += height + self._spacing
        return max(0, top - self._spacing)

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        taken = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
            size.setWidth(min(size.width(), max(width, widget.minimumSizeHint().width())))
            if not lines or taken + size.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((widget, size))
            taken += size.width() + self._spacing
        return lines
