"""The tray panel while nothing waits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.brand_mark import BrandMark
from habitcoach.ui.widgets.labels import Label

_MARK = 36


class ClearState(QWidget):
    """The mark, until when the agent is clear, and what comes then."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("panel_clear")
        self._title = Label(look, "", "body_strong", wrap=True)
        self._title.setObjectName("panel_clear_title")
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName("panel_clear_line")
        body = QVBoxLayout(self)
        body.setContentsMargins(theme.space(4), theme.space(6), theme.space(4), theme.space(5))
        body.setSpacing(0)
        body.addWidget(BrandMark(look, _MARK), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(theme.space(3))
        for label in (self._title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(label)

    def show_texts(self, title: str, line: str) -> None:
        """Show the words."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
