"""What came of an answer that was given in the quick bar, once the bar is gone."""

from PySide6.QtCore import QRect

from habitcoach.app.parts import Parts
from habitcoach.coaching.answer_views import RewardView
from habitcoach.texts.language import tr
from habitcoach.ui.quick_bar import QuickStrip
from habitcoach.ui.reward_strip import figures_text


class QuickOutcome:
    """Shows it on a strip where the bar was, or as a notification where no window may come uncalled."""

    def __init__(self, parts: Parts) -> None:
        self._tray = parts.tray
        self._may_show = parts.uncalled
        self.strip = QuickStrip(parts.look)
        self.place = QRect()  #: where the bar was
        self._expected = False
        parts.attempts.refused.connect(self.say)

    def expect(self) -> None:
        """From now on what comes is about the answer that is being given."""
        self._expected = True

    def forget(self) -> None:
        """Show nothing of what was answered before: the bar opens again."""
        self._expected = False
        self.strip.hide()

    def tell(self, reward: RewardView | None, words: str) -> bool:
        """Show the reward, or words where there is none."""
        self._expected = False
        if reward is None:
            self.show_words(words)
        elif self._may_show:
            self.strip.show_reward(reward, self.place)
        else:
            self._tray.message(reward.text or reward.habit, figures_text(reward))
        return True

    def say(self, words: str) -> None:
        """Say why an answer given here was refused, or what came of it; others are none of ours."""
        if self._expected:
            self._expected = False
            self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show a line that comes of no answer."""
        if self._may_show:
            self.strip.show_words(words, self.place)
        else:
            self._tray.message(tr("HabitCoach"), words)
