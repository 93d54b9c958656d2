"""What the keyboard reaches is scrolled into sight, whole and with its ring."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from habitcoach.ui.look import Look


class FocusInSight(QObject):
    """Qt looks after a field's caret, and only while the focus stays in one area; this after the rest."""

    def __init__(self, look: Look, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        application.focusChanged.connect(self._reveal)

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        # What moves under the pointer while it is pressed would not be clicked.
        if now is None or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        area = now.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                self._scroll(area, now)
            area = None if area.isWindow() else area.parentWidget()

    def _scroll(self, area: QScrollArea, control: QWidget) -> None:
        inner = area.widget()
        if inner is None:
            return
        theme = self._look.theme
        reach = theme.border("focus_width") + theme.border("focus_offset")
        box = QRect(control.mapTo(inner, QPoint()), control.size()).adjusted(-reach, -reach, reach, reach)
        if box.height() > area.viewport().height() or isinstance(control, QAbstractItemView):
            return  # a list keeps its current row in sight itself
        middle = box.center()
        area.ensureVisible(middle.x(), middle.y(), box.width() // 2 + 1, box.height() // 2 + 1)
