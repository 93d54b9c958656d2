"""The first waiting cue on Today, whole: cue, routine, reward, chain, and its three answers."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods
from habitcoach.ui.look import Look
from habitcoach.ui.today.waiting_card import WaitingCard, spoken_cue
from habitcoach.ui.today_words import reward_text, routine_text, when_text
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.mark_icon import MarkIcon
from habitcoach.ui.widgets.marks import Mark

_DIAMOND = 8
_CHAIN_SHOWN = 3  #: links on Today; the cue card has room for more


class NowCard(WaitingCard):
    """A cue with its plan."""

    def __init__(self, look: Look, one: OccasionView) -> None:
        super().__init__(look, one)
        self._tile = GlyphTile(look, one.category, large=True)
        self._cue = Label(look, "", "small", "text2", wrap=True)
        self._cue.setObjectName("now_cue")
        self._routine = Label(look, "", "routine", wrap=True)
        self._routine.setObjectName("now_routine")
        self._reward = Label(look, "", "body", "text2", wrap=True)
        self._reward.setObjectName("now_reward")
        self._reward_row = QWidget()
        self._chain = ChainStrip(look, one.streak, max_links=_CHAIN_SHOWN)
        self._streak = Label(look, "", "small", "text2")
        self._streak.setObjectName("now_streak")
        self._done = Button(look, tr("Done"), "primary", "check")
        self._done.setObjectName("now_done")
        self._done.clicked.connect(self._on_done)
        self._snooze = Button(look, tr("Snooze"), "secondary", "down")
        self._snooze.setObjectName("now_snooze")
        self._skip = Button(look, tr("Skip"), "quiet", "down")
        self._skip.setObjectName("now_skip")
        for button, menu in ((self._snooze, self._snooze_menu), (self._skip, self._skip_menu)):
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
            button.clicked.connect(partial(self._pop_up, menu))
        self._streak_column = QVBoxLayout()
        self._lay_out()
        self._level()
        look.changed.connect(self._level)
        self._watch()

    def _lay_out(self) -> None:
        theme = self._look.theme
        streak = self._streak_column
        streak.setSpacing(theme.space(2))
        streak.addWidget(self._chain, 0, Qt.AlignmentFlag.AlignRight)
        streak.addWidget(self._streak, 0, Qt.AlignmentFlag.AlignRight)
        streak.addStretch()
        reward = QHBoxLayout(self._reward_row)
        reward.setContentsMargins(0, 0, 0, 0)
        reward.setSpacing(theme.space(2))
        reward.addWidget(MarkIcon(self._look, Mark.DIAMOND, _DIAMOND), 0, Qt.AlignmentFlag.AlignTop)
        reward.addWidget(self._reward, 1)
        answers = Flow(theme.space(2))
        for button in (self._done, self._snooze, self._skip):
            answers.add(button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._cue)
        words.addWidget(self._routine)
        words.addSpacing(theme.space(1) // 2)
        words.addWidget(self._reward_row)
        top = QHBoxLayout()
        top.setSpacing(theme.space(3))
        top.addLayout(words, 1)
        top.addLayout(streak)
        right = QVBoxLayout()
        right.setSpacing(theme.space(3))
        right.addLayout(top)
        right.addWidget(answers)
        body = QHBoxLayout(self)
        body.setContentsMargins(*(theme.space(step) for step in (4, 4, 4, 3)))
        body.setSpacing(theme.space(3))
        body.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(right, 1)

    def _level(self) -> None:
        """Have the chain stand level with the first line of the cue."""
        above = self._look.theme.line_height("small") - self._chain.sizeHint().height()
        self._streak_column.setContentsMargins(0, max(0, above // 2), 0, 0)

    def _show(self, age: str) -> None:
        one = self._one
        if not isinstance(one, OccasionView):
            return
        self.setAccessibleName(spoken_cue(one, routine_text(one)))
        self._tile.set_glyph(one.category)
        self._cue.setText(tr("{cue} · {age}", cue=when_text(one), age=age))
        self._routine.setText(routine_text(one))
        self._reward.setText(reward_text(one))
        self._reward_row.setVisible(bool(one.plan.reward))
        self._chain.set_length(one.streak)
        self._streak.setText(periods(one.streak, one.per) if one.streak else "")
        self._done.setAccessibleName(tr("Done: {habit}", habit=one.habit))
        self._snooze.setAccessibleName(tr("Snooze: {habit}", habit=one.habit))
        self._skip.setAccessibleName(tr("Skip: {habit}", habit=one.habit))

    def stops(self) -> tuple[QWidget, ...]:
        """Return Done, Snooze and Skip."""
        return self._done, self._snooze, self._skip

    def _anchor(self, menu: QMenu) -> QWidget:
        return self._skip if menu is self._skip_menu else self._snooze
