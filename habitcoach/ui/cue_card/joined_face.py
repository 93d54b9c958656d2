"""The card for several waiting cues: one line each, answered singly or together."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.cue_list import CueList
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG, inset
from habitcoach.ui.cue_card.wording import joined_name, joined_title
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.labels import Label


class JoinedFace(Face):
    """A list of occasions with a *Done* each, and answers for all."""

    closed = Signal()
    done_one = Signal(str, str)

    def __init__(self, look: Look, occasions: Sequence[Waiting], now: datetime, answers: Answers) -> None:
        super().__init__(look, "face_joined")
        self.answers = answers
        self.setAccessibleName(joined_name(occasions))
        theme = look.theme
        self.body.setContentsMargins(self.edge, self.edge, self.edge - OVERHANG, self.edge)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        title = Label(look, joined_title(len(occasions)), "heading")
        title.setObjectName("title")
        close = IconButton(look, "x", tr("Close: they wait in the tray"))
        close.setObjectName("close")
        close.setProperty("scale", "small")
        close.clicked.connect(self.closed)
        head.addWidget(title, 1)
        head.addWidget(Label(look, time_text(now), "small", "text3"))
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addSpacing(theme.space(1))
        rows = CueList(look, occasions)
        rows.done_one.connect(self.done_one)
        self.body.addWidget(inset(rows))
        self.body.addSpacing(theme.space(2))
        self.body.addWidget(inset(answers))
