"""A frameless window over all others, with its shadow painted around it: the tray panel, the quick bar."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.ui.compositing import can_be_translucent
from habitcoach.ui.cue_card.shadow import paint_shadow
from habitcoach.ui.cue_card.surface import MARGIN
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.panel import paint_panel, panel_path

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.NoDropShadowWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
)


class Popup(QWidget):
    """Holds what is put into `body`. It takes the keyboard only when the agent has asked for it."""

    def __init__(self, look: Look, width: int, *, takes_keyboard: bool) -> None:
        """Take the width at normal text size."""
        flags = _FLAGS if takes_keyboard else _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self._look = look
        self._width_at_normal = width
        self._shadow = True
        self.rewarded = False  #: whether its ground is that of a reward
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not takes_keyboard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._panel = QWidget()
        outer.addWidget(self._panel)
        self.body = QVBoxLayout(self._panel)  #: inside the hairline
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        look.changed.connect(self.update)

    @property
    def box(self) -> QRect:
        """Where it is on the desktop, without the margin of its shadow."""
        return self.geometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    @property
    def box_width(self) -> int:
        """How wide it is; larger text gets more room, so that no words are cut."""
        return round(self._width_at_normal * max(1.0, self._look.theme.text_scale))

    def box_height(self) -> int:
        """Return how high its content is at its width."""
        self._panel.ensurePolished()
        self.body.activate()
        if self.body.hasHeightForWidth():
            return self.body.totalHeightForWidth(self.box_width)
        return self.body.sizeHint().height()

    def put(self, box: QRect) -> None:
        """Put it at a place on the desktop."""
        self._shadow = can_be_translucent(QGuiApplication.platformName())
        self.setGeometry(box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        if self._shadow:
            self.clearMask()
            return
        inner = QRectF(0, 0, box.width(), box.height())
        outline = panel_path(self._look.theme, inner).toFillPolygon().toPolygon()
        self.setMask(QRegion(outline).translated(QPoint(MARGIN, MARGIN)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and ground."""
        box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        theme = self._look.theme
        painter = QPainter(self)
        if self._shadow:
            paint_shadow(painter, theme, box, MARGIN)
        paint_panel(painter, theme, panel_path(theme, box), rewarded=self.rewarded)
        painter.end()
