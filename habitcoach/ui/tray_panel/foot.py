"""The foot of the tray panel: what comes next, how far the shift is, and three buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.tray_panel.panel_words import foot_text, shift_share
from habitcoach.ui.tray_pauses import fill_pause_menu
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_BAR = 4


class ShiftBar(QWidget):
    """How much of the shift is over; the words beside it say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(_BAR * 10, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw groove and share, from the leading edge on."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), _BAR / 2, _BAR / 2)
        if self._share:
            width = max(float(_BAR), self.width() * self._share)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.setBrush(theme.color("accent"))
            left = self.width() - width if mirrored else 0.0
            painter.drawRoundedRect(QRectF(left, 0, width, _BAR), _BAR / 2, _BAR / 2)
        painter.end()


class Foot(QWidget):
    """What comes next, and the way to everything that is not on the panel."""

    new_promise = Signal()
    pause = Signal(object)  #: minutes, or "shift" or "day": until its end
    resume = Signal()
    open_window = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._view: TodayView | None = None
        self._next = ElidedLabel(look, "", "small", "text2")
        self._next.setObjectName("panel_next")
        self._end = Label(look, "", "small", "text3")
        self._end.setObjectName("panel_shift_end")
        self._bar = ShiftBar(look)
        self.promise = Button(look, tr("Promise"), "quiet", "plus", scale="small")
        self.promise.setObjectName("panel_promise")
        self.promise.setAccessibleName(tr("New promise"))
        self.promise.clicked.connect(self.new_promise)
        self.hold = Button(look, tr("Pause"), "quiet", "pause", scale="small")
        self.hold.setObjectName("panel_pause")
        self.hold.clicked.connect(self._on_hold)
        self.open = Button(look, tr("Open HabitCoach"))
        self.open.setObjectName("panel_open")
        self.open.setProperty("popup", "true")
        self.open.clicked.connect(self.open_window)
        self._menu = QMenu(self)
        self._menu.setObjectName("panel_pauses")
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(1), 0, theme.space(1), theme.space(1) + 2)
        line.setSpacing(theme.space(3))
        line.addWidget(self._next, 1)
        line.addWidget(self._end)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.space(1), 0, theme.space(1), 0)
        bar.addWidget(self._bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.promise)
        buttons.addWidget(self.hold)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        body = QVBoxLayout(self)
        body.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(3))
        body.setSpacing(0)
        body.addLayout(line)
        body.addLayout(bar)
        body.addSpacing(theme.space(3))
        body.addLayout(buttons)

    def show_day(self, view: TodayView) -> None:
        """Show the day."""
        self._view = view
        share = shift_share(view)
        self._next.setText(foot_text(view))
        self._end.setText("" if view.shift is None else time_text(view.shift.end))
        for part in (self._next, self._end, self._bar):
            part.setVisible(share is not None)
        self._bar.show_share(share or 0.0)
        self.hold.set_label(tr("Resume") if self._paused else tr("Pause"))
        self.hold.set_icon("play" if self._paused else "pause")

    def stops(self) -> list[QWidget]:
        """Return the buttons in the order of the keyboard."""
        return [self.promise, self.hold, self.open]

    @property
    def _paused(self) -> bool:
        hold = None if self._view is None else self._view.hold
        return hold is not None and hold.reason is HoldReason.PAUSED

    def _on_hold(self) -> None:
        if self._paused:
            self.resume.emit()
        elif self._view is not None:
            fill_pause_menu(self._menu, self._view, self.pause.emit)
            self._menu.popup(self.hold.mapToGlobal(self.hold.rect().bottomLeft()))
