"""What the agent wrote about the shift before, in their own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.labels import Label


class YesterdayLine(QWidget):
    """Hidden where nothing was written."""

    more = Signal()  #: the lines of other days

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("yesterday_line")
        self._line = Label(look, "", "own_body", wrap=True)
        self._line.setObjectName("yesterday_text")
        self.all_lines = IconButton(look, "right", tr("What worked on other days"))
        self.all_lines.setProperty("scale", "small")
        self.all_lines.setObjectName("yesterday_more")
        self.all_lines.clicked.connect(self.more)
        head = QHBoxLayout()
        head.addWidget(SectionHead(look, tr("What worked yesterday"), "yesterday"), 1)
        head.addWidget(self.all_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1))
        column.addLayout(head)
        column.addWidget(self._line)
        self.hide()

    def show_line(self, line: str) -> None:
        """Show a line; an empty one takes the part away."""
        self._line.setText(line)
        self.setVisible(bool(line))
