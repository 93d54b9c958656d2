"""Which habits the list holds: active, resting or retired ones, with how many there are."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from habitcoach.coaching.habit_views import HabitView
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.one_of import OneOf


class Listed(Enum):
    """Where a habit is listed."""

    ACTIVE = "active"
    RESTING = "resting"
    RETIRED = "retired"


def listed_as(habit: HabitView) -> Listed:
    """Return where a habit is listed."""
    if habit.archived:
        return Listed.RETIRED
    return Listed.RESTING if habit.resting else Listed.ACTIVE


class ListFilter(QWidget):
    """Three chips; where there is no room for them, one button with a menu."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.listed = Listed.ACTIVE
        self._chips: dict[Listed, Button] = {}
        self._flow = Flow(look.theme.space(1))
        group = OneOf(self)
        for one in Listed:
            chip = Button(look, "", "chip", scale="small")
            chip.setObjectName(f"filter_{one.value}")
            chip.setCheckable(True)
            chip.clicked.connect(lambda *_, one=one: self.choose(one))
            group.addButton(chip)
            self._flow.add(chip)
            self._chips[one] = chip
        self._chips[Listed.ACTIVE].setChecked(True)
        self._button = IconButton(look, "dots", tr("Which habits are listed"))
        self._button.setObjectName("filter_menu_button")
        self._menu = QMenu(self)
        self._menu.setObjectName("filter_menu")
        self._button.clicked.connect(self._open_menu)
        self._button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._flow, 1)
        row.addWidget(self._button)

    def show_counts(self, habits: Sequence[HabitView]) -> None:
        """Say how many habits there are of each."""
        words = {
            Listed.ACTIVE: lambda n: tr("Active {n}", n=n),
            Listed.RESTING: lambda n: tr("Resting {n}", n=n),
            Listed.RETIRED: lambda n: tr("Retired {n}", n=n),
        }
        for one, chip in self._chips.items():
            count = sum(listed_as(habit) is one for habit in habits)
            chip.set_label(words[one](number_text(count)))
        self._flow.settle()

    def choose(self, listed: Listed) -> None:
        """List these habits."""
        self.listed = listed
        self._chips[listed].setChecked(True)
        self.changed.emit()

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the button alone, or the chips."""
        self._flow.setVisible(not narrow)
        self._button.setVisible(narrow)

    def _open_menu(self) -> None:
        self._menu.clear()
        for one, chip in self._chips.items():
            action = self._menu.addAction(chip.text())
            action.setObjectName(f"list_{one.value}")
            action.setCheckable(True)
            action.setChecked(one is self.listed)
            action.triggered.connect(lambda *_, one=one: self.choose(one))
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
