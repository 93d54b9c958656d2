"""review and why: exact shapes, plain words, nothing written."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Command, add

SetClock = Callable[[str], None]
REVIEWED = {"habit_id", "habit", "due", "kept", "skipped", "p", "suggestion", "reason"}
REVIEWED |= {"automaticity", "stage", "stage_changes", "proposed"}
WRITTEN = ("state", "put_off_until", "finished_at", "plan", "moment", "decisions", "effects")


@pytest.fixture
def week(command: Command, set_clock: SetClock, was_there: Callable[..., None]) -> None:
    """Live a week: kept on Monday and Tuesday, skipped on Wednesday, missed on Thursday and Friday."""
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    for day in ("23", "24"):
        set_clock(f"{day} 10:31")
        command("done", "Smile")
    set_clock("25 10:31")
    command("skip", "Smile", "--reason", "sick")
    for day in ("26", "27"):
        set_clock(f"{day} 16:31")
        command("skip", "Smile", "--reason", "not_done")
    was_there(26, 27)
    set_clock("28 12:00")


@pytest.mark.usefixtures("week")
def test_a_review_as_json(command: Command) -> None:
    found = command("review", "--json").json
    assert found.keys() == {"week", "habits", "promises", "suggestion", *WRITTEN}
    assert found["week"] == "2026-W48"
    [one] = found["habits"]
    assert one.keys() == REVIEWED
    assert (one["habit_id"], one["habit"], one["due"], one["kept"], one["skipped"]) == (1, "Smile", 4, 2, 1)
    assert (one["p"], one["suggestion"]) == (0.5, "make_smaller")
    assert one["reason"] == "It was kept 2 of 4 times. Something smaller is easier to start."
    assert found["suggestion"] == {key: one[key] for key in ("habit_id", "habit", "suggestion", "reason")}
    assert command("review", "--week", "2026-W48", "--json").json == found


@pytest.mark.usefixtures("week")
def test_a_review_in_words(command: Command) -> None:
    head, habit, suggestion = command("review").out.splitlines()
    assert head == "Mon 23 Nov to Sun 29 Nov 2026"
    assert habit == (
        "Smile: 2 of 4 kept, 1 skipped. Last four weeks: –, –, –, 2/4. "
        "Make it smaller. It was kept 2 of 4 times. Something smaller is easier to start."
    )
    assert suggestion.startswith("One suggestion, for Smile: Make it smaller.")


def test_with_nothing_due_there_is_no_share(command: Command, set_clock: SetClock) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    set_clock("12:00")
    found = command("review", "--json").json
    [one] = found["habits"]
    assert (one["due"], one["p"], one["suggestion"], found["suggestion"]) == (0, None, "keep", None)
    assert command("review").out.splitlines()[-1] == "Nothing needs changing."


def test_room_for_a_further_habit_is_said(command: Command, set_clock: SetClock) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    set_clock("10:31")
    command("done", "Smile")
    assert command("review").out.splitlines()[-1].startswith("There is room for a further habit")


def test_a_home_without_habits(command: Command) -> None:
    nothing: dict[str, object] = {"week": "2026-W47", "habits": [], "promises": None, "suggestion": None}
    written: dict[str, object] = {
        "state": "too_early",
        "put_off_until": None,
        "finished_at": None,
        "moment": "",
    }
    written |= {"plan": {"if": "", "then": ""}, "decisions": [], "effects": []}
    assert command("review", "--json").json == nothing | written
    assert command("review").out.splitlines()[1:] == ["No habit was running in that week."]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("47", "habitcoach: The week: give a week such as 2026-W47.\n"),
        ("2026-W99", "habitcoach: The week: give a week such as 2026-W47.\n"),
        ("2026-W49", "habitcoach: The week: that week has not begun yet.\n"),
    ],
)
def test_a_week_that_cannot_be_reviewed(command: Command, name: str, says: str) -> None:
    found = command("review", "--week", name)
    assert (found.code, found.out, found.err) == (1, "", says)


@pytest.mark.usefixtures("week")
def test_why_agrees_with_streaks(command: Command) -> None:
    found = command("why", "Smile", "--json").json
    [streak] = command("streaks", "--json").json
    shared = {"habit_id", "habit", "current", "best", "total", "spares", "bounce_back"}
    shared |= {"consistency", "automaticity", "strength", "band", "stage"}
    assert {key: found[key] for key in shared} == {key: streak[key] for key in shared}
    assert found["periods"][-1]["consistency"] == streak["consistency"]


@pytest.mark.usefixtures("week")
def test_why_as_json(command: Command) -> None:
    found = command("why", "1", "--json").json
    assert [(one["start"], one["outcome"], one["streak"], one["spare"]) for one in found["periods"]] == [
        ("2026-11-23", "kept", 1, None),
        ("2026-11-24", "kept", 2, None),
        ("2026-11-25", "neutral", 2, None),
        ("2026-11-26", "missed", 2, "spent"),
        ("2026-11-27", "missed", 0, None),
        ("2026-11-28", "open", 0, None),
    ]
    assert found["periods"][2]["skips"] == [
        {"work_date": "2026-11-25", "slot": "2026-11-25/10:30", "reason": "sick"}
    ]
    assert found["spares_moved"] == [{"date": "2026-11-26", "spare": "spent"}]
    assert found["versions"][0]["trigger"]["times"] == ["10:30"]
    assert found["made_of"].keys() == {"kept", "curve", "answers", "level", "share", "from", "below"}
    assert found["suggestion"].keys() == {"suggestion", "rule", "code", "params", "reason"}
    assert (found["suggestion"]["code"], found["pauses"]) == ("seldom_kept", [])


@pytest.mark.usefixtures("week")
def test_why_in_words(command: Command) -> None:
    lines = command("why", "Smile").out.splitlines()
    assert lines[0] == "Smile: The first link is open, best 2, 2 kept in all."
    assert lines[1].startswith("New: ")
    assert lines[1].endswith(" of 100; it holds from 0 up to 25.")
    assert lines[3] == "Cues: every time, since Mon 23 Nov 2026."
    assert lines[4] == "Since Mon 23 Nov 2026: 10:30 · When it rings, I will smile, then a sip of tea."
    assert lines[5:-2] == [
        "Mon 23 Nov 2026: kept, 1 of 1, streak 1",
        "Tue 24 Nov 2026: kept, 1 of 1, streak 2",
        "Wed 25 Nov 2026: skipped (sick)",
        "Thu 26 Nov 2026: missed, 0 of 1, did not get to it, one miss is covered, streak 2",
        "Fri 27 Nov 2026: missed, 0 of 1, did not get to it, streak 0",
        "Sat 28 Nov 2026: nothing due so far",
    ]
    assert lines[-2].startswith("Make it smaller.")
    assert lines[-1].endswith("science.md")


def test_why_over_a_long_time(command: Command, set_clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"],"anyway":true}')
    add(command, "Week", trigger='{"kind":"week","shift":"first","anchor":"start"}')
    set_clock("10:31")
    command("skip", "Smile", "--reason", "not_done")
    command("done", "Week")
    for number in range(24, 31):
        set_clock(f"{number} 10:31")
        command("done", "Smile")
    monkeypatch.setenv("HABITCOACH_NOW", "2026-12-28T12:00+01:00 Europe/Berlin")
    lines = command("why", "Smile").out.splitlines()
    assert "6 lines more: add --json" in lines
    assert "Mon 30 Nov 2026: kept, 1 of 1, a later miss will be covered, streak 7" in lines
    week = command("why", "Week").out.splitlines()
    assert week[5].startswith("Mon 23 Nov 2026 to Sun 29 Nov 2026: kept, 1 of 1")
    monkeypatch.setenv("HABITCOACH_NOW", "2026-11-24T09:00+01:00 Europe/Berlin")
    assert "did not get to it" in command("why", "Smile").out


def test_why_of_a_strong_habit(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"],"anyway":true}')
    for number in range(60):
        month, day = divmod(number, 28)
        clock = f"2027-{month + 1:02d}-{day + 1:02d}T10:31+01:00 Europe/Berlin"
        monkeypatch.setenv("HABITCOACH_NOW", clock)
        command("done", "Smile")
    assert command("why", "Smile").out.splitlines()[1].startswith("Second nature: ")


@pytest.mark.usefixtures("week")
def test_why_tells_days_off_and_pauses(command: Command, set_clock: SetClock) -> None:
    command("off", "2026-11-27")
    command("pause", "Smile", "2026-12-01")
    set_clock("30 12:00")
    lines = command("why", "Smile").out.splitlines()
    assert "Fri 27 Nov 2026: day off, did not get to it" in lines
    assert "Mon 30 Nov 2026: paused" in lines


@pytest.mark.usefixtures("week")
def test_why_of_a_retired_habit_suggests_nothing(command: Command) -> None:
    command("archive", "Smile")
    assert command("why", "Smile", "--json").json["suggestion"] is None
    assert not command("why", "Smile").out.splitlines()[-1].startswith("Make it smaller")


def test_why_of_nothing(command: Command) -> None:
    found = command("why", "Smile")
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("habitcoach: There is no habit")
