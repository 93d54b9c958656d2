"""The top line of a card about one thing: why it comes, at what time, and a way to close it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.labels import Label

OVERHANG = 8  # the close button's icon, not its target, lines up with the card's edge


def heading(look: Look, text: str, time: str) -> tuple[QWidget, IconButton]:
    """Return the line and its close button, whose name is for the caller to give."""
    theme = look.theme
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(2))
    when = Label(look, text, "small", "text2", wrap=True)
    when.setObjectName("when")
    at = Label(look, time, "small", "text3")
    at.setObjectName("due_at")
    close = IconButton(look, "x", tr("Close"))
    close.setObjectName("close")
    close.setProperty("scale", "small")
    # One line stands in the middle of the tile; more lines grow downwards from there.
    tile = theme.size("glyph_tile")
    above = max(0, (tile - theme.line_height("small")) // 2)
    words = QVBoxLayout()
    words.setContentsMargins(0, above, 0, above)
    words.addWidget(when)
    at.setFixedHeight(tile)
    row.addLayout(words, 1)
    row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
    return line, close


def inset(widget: QWidget) -> QWidget:
    """Keep a part clear of the overhang at the card's end."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, OVERHANG, 0)
    row.addWidget(widget)
    return holder
