"""A ready-made habit as a card, with its loop and the button that adds it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.core.trigger import After, AroundShift, At, Contact, Every, Manual, OncePer, Promised, Trigger
from habitcoach.library import Template
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import trigger_phrase
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.loop_thread import LoopThread, Step
from habitcoach.ui.widgets.small_icon import SmallIcon

_RAIL = 13


def trigger_icon(trigger: Trigger) -> str:
    """Return the icon of a kind of trigger."""
    match trigger:
        case At():
            return "clock"
        case Every():
            return "repeat"
        case AroundShift() | OncePer():
            return "sunrise"
        case After():
            return "after"
        case Contact():
            return "tally"
        case Manual() | Promised():
            return "minus"


class LibraryCard(Card):
    """One template. Its button adds it; once added it says so."""

    add = Signal(str)  #: the template's id
    grown = Signal()  #: it shows more than before, or less

    def __init__(self, look: Look, template: Template, *, added: bool) -> None:
        super().__init__(look)
        theme = look.theme
        draft = template.draft
        self.template_id = template.id
        self._added: bool | None = None
        self.setObjectName(f"template-{template.id}")
        self.setAccessibleName(draft.name)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2) + 2)
        head.addWidget(GlyphTile(look, draft.category), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(look, draft.name, "heading", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        asks = tr("Why {habit} matters to the customer", habit=draft.name)
        self._ask = IconButton(look, "info", asks, icon_color="text3")
        self._ask.setProperty("scale", "small")
        self._ask.setObjectName(f"why-{template.id}")
        self._ask.setCheckable(True)
        self._ask.toggled.connect(self._show_why)
        head.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignTop)
        if not draft.plan.why:
            self._ask.hide()
        self._look, self._why_place = look, self.body.count() + 2
        self._why: Label | None = None  # made when it is asked for: forty cards are many labels
        self.setAccessibleDescription(draft.plan.why)
        loop = LoopThread(look, rail=_RAIL)
        line = theme.line_height("body")
        cue = Label(look, tr("When {cue}", cue=draft.plan.when), "body", "text2", wrap=True)
        loop.add(Step.CUE, cue, line=line)
        routine = Label(look, sentence_case(draft.plan.routine), "body_medium", wrap=True)
        loop.add(Step.ROUTINE, routine, line=line, gap=theme.space(1))
        reward = Label(look, sentence_case(draft.plan.reward), "body", "text2", wrap=True)
        loop.add(Step.REWARD, reward, line=line, gap=theme.space(1))
        self.body.setContentsMargins(*(theme.space(step) for step in (4, 3, 4, 3)))
        self.body.setSpacing(theme.space(2))
        self.body.addLayout(head)
        self.body.addWidget(loop)
        self.body.addStretch(1)
        self.body.addWidget(self._make_foot(look, template))
        self.show_added(added=added)

    def _make_foot(self, look: Look, template: Template) -> Flow:
        theme = look.theme
        self._button = Button(look, tr("Add"), "secondary", "plus")
        self._button.setObjectName(f"add-{template.id}")
        self._button.setAccessibleName(tr("Add {habit}", habit=template.draft.name))
        self._button.clicked.connect(lambda: self.add.emit(template.id))
        self._there = QWidget()
        there = QHBoxLayout(self._there)
        there.setContentsMargins(0, 0, 0, 0)
        there.setSpacing(theme.space(1))
        there.addWidget(SmallIcon(look, "check", "accent_text"))
        self._word = ElidedLabel(look, tr("In your habits"), "small_strong", "accent_text")
        self._word.setObjectName(f"added-{template.id}")
        there.addWidget(self._word)
        cue = QWidget()
        line = QHBoxLayout(cue)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(1) + 2)
        line.addWidget(SmallIcon(look, trigger_icon(template.draft.trigger)))
        phrase = ElidedLabel(look, trigger_phrase(template.draft.trigger), "small", "text2")
        phrase.setObjectName(f"cue-{template.id}")
        line.addWidget(phrase)
        # Where a language needs more words for them, the second one goes below the first.
        self._foot = Flow(theme.space(1) + 2, last_at_end=True)
        for part in (cue, self._there, self._button):
            self._foot.add(part)
        self._there.setMinimumHeight(theme.size("button"))
        return self._foot

    def _show_why(self, shown: bool) -> None:  # noqa: FBT001  # a signal's argument
        if self._why is None:
            self._why = Label(self._look, self.accessibleDescription(), "body", "text2", wrap=True)
            self._why.setObjectName(f"why_text-{self.template_id}")
            self.body.insertWidget(self._why_place, self._why)
        self._why.setVisible(shown)
        self.grown.emit()

    def show_added(self, *, added: bool) -> None:
        """Show whether the habit is among the agent's."""
        if added is self._added:
            return
        self._added = added
        if added and self._button.hasFocus():
            # The focus goes on to the next card instead of falling back to the sidebar.
            self.focusNextChild()
        self._button.setVisible(not added)
        self._there.setVisible(added)
        self._foot.settle()
        # The words of one need another room than those of the other, in some languages a line more.
        self.grown.emit()
