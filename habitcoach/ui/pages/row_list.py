"""A list of occasions on Today: what waits beside the cards, Later, Held, Passed or Done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from habitcoach.ui.day_rows import Row
from habitcoach.ui.look import Look
from habitcoach.ui.pages.row_delegate import (
    COMING,
    ICON,
    ROW_END,
    ROW_INSET,
    SIGN_WIDTH,
    TIME_WIDTH,
    RowDelegate,
    RowStyle,
    row_height,
)
from habitcoach.ui.pages.row_model import ROW_ROLE, RowModel

_Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """As tall as its rows; the page scrolls, not the list."""

    done_asked = Signal(object)  #: Row
    menu_asked = Signal(object, QPoint)  #: Row, and where on the screen
    skip_asked = Signal(object, QPoint)
    snooze_asked = Signal(object, QPoint)
    shown = Signal(QRect)  #: the current row, in the list's own coordinates

    def __init__(self, look: Look, name: str, title: str, row_style: RowStyle = COMING) -> None:
        super().__init__()
        self._look, self._style = look, row_style
        self._rows = RowModel(self)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(look, row_style, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._context)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows, keeping the current one current."""
        self._rows.show_rows(rows)
        self._fit()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        return self._rows.rows()

    def current_row(self) -> Row | None:
        """Return the row that keys act on."""
        found = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, Row) else None

    def _fit(self) -> None:
        self.setFixedHeight(self._rows.rowCount() * row_height(self._look, self._style.height))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row current when the list is entered by the keyboard, and the page show it.

        Whoever comes back to the window finds the page as it was left.
        """
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        super().focusInEvent(event)
        if self.currentIndex().isValid() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.shown.emit(self.visualRect(self.currentIndex()))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Ask the page to keep the current row in sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.shown.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D or Space: done. Z: snooze. S: skip. Enter: all answers. Up and Down leave at the ends."""
        row = self.current_row()
        act = self._action(event) if row is not None and self._style.menu else None
        if act is not None:
            act(row)
            return
        at = self.currentIndex().row()
        leaving = (event.key() == Qt.Key.Key_Up and at <= 0) or (
            event.key() == Qt.Key.Key_Down and at >= self._rows.rowCount() - 1
        )
        if leaving:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Callable[[Row | None], None] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        match event.key():
            case Qt.Key.Key_D | Qt.Key.Key_Space:
                return self.done_asked.emit
            case Qt.Key.Key_Z:
                return lambda row: self.snooze_asked.emit(row, self._below_current())
            case Qt.Key.Key_S:
                return lambda row: self.skip_asked.emit(row, self._below_current())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Menu:
                return lambda row: self.menu_asked.emit(row, self._below_current())
        return None

    def _below_current(self) -> QPoint:
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(
            QPoint(box.left() + TIME_WIDTH + SIGN_WIDTH + ROW_INSET, box.bottom())
        )

    def _context(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid() and self._style.menu:
            self.menu_asked.emit(index.data(ROW_ROLE), self.viewport().mapToGlobal(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu of a row whose three dots were clicked."""
        super().mouseReleaseEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        from_end = where.x() if mirrored else self.viewport().width() - where.x()
        at_dots = from_end < 2 * ROW_INSET + ROW_END + ICON + 8
        if index.isValid() and at_dots and self._style.menu and event.button() == Qt.MouseButton.LeftButton:
            self.menu_asked.emit(index.data(ROW_ROLE), self.viewport().mapToGlobal(where))
