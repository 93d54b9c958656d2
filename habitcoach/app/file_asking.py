"""Asking for a file with the system's dialog, which is no window of its own to wait in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from habitcoach.texts.language import tr


def ask_to_open(
    parent: QWidget | None, title: str, kinds: Sequence[str], chosen: Callable[[Path], None]
) -> None:
    """Ask which file to read: of these kinds, or any other."""
    dialog = _dialog(parent, title, [*kinds, tr("All files (*)")])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


def ask_to_save(
    parent: QWidget | None, title: str, name: str, kinds: Sequence[str], chosen: Callable[[Path, str], None]
) -> None:
    """Ask where to write, with a name to begin with; `chosen` takes the kind as well, as it was offered."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path), dialog.selectedNameFilter()))
    dialog.open()


def _dialog(parent: QWidget | None, title: str, kinds: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(Path.home()), ";;".join(kinds))
    dialog.setObjectName("file_dialog")
    dialog.finished.connect(dialog.deleteLater)
    return dialog
