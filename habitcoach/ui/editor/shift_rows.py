"""The rows below *Around my shift*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.core.trigger import MAX_OFFSET, AroundShift, OncePer, ShiftAnchor
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import choose, combo
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import spin

_ONCE = "once"
_BREAKS = 4  #: how many breaks can be named one by one


class ShiftRows(QWidget):
    """Which moment of which shift, and how long before or after it."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._segments: dict[str, Button] = {}
        group = QButtonGroup(self)
        segments = QHBoxLayout()
        segments.setSpacing(look.theme.space(1))
        for key, text in (
            (ShiftAnchor.START.value, tr("Start")),
            (ShiftAnchor.MIDDLE.value, tr("Middle")),
            (ShiftAnchor.AFTER_BREAK.value, tr("After a break")),
            (ShiftAnchor.END.value, tr("End")),
            (_ONCE, tr("First or last")),
        ):
            button = Button(look, text, "segment", scale="small")
            button.setObjectName(f"anchor-{key}")
            button.setCheckable(True)
            button.toggled.connect(lambda on: self._on_anchor() if on else None)
            group.addButton(button)
            self._segments[key] = button
            segments.addWidget(button)
        segments.addStretch()
        self._minutes = spin("offset_minutes", tr("Minutes before or after"), 0, MAX_OFFSET)
        self._minutes.setSingleStep(5)
        self._minutes.setSuffix(tr(" min"))
        self._side = combo("offset_side", tr("Before or after"), ((tr("before"), -1), (tr("after"), 1)))
        self._words = Label(look, "", "body", "text2")
        self._break = combo("break", tr("Which break"), _breaks())
        self._edge = combo(
            "edge", tr("Its start or end"), ((tr("the start of"), "start"), (tr("the end of"), "end"))
        )
        self._which = combo(
            "which", tr("First or last"), ((tr("my first"), "first"), (tr("my last"), "last"))
        )
        self._of = Label(look, tr("shift of the"), "body", "text2")
        self._per = combo("once_per", tr("Week or month"), ((tr("week"), "week"), (tr("month"), "month")))
        self._flow = Flow(look.theme.space(2))
        for part in (
            self._minutes,
            self._side,
            self._words,
            self._break,
            self._edge,
            self._which,
            self._of,
            self._per,
        ):
            self._flow.add(part)
        for choice in (self._side, self._break, self._edge, self._which, self._per):
            choice.currentIndexChanged.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addLayout(segments)
        body.addWidget(self._flow)
        self.show_trigger(AroundShift(ShiftAnchor.END, -20))

    def show_trigger(self, trigger: AroundShift | OncePer) -> None:
        """Show a moment of the shift."""
        if isinstance(trigger, OncePer):
            self._segments[_ONCE].setChecked(True)
            choose(self._which, trigger.which.value)
            choose(self._edge, trigger.edge.value)
            choose(self._per, trigger.per.value)
        else:
            self._segments[trigger.anchor.value].setChecked(True)
            choose(self._break, trigger.nth)
        self._minutes.setValue(abs(trigger.offset))
        choose(self._side, -1 if trigger.offset < 0 else 1)
        self._on_anchor()

    def trigger_json(self) -> dict[str, object]:
        """Return the trigger as interfaces.md writes it."""
        anchor = self._anchor()
        offset = self._minutes.value() * int(self._side.currentData())
        if anchor == _ONCE:
            return {
                "kind": self._per.currentData(),
                "shift": self._which.currentData(),
                "anchor": self._edge.currentData(),
                "offset": offset,
            }
        found: dict[str, object] = {"kind": "shift", "anchor": anchor, "offset": offset}
        if anchor == ShiftAnchor.AFTER_BREAK.value:
            # A cue after a break never comes before the break is over.
            found["offset"] = self._minutes.value()
            if self._break.currentData() is not None:
                found["nth"] = self._break.currentData()
        return found

    def _anchor(self) -> str:
        return next((key for key, button in self._segments.items() if button.isChecked()), _ONCE)

    def _on_anchor(self) -> None:
        anchor = self._anchor()
        words = {
            ShiftAnchor.START.value: tr("the start of every shift"),
            ShiftAnchor.MIDDLE.value: tr("the middle of every shift"),
            ShiftAnchor.AFTER_BREAK.value: tr("after"),
            ShiftAnchor.END.value: tr("the end of every shift"),
            _ONCE: "",
        }
        self._words.setText(words[anchor])
        self._words.setVisible(anchor != _ONCE)
        self._side.setVisible(anchor != ShiftAnchor.AFTER_BREAK.value)
        self._break.setVisible(anchor == ShiftAnchor.AFTER_BREAK.value)
        for part in (self._edge, self._which, self._of, self._per):
            part.setVisible(anchor == _ONCE)
        self._flow.settle()
        self.changed.emit()


def _breaks() -> tuple[tuple[str, object], ...]:
    numbered = tuple((tr("my break number {n}", n=number), number) for number in range(2, _BREAKS + 1))
    return ((tr("every break"), None), (tr("my first break"), 1), *numbered, (tr("my last break"), -1))
