"""What is planned, on a shift's card: a habit's name, what to do, and its reward."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from habitcoach.core.habit import Category
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.mark_icon import MarkIcon
from habitcoach.ui.widgets.marks import Mark

ROW_MARGIN = 8  #: above and below each habit
_DIAMOND = 8


class PlanRow(QWidget):
    """One habit's plan beside its glyph."""

    def __init__(self, look: Look, category: Category, name: str, text: str, reward: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(look.theme.space(1) // 2)
        words.addWidget(Label(look, name, "body_strong", wrap=True))
        if text != name:
            words.addWidget(Label(look, text, "body", "text2", wrap=True))
        if reward:
            words.addLayout(_reward(look, reward))
        row = QVBoxLayout(self)
        row.setContentsMargins(0, ROW_MARGIN, 0, ROW_MARGIN)
        row.addLayout(beside_tile(look, category, words))


def beside_tile(look: Look, category: Category, content: QLayout) -> QHBoxLayout:
    """Return the glyph of a category, and beside it what belongs to it."""
    line = QHBoxLayout()
    line.setSpacing(look.theme.space(3))
    line.addWidget(GlyphTile(look, category), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(content, 1)
    return line


def _reward(look: Look, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.space(2))
    row.addWidget(MarkIcon(look, Mark.DIAMOND, _DIAMOND), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(look, sentence_case(text), "body", "text2", wrap=True), 1)
    return row
