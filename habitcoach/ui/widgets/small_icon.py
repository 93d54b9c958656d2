"""A small line icon beside a text that says the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look

_SIDE = 16


class SmallIcon(QWidget):
    """An icon in a colour of the tokens, 16 px wide unless `side` says otherwise."""

    def __init__(self, look: Look, name: str, tint: str = "text2", *, side: int = _SIDE) -> None:
        super().__init__()
        self._look, self._icon, self._tint = look, name, tint
        self.setFixedSize(QSize(side, side))
        look.changed.connect(self.update)

    def show_icon(self, name: str, tint: str) -> None:
        """Show another icon."""
        self._icon, self._tint = name, tint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, pixmap(self._look, self._icon, self._tint, self.width(), ratio))
        painter.end()
