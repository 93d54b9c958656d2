"""What the command line says of a habit that rests."""

import os

import pytest

from habitcoach.cli.session import Session
from habitcoach.core.habit import RESTING, HabitId, Pause
from tests.cli.conftest import Command, Line
from tests.support.habits import MONDAY


@pytest.fixture
def rested(command: Command, smile: Line) -> None:
    """Lay the habit to rest, which the app does."""
    assert (command("habits").code, smile.code) == (0, 0)
    session = Session(None, os.environ)
    session.fill(lambda store, _: store.add_pause(Pause(HabitId(1), MONDAY, None, RESTING)))


@pytest.mark.usefixtures("rested")
def test_a_resting_habit_is_listed_with_the_way_back(command: Command) -> None:
    assert "Resting: Smile. To start again: habitcoach restore 1" in command("today").out
    assert command("today", "--json").json["resting"] == [
        {"habit_id": 1, "habit": "Smile", "category": "focus"}
    ]
    assert "Smile (resting)" in command("habits").out
    assert [one["resting"] for one in command("habits", "--json").json] == [True]
    assert command("restore", "Smile").out == "“Smile” is back.\n"
    assert command("today", "--json").json["resting"] == []
    assert [one["state"] for one in command("today", "--json").json["occasions"]] == ["later"]


@pytest.mark.usefixtures("rested")
def test_a_log_ends_the_rest(command: Command) -> None:
    assert command("done", "Smile", "--json").json["slot"] == f"{MONDAY}/10:30"
    assert "resting" not in command("habits").out
