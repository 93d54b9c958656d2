"""call, pause."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Command, Line, add

SetClock = Callable[[str], None]


def test_a_call_is_shown_until_it_ends(command: Command, smile: Line, set_clock: SetClock) -> None:
    set_clock("10:20")
    found = command("call", "on")
    assert (found.code, found.out) == (0, "On a call: cues wait until 11:20 at the latest.\n")
    since = "2026-11-23T10:20:00+01:00"
    set_clock("10:31")
    today = command("today", "--json").json
    assert today["hold"] == {"reason": "call", "since": since}
    assert [one["state"] for one in today["occasions"]] == ["held"]
    assert "On a call: cues wait until 11:20 at the latest." in command("today").out
    assert command("call", "off", "--json").json == {"hold": None}
    assert command("today", "--json").json["hold"] is None
    assert smile.code == 0


def test_a_call_ends_by_itself(command: Command, smile: Line, set_clock: SetClock) -> None:
    assert command("call", "on", "--json").json["hold"]["reason"] == "call"
    set_clock("09:00")
    assert command("today", "--json").json["hold"] is None
    assert smile.code == 0


def test_a_pause_in_minutes_up_to_a_time_and_off(command: Command, set_clock: SetClock) -> None:
    set_clock("10:00")
    found = command("pause", "90m", "--json").json
    hold = {"reason": "paused", "since": "2026-11-23T10:00:00+01:00"}
    assert found == {"habits": [], "until": "2026-11-23T11:30:00+01:00", "back": None, "hold": hold}
    assert command("pause", "15:30").out == "Paused: cues wait until 15:30.\n"
    assert command("pause", "off").out == "Cues come as usual.\n"
    assert command("today", "--json").json["hold"] is None


def test_a_pause_of_one_habit(command: Command, smile: Line, set_clock: SetClock) -> None:
    other = add(command, "Other", trigger='{"kind":"at","times":["10:30"]}').json["habit_id"]
    set_clock("10:00")
    assert command("pause", "Smile", "90m").out == "Paused: their cues wait until 11:30.\n"
    set_clock("10:31")
    today = command("today", "--json").json
    assert {one["habit_id"]: one["state"] for one in today["occasions"]} == {
        smile.json["habit_id"]: "held",
        other: "due",
    }
    assert command("pause", "Smile", "off").out == "Cues come as usual.\n"


def test_back_on_a_day(command: Command, smile: Line, set_clock: SetClock) -> None:
    assert command("pause", "2026-11-26").out == "Paused: back on 2026-11-26. Streaks stay whole.\n"
    assert command("today", "--json").json["occasions"] == []
    following = command("next", "--count", "1", "--json").json
    assert [one["due_at"] for one in following] == ["2026-11-26T10:30:00+01:00"]
    set_clock("24 08:00")
    assert command("pause", "off", "--json").json["hold"] is None
    assert [one["state"] for one in command("today", "--json").json["occasions"]] == ["later"]
    assert smile.code == 0


def test_a_time_after_midnight_belongs_to_the_night(command: Command, set_clock: SetClock) -> None:
    command("shift", "22:00-06:00")
    set_clock("23:00")
    assert command("pause", "02:00", "--json").json["until"] == "2026-11-24T02:00:00+01:00"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["soon"], "give minutes up to 1440 as 90m, a time of today as 15:30, a date, or off."),
        (["90"], "give minutes up to 1440"),
        (["0m"], "give minutes up to 1440"),
        (["1441m"], "give minutes up to 1440"),
        (["99999m"], "give minutes up to 1440"),
        (["07:30"], "that does not lie ahead."),
        (["2026-11-23"], "that does not lie ahead."),
        (["2028-11-23"], "that is over 366 days."),
    ],
)
def test_what_is_no_pause_is_refused_in_one_line(command: Command, words: list[str], says: str) -> None:
    found = command("pause", *words)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith(f"habitcoach: The end of the pause: {says}")
    assert found.err.count("\n") == 1


def test_wrong_use(command: Command) -> None:
    assert command("call", "maybe").code == 2
    assert command("pause").code == 2
    assert command("pause", "Nobody", "90m").code == 1


def test_the_apps_own_reasons_are_not_offered(command: Command, smile: Line) -> None:
    assert command("skip", "Smile", "--reason", "held:call").code == 2
    assert smile.code == 0
