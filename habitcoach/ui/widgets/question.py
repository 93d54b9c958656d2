"""A question before something is given up: two buttons, the harmless one first in line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label

_WIDTH = 400


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a question says."""

    headline: str
    line: str
    keep: str  #: the button that changes nothing
    go: str


class Question(QDialog):
    """Asks once. Esc and the default button keep things as they are."""

    def __init__(self, look: Look, parent: QWidget, words: QuestionWords) -> None:
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("question")
        self.setWindowTitle(words.headline)
        self.setAccessibleName(words.headline)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        stay = Button(look, words.keep, "primary")
        stay.setObjectName("question_keep")
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        leave = Button(look, words.go, "secondary")
        leave.setObjectName("question_go")
        leave.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(stay)
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(1))
        body.addWidget(Label(look, words.headline, "heading", wrap=True))
        body.addWidget(Label(look, words.line, "body", "text2", wrap=True))
        body.addSpacing(theme.space(4))
        body.addLayout(foot)
        stay.setFocus()

    def ask(self, go: Callable[[], None]) -> None:
        """Show the question over its window; `go` is called when the agent means it."""
        self.accepted.connect(go)
        self.open()
