"""Pressing a button of a scene by its name."""

from PySide6.QtWidgets import QAbstractButton, QWidget


def press(among: QWidget, name: str) -> None:
    """Press the button of that object name that is to be seen. Raises LookupError where there is none."""
    for button in among.findChildren(QAbstractButton, name):
        # What has been replaced is hidden and waits to be deleted.
        if button.isVisible():
            button.click()
            return
    raise LookupError(name)
