"""A frameless window over all others, with its shadow painted around it: the tray panel, the quick bar."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from habitcoach.ui.compositing import can_be_translucent
from habitcoach.ui.cue_card.shadow import paint_shadow
from habitcoach.ui.cue_card.surface import MARGIN
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.panel import paint_panel, panel_path, panel_region

#: A window that has no keyboard for so long has been left; window managers take it away for a moment, too.
LEFT_MS = 120
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
        self._least = 0
        self.rewarded = False  #: whether its ground is that of a reward
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not takes_keyboard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
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

    def fit(self, place: Callable[[QSize], QRect]) -> None:
        """Take the size its content needs, at the place that `place(size)` says."""
        self._panel.ensurePolished()
        # Wrapped labels know how high they are only once they have their width.
        for _ in range(2):
            self.put(place(self._needed()))
            self._panel.setGeometry(QRect(QPoint(MARGIN, MARGIN), self.box.size()))
            self.body.activate()

    def _needed(self) -> QSize:
        # A part that was hidden or shown while nobody saw it has told no layout.
        for part in self._panel.findChildren(QWidget):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
        self.body.invalidate()
        # Larger text, and longer words of another language, get more room: none are cut.
        normal = round(self._width_at_normal * max(1.0, self._look.theme.text_scale))
        width = max(normal, self.body.minimumSize().width(), self._least)
        tall = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1
        return QSize(width, tall if tall > 0 else self.body.sizeHint().height())

    def keep_width(self, *, kept: bool) -> None:
        """Say whether it stays at least as wide as it is now: what shrinks while one types disturbs."""
        self._least = self.box.width() if kept else 0

    def put(self, box: QRect) -> None:
        """Put it at a place on the desktop."""
        self._shadow = can_be_translucent(QGuiApplication.platformName())
        self.setGeometry(box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        if self._shadow:
            self.clearMask()
            return
        self.setMask(panel_region(self._look.theme, QRect(QPoint(MARGIN, MARGIN), box.size())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and ground."""
        box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        theme = self._look.theme
        painter = QPainter(self)
        if self._shadow:
            paint_shadow(painter, theme, box, MARGIN)
        else:
            # No desktop shows through where its line only half covers a pixel of the corner.
            painter.fillRect(box, theme.color("reward_line" if self.rewarded else "popup_line"))
        paint_panel(painter, theme, panel_path(theme, box), rewarded=self.rewarded)
        painter.end()
