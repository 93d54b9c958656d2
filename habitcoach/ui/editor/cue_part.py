"""The part of the editor's form that says when the cue comes: its kind, and the rows of that kind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.cautions import Cautions
from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.errors import InputError
from habitcoach.core.habit import HabitId
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Every,
    OncePer,
    ShiftAnchor,
    Trigger,
    natural_period,
    trigger_from_json,
)
from habitcoach.texts.language import tr
from habitcoach.ui.editor.after_rows import AfterRows
from habitcoach.ui.editor.cautions import CautionStrips
from habitcoach.ui.editor.cue_tiles import CueKind, CueTiles, kind_of
from habitcoach.ui.editor.shift_rows import ShiftRows
from habitcoach.ui.editor.text_field import FaultLine, Heading
from habitcoach.ui.editor.time_rows import AtRows, EveryRows
from habitcoach.ui.editor.when_words import when_from
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label

_AN_HOUR = 60


class CuePart(QWidget):
    """Shows the rows of the kind that is chosen, what is wrong there, and what asks for a second look."""

    chosen = Signal(object)  #: a CueKind
    changed = Signal()  #: a detail of the kind that is chosen
    moved = Signal()  #: a caution was heeded, and the cue is another one now

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tiles = CueTiles(look)
        self._at = AtRows(look)
        self._every = EveryRows(look)
        self._shift = ShiftRows(look)
        self._after = AfterRows(look)
        contact = tr("You meet it in every contact and count it with one key. No pop-up per contact.")
        manual = tr("Nothing reminds you. You log it when it happens.")
        self._rows: dict[CueKind, QWidget] = {
            CueKind.AT: self._at,
            CueKind.EVERY: self._every,
            CueKind.SHIFT: self._shift,
            CueKind.AFTER: self._after,
            CueKind.CONTACT: Label(look, contact, "body", "text2", wrap=True),
            CueKind.MANUAL: Label(look, manual, "body", "text2", wrap=True),
        }
        self._fault = FaultLine(look, "trigger")
        self._cautions = CautionStrips(look)
        self._lay_out(look)
        self._cautions.before_end.connect(self._use_before_end)
        self._tiles.chosen.connect(self._on_kind)
        for rows in (self._at, self._every, self._shift, self._after):
            rows.changed.connect(self.changed)

    def _lay_out(self, look: Look) -> None:
        details = _Ruled(look)
        for row in self._rows.values():
            details.body.addWidget(row)
        details.body.addWidget(self._fault)
        details.body.addWidget(self._cautions)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(Heading(look, tr("Cue"), tr("what starts it")))
        body.addWidget(self._tiles)
        body.addWidget(details)

    # ---- what was chosen

    @property
    def kind(self) -> CueKind:
        """The kind of cue that is chosen."""
        return self._tiles.kind()

    def choose(self, kind: CueKind) -> None:
        """Choose a kind of cue."""
        self._tiles.choose(kind)

    def trigger_json(self) -> dict[str, object]:
        """Return the cue as interfaces.md writes it."""
        match self.kind:
            case CueKind.AT:
                return self._at.trigger_json()
            case CueKind.EVERY:
                return self._every.trigger_json()
            case CueKind.SHIFT:
                return self._shift.trigger_json()
            case CueKind.AFTER:
                return self._after.trigger_json()
            case CueKind.CONTACT:
                return {"kind": "contact"}
            case CueKind.MANUAL:
                return {"kind": "manual"}

    def natural_per(self) -> Per:
        """Return what a habit with this cue is counted by."""
        try:
            return natural_period(trigger_from_json(self.trigger_json()))
        except InputError:
            return Per.DAY

    def made_when(self) -> str:
        """Return words for this cue; "" while it is none."""
        try:
            return when_from(trigger_from_json(self.trigger_json()))
        except InputError:
            return ""

    # ---- what is shown

    def offer_habits(self, habits: Sequence[HabitView], own: HabitId | None) -> None:
        """Tell which habits there are, for this one to follow."""
        self._after.offer(habits, own)

    def show_trigger(self, trigger: Trigger) -> None:
        """Fill in a habit's cue."""
        if isinstance(trigger, At):
            self._at.show_trigger(trigger)
        elif isinstance(trigger, Every):
            self._every.show_trigger(trigger)
        elif isinstance(trigger, AroundShift | OncePer):
            self._shift.show_trigger(trigger)
        elif isinstance(trigger, After):
            self._after.show_trigger(trigger)
        self._tiles.choose(kind_of(trigger))

    def show_cautions(self, found: Cautions) -> None:
        """Show what asks for a second look."""
        self._cautions.show_cautions(found)

    def say(self, fault: str) -> None:
        """Say what is wrong with the cue; "" takes it away."""
        self._fault.say(fault)

    def first_field(self) -> QWidget:
        """Return where choosing begins."""
        return self._tiles.chosen_tile()

    def _on_kind(self, kind: CueKind) -> None:
        for other, row in self._rows.items():
            row.setVisible(other is kind)
        self.chosen.emit(kind)

    def _use_before_end(self) -> None:
        """Have the cue come an hour before the shift ends, whichever shift it is."""
        self._shift.show_trigger(AroundShift(ShiftAnchor.END, -_AN_HOUR))
        self._tiles.choose(CueKind.SHIFT)
        self.moved.emit()


class _Ruled(QWidget):
    """Rows on a teal rule."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        rule = QFrame()
        rule.setObjectName("cue_rule")
        rule.setFixedWidth(theme.border("selected"))
        rule.setAutoFillBackground(True)
        rule.setBackgroundRole(rule.palette().ColorRole.Accent)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        self.body.setSpacing(theme.space(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2) + 2)
        row.addWidget(rule)
        row.addWidget(inner, 1)
