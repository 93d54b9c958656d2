"""A cue card comes while the agent types a reply: no character goes anywhere else."""

import sys
from pathlib import Path

from tests.desktop.coach import BEFORE, CUE, PROMPTS, SLOT, Coach
from tests.desktop.pointer import Pointer
from tests.desktop.programs import Program
from tests.desktop.waiting import until

TITLE = "A reply"
EDITOR = f"""
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
#: Letters that are keys of the card, too: D, Z, S and the space bar.
REPLY = "dazzling skids and dozed seeds " * 8


def test_the_card_takes_no_letter_from_a_reply(coach: Coach, pointer: Pointer, tmp_path: Path) -> None:
    kept = tmp_path / "reply.txt"
    habit = coach.add("Say the name", CUE)
    assert coach.run("settings", "surface", "card").returncode == 0
    env = {**coach.env, "QT_QPA_PLATFORM": "xcb"}
    with Program([sys.executable, "-c", EDITOR, str(kept)], env, tmp_path / "editor.log"):
        until(lambda: pointer.focused() == TITLE, "the editor with the keyboard")
        app = coach.start(BEFORE, "--hidden")
        coach.wait_for_rows("SELECT 1 FROM setting WHERE name = 'watermark'")
        pointer.type(REPLY)
        coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
        until(lambda: pointer.popups(app.pid), "the cue card")
        assert pointer.focused() == TITLE, "the card took the keyboard"
        pointer.type("END")
        until(lambda: kept.read_text() == REPLY + "END", "every letter in the reply")
    assert coach.rows("SELECT * FROM entry") == [], "a letter was taken for an answer"
