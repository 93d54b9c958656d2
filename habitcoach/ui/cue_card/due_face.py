"""The card for one waiting cue: cue, routine, reward, chain and the answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG, heading, inset
from habitcoach.ui.cue_card.wording import card_name, cue_text
from habitcoach.ui.format import sentence_case, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import LoopThread, Step


class DueFace(Face):
    """One occasion and its answers."""

    closed = Signal()

    def __init__(self, look: Look, one: OccasionView, answers: Answers) -> None:
        super().__init__(look, "face_due")
        theme = look.theme
        self.answers = answers
        self.setAccessibleName(card_name(one))
        self.body.setContentsMargins(self.edge, self.edge, self.edge - OVERHANG, self.edge)
        head, close = heading(look, cue_text(one), time_text(one.due_at))
        close.set_name(tr("Close: {habit} waits in the tray", habit=one.habit))
        close.clicked.connect(self.closed)
        thread = LoopThread(look)
        thread.add_tile(GlyphTile(look, one.category), head)
        routine = Label(look, sentence_case(one.plan.routine), "routine", wrap=True)
        routine.setObjectName("routine")
        thread.add(Step.PLAIN, inset(routine), line=theme.line_height("routine"), gap=1)
        if one.plan.reward:
            reward = Label(look, sentence_case(one.plan.reward), "body", "text2", wrap=True)
            reward.setObjectName("reward")
            thread.add(Step.REWARD, inset(reward), line=theme.line_height("body"), gap=theme.space(2))
        self.body.addWidget(thread)
        self.body.addSpacing(theme.space(3))
        self.body.addLayout(self._chain(one))
        self.body.addSpacing(theme.space(3))
        foot = inset(answers)
        self.body.addWidget(foot)

    def _chain(self, one: OccasionView) -> QHBoxLayout:
        look, theme = self._look, self._look.theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addSpacing(theme.size("glyph_tile") + theme.space(3))
        row.addWidget(ChainStrip(look, one.streak))
        phrase = Label(look, streak_phrase(one.streak, one.per), "body", "text2", wrap=True)
        phrase.setObjectName("streak")
        row.addWidget(phrase, 1)
        return row
