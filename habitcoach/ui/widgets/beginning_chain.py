"""A chain that has only begun: the links so far, the open one, and those to come."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_strip import CLOSED, OPEN_REACH, chain_size, paint_link

_LINKS = 3
_SCALE = 2.0  #: the links of a streak, drawn larger
_TO_COME = 0.55  #: how strong the links are drawn that lie ahead


class BeginningChain(QWidget):
    """Some links: up to the open one in the colour of action, those behind it still open and grey."""

    def __init__(self, look: Look, links: int = _LINKS, *, scale: float = _SCALE) -> None:
        super().__init__()
        self._look = look
        self._links = links
        self._scale = scale
        self._closed = 0
        room = chain_size(look.theme, links) * scale
        self.setFixedSize(QSize(ceil(room.width()), ceil(room.height())))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def show_closed(self, closed: int) -> None:
        """Show so many closed links, as far as there are; the open one is behind them."""
        self._closed = min(closed, self._links - 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the links."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.scale(self._scale, self._scale)
        ahead = QColor(theme.color("line_strong"))
        ahead.setAlphaF(_TO_COME)
        for link in range(self._links):
            closed = link < self._closed
            painter.setBrush(theme.color("accent") if link <= self._closed else ahead)
            paint_link(painter, theme, link, CLOSED if closed else OPEN_REACH, tied_on=closed)
        painter.end()
