"""The card for one waiting cue: cue, routine, reward, chain and the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.wording import card_name, cue_text
from habitcoach.ui.format import sentence_case, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import LoopThread, Step

_OVERHANG = 8  # the close button's icon, not its target, lines up with the card's edge


class DueFace(Face):
    """One occasion and its answers."""

    closed = Signal()

    def __init__(self, look: Look, one: OccasionView, answers: Answers) -> None:
        super().__init__(look, "face_due")
        theme = look.theme
        self.answers = answers
        self.setAccessibleName(card_name(one))
        self.body.setContentsMargins(self.edge, self.edge, self.edge - _OVERHANG, self.edge)
        thread = LoopThread(look)
        thread.add_tile(GlyphTile(look, one.category), self._header(one))
        routine = Label(look, sentence_case(one.plan.routine), "routine", wrap=True)
        routine.setObjectName("routine")
        thread.add(Step.PLAIN, _inset(routine), line=theme.line_height("routine"), gap=1)
        if one.plan.reward:
            reward = Label(look, sentence_case(one.plan.reward), "body", "text2", wrap=True)
            reward.setObjectName("reward")
            thread.add(Step.REWARD, _inset(reward), line=theme.line_height("body"), gap=theme.space(2))
        self.body.addWidget(thread)
        self.body.addSpacing(theme.space(3))
        self.body.addLayout(self._chain(one))
        self.body.addSpacing(theme.space(3))
        foot = _inset(answers)
        self.body.addWidget(foot)

    def _header(self, one: OccasionView) -> QWidget:
        look, theme = self._look, self._look.theme
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        when = Label(look, cue_text(one), "body", "text2", wrap=True)
        when.setObjectName("when")
        at = Label(look, time_text(one.due_at), "body", "text3")
        at.setObjectName("due_at")
        close = IconButton(look, "x", tr("Close: {habit} waits in the tray", habit=one.habit))
        close.setObjectName("close")
        close.setFixedSize(theme.size("hit_min"), theme.size("hit_min"))
        close.clicked.connect(self.closed)
        # One line stands in the middle of the tile; more lines grow downwards from there.
        tile = theme.size("glyph_tile")
        above = max(0, (tile - theme.line_height("body")) // 2)
        text = QVBoxLayout()
        text.setContentsMargins(0, above, 0, above)
        text.addWidget(when)
        at.setFixedHeight(tile)
        row.addLayout(text, 1)
        row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return header

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


def _inset(widget: QWidget) -> QWidget:
    """Keep a part clear of the overhang at the card's end."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, _OVERHANG, 0)
    row.addWidget(widget)
    return holder
