"""The rows below *At a time* and *Every so often*."""

from datetime import time
from itertools import pairwise

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from habitcoach.core.trigger import At, Every
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import combo
from habitcoach.ui.editor.day_rows import DayRows
from habitcoach.ui.editor.time_chip import TimeChip
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import spin, time_edit, written
from habitcoach.ui.widgets.tab_order import order_as_laid_out

_FIRST = time(10, 0)
_WORKDAYS = (1, 2, 3, 4, 5)


class AtRows(QWidget):
    """Times and days."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._made = 0
        self._chips: list[TimeChip] = []
        self._flow = Flow(look.theme.space(2))
        self._add = Button(look, tr("Time"), "quiet", "plus")
        self._add.setObjectName("add_time")
        self._add.setAccessibleName(tr("Add a time"))
        self._add.clicked.connect(self._on_add)
        self._flow.add(self._add)
        self._days = DayRows(look)
        self._days.changed.connect(self.changed)
        self._anyway = QCheckBox(tr("Also outside my shift and on days off"))
        self._anyway.setObjectName("anyway")
        self._anyway.toggled.connect(self.changed)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(self._flow)
        body.addWidget(self._days)
        body.addWidget(self._anyway)
        self.show_trigger(At((_FIRST,), _WORKDAYS))

    def show_trigger(self, trigger: At) -> None:
        """Show times and days."""
        for chip in tuple(self._chips):
            self._drop(chip)
        for at in trigger.times:
            self._put(at)
        self._days.show_trigger(trigger)
        self._anyway.setChecked(trigger.anyway)

    def trigger_json(self) -> dict[str, object]:
        """Return the trigger as interfaces.md writes it; without a day it is faulty."""
        return {
            "kind": "at",
            "times": sorted({written(chip) for chip in self._chips}),
            **self._days.days_json(),
            "anyway": self._anyway.isChecked(),
        }

    def _on_add(self) -> None:
        last = self._chips[-1].time() if self._chips else QTime(_FIRST.hour, 0)
        later = last.addSecs(3600)
        chip = self._put(time(later.hour(), later.minute()))
        chip.setFocus()
        self.changed.emit()

    def _put(self, at: time) -> TimeChip:
        self._made += 1
        chip = TimeChip(self._look, at, self._made)
        chip.timeChanged.connect(self.changed)
        chip.removed.connect(lambda: self._on_remove(chip))
        self._chips.append(chip)
        # The button that adds a time stays behind the last one.
        self._flow.remove(self._add)
        self._flow.add(chip)
        self._flow.add(self._add)
        order_as_laid_out(self)
        stops = [stop for one in self._chips for stop in (one, one.remove)]
        for before, after in pairwise((*stops, self._add)):
            QWidget.setTabOrder(before, after)
        self._show_removes()
        return chip

    def _on_remove(self, chip: TimeChip) -> None:
        self._add.setFocus()
        self._drop(chip)
        self.changed.emit()

    def _drop(self, chip: TimeChip) -> None:
        self._chips.remove(chip)
        self._flow.remove(chip)
        chip.deleteLater()
        self._show_removes()

    def _show_removes(self) -> None:
        for chip in self._chips:
            chip.let_go(possible=len(self._chips) > 1)


class EveryRows(QWidget):
    """How often, and within which hours."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._minutes = spin("every_minutes", tr("Every so many minutes"), 5, 24 * 60)
        self._minutes.setSingleStep(15)
        self._minutes.setSuffix(tr(" min"))
        spans = ((tr("of my shift"), False), (tr("between"), True))
        self._within = combo("every_within", tr("Within"), spans)
        self._from = time_edit("every_from", tr("From"), time(10, 0))
        self._to = time_edit("every_to", tr("To"), time(16, 0))
        self._and = Label(look, tr("and"), "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(Label(look, tr("Every"), "body", "text2"))
        for part in (self._minutes, self._within, self._from, self._and, self._to):
            part.setProperty("scale", "row")
            row.addWidget(part)
        row.addStretch()
        self._minutes.valueChanged.connect(self.changed)
        self._within.currentIndexChanged.connect(self._on_within)
        self._from.timeChanged.connect(self.changed)
        self._to.timeChanged.connect(self.changed)
        self.show_trigger(Every(120))

    def show_trigger(self, trigger: Every) -> None:
        """Show minutes and hours."""
        self._minutes.setValue(trigger.minutes)
        if trigger.start is not None and trigger.end is not None:
            self._from.setTime(QTime(trigger.start.hour, trigger.start.minute))
            self._to.setTime(QTime(trigger.end.hour, trigger.end.minute))
        self._within.setCurrentIndex(0 if trigger.start is None else 1)
        self._on_within()

    def trigger_json(self) -> dict[str, object]:
        """Return the trigger as interfaces.md writes it."""
        found: dict[str, object] = {"kind": "every", "minutes": self._minutes.value()}
        if self._within.currentData():
            found |= {"from": written(self._from), "to": written(self._to)}
        return found

    def _on_within(self) -> None:
        for part in (self._from, self._and, self._to):
            part.setVisible(bool(self._within.currentData()))
        self.changed.emit()
