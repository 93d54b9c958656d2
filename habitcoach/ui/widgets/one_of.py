"""Buttons of which one holds."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """Radio buttons to a screen reader, however they look, and one stop of the keyboard: the chosen one.

    Arrow keys choose another. Qt itself keeps the stop with the choice only once the group has had the focus.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._keep_stop)

    def addButton(self, button: QAbstractButton, number: int = -1) -> None:
        """Take one more button."""
        button.setAutoExclusive(True)
        super().addButton(button, number)
        self._keep_stop()

    def _keep_stop(self) -> None:
        buttons = self.buttons()
        stop = self.checkedButton() or next(iter(buttons), None)
        for one in buttons:
            policy = one.focusPolicy() & ~Qt.FocusPolicy.TabFocus
            one.setFocusPolicy(policy | Qt.FocusPolicy.TabFocus if one is stop else policy)
