"""Another program: a text editor in which the agent writes a reply."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.pointer import Pointer
from tests.desktop.programs import Program
from tests.desktop.waiting import until

TITLE = "A reply"
_EDITOR = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QPlainTextEdit

application = QApplication([])
editor = QPlainTextEdit()
editor.setWindowTitle({TITLE!r})
editor.textChanged.connect(lambda: Path(sys.argv[1]).write_text(editor.toPlainText()))
editor.show()
editor.activateWindow()
application.exec()
"""


@contextmanager
def open_editor(env: Mapping[str, str], pointer: Pointer, folder: Path) -> Iterator[Path]:
    """Run an editor that has the keyboard; give the file that always holds its text."""
    kept = folder / "reply.txt"
    words = [sys.executable, "-c", _EDITOR, str(kept)]
    with Program(words, {**env, "QT_QPA_PLATFORM": "xcb"}, folder / "editor.log"):
        until(lambda: pointer.focused() == TITLE, "the editor with the keyboard")
        yield kept
