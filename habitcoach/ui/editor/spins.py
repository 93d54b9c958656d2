"""Number fields of one width."""

from PySide6.QtWidgets import QSpinBox

_WIDTH = 96
_LEFT = 8


def spin(name: str, spoken: str, low: int, high: int) -> QSpinBox:
    """Return a field for a whole number between `low` and `high`."""
    found = QSpinBox()
    found.setObjectName(name)
    found.setAccessibleName(spoken)
    found.setRange(low, high)
    found.setFixedWidth(_WIDTH)
    found.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
    return found
