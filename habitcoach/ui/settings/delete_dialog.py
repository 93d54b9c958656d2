"""The dialog before everything is deleted: it goes only once the word is typed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.dialog import SettingsDialog
from habitcoach.ui.widgets.labels import Label


class DeleteDialog(SettingsDialog):
    """Says what goes. Neither Enter nor a click deletes before the word stands there."""

    def __init__(self, look: Look, parent: QWidget, folder: str) -> None:
        super().__init__(look, parent, "delete_dialog", tr("Delete everything"), tr("Delete everything"))
        self._word = tr("delete")
        self.go.setDefault(False)
        self.go.setEnabled(False)
        self.back.set_variant("primary")
        self.go.set_variant("secondary")
        self._field = QLineEdit()
        self._field.setObjectName("delete_word")
        self._field.textChanged.connect(self._read)
        gone = tr(
            "Your habits, the whole log, shifts, reviews and settings will be gone, and every backup and the"
            " program’s own notes with them. Nothing brings them back."
        )
        keep = tr("To keep a copy, close this and use “Move to another computer” first.")
        asked = tr("Type the word “{word}” to go on. HabitCoach closes afterwards.", word=self._word)
        self._field.setAccessibleName(asked)
        self.body.addWidget(Label(look, tr("Delete everything?"), "heading", wrap=True))
        self.body.addWidget(Label(look, gone, "body", wrap=True))
        self.body.addWidget(Label(look, folder, "small", "text2", wrap=True))
        self.body.addWidget(Label(look, keep, "body", "text2", wrap=True))
        self.body.addWidget(Label(look, asked, "body", wrap=True))
        self.body.addWidget(self._field)
        self._field.setFocus()

    def _read(self, text: str) -> None:
        self.go.setEnabled(text.strip().casefold() == self._word.casefold())
