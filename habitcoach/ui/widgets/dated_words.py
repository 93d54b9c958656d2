"""Words of the agent's own beside their date; a click on them, or their button, opens them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.tips import set_tip

_DATE_COLUMN = 56


class DatedWords(QWidget):
    """One note, or one line of the journal."""

    opened = Signal()

    def __init__(  # noqa: PLR0913  # two texts, and what the three parts are called
        self, look: Look, name: str, when: str, text: str, *, tip: str, open_name: str
    ) -> None:
        """Take a name for the parts, the date, the words, and how opening them is called, short and long."""
        super().__init__()
        day = self.day = Label(look, when, "small", "text2")
        high = look.theme.size("button_small")
        day.setFixedHeight(high)
        words = Label(look, text, "own_body", wrap=True)
        words.setObjectName(f"{name}_text")
        set_tip(words, tip)
        edit = IconButton(look, "note", open_name)
        edit.setProperty("scale", "small")
        edit.setObjectName(f"{name}_edit")
        edit.clicked.connect(self.opened)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.theme.space(2))
        grid.addWidget(day, 0, 0, Qt.AlignmentFlag.AlignTop)
        # The first line stands in the middle of the button's height.
        column = QVBoxLayout()
        lead = max(0, (high - look.theme.line_height("own_body")) // 2)
        column.setContentsMargins(0, lead, 0, lead)
        column.addWidget(words)
        grid.addLayout(column, 0, 1)
        grid.addWidget(edit, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open them."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()


def line_up(rows: Sequence[DatedWords]) -> None:
    """Have the words of some rows begin below each other, however long their dates are."""
    days = [row.day for row in rows]
    widest = max((day.sizeHint().width() for day in days), default=0)
    for day in days:
        day.setMinimumWidth(max(_DATE_COLUMN, widest))
