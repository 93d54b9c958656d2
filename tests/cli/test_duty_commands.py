"""roster, shift, off."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ROSTER = {
    "shifts": {"Early": {"start": "06:00", "end": "14:00", "breaks": [["09:00", "09:15"]]}},
    "days": ["Early", "Early", None],
}


def write(folder: Path, value: object) -> str:
    path = folder / "roster.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


def test_the_default_roster_is_shown(command: Command) -> None:
    shown = command("roster", "show", "--json").json
    assert shown["shifts"] == {"": {"start": "09:00", "end": "17:00", "breaks": []}}
    assert shown["days"] == ["", "", "", "", "", None, None]
    assert json.loads(command("roster", "show").out) == shown


def test_a_roster_is_set_from_a_file(command: Command, tmp_path: Path) -> None:
    found = command("roster", "set", write(tmp_path, ROSTER))
    assert (found.code, found.out) == (0, "The roster holds from 2026-11-23 on.\n")
    shown = command("roster", "show", "--json").json
    assert shown == ROSTER | {"from_date": "2026-11-23", "cycle_days": 3, "starts": "2026-11-23"}
    assert command("today").out == "Monday 23 November, 06:00–14:00\n"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("{", "roster is not valid JSON: "),
        ("[" * 100_000, "roster is not valid JSON: "),
        ({"days": ["Late"], "shifts": ROSTER["shifts"]}, "roster.days: there is no shift “Late”."),
        ({"shifts": {"a\nb": 1}, "days": [None]}, "roster.shifts.a b: give a JSON object"),
    ],
)
def test_a_bad_roster_names_its_key_in_one_line(
    command: Command, tmp_path: Path, value: object, says: str
) -> None:
    found = command("roster", "set", write(tmp_path, value))
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"habitcoach: {says}")
    assert found.err.count("\n") == 1


def test_a_missing_file_is_wrong_use(command: Command) -> None:
    assert command("roster", "set", "/nowhere/roster.json").code == 2


def test_todays_shift_is_moved_and_moved_back(command: Command) -> None:
    assert command("shift", "10:00-18:30").out == "2026-11-23: 10:00 to 18:30\n"
    assert command("today", "--json").json["shift"]["end"] == "2026-11-23T18:30:00+01:00"
    assert command("shift", "default", "--json").json == [
        {
            "work_date": "2026-11-23",
            "duty": True,
            "shift": {"name": "", "start": "2026-11-23T09:00:00+01:00", "end": "2026-11-23T17:00:00+01:00"},
        }
    ]


def test_the_shift_of_another_day(command: Command, tmp_path: Path) -> None:
    command("roster", "set", write(tmp_path, ROSTER))
    assert command("shift", "2026-11-25", "early").out == "2026-11-25: 06:00 to 14:00\n"


def test_days_off_and_on_again(command: Command) -> None:
    span = "2026-11-23..2026-11-24"
    assert command("off", span, "--reason", "leave").out == "2026-11-23: day off\n2026-11-24: day off\n"
    assert not command("today", "--json").json["duty"]
    assert command("off", span, "--undo", "--json").json[1]["duty"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("shift", "noon"), 1),
        (("shift", "2026-11-25", "10:00-18:00", "more"), 2),
        (("shift",), 2),
        (("off", "tomorrow"), 1),
        (("off", "2026-11-27..2026-11-23"), 1),
        (("off",), 2),
    ],
)
def test_what_cannot_be_understood(command: Command, arguments: tuple[str, ...], code: int) -> None:
    found = command(*arguments)
    assert (found.code, found.out) == (code, "")
