"""Pressing a button of a scene by its name."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from habitcoach.ui.keys import Act


def press(among: QWidget, name: str) -> None:
    """Press the button of that object name that is to be seen. Raises LookupError where there is none."""
    for button in among.findChildren(QAbstractButton, name):
        # What has been replaced is hidden and waits to be deleted.
        if button.isVisible():
            button.click()
            return
    raise LookupError(name)


def press_key(window: QWidget, act: Act) -> None:
    """Press the key of an act. Raises LookupError where the window has none for it."""
    shortcut = window.findChild(QShortcut, f"key_{act.name.lower()}")
    if shortcut is None:
        raise LookupError(act.name)
    shortcut.activated.emit()
