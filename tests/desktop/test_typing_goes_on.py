"""A cue card comes while the agent types a reply: no character goes anywhere else."""

from pathlib import Path

from tests.desktop.coach import BEFORE, CUE, PROMPTS, SLOT, Coach
from tests.desktop.editor import TITLE, open_editor
from tests.desktop.pointer import Pointer
from tests.desktop.waiting import until

#: Letters that are keys of the card, too: D, Z, S and the space bar.
REPLY = "dazzling skids and dozed seeds " * 8


def test_the_card_takes_no_letter_from_a_reply(coach: Coach, pointer: Pointer, tmp_path: Path) -> None:
    habit = coach.add("Say the name", CUE)
    assert coach.run("settings", "surface", "card").returncode == 0
    with open_editor(coach.env, pointer, tmp_path) as kept:
        app = coach.start(BEFORE, "--hidden")
        coach.wait_for_rows("SELECT 1 FROM setting WHERE name = 'watermark'")
        pointer.type(REPLY)
        coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
        until(lambda: pointer.popups(app.pid), "the cue card")
        assert pointer.focused() == TITLE, "the card took the keyboard"
        pointer.type("END")
        until(lambda: kept.read_text() == REPLY + "END", "every letter in the reply")
    assert coach.rows("SELECT * FROM entry") == [], "a letter was taken for an answer"
