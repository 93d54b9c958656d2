"""The window that carries a card's faces: its shape, shadow, place, rise and fade."""

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from habitcoach.ui.compositing import can_be_translucent
from habitcoach.ui.cue_card.shadow import paint_shadow
from habitcoach.ui.look import Look
from habitcoach.ui.placement import BOTTOM_RIGHT, Corner, kept_inside, resized
from habitcoach.ui.widgets.panel import panel_region

MARGIN = 32  #: transparent room around the card for its shadow
_RISE = 8
_REDUCED_MS = 80
# Elsewhere (Wayland, offscreen) Qt cannot fade a window and would warn at every step.
_FADING_PLATFORMS = frozenset({"xcb", "windows", "cocoa"})
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.NoDropShadowWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class Surface(QWidget):
    """A frameless pop-up that takes no keyboard unless it is told to. `width` is at normal text size."""

    placed = Signal(QPoint)  #: the agent has dragged the card's top left corner here
    hovered = Signal(bool)

    def __init__(self, look: Look, width: int) -> None:
        super().__init__(None, _FLAGS)
        self._look = look
        self._width_at_normal = width
        self._corner = BOTTOM_RIGHT
        self._box = QRect(0, 0, width, 0)
        self._face: QWidget | None = None
        self._grip: QPoint | None = None
        self._dragged = False
        self._lift = 0.0
        self._leaving = False
        self._typing = False
        self._strength = 0.0
        self._shadow = True
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._on_motion)
        self._motion.finished.connect(self._on_motion_end)
        self._veil = _Veil(self)
        look.changed.connect(self._redress)

    def _redress(self) -> None:
        """Take the width that the present text size asks for, and the height that comes of it."""
        if self._face is not None:
            self._face.setFixedWidth(self._width)
            self.fit()
        self.update()

    def set_width(self, width: int) -> None:
        """Have the next face this wide, at normal text size."""
        self._width_at_normal = width

    @property
    def _width(self) -> int:
        # Larger text gets a wider card, so that no button's words are cut.
        return round(self._width_at_normal * max(1.0, self._look.theme.text_scale))

    @property
    def box(self) -> QRect:
        """Where the card is on the desktop, without the margin of its shadow."""
        return self._box

    def set_face(self, face: QWidget, *, fade: bool = False) -> None:
        """Show another face; with `fade` the former one dissolves into it."""
        old = self._face
        picture = old.grab() if fade and old is not None and self.isVisible() else None
        self._face = face
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        face.setFixedWidth(self._width)
        self._layout.addWidget(face)
        face.show()
        self.fit()
        if picture is not None:
            self._veil.dissolve(picture, self._corner, self._look)

    def fit(self) -> None:
        """Take the height the face needs; the card grows away from its corner."""
        if self._face is None:
            return
        self._face.ensurePolished()
        layout = self._face.layout()
        if layout is not None:
            layout.activate()
        tall = self._face.heightForWidth(self._width) if self._face.hasHeightForWidth() else -1
        low = self._face.minimumSizeHint() if tall > 0 else self._face.sizeHint()
        height = max(tall, low.height(), self._face.minimumHeight())
        self._layout.activate()  # or a face that has grown smaller keeps the window large
        self._move_to(resized(self._box, QSize(self._width, height), self._corner))

    def present(self, box: QRect, corner: Corner) -> None:
        """Show the card at a place, rising 8 px while it fades in; it keeps its size."""
        self._corner = corner
        self._box = QRect(box.topLeft(), self._box.size())
        self._leaving = False
        self._shadow = can_be_translucent(QGuiApplication.platformName())
        if self.isVisible() and self._strength == 1.0:
            self._move_to(self._box)
            return
        self._on_motion(0.0)
        self.show()
        self.raise_()
        self._run("card_in", QEasingCurve.Type.OutCubic, 0.0, 1.0)

    def withdraw(self) -> None:
        """Fade out and hide."""
        if self.isVisible() and not self._leaving:
            self._leaving = True
            self._run("card_out", QEasingCurve.Type.InCubic, self._strength, 0.0)

    @property
    def leaving(self) -> bool:
        """Whether it is fading out or gone."""
        return self._leaving or not self.isVisible()

    def accept_focus(self, *, accepted: bool) -> None:
        """Let the card take the keyboard, because the agent asked to type, or stop that."""
        if accepted == self._typing:
            return
        self._typing = accepted
        # In place: QWidget.setWindowFlag would hide the card.
        self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accepted)
        if accepted:
            self.activateWindow()
        else:
            # The keyboard goes back to where it was only when the window goes; what follows shows it anew.
            self.hide()

    def _run(self, motion: str, curve: QEasingCurve.Type, start: float, end: float) -> None:
        self._motion.stop()
        reduced = self._look.reduced_motion
        self._motion.setDuration(_REDUCED_MS if reduced else self._look.theme.motion(motion))
        self._motion.setEasingCurve(curve)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.start()

    def _on_motion(self, value: float) -> None:
        self._strength = value
        if QGuiApplication.platformName() in _FADING_PLATFORMS:
            self.setWindowOpacity(value)
        moves = not (self._look.reduced_motion or self._leaving)
        self._lift = (1.0 - value) * _RISE if moves else 0.0
        self._move_to(self._box)

    def _on_motion_end(self) -> None:
        if self._leaving:
            self._leaving = False
            self.hide()

    def _move_to(self, box: QRect) -> None:
        screen = QGuiApplication.screenAt(box.center()) or self.screen()
        self._box = kept_inside(screen.availableGeometry(), box)
        outer = self._box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        self.setGeometry(outer.translated(0, round(self._lift)))
        if self._shadow:
            self.clearMask()
        else:
            self.setMask(panel_region(self._look.theme, QRect(QPoint(MARGIN, MARGIN), self._box.size())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shadow, or what stands for the desktop where a line half covers a pixel of the corner."""
        theme = self._look.theme
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self._shadow:
            paint_shadow(painter, theme, box, MARGIN)
        else:
            painter.fillRect(box, theme.color("popup_line"))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer is on the card."""
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer has left."""
        super().leaveEvent(event)
        self.hovered.emit(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self._box.topLeft()
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._grip is None:
            return
        target = event.globalPosition().toPoint() - self._grip
        if (
            not self._dragged
            and (target - self._box.topLeft()).manhattanLength() < QApplication.startDragDistance()
        ):
            return
        self._dragged = True
        self._move_to(QRect(target, self._box.size()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag and say where."""
        if self._dragged:
            area = self.screen().availableGeometry().center()
            middle = self._box.center()
            self._corner = Corner(right=middle.x() >= area.x(), bottom=middle.y() >= area.y())
            self.placed.emit(self._box.topLeft())
        self._grip = None
        self._dragged = False


class _Veil(QWidget):
    """The picture of a former face, dissolving."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._strength = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._on_value)
        self._motion.finished.connect(self.hide)
        self.hide()

    def dissolve(self, picture: QPixmap, corner: Corner, look: Look) -> None:
        """Lay a picture over the face and let it go."""
        self._motion.stop()
        self._picture = picture
        size = picture.deviceIndependentSize().toSize()
        room = self._card.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        top = room.bottom() + 1 - size.height() if corner.bottom else room.top()
        self.setGeometry(QRect(QPoint(room.left(), top), size))
        self._strength = 1.0
        self._motion.setDuration(
            _REDUCED_MS if look.reduced_motion else look.theme.motion("reward_cross_fade")
        )
        self.show()
        self.raise_()
        self._motion.start()

    def _on_value(self, value: float) -> None:
        self._strength = value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
