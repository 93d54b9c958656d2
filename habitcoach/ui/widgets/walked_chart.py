"""A painted chart as one stop of the keyboard: arrow keys walk its marks, and each says what it is."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings

_BUBBLE_GAP = 8.0
_AROUND = 2.0  #: how far the ring lies outside the mark walked to


class WalkedChart(QWidget):
    """The base of charts. The accessible name is the mark walked to, the description the whole.

    A chart gives the number of its marks, their places and words, and paints itself in `draw`. The words of
    the mark under the pointer, or of the one walked to, stand beside it in a bubble.
    """

    spoken_role = QAccessible.Role.Chart
    walked = Signal(int)  #: the mark that the keyboard has reached
    opened = Signal(int)  #: the mark that Enter or a double click asks about

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self._at = 0
        self._under: int | None = None
        self._whole = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        FocusRings(look, self)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    # ---- what a chart gives

    def count(self) -> int:
        """Return how many marks can be walked."""
        raise NotImplementedError

    def words(self, at: int) -> str:
        """Return what a mark says."""
        raise NotImplementedError

    def place(self, at: int) -> QRectF:
        """Return where a mark is, in pixels of the widget."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint the chart."""
        raise NotImplementedError

    def step(self, at: int, key: Qt.Key) -> int | None:
        """Return the mark that an arrow key leads to; None for a key that means nothing here."""
        onwards = Qt.Key.Key_Left if self.mirrored else Qt.Key.Key_Right
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return at + (1 if key == onwards else -1)
        return None

    # ---- what a chart uses

    @property
    def mirrored(self) -> bool:
        """Whether time runs from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def leading(self) -> Qt.AlignmentFlag:
        """How text stands at the side where the language begins a line, in the middle of its height."""
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    @property
    def trailing(self) -> Qt.AlignmentFlag:
        """How text stands at the other side."""
        side = Qt.AlignmentFlag.AlignLeft if self.mirrored else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    @property
    def at(self) -> int:
        """The mark walked to."""
        return self._at

    def show_marks(self, whole: str, at: int) -> None:
        """Say what the whole chart shows, and begin at a mark; call it when the marks have changed."""
        self._whole, self._under = whole, None
        self._at = max(0, min(at, self.count() - 1))
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.words(self._at) if self.count() else self._whole)
        self.setAccessibleDescription(self._whole if self.count() else "")

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks, and ask about one by Enter; other keys are left to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.count():
            self.opened.emit(self._at)
            return
        wanted = self._wanted(Qt.Key(event.key()))
        if wanted is None or not self.count():
            super().keyPressEvent(event)
            return
        self.walk_to(wanted)

    def _wanted(self, key: Qt.Key) -> int | None:
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return self.count() - 1
        return self.step(self._at, key)

    def walk_to(self, at: int) -> None:
        """Go to a mark, the nearest one there is, and say what it is."""
        self._under = None
        found = max(0, min(at, self.count() - 1))
        if found != self._at:
            self._at = found
            self._name()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words(found)))
            self.walked.emit(found)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the words of the mark under the pointer."""
        self._look_under(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no mark's words any more."""
        self._look_under(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the mark the keyboard is at."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark that is pressed."""
        found = self._mark_at(event.position())
        if found is not None:
            self.walk_to(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask about the mark that is pressed."""
        found = self._mark_at(event.position())
        if found is not None:
            self.opened.emit(found)

    def _look_under(self, found: int | None) -> None:
        if found != self._under:
            self._under = found
            self.update()

    def _mark_at(self, where: QPointF) -> int | None:
        """Return the mark nearest to a point, if the point is on it or close by."""
        reach = self.look.theme.space(2) / 2
        near = [
            at
            for at in range(self.count())
            if self.place(at).adjusted(-reach, -reach, reach, reach).contains(where)
        ]
        return min(near, key=lambda at: _distance(self.place(at).center(), where), default=None)

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and the words of one mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each text runs as its own letters do; where it stands is said by `leading`.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.draw(painter)
        shown = self._shown()
        if shown is not None:
            self._bubble(painter, self.place(shown), self.words(shown))
        painter.end()

    def _shown(self) -> int | None:
        if self._under is not None:
            return self._under
        return self._at if self.hasFocus() and self.count() else None

    def _bubble(self, painter: QPainter, mark: QRectF, words: str) -> None:
        theme = self.look.theme
        painter.setPen(QPen(theme.color("focus"), theme.border("focus_width")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.radius("heat_cell") + _AROUND
        painter.drawRoundedRect(mark.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), radius, radius)
        font = theme.font("small")
        metrics = QFontMetricsF(font)
        pad = float(theme.space(2))
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 2 * pad - 2)
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * pad + 1, theme.line_height("small") + pad)
        box.moveCenter(mark.center())
        box.moveBottom(mark.top() - _BUBBLE_GAP)
        if box.top() < 0:
            box.moveTop(mark.bottom() + _BUBBLE_GAP)
        box.moveLeft(max(0.5, min(box.left(), self.width() - box.width() - 0.5)))
        painter.setPen(QPen(theme.color("popup_line"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box, theme.radius("tile"), theme.radius("tile"))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
