"""What the reward moment asks every tenth time: whether the reward was worth it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.mark_icon import MarkIcon
from habitcoach.ui.widgets.marks import Mark

_DIAMOND = 14


class WorthContent(QWidget):
    """One question with Yes and No; unanswered it goes by itself."""

    answered = Signal(bool)

    def __init__(self, look: Look, reward: str) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("worth_content")
        question = Label(look, tr("Worth it?"), "body_strong")
        question.setObjectName("worth_question")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(question)
        words.addWidget(Label(look, sentence_case(reward), "own_body", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        tile = QWidget()
        tile.setFixedWidth(theme.size("glyph_tile"))
        place = QHBoxLayout(tile)
        place.setContentsMargins(0, 0, 0, 0)
        mark = MarkIcon(look, Mark.DIAMOND, _DIAMOND, ground="reward_soft")
        place.addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(tile)
        row.addSpacing(theme.space(1))  # the words stand where those of the reward stood
        row.addLayout(words, 1)
        for text, name, worth_it in ((tr("Yes"), "worth_yes", True), (tr("No"), "worth_no", False)):
            button = Button(look, text, "reward_line")
            button.setObjectName(name)
            button.setAccessibleName(tr("Worth it: {answer}", answer=text))
            button.clicked.connect(lambda _=False, worth_it=worth_it: self.answered.emit(worth_it))
            row.addWidget(button)
