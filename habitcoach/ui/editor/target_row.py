"""What keeps the streak: every cue, a number, or a share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.core.target import MAX_GOAL, PERCENT, Per, Target, TargetKind
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import combo
from habitcoach.ui.editor.cue_tiles import CueKind
from habitcoach.ui.editor.text_field import FaultLine, Heading
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import spin

_ALL, _CUES, _TIMES, _SHARE, _ONCE = "all", "cues", "times", "share", "once"
_USUAL_SHARE, _USUAL_MINIMUM = 80, 5


def _offered(kind: CueKind) -> tuple[str, ...]:
    match kind:
        case CueKind.CONTACT:
            return _SHARE, _TIMES, _ONCE
        case CueKind.MANUAL:
            return _ONCE, _TIMES, _SHARE
        case _:
            return _ALL, _CUES, _TIMES, _SHARE


class TargetField(QWidget):
    """A goal per shift, week or month; what is offered follows the kind of cue.

    Its numbers stand apart, in `details`: most targets have none.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._cue = CueKind.SHIFT
        self._touched = False
        self._kind = combo("target_kind", tr("Target"), ())
        periods = ((tr("per shift"), Per.DAY), (tr("per week"), Per.WEEK), (tr("per month"), Per.MONTH))
        offered = tuple((text, per.value) for text, per in periods)
        self._per = combo("target_per", tr("Per shift, week or month"), offered)
        self._per.setProperty("variant", "quiet")
        self._goal = spin("target_goal", tr("Goal"), 1, MAX_GOAL)
        self._from = Label(look, tr("from"), "body", "text2")
        self._minimum = spin("target_minimum", tr("Fewest contacts that count"), 1, MAX_GOAL)
        self._contacts = Label(look, tr("contacts"), "body", "text2")
        self._fault = FaultLine(look, "target")
        self.details = Flow(look.theme.space(2))
        for part in (self._goal, self._from, self._minimum, self._contacts):
            part.setProperty("scale", "row")
            self.details.add(part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        heading = Heading(look, tr("Target"), beside=self._per)
        body.addWidget(heading.keep_level(look.theme.size("button_small")))
        body.addWidget(self._kind)
        body.addWidget(self._fault)
        body.addStretch()
        self._kind.activated.connect(self._on_kind)
        self._goal.valueChanged.connect(self.changed)
        self._minimum.valueChanged.connect(self.changed)
        self._per.currentIndexChanged.connect(self.changed)
        self._minimum.setValue(_USUAL_MINIMUM)
        self.follow(CueKind.SHIFT, Per.DAY)

    def say(self, fault: str) -> None:
        """Show what is wrong, or that nothing is."""
        self._fault.say(fault)

    def first_field(self) -> QWidget:
        """Return what takes the focus when the target is at fault."""
        return self._kind

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard walks, in its order."""
        return self._per, self._kind, self._goal, self._minimum

    def follow(self, cue: CueKind, per: Per) -> None:
        """Offer what fits a kind of cue; a target chosen before stays where it still makes sense."""
        chosen = self._kind.currentData()
        self._cue = cue
        offered = _offered(cue)
        self._fill(offered)
        keep = self._touched and chosen in offered
        self._choose(chosen if keep else offered[0])
        self._per.setCurrentIndex(self._per.findData(per.value))
        self._dress(fresh=not keep)

    def _fill(self, offered: tuple[str, ...]) -> None:
        words = {
            _ALL: tr("Every cue"),
            _CUES: tr("A number of cues"),
            _TIMES: tr("A number of times"),
            _SHARE: tr("A share of contacts"),
            _ONCE: tr("Once"),
        }
        self._kind.clear()
        for key in offered:
            self._kind.addItem(words[key], userData=key)

    def _choose(self, key: str) -> None:
        self._kind.setCurrentIndex(max(0, self._kind.findData(key)))

    def _on_kind(self) -> None:
        self._touched = True
        self._dress(fresh=True)
        self.changed.emit()

    def _dress(self, *, fresh: bool) -> None:
        key = self._kind.currentData()
        share = key == _SHARE
        self._goal.setRange(1, PERCENT if share else MAX_GOAL)
        self._goal.setSuffix(tr(" %") if share else "")
        if fresh:
            self._goal.setValue(_USUAL_SHARE if share else 3 if key in {_TIMES, _CUES} else 1)
        self._goal.setVisible(key in {_CUES, _TIMES, _SHARE})
        for part in (self._from, self._minimum, self._contacts):
            part.setVisible(share)
        self.details.setVisible(key in {_CUES, _TIMES, _SHARE})
        self.details.settle()

    def show_target(self, target: Target) -> None:
        """Show a habit's target."""
        self._touched = True
        numbered = target.goal not in {"all", 1}
        if target.kind is TargetKind.CHECK:
            prompted = self._cue not in {CueKind.CONTACT, CueKind.MANUAL}
            key = _CUES if numbered or (prompted and target.goal == 1) else _ALL if prompted else _ONCE
        else:
            key = _TIMES if target.kind is TargetKind.COUNT else _SHARE
        offered = _offered(self._cue)
        self._fill(offered if key in offered else (*offered, key))
        self._choose(key)
        self._dress(fresh=False)
        if target.goal != "all":
            self._goal.setValue(target.goal)
        if target.kind is TargetKind.RATE:
            self._minimum.setValue(target.minimum)
        self._per.setCurrentIndex(self._per.findData(target.per.value))

    def target_json(self) -> dict[str, object]:
        """Return the target as interfaces.md writes it."""
        per, goal = self._per.currentData(), self._goal.value()
        match self._kind.currentData():
            case "cues":
                return {"kind": "check", "goal": goal, "per": per}
            case "times":
                return {"kind": "count", "goal": goal, "per": per}
            case "share":
                return {"kind": "rate", "goal": goal, "min": self._minimum.value(), "per": per}
            case "once":
                return {"kind": "check", "goal": 1, "per": per}
            case _:
                return {"kind": "check", "goal": "all", "per": per}
