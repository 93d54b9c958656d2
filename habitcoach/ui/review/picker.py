"""What a decision needs to know: another cue, another reward, a smaller routine or another goal."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.decision_views import Proposals
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fields import MAX_TEXT
from habitcoach.texts.cue_proposals import proposal_reason, proposal_words
from habitcoach.texts.language import tr
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.review.option import Option
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.one_of import OneOf

_WIDTH = 440
_MOST_GOAL = 9999


@dataclass(frozen=True, slots=True)
class Offer:
    """One tile and what it stands for."""

    words: str
    why: str
    choice: Choice


def offers_of(kind: DecisionKind, found: Proposals) -> tuple[Offer, ...]:
    """Return what can be chosen at once."""
    if kind is DecisionKind.CHANGE_CUE:
        return tuple(
            Offer(
                sentence_case(proposal_words(one)),
                proposal_reason(one),
                Choice(trigger=one.trigger, when=proposal_words(one)),
            )
            for one in found.cues
        )
    if kind is DecisionKind.CHANGE_REWARD:
        return tuple(Offer(one, "", Choice(reward=one)) for one in found.rewards)
    if kind is DecisionKind.MAKE_SMALLER and found.smaller:
        return (Offer(found.smaller, tr("The tiny version"), Choice(routine=found.smaller)),)
    return ()


class Picker(QDialog):
    """Asks once. The agent takes one of the offers, or writes another one."""

    picked = Signal(object)  #: Choice

    def __init__(self, look: Look, parent: QWidget, kind: DecisionKind, habit: str, found: Proposals) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._offers = offers_of(kind, found)
        self.setObjectName("review_picker")
        self.setWindowTitle(_title(kind, habit))
        self.setAccessibleName(self.windowTitle())
        self.setFixedWidth(_WIDTH)
        self._group = OneOf(self)
        self._options = [
            Option(look, f"picker_option-{number}", one.words, one.why)
            for number, one in enumerate(self._offers, start=1)
        ]
        self._field = QLineEdit()
        self._field.setObjectName("picker_field")
        self._field.setMaxLength(MAX_TEXT)
        self._goal = QSpinBox()
        self._goal.setObjectName("picker_goal")
        self._goal.setRange(1, _MOST_GOAL)
        by_goal = kind is DecisionKind.RAISE_GOAL
        self._field.setVisible(not by_goal)
        self._goal.setVisible(by_goal)
        self._choose = foot_button(look, "picker_choose", tr("Choose"), self._take, "primary")
        self._lay_out(found)
        self._field.textChanged.connect(self._settle)
        self._group.idToggled.connect(self._on_option)
        if self._options:
            self._options[0].setChecked(True)
            self._options[0].setFocus()
        else:
            (self._goal if by_goal else self._field).setFocus()
        self._settle()

    def _lay_out(self, found: Proposals) -> None:
        theme = self._look.theme
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(2))
        body.addWidget(Label(self._look, self.windowTitle(), "heading", wrap=True))
        now = _line(self._kind, found)
        if now:
            body.addWidget(Label(self._look, now, "body", "text2", wrap=True))
        body.addSpacing(theme.space(1))
        for number, option in enumerate(self._options):
            self._group.addButton(option, number)
            body.addWidget(option)
        for part in (self._asked(found), self._field, self._goal):
            body.addWidget(part)
        cancel = foot_button(self._look, "picker_cancel", tr("Cancel"), self.reject)
        body.addSpacing(theme.space(2))
        body.addLayout(Foot(self._look, cancel, self._choose))

    def _asked(self, found: Proposals) -> Label:
        words = {
            DecisionKind.CHANGE_CUE: tr("In your words, when:"),
            DecisionKind.CHANGE_REWARD: tr("Another one:") if self._offers else tr("The reward:"),
            DecisionKind.MAKE_SMALLER: tr("Another one:") if self._offers else tr("The smaller routine:"),
            DecisionKind.RAISE_GOAL: tr("The goal:"),
        }
        text = words.get(self._kind, "")
        self._field.setAccessibleName(text)
        self._goal.setAccessibleName(text)
        if self._kind is DecisionKind.CHANGE_CUE:
            self._field.setPlaceholderText(found.when)
        return Label(self._look, text, "body_medium")

    def _on_option(self, number: int, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Have the words go with the cue that is taken, unless the agent wrote others."""
        if on and self._kind is DecisionKind.CHANGE_CUE and not self._field.isModified():
            self._field.setText(self._offers[number].choice.when)
        self._settle()

    def _settle(self) -> None:
        self._choose.setEnabled(
            self._kind is DecisionKind.RAISE_GOAL
            or self._group.checkedId() >= 0
            or bool(self._field.text().strip())
        )

    def _take(self) -> None:
        self.picked.emit(self._choice())
        self.accept()

    def _choice(self) -> Choice:
        text = self._field.text().strip()
        at = self._group.checkedId()
        offered = self._offers[at].choice if at >= 0 else Choice()
        if self._kind is DecisionKind.CHANGE_CUE:
            return Choice(trigger=offered.trigger, when=text or offered.when)
        if self._kind is DecisionKind.RAISE_GOAL:
            return Choice(goal=self._goal.value())
        if not text:
            return offered
        return Choice(reward=text) if self._kind is DecisionKind.CHANGE_REWARD else Choice(routine=text)


def _title(kind: DecisionKind, habit: str) -> str:
    words = {
        DecisionKind.CHANGE_CUE: tr("Another cue for {habit}", habit=habit),
        DecisionKind.CHANGE_REWARD: tr("Another reward for {habit}", habit=habit),
        DecisionKind.MAKE_SMALLER: tr("{habit}, smaller", habit=habit),
        DecisionKind.RAISE_GOAL: tr("A higher goal for {habit}", habit=habit),
    }
    return words.get(kind, habit)


def _line(kind: DecisionKind, found: Proposals) -> str:
    words = {
        DecisionKind.CHANGE_CUE: tr("Now: when {when}", when=found.when),
        DecisionKind.CHANGE_REWARD: tr("Now: {reward}", reward=found.reward),
        DecisionKind.MAKE_SMALLER: tr("Now: {routine}", routine=found.routine),
    }
    return words.get(kind, "")
