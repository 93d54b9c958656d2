"""The card for one promise: what was promised for when, the note, the reward, and the answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from habitcoach.coaching.views import PromiseView
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.texts.promises import kept_phrase, promise_title, promised_for
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG, heading, inset
from habitcoach.ui.cue_card.promise_rows import PromiseAnswers
from habitcoach.ui.cue_card.wording import promise_name
from habitcoach.ui.format import sentence_case, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import LoopThread, Step


class PromiseFace(Face):
    """One promise and its answers."""

    closed = Signal()

    def __init__(self, look: Look, one: PromiseView, answers: PromiseAnswers) -> None:
        super().__init__(look, "face_promise")
        theme = look.theme
        self.answers = answers
        self.setAccessibleName(promise_name(one))
        self.body.setContentsMargins(self.edge, self.edge, self.edge - OVERHANG, self.edge)
        at = time_text(one.due_at)
        head, close = heading(look, promised_for(at), at)
        close.set_name(tr("Close: {habit} waits in the tray", habit=promise_title(one)))
        close.clicked.connect(self.closed)
        thread = LoopThread(look)
        thread.add_tile(GlyphTile(look, Category.PROMISES), head)
        title = Label(look, promise_title(one), "routine", wrap=True)
        title.setObjectName("promise")
        thread.add(Step.PLAIN, inset(title), line=theme.line_height("routine"), gap=1)
        if one.note:
            note = Label(look, one.note, "body", "text2", wrap=True)
            note.setObjectName("note")
            thread.add(Step.PLAIN, inset(note), line=theme.line_height("body"), gap=1)
        if one.reward:
            reward = Label(look, sentence_case(one.reward), "body", "text2", wrap=True)
            reward.setObjectName("reward")
            thread.add(Step.REWARD, inset(reward), line=theme.line_height("body"), gap=theme.space(2))
        self.body.addWidget(thread)
        self.body.addSpacing(theme.space(3))
        self.body.addLayout(self._chain(one))
        self.body.addSpacing(theme.space(3))
        self.body.addWidget(inset(answers))

    def _chain(self, one: PromiseView) -> QHBoxLayout:
        look, theme = self._look, self._look.theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addSpacing(theme.size("glyph_tile") + theme.space(3))
        row.addWidget(ChainStrip(look, one.streak))
        phrase = kept_phrase(one.kept_in_all) if one.kept_in_all else tr("The first link is open")
        label = Label(look, phrase, "body", "text2", wrap=True)
        label.setObjectName("streak")
        row.addWidget(label, 1)
        return row
