"""The card for one thing that waits: why it comes, what to do, the reward, the chain and the answers."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from habitcoach.coaching.views import PromiseView
from habitcoach.texts.language import tr
from habitcoach.texts.promises import kept_phrase, promise_title, promised_for
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG, heading, inset
from habitcoach.ui.cue_card.wording import card_name, cue_text, promise_name
from habitcoach.ui.format import sentence_case, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting, category_of, title_of
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import LoopThread, Step


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of one card."""

    name: str  #: of its face
    spoken: str  #: all of it, for a screen reader
    when: str
    what: str
    note: str  #: "" without one
    reward: str  #: "" without one
    links: int  #: of the chain, closed
    phrase: str  #: beside it


def shown_of(one: Waiting) -> Shown:
    """Return what the card of a cue or a promise says."""
    if isinstance(one, PromiseView):
        at = time_text(one.due_at)
        phrase = kept_phrase(one.kept_in_all) if one.kept_in_all else tr("The first link is open")
        words = (promised_for(at), promise_title(one), one.note, one.reward)
        return Shown("face_promise", promise_name(one), *words, one.kept_in_all, phrase)
    words = (cue_text(one), sentence_case(one.plan.routine), "", one.plan.reward)
    return Shown("face_due", card_name(one), *words, one.streak, streak_phrase(one.streak, one.per))


class SingleFace(Face):
    """One cue or promise, and its answers."""

    closed = Signal()

    def __init__(self, look: Look, one: Waiting, answers: Answers) -> None:
        shown = shown_of(one)
        super().__init__(look, shown.name)
        theme = look.theme
        self.answers = answers
        self.setAccessibleName(shown.spoken)
        self.body.setContentsMargins(self.edge, self.edge, self.edge - OVERHANG, self.edge)
        head, close = heading(look, shown.when, time_text(one.due_at))
        close.set_name(tr("Close: {habit} waits in the tray", habit=title_of(one)))
        close.clicked.connect(self.closed)
        thread = LoopThread(look)
        thread.add_tile(GlyphTile(look, category_of(one)), head)
        self._add_words(thread, shown)
        self.body.addWidget(thread)
        self.body.addSpacing(theme.space(3))
        self.body.addLayout(self._chain(shown.links, shown.phrase))
        self.body.addSpacing(theme.space(4))
        self.body.addWidget(inset(answers))

    def _add_words(self, thread: LoopThread, shown: Shown) -> None:
        theme = self._look.theme
        what = Label(self._look, shown.what, "routine", wrap=True)
        what.setObjectName("what")
        thread.add(Step.PLAIN, inset(what), line=theme.line_height("routine"), gap=1)
        if shown.note:
            note = Label(self._look, shown.note, "body", "text2", wrap=True)
            note.setObjectName("note")
            thread.add(Step.PLAIN, inset(note), line=theme.line_height("body"), gap=1)
        if shown.reward:
            reward = Label(self._look, sentence_case(shown.reward), "body", "text2", wrap=True)
            reward.setObjectName("reward")
            thread.add(Step.REWARD, inset(reward), line=theme.line_height("body"), gap=theme.space(2))

    def _chain(self, links: int, phrase: str) -> QHBoxLayout:
        look, theme = self._look, self._look.theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addSpacing(theme.size("glyph_tile") + theme.space(3))
        row.addWidget(ChainStrip(look, links))
        label = Label(look, phrase, "small", "text2", wrap=True)
        label.setObjectName("streak")
        row.addWidget(label, 1)
        return row
