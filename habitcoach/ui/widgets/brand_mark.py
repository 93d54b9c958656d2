"""The app's mark: an open loop with its dot."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from habitcoach.assets import asset
from habitcoach.ui.look import Look


class BrandMark(QWidget):
    """The mark in the colours of the theme; text beside it says what it stands for."""

    def __init__(self, look: Look, side: int) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(side, side))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        name = "mark-on-dark.svg" if self._look.theme.dark else "mark-on-light.svg"
        painter = QPainter(self)
        QSvgRenderer(str(asset("icons", name))).render(painter, QRectF(self.rect()))
        painter.end()
