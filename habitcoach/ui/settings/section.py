"""A section of the Settings page: its heading at the leading side, its box beside or below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.settings.row import Box
from habitcoach.ui.widgets.labels import Label

_CAPTION_WIDTH = 208


class Section(QWidget):
    """Heading and remark, and the boxed rows. It carries the heading as its accessible name."""

    def __init__(self, look: Look, name: str, title: str, remark: str, rows: Sequence[QWidget]) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName(f"settings_{name}")
        self.setAccessibleName(title)
        self._caption = QWidget()
        words = QVBoxLayout(self._caption)
        words.setContentsMargins(0, theme.space(3), 0, 0)
        words.setSpacing(theme.space(1))
        words.addWidget(Label(look, title, "heading", wrap=True))
        if remark:
            words.addWidget(Label(look, remark, "small", "text2", wrap=True))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.size("column_gap"))
        self._sides.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(Box(look, rows), 1, Qt.AlignmentFlag.AlignTop)
        self._gap = theme.space(2)
        self._column_gap = theme.size("column_gap")
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Set the heading over its box, or beside it."""
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._sides.setAlignment(self._caption, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop)
        self._sides.setSpacing(self._gap if narrow else self._column_gap)
        if narrow:
            self._caption.setMinimumWidth(0)
            self._caption.setMaximumWidth(16777215)
        else:
            self._caption.setFixedWidth(_CAPTION_WIDTH)
