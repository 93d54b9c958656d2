"""A small dialog for a note in the agent's own words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from habitcoach.core.fields import MAX_NOTE
from habitcoach.core.note_check import findings, needs_question, without
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.today.note_strip import NoteStrip
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label

_HEIGHT = 280
_LINES = 3  #: of the note that are always in sight


class NoteEditor(QDialog):
    """Writes or changes one note. What looks like a customer's data is asked about once."""

    written = Signal(str)
    erased = Signal()

    def __init__(self, look: Look, title: str, before: str, parent: QWidget) -> None:
        """Take what is written about, and what stands there so far."""
        super().__init__(parent)
        theme = look.theme
        self._before = before
        self.setObjectName("note_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        # The height is left to the layout: the question about a note makes the dialog higher.
        self.setMinimumWidth(theme.size("start_end_card_width"))
        self.resize(QSize(theme.size("start_end_card_width"), _HEIGHT))
        self._field = QPlainTextEdit(before)
        self._field.setObjectName("note_field")
        self._field.setAccessibleName(title)
        self._field.setTabChangesFocus(True)
        self._field.setProperty("words", "own")
        self._field.textChanged.connect(self._on_typed)
        self._strip = NoteStrip(look)
        self._strip.remove.connect(self._remove)
        self._strip.keep.connect(lambda: self._keep(self._field.toPlainText()))
        self._erase = foot_button(look, "note_erase", tr("Erase"), self._on_erase)
        self._erase.setVisible(bool(before))
        back = foot_button(look, "note_cancel", tr("Cancel"), self.reject)
        self._save = foot_button(look, "note_save", tr("Save"), self._on_save, "primary")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)
        foot = Foot(look, back, self._save, beside=self._erase)
        body = QVBoxLayout(self)
        margin = theme.space(4)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(theme.space(3))
        body.addWidget(Label(look, title, "heading", wrap=True))
        written = QHBoxLayout()
        written.addStrut(_LINES * theme.line_height("own_body") + theme.space(3))
        written.addWidget(self._field)
        body.addLayout(written, 1)
        body.addWidget(self._strip)
        body.addWidget(Label(look, tr("Stays on this computer. No customer’s data."), "small", "text2"))
        body.addLayout(foot)
        self._on_typed()
        self._field.setFocus()

    def _on_typed(self) -> None:
        text = self._field.toPlainText().strip()
        self._save.setEnabled(0 < len(text) <= MAX_NOTE)
        self._strip.say("")

    def _on_save(self) -> None:
        text = self._field.toPlainText()
        if not self._save.isEnabled():
            return
        if needs_question(self._before, text):
            self._strip.ask(text)
            self._strip.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._keep(text)

    def _remove(self) -> None:
        text = self._field.toPlainText()
        self._keep(without(text, findings(text)))

    def _keep(self, text: str) -> None:
        self.written.emit(text.strip())
        self.accept()

    def _on_erase(self) -> None:
        self.erased.emit()
        self.accept()
