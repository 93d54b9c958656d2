"""Controls and the settings they stand for, shown together and heard together."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal


class Control(Protocol):
    """What chooses one setting."""

    chosen: Any  #: a Signal of the value

    def show_value(self, value: str) -> None:
        """Show what holds, without saying that it was chosen."""
        ...


class Bound(QObject):
    """Knows which control chooses which setting."""

    chosen = Signal(str, str)  #: the setting's name and the value the agent wants

    def __init__(self) -> None:
        super().__init__()
        self._controls: list[tuple[str, Control]] = []

    def bind(self, name: str, control: Control) -> None:
        """Have a control choose a setting; one setting may have several."""
        self._controls.append((name, control))
        control.chosen.connect(lambda value: self.chosen.emit(name, value))

    def show(self, values: Mapping[str, str]) -> None:
        """Show every control what holds."""
        for name, control in self._controls:
            control.show_value(values[name])
