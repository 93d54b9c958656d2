"""What all faces of the card share: the ground and its padding."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.panel import paint_panel, panel_path


class Face(QWidget):
    """One of the things a card can show. `body` is its layout, inside the padding of the pictures."""

    #: Width of the padding, with the hairline.
    edge = 17

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(self.edge, self.edge, self.edge, self.edge)
        self.body.setSpacing(0)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        theme = self._look.theme
        paint_panel(painter, theme, panel_path(theme, QRectF(self.rect())), rewarded=False)
        painter.end()
