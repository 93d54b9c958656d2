"""The row at the foot of a dialog, and the buttons in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button


def foot_button(
    look: Look, name: str, text: str, act: Callable[[], object], variant: str = "quiet"
) -> Button:
    """Return a button of a foot, with its object name; a primary one is what Enter presses."""
    made = Button(look, text, variant)
    made.setObjectName(name)
    made.setDefault(variant == "primary")
    made.clicked.connect(act)
    return made


class Foot(QHBoxLayout):
    """What stands beside the buttons at the leading edge, and the buttons at the trailing one."""

    def __init__(self, look: Look, *buttons: QWidget, beside: QWidget | None = None) -> None:
        """Take the buttons in their order: the one that does it comes last."""
        super().__init__()
        self.setSpacing(look.theme.space(2))
        if beside is not None:
            self.addWidget(beside)
        self.addStretch(1)
        for button in buttons:
            self.addWidget(button)
