"""A streak drawn as a chain: closed links are kept periods, the open one waits."""

from math import ceil

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.theme import Theme

OPEN_REACH = 0.667  #: how far along the link's length the open one goes
CLOSED = 1.0
_SMOOTH = 0.03  #: no corners in the arcs, drawn larger and on dense screens, too


class ChainStrip(QWidget):
    """The last links of a chain of `length` closed links, and one open or just closed.

    The words stand beside it. With `rewarded` it wears the marigold of the reward moment, where the newest
    link is the one just earned.
    """

    def __init__(
        self,
        look: Look,
        length: int = 0,
        *,
        rewarded: bool = False,
        max_links: int | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._length = length
        self._rewarded = rewarded
        self._max = max_links or round(look.theme.chain("max_links"))
        self._closed = 0.0  # how far the newest link has closed, 0 open to 1
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._on_value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    @property
    def length(self) -> int:
        """Closed links of the chain, drawn or not."""
        return self._length

    @property
    def shown_links(self) -> int:
        """How many closed links are drawn."""
        return min(self._length, self._max)

    def set_length(self, length: int) -> None:
        """Show another chain."""
        self._motion.stop()
        self._length = length
        self._closed = 0.0
        self.updateGeometry()
        self.update()

    def close_link(self) -> None:
        """Close the open link, as after a done; at once when motion is reduced."""
        self._motion.stop()
        if self._look.reduced_motion:
            self._on_value(CLOSED)
            return
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(1.2)
        self._motion.setEasingCurve(curve)
        self._motion.setDuration(self._look.theme.motion("link_close"))
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(CLOSED)
        self._motion.start()

    def _on_value(self, value: float) -> None:
        self._closed = value
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the drawn links; one that may yet close has room for it."""
        reach = CLOSED if self._rewarded else OPEN_REACH
        room = chain_size(self._look.theme, self.shown_links + 1, reach)
        return QSize(ceil(room.width()), ceil(room.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chain."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        kept = theme.color("reward_text" if self._rewarded else "accent")
        for index in range(self.shown_links):
            painter.setBrush(kept)
            paint_link(painter, theme, index, CLOSED, tied_on=True)
        newest = theme.color("reward") if self._rewarded and self._closed > 0 else theme.color("line_strong")
        reach = OPEN_REACH + (CLOSED - OPEN_REACH) * min(self._closed, CLOSED)
        # The overshoot of the curve is felt as a nudge of the closing link along the chain.
        painter.translate(-max(0.0, self._closed - CLOSED) * theme.chain("gap"), 0)
        painter.setBrush(newest)
        paint_link(painter, theme, self.shown_links, reach, tied_on=False)
        painter.end()


def chain_size(theme: Theme, links: int, reach: float = OPEN_REACH) -> QSizeF:
    """Return the room that so many links take, the last of which goes up to `reach` of its length."""
    chain = theme.chain
    width = (links - 1) * (chain("link_width") + chain("gap")) + reach * chain("link_width") + chain("stroke")
    return QSizeF(width, chain("link_height") + chain("stroke"))


def paint_link(painter: QPainter, theme: Theme, index: int, reach: float, *, tied_on: bool) -> None:
    """Paint one link with the painter's brush, and the bar that ties it to the one before.

    It leaves a gap where a bar passes: its own, and the next link's when it is `tied_on` to one.
    """
    chain = theme.chain
    stroke, width, height = chain("stroke"), chain("link_width"), chain("link_height")
    left = stroke / 2 + index * (width + chain("gap"))
    middle = stroke / 2 + height / 2
    stroker = QPainterPathStroker()
    stroker.setWidth(stroke)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setCurveThreshold(_SMOOTH)
    link = stroker.createStroke(_outline(QRectF(left, stroke / 2, width, height), reach))
    before, after = _bar(theme, left - chain("gap"), middle), _bar(theme, left + width, middle)
    halo = QPainterPathStroker()
    halo.setWidth(chain("halo"))
    if index > 0:
        link = link.subtracted(halo.createStroke(before))
    if tied_on:
        link = link.subtracted(halo.createStroke(after))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(link)
    if index > 0:
        painter.drawPath(stroker.createStroke(before))


def _bar(theme: Theme, from_x: float, middle: float) -> QPainterPath:
    overlap = theme.chain("bar_overlap")
    path = QPainterPath(QPointF(from_x - overlap, middle))
    path.lineTo(from_x + theme.chain("gap") + overlap, middle)
    return path


def _outline(box: QRectF, reach: float) -> QPainterPath:
    """Return a link's centre line: a whole oval, or its left part up to `reach` of its length."""
    radius = box.height() / 2
    if reach >= CLOSED:
        whole = QPainterPath()
        whole.addRoundedRect(box, radius, radius)
        return whole
    # While it closes, the straight parts grow first and then the arc bends round from both sides.
    straight = box.width() - 2 * radius
    along = min(reach * box.width() - radius, straight)
    bend = 90.0 * max(0.0, (reach * box.width() - radius - straight) / radius)
    path = QPainterPath()
    end = QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius)
    path.arcMoveTo(end, 90 - bend) if bend else path.moveTo(box.left() + radius + along, box.top())
    if bend:
        path.arcTo(end, 90 - bend, bend)
    path.lineTo(box.left() + radius, box.top())
    path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 90, 180)
    path.lineTo(box.left() + radius + along, box.bottom())
    if bend:
        path.arcTo(end, 270, bend)
    return path
