"""The reward moment: the agent's own reward within a second of the log, for six seconds."""

from itertools import pairwise

from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QCursor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.core.rewarding import RewardLine
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.milestone_content import MilestoneContent
from habitcoach.ui.reward_content import OVERHANG, RewardContent
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.panel import paint_panel, panel_path
from habitcoach.ui.widgets.tab_order import stops_in
from habitcoach.ui.worth_content import WorthContent

_TAKEN_MS = 900  # how long a taken reward stays
_LINE = 3
_EDGE = 17


class RewardMoment(QWidget):
    """Marigold, because it is earned. A click, Enter or Space takes the reward; *Undo* takes the log back.

    Hovering or keyboard focus holds the clock. A milestone has none: it stays until it is closed.
    """

    spoken_role = QAccessible.Role.Button
    taken = Signal(int)  #: reward id
    rated = Signal(int, bool)  #: reward id, whether it was worth it
    shrunk = Signal()  #: it needs less height now
    undo = Signal()
    ended = Signal()  #: it may go now
    closed = Signal()  #: the agent closed it

    def __init__(self, look: Look, radius: str = "popup") -> None:
        super().__init__()
        self._look = look
        self._radius = radius
        self._view: RewardView | None = None
        self._content: RewardContent | MilestoneContent | WorthContent | None = None
        self._taken = False
        self._hovered = False
        self._rest = QPoint()  # where the pointer was when the reward appeared
        self._press_is_mine = False
        self.setObjectName("reward_moment")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        FocusRings(look, self)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(1.0)
        self._clock.setEndValue(0.0)
        self._clock.valueChanged.connect(self._on_clock)
        self._clock.finished.connect(self._on_time_up)
        look.changed.connect(self.update)

    @property
    def view(self) -> RewardView | None:
        """The reward on show."""
        return self._view

    @property
    def is_milestone(self) -> bool:
        """Whether this one stays until it is closed."""
        return self._view is not None and self._view.line is RewardLine.MILESTONE

    @property
    def held(self) -> bool:
        """Whether the clock is stopped."""
        return self._clock.state() == QAbstractAnimation.State.Paused

    def show_reward(self, view: RewardView, line: str) -> None:
        """Show a reward with its one sentence, and start the clock."""
        self._view = view
        self._taken = False
        self._hovered = False
        self._rest = QCursor.pos()
        self._clock.stop()
        content = self._made(view, line)
        content.undo.connect(self._on_undo)
        self._put(content)
        self.setAccessibleName(
            tr("Done. Reward: {reward}. {line}", reward=view.text or view.habit, line=line)
        )
        if not self.is_milestone:
            self._clock.setDuration(self._look.theme.motion("reward_hold"))
            self._clock.start()
            self._hold()
        self.update()

    def _put(self, content: RewardContent | MilestoneContent | WorthContent) -> None:
        if self._content is not None:
            self._body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        right = _EDGE - OVERHANG if isinstance(content, RewardContent) else _EDGE
        self._body.setContentsMargins(_EDGE, _EDGE, right, _EDGE)
        self._body.addWidget(content)
        content.show()
        for first, second in pairwise(self.stops()):
            QWidget.setTabOrder(first, second)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order: the reward itself, then its buttons."""
        return [self, *([] if self._content is None else stops_in(self._content))]

    def _on_time_up(self) -> None:
        """Go, or ask first whether the reward was worth it, for as long again."""
        view = self._view
        if (
            view is None
            or not view.asks_worth
            or self.is_milestone
            or isinstance(self._content, WorthContent)
        ):
            self.ended.emit()
            return
        worth = WorthContent(self._look, view.text or view.habit)
        worth.answered.connect(self._on_worth)
        self._put(worth)
        self.setAccessibleName(tr("Worth it? {reward}", reward=view.text or view.habit))
        self.setMinimumHeight(0)
        # Its wrapped words know how high they are only once they have their width.
        self._body.activate()
        self.shrunk.emit()
        self._clock.setDuration(self._look.theme.motion("reward_hold"))
        self._clock.start()
        self._hold()

    def _on_worth(self, worth_it: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._clock.stop()
        if self._view is not None:
            self.rated.emit(self._view.reward_id, worth_it)
        self.ended.emit()

    def _made(self, view: RewardView, line: str) -> RewardContent | MilestoneContent:
        if view.line is RewardLine.MILESTONE:
            milestone = MilestoneContent(self._look, view, line)
            milestone.carry_on.connect(self._carry_on)
            milestone.closed.connect(self.closed)
            return milestone
        return RewardContent(self._look, view, line)

    def take(self) -> None:
        """Mark the reward as taken, once."""
        if self._view is None or self._taken or isinstance(self._content, WorthContent):
            return
        self._taken = True
        self.taken.emit(self._view.reward_id)
        if isinstance(self._content, RewardContent):
            self._content.say_taken()
            self._clock.stop()
            self._clock.setDuration(_TAKEN_MS)
            self._clock.start()

    def _carry_on(self) -> None:
        self.take()
        self.closed.emit()

    def _on_undo(self) -> None:
        self._clock.stop()
        self.undo.emit()

    def _on_clock(self, _value: float) -> None:
        if not self._hovered and self.underMouse() and QCursor.pos() != self._rest:
            # It was here already when the reward appeared, so nothing has entered.
            self._hovered = True
            self._hold()
        self.update(0, self.height() - _LINE - 2, self.width(), _LINE + 2)

    def _hold(self) -> None:
        wanted = self._hovered or self.hasFocus()
        state = self._clock.state()
        if wanted and state == QAbstractAnimation.State.Running:
            self._clock.pause()
        elif not wanted and state == QAbstractAnimation.State.Paused:
            self._clock.resume()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hold the clock."""
        super().enterEvent(event)
        # A pointer still resting where it clicked *Done* is not reading.
        self._hovered = QCursor.pos() != self._rest
        self._hold()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the clock go on."""
        super().leaveEvent(event)
        self._hovered = False
        self._hold()

    def event(self, event: QEvent) -> bool:
        """Follow the keyboard focus, too."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._hold()
        return handled

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take note of a press that began here: the click on *Done* ended before this was shown."""
        self._press_is_mine = True

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Do nothing: it is the second half of a double click on *Done*."""
        self._press_is_mine = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the reward."""
        mine, self._press_is_mine = self._press_is_mine, False
        if mine and not self.is_milestone and self.rect().contains(event.position().toPoint()):
            self.take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the reward with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.take()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the line that runs down."""
        theme = self._look.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        path = panel_path(theme, box, self._radius)
        paint_panel(painter, theme, path, rewarded=True)
        running = self._clock.state() != QAbstractAnimation.State.Stopped
        if running and not (self._look.reduced_motion or self._taken):
            painter.setClipPath(path)
            width = box.width() * float(self._clock.currentValue() or 0.0)
            left = box.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
            painter.fillRect(QRectF(left, box.height() - _LINE - 1, width, _LINE), theme.color("reward"))
        painter.end()
