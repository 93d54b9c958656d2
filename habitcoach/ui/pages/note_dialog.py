"""A small dialog that asks what got in the way of a habit."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from habitcoach.core.fields import MAX_NOTE
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label


class NoteDialog(QDialog):
    """Asks for a few words on a skip; an empty note is allowed."""

    def __init__(self, look: Look, habit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("skip_note_dialog")
        self.setWindowTitle(tr("Skip {habit}", habit=habit))
        self.setMinimumSize(QSize(look.theme.size("cue_card_width"), 0))
        self._field = QLineEdit(self)
        self._field.setObjectName("skip_note")
        self._field.setMaxLength(MAX_NOTE)
        self._field.setAccessibleName(tr("What got in the way?"))
        back = foot_button(look, "skip_note_back", tr("Back"), self.reject)
        skip = foot_button(look, "skip_note_skip", tr("Skip"), self.accept, "primary")
        foot = Foot(look, back, skip, beside=Label(look, tr("Stays on this computer."), "small", "text2"))
        body = QVBoxLayout(self)
        margin = look.theme.space(4)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(look.theme.space(3))
        body.addWidget(Label(look, tr("What got in the way?"), "body_strong"))
        body.addWidget(self._field)
        body.addLayout(foot)

    def note(self) -> str:
        """Return what was typed."""
        return self._field.text()
