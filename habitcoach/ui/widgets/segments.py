"""A few choices in one frame, one of which holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.one_of import OneOf


class Segments(QFrame):
    """Buttons side by side; Tab reaches the chosen one, the arrow keys choose another."""

    chosen = Signal(str)  #: the value the agent chose

    def __init__(self, look: Look, name: str, spoken: str, choices: Sequence[tuple[str, str]]) -> None:
        """Take the object name, the accessible name, and the choices as values with their words."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("surface", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = OneOf(self)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for number, (value, words) in enumerate(choices):
            if number:
                rule = QFrame()
                rule.setProperty("surface", "rule")
                row.addWidget(rule)
            button = Button(look, words, "part")
            button.setObjectName(f"{name}_{value}")
            button.setAccessibleName(f"{spoken}: {words}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)

    @property
    def value(self) -> str:
        """What holds; "" before anything was shown."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Show what holds; a value that is none of the choices leaves none of them chosen."""
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one == value)
        self._group.setExclusive(True)
