"""The sign of a page that has little to show yet: the links so far, the open one, and those to come."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from habitcoach.ui.look import Look

_LINKS = 4
_SCALE = 1.75  #: the links of a streak, drawn larger


class BeginningChain(QWidget):
    """Some links: up to the open one in the colour of action, those behind it still grey."""

    def __init__(self, look: Look, links: int = _LINKS) -> None:
        super().__init__()
        self._look = look
        self._links = links
        self._closed = 0
        chain = look.theme.chain
        pitch = (chain("link_width") + chain("gap")) * _SCALE
        self.setFixedSize(
            QSize(round(pitch * links), round((chain("link_height") + 2 * chain("stroke")) * _SCALE))
        )
        look.changed.connect(self.update)

    def show_closed(self, closed: int) -> None:
        """Show so many closed links, as far as there are; the open one is behind them."""
        self._closed = min(closed, self._links - 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the links."""
        theme = self._look.theme
        chain = theme.chain
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high, gap = (chain(name) * _SCALE for name in ("link_width", "link_height", "gap"))
        stroke = chain("stroke") * _SCALE
        top = (self.height() - high) / 2
        for number in range(self._links):
            left = stroke + number * (wide + gap)
            color = theme.color("accent" if number <= self._closed else "line_strong")
            if number > self._closed:
                color.setAlphaF(0.55)
            whole = number < self._links - 1 and number != self._closed
            self._link(painter, QRectF(left, top, wide, high), QPen(color, stroke), whole=whole)
            if number:
                reach = chain("bar_overlap") * _SCALE
                middle = top + high / 2
                painter.setPen(QPen(theme.color("page"), stroke * 2.2))
                painter.drawLine(QLineF(left - gap - reach + stroke, middle, left + reach - stroke, middle))
                pen = QPen(color, stroke)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLine(QLineF(left - gap - reach, middle, left + reach, middle))
        painter.end()

    @staticmethod
    def _link(painter: QPainter, box: QRectF, pen: QPen, *, whole: bool) -> None:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        radius = box.height() / 2
        if whole:
            painter.drawRoundedRect(box, radius, radius)
            return
        end = box.left() + box.width() * 0.7
        painter.drawArc(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 90 * 16, 180 * 16)
        painter.drawLine(QLineF(box.left() + radius, box.top(), end, box.top()))
        painter.drawLine(QLineF(box.left() + radius, box.bottom(), end, box.bottom()))
