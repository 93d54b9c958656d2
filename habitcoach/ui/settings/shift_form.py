"""One shift in the dialog of shift times: its name, its hours, its breaks."""

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from habitcoach.coaching.roster_changes import TypedShift
from habitcoach.core.errors import InputError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr
from habitcoach.ui.editor.text_field import FaultLine, mark_invalid
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import time_edit
from habitcoach.ui.widgets.tab_order import order_as_laid_out

_NOON, _HALF_PAST = time(12), time(12, 30)


class ShiftForm(Card):
    """A box with the fields of one shift. It validates nothing; it shows the fault it is told."""

    removed = Signal()

    def __init__(self, look: Look, shift: TypedShift, number: int) -> None:
        """Take the shift as it stands, and its number from 1 for the names of its fields."""
        super().__init__(look)
        self._look = look
        self._was = shift.was
        self._number = number
        self.setObjectName(f"shift_form_{number}")
        self.name = QLineEdit(shift.name)
        self.name.setObjectName(f"shift_name_{number}")
        self.name.setAccessibleName(tr("Name of the shift"))
        self.name.setPlaceholderText(tr("Name"))
        self._start = time_edit(f"shift_start_{number}", tr("From"), shift.start)
        self._end = time_edit(f"shift_end_{number}", tr("To"), shift.end)
        self.remove = IconButton(look, "x", tr("Remove the shift {name}", name=shift.name))
        self.remove.setObjectName(f"shift_remove_{number}")
        self.remove.clicked.connect(self.removed)
        self._breaks: list[_Break] = []
        self._flow = Flow(look.theme.space(2))
        add = Button(look, tr("Add a break"), "quiet", "plus", scale="small")
        add.setObjectName(f"break_add_{number}")
        add.clicked.connect(lambda: self._add_break(_NOON, _HALF_PAST))
        self._fault = FaultLine(look, f"shift_{number}")
        line = QHBoxLayout()
        line.setSpacing(look.theme.space(2))
        line.addWidget(self.name, 1)
        line.addWidget(self._start)
        line.addWidget(Label(look, tr("to"), "body", "text2"))
        line.addWidget(self._end)
        line.addWidget(self.remove)
        foot = QVBoxLayout()
        foot.setSpacing(look.theme.space(1))
        foot.addWidget(self._flow)
        foot.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        foot.addWidget(self._fault)
        self.body.addLayout(line)
        self.body.addLayout(foot)
        for begin, end in shift.breaks:
            self._add_break(begin, end)

    @property
    def typed(self) -> TypedShift:
        """What stands there."""
        breaks = tuple(one.times for one in self._breaks)
        return TypedShift(self.name.text(), _wall(self._start), _wall(self._end), breaks, self._was)

    def show_fault(self, error: InputError | None) -> None:
        """Say what is wrong, or nothing."""
        self._fault.say("" if error is None else error_sentence(error))
        field = "" if error is None else error.field
        mark_invalid(self.name, invalid=field == "name")
        mark_invalid(self._end, invalid=field == "end")

    def _add_break(self, begin: time, end: time) -> None:
        made = _Break(self._look, f"break_{self._number}_{len(self._breaks) + 1}", begin, end)
        made.removed.connect(lambda: self._drop(made))
        self._breaks.append(made)
        self._flow.add(made)
        order_as_laid_out(self)

    def _drop(self, one: "_Break") -> None:
        self._breaks.remove(one)
        self._flow.remove(one)
        one.deleteLater()


class _Break(QWidget):
    """From when to when a break is."""

    removed = Signal()

    def __init__(self, look: Look, name: str, begin: time, end: time) -> None:
        super().__init__()
        self._begin = time_edit(f"{name}_from", tr("Break from"), begin)
        self._end = time_edit(f"{name}_to", tr("Break to"), end)
        gone = IconButton(look, "x", tr("Remove this break"))
        gone.setObjectName(f"{name}_remove")
        gone.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(Label(look, tr("Break"), "small", "text2"))
        row.addWidget(self._begin)
        row.addWidget(Label(look, tr("to"), "small", "text2"))
        row.addWidget(self._end)
        row.addWidget(gone)

    @property
    def times(self) -> tuple[time, time]:
        """From when to when."""
        return _wall(self._begin), _wall(self._end)


def _wall(field: QTimeEdit) -> time:
    found = field.time()
    return time(found.hour(), found.minute())
