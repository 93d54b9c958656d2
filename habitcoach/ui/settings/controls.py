"""What chooses a setting: each control shows what holds, and says by `chosen` what the agent wants."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpinBox, QTimeEdit, QWidget

from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.setting_values import OFF, ON
from habitcoach.texts.channels import channel_name
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.check_chip import CheckChip
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.spins import time_edit, written
from habitcoach.ui.widgets.switch import Switch

_COUNT_WIDTH = 60
_TEXT_LEFT = 8


class ChoiceField(QComboBox):
    """One of several words in a list that opens."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str, choices: Sequence[tuple[str, str]]) -> None:
        """Take the object name, the accessible name, and the choices as values with their words."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("scale", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_value(self, value: str, words: str = "") -> None:
        """Show what holds; a value that is none of the choices is added with its words."""
        index = self.findData(value)
        if index < 0:
            self.addItem(words or value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes over changes nothing."""
        event.ignore()


class CountField(QSpinBox):
    """A small whole number."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str, low: int, high: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("scale", "row")
        self.setRange(low, high)
        self.lineEdit().setTextMargins(_TEXT_LEFT, 0, 0, 0)
        self.setFixedWidth(_COUNT_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # "12" is not first chosen as "1".
        self.setKeyboardTracking(False)
        self.valueChanged.connect(lambda number: self.chosen.emit(str(number)))

    def show_value(self, value: str) -> None:
        """Show what holds, unless the agent is typing here."""
        if not self.lineEdit().isModified() or not self.hasFocus():
            with QSignalBlocker(self):
                self.setValue(int(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class ClockField(QWidget):
    """A wall time."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.edit: QTimeEdit = time_edit(name, spoken, time())
        self.edit.setProperty("scale", "row")
        self.edit.setKeyboardTracking(False)
        self.edit.timeChanged.connect(lambda _: self.chosen.emit(written(self.edit)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def show_value(self, value: str) -> None:
        """Show what holds."""
        with QSignalBlocker(self.edit):
            self.edit.setTime(QTime.fromString(value, "HH:mm"))


class SwitchField(Switch):
    """On or off; the values it stands for can be others than these words."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, spoken: str, *, on: str = ON, off: str = OFF) -> None:
        super().__init__(look, spoken)
        self.setObjectName(name)
        self._on = on
        self.clicked.connect(lambda checked: self.chosen.emit(on if checked else off))

    def show_value(self, value: str) -> None:
        """Show what holds."""
        self.setChecked(value == self._on)


class ChannelChips(Flow):
    """Where the agent meets customers: none, one or several."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme.space(1))
        self._chips: dict[Channel, CheckChip] = {}
        for channel in Channel:
            chip = CheckChip(look, f"channel_{channel}", channel_name(channel))
            chip.clicked.connect(lambda: self.chosen.emit(self._value()))
            self._chips[channel] = chip
            self.add(chip)

    def show_value(self, value: str) -> None:
        """Show what holds."""
        wanted = set(value.split(","))
        for channel, chip in self._chips.items():
            chip.setChecked(channel.value in wanted)
        self.settle()

    def _value(self) -> str:
        return ",".join(channel.value for channel, chip in self._chips.items() if chip.isChecked())
