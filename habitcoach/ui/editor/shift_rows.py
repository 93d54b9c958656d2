"""The rows below *Around my shift*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.core.trigger import MAX_OFFSET, AroundShift, Edge, OncePer, ShiftAnchor
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import choose, combo
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.segments import Segments
from habitcoach.ui.widgets.spins import spin

_ONCE, _EVERY = "once", "every"
_BREAKS = 4  #: how many breaks can be named one by one


class ShiftRows(QWidget):
    """Which moment of which shift, and how long before or after it."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        moments = (
            (ShiftAnchor.START.value, tr("Start")),
            (ShiftAnchor.MIDDLE.value, tr("Middle")),
            (ShiftAnchor.AFTER_BREAK.value, tr("After a break")),
            (ShiftAnchor.END.value, tr("End")),
            (_ONCE, tr("First or last")),
        )
        self._anchors = Segments(look, "anchor", tr("Moment of the shift"), moments)
        self._anchors.chosen.connect(self._on_anchor_chosen)
        self._minutes = spin("offset_minutes", tr("Minutes before or after"), 0, MAX_OFFSET)
        self._minutes.setSingleStep(5)
        self._minutes.setSuffix(tr(" min"))
        self._side = combo("offset_side", tr("Before or after"), ((tr("before"), -1), (tr("after"), 1)))
        self._words = Label(look, "", "body", "text2")
        self._break = combo("break", tr("Which break"), _breaks())
        self._edge = combo(
            "edge", tr("Its start or end"), ((tr("the start of"), "start"), (tr("the end of"), "end"))
        )
        self._which = combo("which_shift", tr("Which shift"), _whiches())
        self._flow = Flow(look.theme.space(2))
        parts = (self._minutes, self._side, self._words, self._break, self._edge, self._which)
        for part in parts:
            part.setProperty("scale", "row")
            self._flow.add(part)
        for choice in (self._side, self._break, self._edge, self._which):
            choice.currentIndexChanged.connect(self.changed)
        self._which.activated.connect(self._on_which_chosen)
        self._minutes.valueChanged.connect(self.changed)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(self._anchors)
        body.addWidget(self._flow)
        self.show_trigger(AroundShift(ShiftAnchor.END, -20))

    def show_trigger(self, trigger: AroundShift | OncePer) -> None:
        """Show a moment of the shift."""
        if isinstance(trigger, OncePer):
            choose(self._edge, trigger.edge.value)
            choose(self._which, _which_key(trigger.which.value, trigger.per.value))
            self._show_anchor(_ONCE)
        else:
            choose(self._break, trigger.nth)
            self._show_anchor(trigger.anchor.value)
        self._minutes.setValue(abs(trigger.offset))
        choose(self._side, -1 if trigger.offset < 0 else 1)

    def trigger_json(self) -> dict[str, object]:
        """Return the trigger as interfaces.md writes it."""
        anchor = self._anchors.value
        offset = self._minutes.value() * int(self._side.currentData())
        if anchor == _ONCE:
            which, _, per = str(self._which.currentData()).partition(" ")
            return {"kind": per, "shift": which, "anchor": self._edge.currentData(), "offset": offset}
        found: dict[str, object] = {"kind": "shift", "anchor": anchor, "offset": offset}
        if anchor == ShiftAnchor.AFTER_BREAK.value:
            # A cue after a break never comes before the break is over.
            found["offset"] = self._minutes.value()
            if self._break.currentData() is not None:
                found["nth"] = self._break.currentData()
        return found

    def _on_anchor_chosen(self, anchor: str) -> None:
        """Begin at the week's last shift where one of many is wanted."""
        if anchor == _ONCE:
            choose(self._edge, Edge.END.value)
            choose(self._which, _which_key("last", "week"))
        self._show_anchor(anchor)

    def _on_which_chosen(self) -> None:
        """Go on to *First or last* with one shift of many, and back from there with every shift."""
        anchor, every = self._anchors.value, self._which.currentData() == _EVERY
        if anchor == _ONCE and every:
            self._show_anchor(self._edge.currentData())
        elif anchor != _ONCE and not every:
            choose(self._edge, anchor)
            self._show_anchor(_ONCE)

    def _show_anchor(self, anchor: str) -> None:
        words = {
            ShiftAnchor.START.value: tr("the start of"),
            ShiftAnchor.MIDDLE.value: tr("the middle of every shift"),
            ShiftAnchor.AFTER_BREAK.value: tr("after"),
            ShiftAnchor.END.value: tr("the end of"),
            _ONCE: "",
        }
        self._anchors.show_value(anchor)
        if anchor != _ONCE:
            choose(self._which, _EVERY)
        edges = {ShiftAnchor.START.value, ShiftAnchor.END.value}
        self._words.setText(words[anchor])
        self._words.setVisible(anchor != _ONCE)
        self._side.setVisible(anchor != ShiftAnchor.AFTER_BREAK.value)
        self._break.setVisible(anchor == ShiftAnchor.AFTER_BREAK.value)
        self._edge.setVisible(anchor == _ONCE)
        self._which.setVisible(anchor == _ONCE or anchor in edges)
        self._flow.settle()
        self.changed.emit()


def _which_key(which: str, per: str) -> str:
    return f"{which} {per}"


def _whiches() -> tuple[tuple[str, object], ...]:
    return (
        (tr("every shift"), _EVERY),
        (tr("my first shift of the week"), _which_key("first", "week")),
        (tr("my last shift of the week"), _which_key("last", "week")),
        (tr("my first shift of the month"), _which_key("first", "month")),
        (tr("my last shift of the month"), _which_key("last", "month")),
    )


def _breaks() -> tuple[tuple[str, object], ...]:
    numbered = tuple((tr("my break number {n}", n=number), number) for number in range(2, _BREAKS + 1))
    return ((tr("every break"), None), (tr("my first break"), 1), *numbered, (tr("my last break"), -1))
