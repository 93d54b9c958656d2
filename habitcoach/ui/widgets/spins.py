"""Fields for numbers and wall times. Their text keeps clear of the border, which QSS cannot do for them."""

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QSpinBox, QTimeEdit

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


def time_edit(name: str, spoken: str, at: time) -> QTimeEdit:
    """Return a field for a wall time as the locale writes it."""
    found = QTimeEdit(QTime(at.hour, at.minute))
    found.setObjectName(name)
    found.setAccessibleName(spoken)
    # Hours come before minutes everywhere; mirrored, Qt would write four o'clock as 00:04. It turns the
    # format over as it is set, so the direction is set first.
    found.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    found.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
    found.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
    found.setFixedWidth(max(_WIDTH, found.sizeHint().width() + _LEFT))
    return found


def written(edit: QTimeEdit) -> str:
    """Return the time of a field as interfaces.md writes it."""
    return edit.time().toString("HH:mm")
