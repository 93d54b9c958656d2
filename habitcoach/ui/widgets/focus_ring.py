"""The focus ring: 2 px wide, 2 px outside the control that the keyboard has reached."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from habitcoach.ui.look import Look
from habitcoach.ui.theme import Theme

_BY_KEYBOARD = frozenset({
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
})  # fmt: skip
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class FocusRing(QWidget):
    """A ring around a control, beside it: style sheets cannot paint outside a control.

    It lives from one focus-in to the focus-out, and dies with what it lies on: the nearest widget around the
    control that has room for it.
    """

    def __init__(self, look: Look, target: QWidget) -> None:
        super().__init__(_ground(look.theme, target))
        self._look = look
        self._target = target
        # Once more when the layouts around have come to rest.
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._go)
        look.changed.connect(self.place)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What lies between is moved by layouts, too.
        between = target.parentWidget()
        while between is not None and between is not self.parentWidget():
            between.installEventFilter(self)
            between = between.parentWidget()
        self.place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the control lies on; no event is kept from it."""
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        theme = self._look.theme
        width = theme.border("focus_width")
        radius = theme.radius("control") + theme.border("focus_offset")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()

    def place(self) -> None:
        """Go where the control is."""
        self._go()
        self._later.start()

    def _go(self) -> None:
        ground = self.parentWidget()
        if ground is not None and isValid(self._target):
            self.setGeometry(_around(self._look.theme, self._target, ground))
            self.raise_()
            self.update()


def _around(theme: Theme, target: QWidget, ground: QWidget) -> QRect:
    reach = theme.border("focus_width") + theme.border("focus_offset")
    place = QRect(target.mapTo(ground, QPoint()), target.size())
    return place.adjusted(-reach, -reach, reach, reach)


def _ground(theme: Theme, target: QWidget) -> QWidget | None:
    """Return what a ring can lie on without being cut off; it never leaves what scrolls with the control."""
    ground = target.parentWidget()
    while ground is not None and not ground.rect().contains(_around(theme, target, ground)):
        above = ground.parentWidget()
        if ground.isWindow() or above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        ground = above
    return ground


class FocusRings(QObject):
    """Gives one control its ring whenever the keyboard reaches it. Owned by the control."""

    def __init__(self, look: Look, control: QWidget) -> None:
        super().__init__(control)
        self._look = look
        self._control = control
        self._ring: FocusRing | None = None
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the control; no event is kept from it."""
        if isinstance(event, QFocusEvent):
            self._drop()
            by_keyboard = event.gotFocus() and event.reason() in _BY_KEYBOARD
            if by_keyboard and self._control.parentWidget() is not None:
                self._ring = FocusRing(self._look, self._control)
        elif self._ring is not None and event.type() in _MOVES and isValid(self._ring):
            self._ring.place()
        elif event.type() == QEvent.Type.Hide:
            self._drop()
        return super().eventFilter(watched, event)

    def _drop(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):
            ring.hide()  # at once: whoever asks before it is deleted is to find no ring
            ring.deleteLater()
