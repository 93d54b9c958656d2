"""One mark beside a text."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.marks import Mark, paint_mark, square


class MarkIcon(QWidget):
    """A mark in the middle of the first line of the text beside it."""

    def __init__(self, look: Look, mark: Mark, size: int, style: str = "body", ground: str = "card") -> None:
        super().__init__()
        self._look, self._mark, self._side, self._ground = look, mark, size, ground
        self._style = style
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFixedSize(QSize(self._side + 2, self._look.theme.line_height(self._style)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        box = square(QRectF(self.rect()).center(), self._side)
        paint_mark(painter, self._look.theme, self._mark, box, self._ground)
        painter.end()
