"""The dialog that puts a backup back: which one, and what that would take away and bring."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.dialog import SettingsDialog
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label

_MOST_ROWS = 6  # with more backups they scroll


@dataclass(frozen=True, slots=True)
class Choice:
    """A file that can be put back."""

    path: str
    words: str  #: "Thursday 11 June"


class RestoreDialog(SettingsDialog):
    """Nothing is put back before it was said what that does."""

    looked_at = Signal(str)  #: a path; answer with `show_preview` or `refuse`
    other_wanted = Signal()  #: a file from elsewhere; answer with `add`

    def __init__(self, look: Look, parent: QWidget, choices: Sequence[Choice]) -> None:
        super().__init__(look, parent, "restore_dialog", tr("Restore a backup"), tr("Put it back"))
        self.go.setEnabled(False)
        self._list = QListWidget()
        self._list.setObjectName("backups")
        self._list.setAccessibleName(tr("Backups"))
        self._none = Label(look, tr("There is no backup yet."), "body", "text2", wrap=True)
        other = Button(look, tr("Another file…"), "secondary", "folder")
        other.setObjectName("other_backup")
        other.clicked.connect(self.other_wanted)
        self._said = Label(look, tr("Choose a backup to see what it would change."), "body", wrap=True)
        self._said.setObjectName("restore_said")
        self.body.addWidget(self._none)
        self.body.addWidget(self._list)
        self.body.addWidget(other, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._said)
        self.body.addStretch(1)
        for one in choices:
            self._add(one)
        self._settle()
        self._list.currentRowChanged.connect(self._look_at)

    @property
    def path(self) -> str:
        """The file that is chosen; "" for none."""
        row = self._list.currentRow()
        return "" if row < 0 else str(self._list.item(row).data(Qt.ItemDataRole.UserRole))

    def begin(self) -> None:
        """Choose the newest backup, if there is one, and have it looked at."""
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def add(self, choice: Choice) -> None:
        """Add a file from elsewhere and choose it."""
        self._add(choice)
        self._settle()
        self._list.setCurrentRow(self._list.count() - 1)

    def show_preview(self, path: str, lines: Sequence[str]) -> None:
        """Say what putting a file back does; one that is no longer chosen is left out."""
        if path == self.path:
            self._said.setText("\n".join(lines))
            self.go.setEnabled(True)

    def refuse(self, path: str, why: str) -> None:
        """Say why a file cannot be put back."""
        if path == self.path:
            self._said.setText(why)

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.words)
        item.setData(Qt.ItemDataRole.UserRole, choice.path)
        item.setSizeHint(QSize(0, self._look.theme.size("button")))
        self._list.addItem(item)

    def _settle(self) -> None:
        rows = self._list.count()
        self._list.setFixedHeight(min(rows, _MOST_ROWS) * self._look.theme.size("button"))
        self._list.setVisible(rows > 0)
        self._none.setVisible(rows == 0)

    def _look_at(self, row: int) -> None:
        # The keyboard comes to a row before it has chosen one.
        self._list.item(row).setSelected(True)
        self.go.setEnabled(False)
        self._said.setText(tr("Looking…"))
        self.looked_at.emit(self.path)
