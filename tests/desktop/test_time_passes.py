"""Sleep, steps of the clock and other zones: every occasion is recorded once and told of at most once.

The small hours belong to the work date before.
"""

from collections.abc import Callable

import pytest

from tests.desktop.coach import Coach
from tests.desktop.notifications import Notifications
from tests.desktop.waiting import never, until

Serve = Callable[..., Notifications]

SLOTS = "SELECT slot FROM prompt WHERE habit_id = ? ORDER BY slot"
DUE = "SELECT due_at FROM prompt WHERE habit_id = ? AND slot = ?"
QUIET = 1.5  # seconds without a further notification


def daily(*times: str) -> dict[str, object]:
    """Return a trigger at these times on every day."""
    return {"kind": "at", "times": list(times), "anyway": True}


def slots(coach: Coach, habit: int) -> list[str]:
    """Return the slots that stand in the ledger."""
    return [str(slot) for (slot,) in coach.rows(SLOTS, habit)]


def app_with(coach: Coach, start: str, *times: str, added: str = "") -> int:
    """Start the app at `start` on a habit, added then or before, and return the habit's number."""
    # Standing still: a command may take seconds, and a habit has no cues before it was added.
    coach.set_clock((added or start).replace("+ ", " "))
    habit = coach.add("Say the name", daily(*times))
    app = coach.start(start, "--hidden")
    until(lambda: coach.rows("SELECT 1 FROM setting WHERE name = 'zone_seen'"), "the app's first look")
    assert app.running
    return habit


@pytest.mark.parametrize(
    ("start", "then", "times", "expected", "waiting", "passed"),
    [
        pytest.param(
            "2026-11-23T10:20:00+01:00+ Europe/Berlin",
            "2026-11-23T11:20:00+01:00+ Europe/Berlin",
            ("10:30", "10:45", "11:00"),
            [f"2026-11-23/{time}" for time in ("10:30", "10:45", "11:00")],
            1,
            2,
            id="an hour of sleep",
        ),
        pytest.param(
            "2026-11-23T18:00:00+01:00+ Europe/Berlin",
            "2026-11-26T18:00:00+01:00+ Europe/Berlin",
            ("10:30", "14:30"),
            [f"2026-11-{day}/{time}" for day in (24, 25, 26) for time in ("10:30", "14:30")],
            0,
            6,
            id="three days away",
        ),
        pytest.param(
            "2027-03-28T01:50:00+01:00+ Europe/Berlin",
            "2027-03-29T05:00:00+02:00+ Europe/Berlin",
            ("02:30", "10:30"),
            ["2027-03-27/02:30", "2027-03-28/02:30", "2027-03-28/10:30"],
            0,
            3,
            id="the night that lacks an hour, asleep",
        ),
        pytest.param(
            "2027-10-31T01:50:00+02:00+ Europe/Berlin",
            "2027-11-01T05:00:00+01:00+ Europe/Berlin",
            ("02:30", "10:30"),
            ["2027-10-30/02:30", "2027-10-31/02:30", "2027-10-31/10:30"],
            0,
            3,
            id="the night with an hour twice, asleep",
        ),
    ],
)
def test_what_passed_is_recorded_once_and_summed_up_once(
    coach: Coach,
    serve: Serve,
    start: str,
    then: str,
    times: tuple[str, ...],
    expected: list[str],
    waiting: int,
    passed: int,
) -> None:
    server = serve()
    habit = app_with(coach, start, *times)
    assert (slots(coach, habit), server.shown()) == ([], [])
    coach.set_clock(then)
    until(lambda: slots(coach, habit) == expected, f"one row a slot, there were {slots(coach, habit)}")
    told = until(server.shown, "the summary")[0]
    assert ("waiting" in told["summary"]) == bool(waiting)
    assert f"{passed} cues passed" in told["body"]
    never(lambda: len(server.shown()) > 1, "a second summary", QUIET)
    assert slots(coach, habit) == expected


