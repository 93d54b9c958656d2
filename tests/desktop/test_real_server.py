"""The same on a notification server that agents really have."""

import subprocess
from pathlib import Path

import pytest

from tests.desktop.coach import BEFORE, CUE, ENTRIES, PROMPTS, SLOT, Coach
from tests.desktop.programs import Program
from tests.desktop.waiting import until

_CONFIGURATION = """
[global]
    font = Sans 10
    markup = full
    format = "%s\\n%b"
"""


class Dunst:
    """dunst, asked through its own command."""

    def __init__(self, coach: Coach) -> None:
        """Work on the bus of `coach`."""
        self._env = dict(coach.env)

    def shown(self) -> int:
        """Return how many notifications are on the screen; -1 while the server is not up."""
        done = subprocess.run(
            ["dunstctl", "count", "displayed"], env=self._env, capture_output=True, text=True, check=False
        )
        return int(done.stdout) if done.returncode == 0 else -1

    def history(self) -> str:
        """Return what has been shown and closed."""
        done = subprocess.run(
            ["dunstctl", "history"], env=self._env, capture_output=True, text=True, check=True
        )
        return done.stdout


@pytest.mark.parametrize("name", ["Say the name", "-5 <b>minutes</b> & more"])
def test_dunst_shows_the_cue_and_lets_it_go(coach: Coach, home: Path, name: str) -> None:
    configuration = home / "dunstrc"
    configuration.write_text(_CONFIGURATION, "utf-8")
    with Program(["dunst", "-config", str(configuration)], coach.env, home / "dunst.log"):
        dunst = Dunst(coach)
        until(lambda: dunst.shown() == 0, "dunst")
        habit = coach.add(name, CUE)
        coach.start(BEFORE, "--hidden")
        until(lambda: dunst.shown() == 1, "the cue")
        coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
        coach.json("done", str(habit))
        until(lambda: dunst.shown() == 0, "the cue taken away")
        assert coach.rows(ENTRIES, habit, SLOT) == [("done", 1)]
        assert "minutes" in dunst.history() or name in dunst.history()
