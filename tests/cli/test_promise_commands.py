"""promise, promises, keep, retime, drop; today, streaks, review and undo with them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Line

SetClock = Callable[[str], None]
MONDAY = "2026-11-23"


def promised(
    number: int = 1, time: str = "15:40", state: str = "open", **texts: str | None
) -> dict[str, object]:
    """Return a promise as JSON has it."""
    found: dict[str, object] = {"id": number, "due_at": f"{MONDAY}T{time}:00+01:00", "ticket": "4711"}
    return found | {"state": state, "note": None} | texts


def test_a_promise_is_made_for_the_next_such_time(command: Command, set_clock: SetClock) -> None:
    found = command("promise", "15:40", "4711")
    assert (found.code, found.out, found.err) == (
        0,
        "Promised: Call back 4711 at Mon 23 Nov 15:40 (1).\n",
        "",
    )
    set_clock("15:40")
    tomorrow = command("promise", "15:40", "--json").json
    assert (tomorrow["due_at"], tomorrow["ticket"]) == ("2026-11-24T15:40:00+01:00", None)


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-11-23T15:40", f"{MONDAY}T15:40:00+01:00"),
        ("2026-11-23T15:40+01:00", f"{MONDAY}T15:40:00+01:00"),
        ("2026-11-23T14:40Z", f"{MONDAY}T15:40:00+01:00"),
        ("2026-12-24T12:00", "2026-12-24T12:00:00+01:00"),
    ],
)
def test_a_promise_is_made_for_an_iso_time(command: Command, when: str, due: str) -> None:
    assert command("promise", when, "--json").json["due_at"] == due


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2026-11-23T07:59"], "The time promised: that does not lie ahead. Give a later time or date."),
        (["soon"], "The time promised: give HH:MM, or an ISO time such as 2026-11-23T15:40."),
        (["25:00"], "The time promised: give HH:MM, or an ISO time such as 2026-11-23T15:40."),
        (["15:40", "4" * 61], "The ticket has 61 characters; keep it to 60."),
        (["15:40", "4711", "--note", " "], "The note needs at least one visible character."),
    ],
)
def test_what_cannot_be_promised(command: Command, arguments: list[str], said: str) -> None:
    found = command("promise", *arguments)
    assert (found.code, found.out, found.err) == (1, "", f"habitcoach: {said}\n")
    assert command("promises", "--json").json == []


def test_off_duty_it_is_made_with_a_warning(command: Command) -> None:
    found = command("promise", "19:00", "4711", "--json")
    assert (found.code, found.json["state"]) == (0, "open")
    assert found.err == "You are off at 19:00: hand over · choose Tue 09:10\n"
    assert command("promise", "08:30").err == "You are off at 08:30: hand over · choose 09:10\n"


def test_without_any_shift_ahead_it_only_warns(command: Command) -> None:
    command("off", "2026-11-23..2027-03-31")
    assert command("promise", "12:00").err == "You are off at 12:00: hand over, or choose another time\n"


def test_its_life_in_json(command: Command, set_clock: SetClock) -> None:
    assert command("promise", "15:40", "4711", "--note", "bank", "--json").json == promised(note="bank")
    assert command("promises", "--json").json == [promised(note="bank")]
    assert command("today", "--json").json["promises"] == [promised(note="bank")]
    moved = command("retime", "1", "16:00", "--json")
    assert moved.json == promised(time="16:00", note="bank")
    set_clock("16:05")
    assert command("keep", "1", "--json").json == promised(time="16:00", state="kept", note="bank")
    assert command("promises", "--json").json == [promised(time="16:00", state="kept", note="bank")]
    [streak] = command("streaks", "--json").json
    assert (streak["habit"], streak["current"]) == ("Promises", 0)
    [review] = command("review", "--json").json["habits"]
    assert (review["habit"], review["suggestion"]) == ("Promises", "keep")
    set_clock("24 09:00")
    assert command("promises", "--json").json == []
    assert [one["state"] for one in command("promises", "--all", "--json").json] == ["kept"]
    assert command("streaks", "--json").json[0]["current"] == 1


def test_its_life_in_words(command: Command, set_clock: SetClock) -> None:
    assert command("promises").out == "No promise is open. Make one: habitcoach promise 15:40 4711\n"
    command("promise", "15:40", "4711")
    command("promise", "10:00")
    assert (
        command("promises").out
        == "  2  Mon 23 Nov 10:00  Call back · open\n  1  Mon 23 Nov 15:40  Call back 4711 · open\n"
    )
    assert "15:40  later    Call back 4711 (1)\n" in command("today").out
    assert command("retime", "1", "16:00").out == "Re-timed: Call back 4711 at Mon 23 Nov 16:00 (1).\n"
    set_clock("10:30")
    assert command("keep", "2").out == "Call back: kept late.\n"
    assert command("drop", "1").out == "Call back 4711: dropped.\n"
    assert command("undo").out == "Took back: dropped, “Call back 4711”.\n"
    assert command("undo").out == "Took back: kept, “Call back”.\n"
    undone = command("undo", "--json").json
    assert (undone["kind"], undone["promise"]) == ("retime", promised())
    assert command("keep", "1").out == "Call back 4711: promise kept. Now: off my mind. 1 of 1 so far.\n"


@pytest.mark.parametrize("arguments", [["keep", "7"], ["drop", "7"], ["retime", "7", "16:00"]])
def test_what_there_is_not_or_is_answered(command: Command, arguments: list[str]) -> None:
    found = command(*arguments)
    assert (found.code, found.err) == (1, "habitcoach: There is no promise 7. See: habitcoach promises\n")
    command("promise", "15:40")
    command("keep", "1")
    arguments[1] = "1"
    said = "habitcoach: Promise 1 was answered already. Take that back first: habitcoach undo\n"
    assert command(*arguments).err == said


@pytest.mark.parametrize("number", ["x", "0", "-1", "99999999999"])
def test_what_is_no_number(command: Command, number: str) -> None:
    assert command("keep", "--", number).code == 2


def test_the_same_time_is_no_new_one(command: Command) -> None:
    command("promise", "15:40")
    found = command("retime", "1", "15:40")
    assert (found.code, found.err) == (
        1,
        "habitcoach: The time promised is that one already. Give another time.\n",
    )


def test_its_habit_stays_what_it_is(command: Command, smile: Line) -> None:
    assert smile.code == 0
    command("promise", "15:40")
    said = "habitcoach: “Promises” counts what becomes of your promises. See: habitcoach promises\n"
    for arguments in (["done", "Promises"], ["edit", "Promises", "--trigger", '{"kind":"manual"}']):
        assert (command(*arguments).code, command(*arguments).err) == (1, said)
    found = command("edit", "Smile", "--trigger", '{"kind":"promise"}')
    assert (found.code, "trigger.kind" in found.err) == (2, True)
    assert command("edit", "Promises", "--reward", "a tea").code == 0
    assert command("archive", "Promises").code == 0
    assert [one["habit"] for one in command("streaks", "--json").json] == ["Smile"]


def test_showing_writes_nothing(command: Command, home: Path) -> None:
    assert command("promises").code == 0
    assert not home.exists()


def test_a_command_that_writes_erases_old_texts(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("promise", "15:40", "4711", "--note", "bank")
    monkeypatch.setenv("HABITCOACH_NOW", "2027-02-21T15:41+01:00 Europe/Berlin")

    def texts() -> list[tuple[str, str]]:
        with closing(sqlite3.connect(home / "habitcoach.db")) as file:
            return file.execute("SELECT ticket, note FROM promise").fetchall()

    command("promises")
    assert texts() == [("4711", "bank")]
    command("call", "off")
    assert texts() == [("", "")]
