"""The card as a short notice: what was skipped, or what came while the agent was away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

_ICON = 24


class NoticeFace(Face):
    """A sentence, a second one in a quieter colour, and *Undo* or a way to close it."""

    undo = Signal()
    closed = Signal()

    def __init__(self, look: Look, text: str, detail: str = "", *, undoable: bool) -> None:
        super().__init__(look, "face_notice")
        theme = look.theme
        self.setAccessibleName(" ".join(part for part in (text, detail) if part))
        mark = SmallIcon(look, "skipped" if undoable else "info", side=_ICON)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        first = Label(look, text, "body_medium", wrap=True)
        first.setObjectName("notice")
        texts.addWidget(first)
        if detail:
            texts.addWidget(Label(look, detail, "small", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(mark)
        row.addSpacing(theme.size("glyph_tile") - _ICON)
        row.addLayout(texts, 1)
        if undoable:
            undo = Button(look, tr("Undo"), "quiet", "undo", scale="small")
            undo.setObjectName("undo")
            undo.setAccessibleName(tr("Undo: {what}", what=text))
            undo.clicked.connect(self.undo)
            row.addWidget(undo)
        else:
            close = IconButton(look, "x", tr("Close"))
            close.setObjectName("close")
            close.setProperty("scale", "small")
            close.clicked.connect(self.closed)
            row.addWidget(close)
        # Its word or icon, not its target, lines up with the card's edge.
        self.body.setContentsMargins(self.edge, self.edge, self.edge - OVERHANG, self.edge)
        self.body.addLayout(row)
