"""habits, show, today, next, streaks: they show, and write nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Command, add

SetClock = Callable[[str], None]
SHOWING = [
    ("habits",),
    ("today",),
    ("next",),
    ("streaks",),
    ("library",),
    ("show", "Smile"),
    ("review",),
    ("why", "Smile"),
    ("roster", "show"),
]


@pytest.mark.parametrize("arguments", SHOWING)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_showing_leaves_no_home_behind(
    command: Command, home: Path, arguments: tuple[str, ...], form: tuple[str, ...]
) -> None:
    assert command(*arguments, *form).code == (1 if arguments[0] in {"show", "why"} else 0)
    assert not home.exists()


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize("arguments", SHOWING)
def test_showing_writes_nothing(command: Command, home: Path, arguments: tuple[str, ...]) -> None:
    before = _every_file(home)
    for form in ((), ("--json",)):
        assert command(*arguments, *form).code == 0
    assert _every_file(home) == before


def _every_file(home: Path) -> dict[Path, tuple[bytes, int]]:
    return {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in home.rglob("*") if one.is_file()}


def test_a_home_without_habits_says_how_to_start(command: Command) -> None:
    assert "habitcoach library" in command("habits").out
    assert command("next").out == "No cue is coming.\n"
    assert command("streaks").out == "No habits yet.\n"
    assert [command(name, "--json").json for name in ("habits", "next", "streaks")] == [[], [], []]


@pytest.mark.usefixtures("smile")
def test_today_as_json(command: Command, set_clock: SetClock) -> None:
    add(command, "Names", trigger='{"kind":"contact"}', target='{"kind":"rate","goal":80}')
    set_clock("10:31")
    assert command("today", "--json").json == {
        "now": "2026-11-23T10:31:00+01:00",
        "work_date": "2026-11-23",
        "duty": True,
        "shift": {
            "start": "2026-11-23T09:00:00+01:00",
            "end": "2026-11-23T17:00:00+01:00",
            "breaks": [],
        },
        "hold": None,
        "occasions": [
            {
                "subject": "habit:1",
                "habit_id": 1,
                "habit": "Smile",
                "slot": "2026-11-23/10:30",
                "due_at": "2026-11-23T10:30:00+01:00",
                "state": "due",
                "stage": 0,
                "plan": "When it rings, I will smile, then a sip of tea.",
            }
        ],
        "counters": [{"habit_id": 2, "habit": "Names", "hits": 0, "of": 0, "goal": 80}],
        "promises": [],
        "resting": [],
        "absence": None,
    }


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize(
    ("clock", "state", "word"),
    [("10:29", "later", "later"), ("10:30", "due", "now"), ("17:00", "passed", "passed")],
)
def test_today_in_words(command: Command, set_clock: SetClock, clock: str, state: str, word: str) -> None:
    set_clock(clock)
    add(command, "Names", trigger='{"kind":"contact"}')
    head, cue, counter = command("today").out.splitlines()
    assert head == "Monday 23 November, 09:00–17:00"
    assert cue.split() == ["10:30", word, "Smile"]
    assert counter == "Counter  Names: 0 of 0"
    assert command("today", "--json").json["occasions"][0]["state"] == state


def test_today_on_a_day_off(command: Command, set_clock: SetClock) -> None:
    set_clock("28 12:00")
    assert command("today").out == "Saturday 28 November, day off\n"
    value = command("today", "--json").json
    assert (value["duty"], value["shift"]) == (False, None)


@pytest.mark.usefixtures("smile")
def test_next_lists_what_comes(command: Command) -> None:
    add(command, "Late", trigger='{"kind":"shift","anchor":"end","offset":-20}')
    found = command("next", "--count", "3", "--json").json
    assert [(one["habit"], one["slot"], one["due_at"]) for one in found] == [
        ("Smile", "2026-11-23/10:30", "2026-11-23T10:30:00+01:00"),
        ("Late", "2026-11-23/end-20", "2026-11-23T16:40:00+01:00"),
        ("Smile", "2026-11-24/10:30", "2026-11-24T10:30:00+01:00"),
    ]
    assert found[0].keys() == {"due_at", "work_date", "slot", "habit_id", "habit", "plan"}
    assert command("next", "--habit", "late", "--count", "1").out == "Mon 23 Nov 16:40  Late\n"


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("2026-11-27T12:00", "2026-11-30/10:30"),
        ("2026-11-27T08:00Z", "2026-11-27/10:30"),
        ("2027-03-26T12:00", "2027-03-29/10:30"),
    ],
)
def test_next_from_a_time_on(command: Command, start: str, first: str) -> None:
    [found] = command("next", "--from", start, "--count", "1", "--json").json
    assert found["slot"] == first
    assert datetime.fromisoformat(found["due_at"]).utcoffset() is not None


@pytest.mark.usefixtures("smile")
def test_next_leaves_out_what_was_done_ahead(command: Command) -> None:
    command("done", "Smile")
    assert command("next", "--count", "1", "--json").json[0]["slot"] == "2026-11-24/10:30"


@pytest.mark.parametrize("arguments", [("--from", "soon"), ("--from", "9999-12-31T00:00+00:00")])
def test_next_from_what_is_no_time(command: Command, arguments: tuple[str, ...]) -> None:
    found = command("next", *arguments)
    assert (found.code, found.out) == (1, "")


@pytest.mark.parametrize("count", ["0", "1001", "x"])
def test_next_so_many_is_wrong_use(command: Command, count: str) -> None:
    assert command("next", "--count", count).code == 2


@pytest.mark.usefixtures("smile")
def test_streaks_as_json_and_in_words(
    command: Command, set_clock: SetClock, was_there: Callable[..., None]
) -> None:
    for day in (23, 24, 26):
        set_clock(f"{day} 10:31")
        command("done", "Smile")
    was_there(25)
    [found] = command("streaks", "--json").json
    assert {key: found[key] for key in ("habit_id", "habit", "current", "best", "total", "spares")} == {
        "habit_id": 1,
        "habit": "Smile",
        "current": 3,
        "best": 3,
        "total": 3,
        "spares": 0,
    }
    assert found["bounce_back"] == {"after": 1, "misses": 1}
    assert found["next_milestone"] == {"at": 7, "in": 4}
    assert 0 < found["consistency"] < 1
    assert 0 <= found["strength"] <= 100
    assert found["band"] in {"new", "growing", "settling", "second_nature"}
    assert found["stage"] == 0
    assert command("streaks").out == "Smile: 3 shifts in a row, best 3. Cues: every time.\n"


@pytest.mark.usefixtures("smile")
def test_a_habit_in_words(command: Command) -> None:
    add(command, "Week", trigger='{"kind":"week","shift":"first","anchor":"start"}', tiny="one", why="two")
    assert command("habits").out.splitlines() == [
        "  1  Smile · 10:30",
        "  2  Week · First shift of the week",
    ]
    assert command("show", "Week").out.splitlines() == [
        "Week",
        "When it rings, I will smile, then a sip of tea.",
        "Cue: First shift of the week",
        "Streak: 0 weeks. Best 0, 0 kept in all.",
        "Cues: every time, since Mon 23 Nov 2026.",
        "Tiny version: one",
        "Why: two",
    ]
    command("archive", "Week")
    assert command("habits").out.splitlines()[1].startswith("  2  Week (retired)")


@pytest.mark.usefixtures("smile")
def test_a_habit_as_json(command: Command) -> None:
    shown = command("show", "Smile", "--json").json
    assert shown == command("habits", "--json").json[0]
    expected = {"habit_id", "habit", "category", "when", "routine", "tiny", "reward", "treat", "why", "plan"}
    expected |= {"trigger", "target", "archived", "streak", "best", "total", "spares"}
    assert expected <= shown.keys()


def test_a_damaged_file_is_named_and_left_alone(command: Command, home: Path) -> None:
    home.mkdir()
    (home / "habitcoach.db").write_bytes(b"not a database at all" * 500)
    for arguments in (("today",), ("done", "x"), ("habits", "--json")):
        found = command(*arguments)
        assert (found.code, found.out) == (1, "")
        assert found.err.startswith("habitcoach: The HabitCoach file is damaged.")
    assert (home / "habitcoach.db").read_bytes() == b"not a database at all" * 500


def test_a_wrong_clock_is_named(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABITCOACH_NOW", "noon")
    found = command("today")
    assert found.code == 1
    assert found.err.startswith("habitcoach: HABITCOACH_NOW")
