"""A chip that is ticked while it is chosen."""

from PySide6.QtGui import QIcon

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button


class CheckChip(Button):
    """One of several things of which any number can be chosen; a tick tells it without the colour."""

    def __init__(self, look: Look, name: str, text: str) -> None:
        super().__init__(look, text, "chip")
        self.setObjectName(name)
        self.setCheckable(True)
        self._icon_color = "accent_text"
        self.toggled.connect(self._tick)

    def _tick(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._icon_name = "check" if on else None
        self.setIcon(QIcon())
        self._dress()
        self.updateGeometry()
