"""What came of the quick bar: the reward for six seconds, where the bar was, without the keyboard."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QMouseEvent

from habitcoach.coaching.answer_views import RewardView
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.countdown import Countdown
from habitcoach.ui.look import Look
from habitcoach.ui.popup import Popup
from habitcoach.ui.reward_strip import RewardStrip


class QuickStrip(Popup):
    """One line that goes by itself. The pointer on it holds it, a click closes it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.size("quick_bar_width"), takes_keyboard=False)
        self.setObjectName("quick_strip")
        self.setWindowTitle(tr("Quick bar"))
        self._strip = RewardStrip(look)
        self.body.addWidget(self._strip)
        self._clock = Countdown(self)
        self._clock.ended.connect(self.hide)

    def show_reward(self, view: RewardView, bar: QRect) -> None:
        """Show what a log has earned, at the top of where the bar was."""
        self._strip.show_reward(view)
        self._show(bar)

    def show_words(self, text: str, bar: QRect) -> None:
        """Say what else came of it."""
        self._strip.show_words(text)
        self._show(bar)

    def _show(self, bar: QRect) -> None:
        self.rewarded = self._strip.rewarded
        self.fit(lambda size: QRect(bar.topLeft(), QSize(max(size.width(), bar.width()), size.height())))
        self.setAccessibleName(self._strip.accessibleName())
        self.update()
        self.show()
        self.raise_()
        self._clock.hold(held=False)
        self._clock.start(self._look.theme.motion("reward_hold"))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hold it while the pointer is on it."""
        self._clock.hold(held=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let it run again."""
        self._clock.hold(held=False)
        super().leaveEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close it."""
        self._clock.stop()
        self.hide()
