"""Cue cards come, join and are answered while the agent types a reply: no character goes anywhere else."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.desktop.coach import BEFORE, CUE, Coach
from tests.desktop.editor import TITLE, open_editor
from tests.desktop.pointer import Pointer
from tests.desktop.screen import ACCENTS, Screen
from tests.desktop.waiting import until

#: Letters that are keys of the card, too: D, Z, S and the space bar.
REPLY = "dazzling skids and dozed seeds " * 14
SHOWN = "SELECT 1 FROM prompt WHERE slot = ? AND state = 'shown'"
DONE = "SELECT slot FROM entry WHERE kind = 'done' ORDER BY slot"


def test_cards_take_no_letter_from_a_reply(
    coach: Coach, pointer: Pointer, screen: Screen, tmp_path: Path
) -> None:
    for minute in ("10:30", "10:31", "10:32"):
        coach.add(f"At {minute}", {**CUE, "times": [minute]})
    assert coach.run("settings", "surface", "card").returncode == 0
    with open_editor(coach.env, pointer, tmp_path) as kept, ThreadPoolExecutor() as hands:
        app = coach.start(BEFORE, "--hidden")
        coach.wait_for_rows("SELECT 1 FROM setting WHERE name = 'watermark'")
        typing = hands.submit(pointer.type, REPLY)
        coach.wait_for_rows(SHOWN, "2026-11-23/10:30")
        until(lambda: pointer.cards(app.pid), "the first card")
        coach.set_clock("2026-11-23T10:30:59+01:00+")
        coach.wait_for_rows(SHOWN, "2026-11-23/10:31")
        done = until(
            lambda: screen.middle_of(ACCENTS, pointer.cards(app.pid)[0].place), "the button of both cues"
        )
        pointer.click(*done)
        until(lambda: len(coach.rows(DONE)) == 2, "both cues answered")
        coach.set_clock("2026-11-23T10:31:59+01:00+")
        coach.wait_for_rows(SHOWN, "2026-11-23/10:32")
        assert not typing.done(), "the agent was to type all the while"
        typing.result()
        assert pointer.focused() == TITLE, "a card took the keyboard"
        until(lambda: kept.read_text() == REPLY, "every letter in the reply")
    assert coach.rows(DONE) == [("2026-11-23/10:30",), ("2026-11-23/10:31",)], "a letter was an answer"