def test_hours_left_out_by_a_flight_east_are_recorded_once_and_summed_up_once(
    coach: Coach, serve: Serve
) -> None:
    server = serve()
    start, added = "2026-11-23T10:20:00+01:00+ Europe/Berlin", "2026-11-22T20:00:00+01:00"
    habit = app_with(coach, start, "10:30", "14:30", added=added)
    coach.set_clock("2026-11-23T18:20:05+09:00+ Asia/Tokyo")
    until(lambda: slots(coach, habit) == ["2026-11-23/10:30", "2026-11-23/14:30"], "one row a slot")
    until(server.shown, "the summary")
    never(lambda: len(server.shown()) > 1, "a second summary", QUIET)
    assert len(slots(coach, habit)) == 2


@pytest.mark.parametrize(
    ("start", "again", "slot"),
    [
        pytest.param(
            "2026-11-23T10:29:58+01:00+ Europe/Berlin",
            "2026-11-23T10:29:58+01:00+ Europe/Berlin",
            "2026-11-23/10:30",
            id="a clock put back",
        ),
        pytest.param(
            "2026-11-23T10:29:58+01:00+ Europe/Berlin",
            "2026-11-23T10:29:58+00:00+ Europe/London",
            "2026-11-23/10:30",
            id="a flight west",
        ),
        pytest.param(
            "2027-10-31T02:29:58+02:00+ Europe/Berlin",
            "2027-10-31T02:29:58+01:00+ Europe/Berlin",
            "2027-10-30/02:30",
            id="the hour that comes twice, awake",
        ),
    ],
)
def test_a_time_that_comes_twice_is_cued_once(
    coach: Coach, serve: Serve, start: str, again: str, slot: str
) -> None:
    server = serve()
    habit = app_with(coach, start, slot.partition("/")[2])
    server.wait_for("Say the name")
    coach.set_clock(again)
    # The clock is past the cue's time again after two seconds, and the app has looked by then.
    never(lambda: len(server.shown()) > 1, "the same cue again", seconds=4)
    assert slots(coach, habit) == [slot]


def test_a_time_that_does_not_exist_is_cued_once_after_the_gap(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = app_with(coach, "2027-03-28T01:59:50+01:00+ Europe/Berlin", "02:30")
    coach.set_clock("2027-03-28T03:29:58+02:00+ Europe/Berlin")
    server.wait_for("Say the name")
    never(lambda: len(server.shown()) > 1, "the same cue again", QUIET)
    assert coach.rows(DUE, habit, "2027-03-27/02:30") == [("2027-03-28T01:30:00.000Z",)]
    assert slots(coach, habit) == ["2027-03-27/02:30"]


def test_a_clock_once_set_far_ahead_does_not_silence_the_app(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = app_with(coach, "2026-11-23T10:00:00+01:00+ Europe/Berlin", "10:30")
    coach.set_clock("2026-11-25T09:00:00+01:00+ Europe/Berlin")
    until(lambda: len(slots(coach, habit)) == 2, "what seemed to have passed")
    until(server.shown, "a word on it")
    coach.set_clock("2026-11-23T10:40:00+01:00+ Europe/Berlin")
    coach.add("Drink water", daily("10:41"))
    coach.set_clock("2026-11-23T10:40:58+01:00+ Europe/Berlin")
    server.wait_for("Drink water")
    assert slots(coach, habit) == ["2026-11-23/10:30", "2026-11-24/10:30"]


def test_the_time_stands_still_and_goes_on(coach: Coach, serve: Serve) -> None:
    """A paused virtual machine: its clock jumps when it goes on, and the app is not asked."""
    server = serve()
    habit = app_with(coach, "2026-11-23T10:29:00+01:00 Europe/Berlin", "10:30")
    coach.set_clock("2026-11-23T10:30:01+01:00+ Europe/Berlin")
    server.wait_for("Say the name")
    never(lambda: len(server.shown()) > 1, "the same cue again", QUIET)
    assert slots(coach, habit) == ["2026-11-23/10:30"]
    jumps = coach.rows("SELECT value FROM setting WHERE name = 'clock_jumps'")
    assert len(jumps) == 1
