"""The reward in one line: its diamond, the agent's words, and the figures of the day."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.format import number_text, sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.mark_icon import MarkIcon
from habitcoach.ui.widgets.marks import Mark

_DIAMOND = 11


def figures_text(view: RewardView) -> str:
    """Return what the log came to, "15 of 21 · 12 shifts in a row"."""
    streak = streak_phrase(view.streak, view.per) if view.streak else ""
    if view.progress is None or (view.progress == (1, 1) and streak):  # done says all of one
        return streak
    done, of = view.progress
    progress = tr("{done} of {of}", done=number_text(done), of=number_text(of))
    return tr("{progress} · {streak}", progress=progress, streak=streak) if streak else progress


class RewardStrip(QWidget):
    """One line for what a log earned, or for what else came of an answer."""

    def __init__(self, look: Look, *, filled: bool = False) -> None:
        """Take whether it is to draw the ground of a reward, where what it stands on does not."""
        super().__init__()
        self._look = look
        self._filled = filled
        self.rewarded = False  #: whether it shows a reward
        self.setObjectName("reward_strip")
        self._mark = MarkIcon(look, Mark.DIAMOND, _DIAMOND, "own_pledge", "reward_soft")
        self._reward = Label(look, "", "own_pledge", wrap=True)
        self._reward.setObjectName("strip_reward")
        self._words = Label(look, "", "body_medium", wrap=True)
        self._words.setObjectName("strip_words")
        self._figures = Label(look, "", "small", "text2")
        self._figures.setObjectName("strip_figures")
        theme = look.theme
        self.setMinimumHeight(theme.size("row_decision"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(3))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._mark, 0, middle)
        for part in (self._reward, self._words):
            row.addWidget(part, 1, middle)
        row.addWidget(self._figures)

    def show_reward(self, view: RewardView) -> None:
        """Show the reward of a log."""
        figures = figures_text(view)
        self._show(sentence_case(view.text or view.habit), figures, rewarded=True)

    def show_words(self, text: str) -> None:
        """Say what else came of an answer: a snooze, a promise made."""
        self._show(text, "", rewarded=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        if self._filled and self.rewarded:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._look.theme.color("reward_soft"))
            painter.end()

    def _show(self, text: str, figures: str, *, rewarded: bool) -> None:
        self.rewarded = rewarded
        self.update()
        self._mark.setVisible(rewarded)
        for label, shown in ((self._reward, rewarded), (self._words, not rewarded)):
            label.setText(text)
            label.setVisible(shown)
        self._figures.setText(figures)
        self._figures.setVisible(bool(figures))
        self.setAccessibleName(tr("{reward}. {figures}.", reward=text, figures=figures) if figures else text)
