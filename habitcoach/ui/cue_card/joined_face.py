"""The card for several waiting cues: one line each, answered singly or together."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.wording import joined_name, joined_title
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting, category_of, second_line, title_of
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_MOST_ROWS = 5  # more than these scroll


class JoinedFace(Face):
    """A list of occasions with a *Done* each, and answers for all."""

    closed = Signal()
    done_one = Signal(str, str)

    def __init__(self, look: Look, occasions: Sequence[Waiting], now: datetime, answers: Answers) -> None:
        super().__init__(look, "face_joined")
        self.answers = answers
        self.setAccessibleName(joined_name(occasions))
        theme = look.theme
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        title = Label(look, joined_title(len(occasions)), "heading")
        title.setObjectName("title")
        close = IconButton(look, "x", tr("Close: they wait in the tray"))
        close.setObjectName("close")
        close.setFixedSize(theme.size("hit_min"), theme.size("hit_min"))
        close.clicked.connect(self.closed)
        head.addWidget(title, 1)
        head.addWidget(Label(look, time_text(now), "body", "text3"))
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addSpacing(theme.space(1))
        self.body.addWidget(self._list(occasions))
        self.body.addSpacing(theme.space(2))
        self.body.addWidget(answers)

    def _list(self, occasions: Sequence[Waiting]) -> QWidget:
        holder = QWidget()
        holder.setObjectName("scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, one in enumerate(occasions):
            if number:
                column.addWidget(Line(self._look))
            column.addWidget(self._row(one))
        if len(occasions) <= _MOST_ROWS:
            return holder
        area = QScrollArea()
        area.setObjectName("joined_scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        row_height = holder.sizeHint().height() / len(occasions)
        # Half a row more shows that there is more.
        area.setFixedHeight(round(row_height * (_MOST_ROWS + 0.5)))
        return area

    def _row(self, one: Waiting) -> QWidget:
        look, theme = self._look, self._look.theme
        row = QWidget()
        row.setObjectName(f"row {one.subject} {one.slot}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        line.setSpacing(theme.space(3))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(look, title_of(one), "body_strong"))
        texts.addWidget(ElidedLabel(look, second_line(one), "body", "text2"))
        done = IconButton(look, "check", tr("Done: {habit}", habit=title_of(one)), "secondary")
        done.setObjectName("done_one")
        done.setProperty("popup", "true")
        done.setFixedSize(theme.size("button_large"), theme.size("button"))
        done.clicked.connect(lambda: self.done_one.emit(one.subject, one.slot))
        line.addWidget(GlyphTile(look, category_of(one)))
        line.addLayout(texts, 1)
        line.addWidget(done)
        return row
