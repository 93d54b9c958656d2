"""What the agent wrote about the shift before, in their own words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.widgets.labels import Label


class YesterdayLine(QWidget):
    """Hidden where nothing was written."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("yesterday_line")
        self._line = Label(look, "", "own_body", wrap=True)
        self._line.setObjectName("yesterday_text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        column.addWidget(SectionHead(look, tr("What worked yesterday"), "yesterday"))
        column.addWidget(self._line)
        self.hide()

    def show_line(self, line: str) -> None:
        """Show a line; an empty one takes the part away."""
        self._line.setText(line)
        self.setVisible(bool(line))
