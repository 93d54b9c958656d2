"""settings: listed, shown and chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.cli.conftest import Command, add


def test_settings_are_listed_and_shown(command: Command, home: Path) -> None:
    listed = command("settings", "--json").json
    assert listed["day_start"] == "04:00"
    assert listed["surface"] == "automatic"
    assert listed["week_start"] == "1"
    assert f"{'day_start':<16} 04:00" in command("settings").out.splitlines()
    assert command("settings", "day_start").out == "04:00\n"
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("day_start", "03:30", "03:30"),
        ("day_start", " 0:05 ", "00:05"),
        ("surface", "card", "card"),
        ("budget_most", "07", "7"),
        ("rhythm", "bookends", "bookends"),
        ("promises_in_calls", "hold", "hold"),
        ("week_start", "sunday", "7"),
        ("week_start", "Monday", "1"),
        ("week_start", "6", "6"),
    ],
)
def test_a_setting_is_chosen(command: Command, name: str, value: str, kept: str) -> None:
    assert command("settings", name, value, "--json").json == {name: kept}
    assert command("settings", "--json").json[name] == kept
    assert command("settings", name).out == f"{kept}\n"


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("day_start", "4 o'clock", "setting day_start: give a time as HH:MM"),
        ("day_start", "24:00", "setting day_start: give a time as HH:MM"),
        ("surface", "loud", "setting surface: give one of automatic, both, notification, card, tray."),
        ("week_start", "8", "setting week_start: give one of monday, "),
        ("budget_gap", "241", "setting budget_gap: give a whole number from 0 to 240."),
        ("budget_most", "many", "setting budget_most: give a whole number from 0 to 99."),
        ("colour", "teal", "There is no setting “colour”. Known are: "),
    ],
)
def test_what_cannot_be_chosen_is_named(
    command: Command, home: Path, name: str, value: str, named: str
) -> None:
    found = command("settings", name, value)
    assert (found.code, found.out) == (2, "")
    assert named in found.err
    if name != "colour":
        assert command("settings", name).code == 0
    assert command("settings", "colour").code == 2
    assert home.exists()


def test_a_home_without_habits_has_no_weeks_to_keep(command: Command, home: Path) -> None:
    command("settings", "week_start", "sunday")
    store = open_store(home / "habitcoach.db", COMMAND_WAIT_MS)
    assert store.setting("week_start") == "7"
    store.close()


def test_weeks_start_on_another_day_from_the_next_one_on(
    command: Command, set_clock: Callable[[str], None]
) -> None:
    count = {"trigger": '{"kind":"manual"}', "target": '{"kind":"count","goal":2,"per":"week"}'}
    add(command, "Thank", **count)
    command("done", "Thank")
    set_clock("29 12:00")  # the Sunday
    command("settings", "week_start", "sunday")
    command("done", "Thank")
    [standing] = command("streaks", "--json").json
    assert (standing["current"], standing["total"]) == (1, 1)
    assert command("settings", "week_start", "--json").json == {"week_start": "7"}
    command("settings", "week_start", "monday")
    assert command("settings", "week_start", "--json").json == {"week_start": "1"}


def test_the_logical_day_starts_when_the_agent_says(
    command: Command, set_clock: Callable[[str], None]
) -> None:
    set_clock("24 03:45")
    assert command("today", "--json").json["work_date"] == "2026-11-23"
    command("settings", "day_start", "03:30")
    assert command("today", "--json").json["work_date"] == "2026-11-24"
