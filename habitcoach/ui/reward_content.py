"""What the reward moment says: the agent's reward, the chain, and one sentence."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.core.rewarding import RewardLine
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.format import number_text, sentence_case, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import diamond

OVERHANG = 8  #: the word of Undo, not its target, lines up with the card's edge
_DIAMOND = 7.0
#: Sentences about the streak itself, whose number is seen to change.
_COUNTS = frozenset({RewardLine.STREAK, RewardLine.NEW_BEST})


class RewardContent(QWidget):
    """The words of an ordinary reward moment, beside their diamond."""

    undo = Signal()

    def __init__(self, look: Look, view: RewardView, line: str) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.chain = ChainStrip(look, rewarded=True)
        self._head = Label(look, tr("Done at {time}", time=time_text(view.at)), "body_medium", "reward_text")
        self._head.setObjectName("reward_head")
        self._head.setMinimumHeight(theme.size("glyph_tile"))
        text = Label(look, sentence_case(view.text or view.habit), "own_reward", wrap=True)
        text.setObjectName("reward_text")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.size("glyph_tile") + theme.space(3), 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        words = QHBoxLayout()
        words.setContentsMargins(0, 0, OVERHANG, 0)
        words.addWidget(text)
        column.addLayout(words)
        column.addSpacing(theme.space(4))
        column.addStretch(1)
        grew = view.streak > view.streak_before
        if view.streak:
            self.chain.set_length(view.streak_before if grew else view.streak)
            column.addWidget(self.chain)
            column.addSpacing(theme.space(2))
        column.addLayout(self._foot(view, line, grew=grew))
        if grew:
            self.chain.close_link()

    def say_taken(self) -> None:
        """Say that the reward was taken."""
        self._head.setText(tr("Taken"))

    def _foot(self, view: RewardView, line: str, *, grew: bool) -> QHBoxLayout:
        look, theme = self._look, self._look.theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        if view.line in _COUNTS and grew and view.streak_before:
            row.addLayout(self._counted(view), 1)
        else:
            sentence = Label(look, line, "body", "text2", wrap=True)
            sentence.setObjectName("reward_line")
            row.addWidget(sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        undo = Button(look, tr("Undo"), "reward_quiet", "undo")
        undo.setObjectName("undo")
        undo.clicked.connect(self.undo)
        row.addWidget(undo)
        return row

    def _counted(self, view: RewardView) -> QVBoxLayout:
        """Return the figures, and below them what is more to say of them."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(_Counted(self._look, view))
        if view.line is RewardLine.NEW_BEST:
            longest = Label(self._look, tr("Your longest yet."), "body", "text2", wrap=True)
            longest.setObjectName("reward_more")
            column.addWidget(longest)
        return column

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the diamond."""
        theme = self._look.theme
        half_tile = theme.size("glyph_tile") / 2
        across = (
            self.width() - half_tile
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else half_tile
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("reward"))
        painter.drawPolygon(diamond(QPointF(across, half_tile), _DIAMOND))
        painter.end()


class _Counted(QWidget):
    """The row of figures, "12 → 13 shifts in a row", on one base line."""

    def __init__(self, look: Look, view: RewardView) -> None:
        super().__init__()
        self.setObjectName("reward_line")
        phrase = streak_phrase(view.streak, view.per)
        self.setAccessibleName(phrase)
        count = str(view.streak)
        # A translation may put its number elsewhere; then it is shown whole.
        rest = phrase.removeprefix(count).strip() if phrase.startswith(count) else phrase
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        before = Label(look, number_text(view.streak_before), "heading", "text2")
        arrow = Label(look, "→", "heading", "reward_text")
        now = Label(look, number_text(view.streak), "title", "text")
        words = Label(look, rest, "body", "text2", wrap=True)
        self._labels = (before, arrow, now, words)
        for label in self._labels:
            row.addWidget(label, 1 if label is words else 0, Qt.AlignmentFlag.AlignBottom)
        self._level()
        look.changed.connect(self._level)

    def _level(self) -> None:
        """Have all stand on the base line of the large figure."""
        low = max(label.fontMetrics().descent() for label in self._labels)
        for label in self._labels:
            label.setContentsMargins(0, 0, 0, low - label.fontMetrics().descent())
