"""What the dialogs of the Settings page have in common."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.foot import Foot, foot_button


class SettingsDialog(QDialog):
    """A dialog with a body and a foot: Cancel, and what it is about. Esc changes nothing."""

    def __init__(self, look: Look, parent: QWidget, name: str, title: str, go: str) -> None:
        """Take the object name, the title, and the word on the button that does it."""
        super().__init__(parent)
        self._look = look
        theme = look.theme
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumSize(QSize(theme.size("start_end_card_width"), 0))
        self.back = foot_button(look, f"{name}_cancel", tr("Cancel"), self.reject)
        self.go = foot_button(look, f"{name}_go", go, self._go, "primary")
        margin = theme.space(5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin, margin, theme.space(4))
        outer.setSpacing(theme.space(4))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space(2))
        outer.addLayout(self.body, 1)
        outer.addLayout(Foot(look, self.back, self.go))

    def _go(self) -> None:
        """Do it; a dialog that can find faults asks for them first."""
        self.accept()
