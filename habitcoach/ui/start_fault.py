"""The one window of a start that cannot go on: what is wrong, what is safe, and the agent's choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.empty_state import BigIcon
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.question import Question, QuestionWords

_WIDTH = 520


class Choice(Enum):
    """What the agent wants done."""

    RESTORE = "restore"
    FRESH = "fresh"  #: set the file aside and begin with an empty one
    AGAIN = "again"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What the window says."""

    headline: str
    lines: Sequence[str]  #: what is safe and what a choice would do, one paragraph each
    choices: Sequence[tuple[Choice, str]]  #: with their buttons' texts; the first is the one that is advised


class StartFault(QDialog):
    """Shown instead of the main window. Closing it quits; beginning afresh is asked about once more."""

    def __init__(self, look: Look, words: FaultWords) -> None:
        super().__init__()
        self._look = look
        self.choice = Choice.QUIT
        theme = look.theme
        self.setObjectName("start_fault")
        self.setWindowTitle("HabitCoach")
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleName(words.headline)
        self.setAccessibleDescription(" ".join(words.lines))
        headline = Label(look, words.headline, "heading", wrap=True)
        headline.setObjectName("fault_headline")
        text = QVBoxLayout()
        text.setSpacing(theme.space(2))
        text.addWidget(headline)
        for number, line in enumerate(words.lines):
            label = Label(look, line, "body", "text2", wrap=True)
            label.setObjectName(f"fault_line_{number}")
            text.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(theme.space(4))
        top.addWidget(BigIcon(look, "warn", "error"), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        foot.addStretch()
        for place, (choice, said) in enumerate([*words.choices, (Choice.QUIT, tr("Quit"))]):
            button = Button(look, said, "secondary" if place else "primary")
            button.setObjectName(f"fault_{choice.value}")
            button.setDefault(not place)
            button.clicked.connect(lambda _=False, chosen=choice: self._choose(chosen))
            foot.addWidget(button)
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(5))
        body.addLayout(top)
        body.addLayout(foot)

    def _choose(self, choice: Choice) -> None:
        if choice is Choice.FRESH:
            words = QuestionWords(
                tr("Begin with an empty file?"),
                tr("Your habits and your log stay in the file that is set aside. The new one begins empty."),
                tr("Not now"),
                tr("Begin afresh"),
            )
            Question(self._look, self, words).ask(lambda: self._end(choice))
        else:
            self._end(choice)

    def _end(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
