"""Habits after habits: their occasions, and the circles they must not close."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.consistency import periods_per_week
from habitcoach.core.following import DoneTime, DoneTimes, circle, done_times, follows
from habitcoach.core.habit import ARCHIVED, HabitId, Pause
from habitcoach.core.judging import Outcome, Setting, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.occasions import occasions_on, slots_on
from habitcoach.core.planner import came_due, coming
from habitcoach.core.roster import DEFAULT_ROSTER
from habitcoach.core.trigger import After, Manual, Trigger
from tests.support.habits import BERLIN, MONDAY, NIGHT, Log, at, cycle, daily, habit, local, version

TUESDAY = MONDAY + timedelta(days=1)
FIRST, SECOND, THIRD = HabitId(1), HabitId(2), HabitId(3)
FOLLOWER = habit(After(1, 10), habit_id=2)


def done_at(*clocks: str, day: date = MONDAY) -> DoneTimes:
    """Return when the first habit was done on one work date: "10:00", or "+1 02:00" the day after."""
    times = []
    for number, text in enumerate(clocks, start=1):
        later, _, clock = text.rpartition(" ")
        times.append(DoneTime(number, local(day + timedelta(days=int(later or 0)), clock)))
    return lambda habit_id, asked: times if (habit_id, asked) == (FIRST, day) else ()


def seen(done: DoneTimes, calendar: Calendar | None = None, minutes: int = 10) -> list[tuple[str, str, str]]:
    """Return slot, due time and end of window of each occasion of the Monday."""
    found = occasions_on(habit(After(1, minutes), habit_id=2), MONDAY, calendar or daily(), done=done)
    return [
        (
            one.slot.removeprefix(f"{MONDAY}/"),
            f"{one.due.astimezone(BERLIN):%d %H:%M}",
            f"{one.closes.astimezone(BERLIN):%d %H:%M}",
        )
        for one in found
    ]


def test_nothing_is_due_before_the_other_habit_is_done() -> None:
    assert seen(done_at()) == []
    assert occasions_on(FOLLOWER, MONDAY, daily()) == ()


def test_each_time_it_is_done_makes_one_occasion() -> None:
    assert seen(done_at("10:00", "14:30")) == [
        ("after#1", "23 10:10", "23 14:40"),
        ("after#2", "23 14:40", "23 17:00"),
    ]
    assert slots_on(FOLLOWER, MONDAY, daily(), done=done_at("10:00")) == {f"{MONDAY}/after#1"}
    assert seen(done_at("10:00"), minutes=0) == [("after#1", "23 10:00", "23 17:00")]


def test_a_night_shift_is_one_work_date() -> None:
    nights = cycle(NIGHT, None, None, None, None, None, None)
    assert seen(done_at("23:55", "+1 02:00"), nights) == [
        ("after#1", "24 00:05", "24 02:10"),
        ("after#2", "24 02:10", "24 06:00"),
    ]


@pytest.mark.parametrize(
    ("clock", "minutes", "expected"),
    [
        ("16:55", 10, "17:05"),
        ("16:55", 240, "17:30"),
        ("17:30", 10, "17:30"),
        ("08:00", 10, "08:30"),
    ],
)
def test_it_comes_within_half_an_hour_of_the_shift(clock: str, minutes: int, expected: str) -> None:
    [(_, due, _)] = seen(done_at(clock), minutes=minutes)
    assert due == f"23 {expected}"


def test_nothing_follows_off_duty() -> None:
    assert seen(done_at("17:31")) == []
    assert seen(done_at("10:00"), daily(None)) == []


def test_an_undo_leaves_the_other_times_their_numbers() -> None:
    log = Log().done(MONDAY).skip(MONDAY).done(MONDAY).done(TUESDAY).undo(1)
    found = done_times(reversed(log.entries))
    assert {day: [one.number for one in times] for day, times in found.items()} == {MONDAY: [2], TUESDAY: [1]}


def test_an_opportunity_is_no_time_it_was_done() -> None:
    assert done_times(Log().done(MONDAY, count=0, of=1).entries) == {}


@given(st.integers(0, 6), st.sets(st.integers(1, 6)), st.randoms(use_true_random=False))
def test_the_order_of_entries_never_matters(count: int, undone: set[int], chance: Random) -> None:
    log = Log()
    for _ in range(count):
        log.done(MONDAY)
    for number in sorted(undone & set(range(1, count + 1))):
        log.undo(number)
    shuffled = list(log.entries)
    chance.shuffle(shuffled)
    times = done_times(shuffled).get(MONDAY, [])
    assert [one.number for one in times] == [n for n in range(1, count + 1) if n not in undone]


def test_a_day_is_judged_by_what_followed() -> None:
    done = done_at("10:00", "14:00", day=TUESDAY)
    setting = Setting(daily(), done=done)
    log = Log().done(TUESDAY, f"{TUESDAY}/after#1")
    days = by_date(log.entries)
    now = local(TUESDAY + timedelta(days=1), "12:00")
    monday, tuesday, _ = judge(FOLLOWER, days, setting, now)
    assert (monday.outcome, monday.goal) == (Outcome.NEUTRAL, 0)
    assert (tuesday.outcome, tuesday.done, tuesday.goal) == (Outcome.PART, 1, 2)


def test_a_retired_habit_is_followed_by_none() -> None:
    pauses = (Pause(FIRST, MONDAY, None, ARCHIVED),)
    setting = Setting(daily(), pauses, done=done_at("10:00"))
    assert setting.done_times(FIRST, MONDAY) == ()
    assert setting.done_times(FIRST, MONDAY - timedelta(days=1)) == ()
    on_leave = Setting(daily(), (Pause(FIRST, MONDAY, None, "paused"),), done=done_at("10:00"))
    assert len(on_leave.done_times(FIRST, MONDAY)) == 1


def test_the_planner_finds_what_follows() -> None:
    setting = Setting(daily(), done=done_at("10:00"))
    [one] = came_due(FOLLOWER, setting, local(MONDAY, "10:00"), local(MONDAY, "10:10"))
    assert one.due == local(MONDAY, "10:10")
    assert [found.slot for found in coming(FOLLOWER, setting, local(MONDAY, "10:00"))] == [one.slot]


def test_it_counts_as_planned_on_every_shift() -> None:
    assert periods_per_week(version(MONDAY, After(1)), DEFAULT_ROSTER) == 5


def test_who_follows_whom() -> None:
    changed = habit(versions=(version(MONDAY, After(1)), version(TUESDAY, at("10:30"))))
    assert follows(changed, FIRST)
    assert not follows(changed, SECOND)
    assert not follows(habit(at("10:30")), FIRST)


@pytest.mark.parametrize(
    ("triggers", "own", "followed", "expected"),
    [
        ({}, FIRST, FIRST, [FIRST, FIRST]),
        ({FIRST: Manual()}, SECOND, FIRST, []),
        ({FIRST: After(2), SECOND: Manual()}, SECOND, FIRST, [SECOND, FIRST, SECOND]),
        ({FIRST: After(2), SECOND: After(3)}, THIRD, FIRST, [THIRD, FIRST, SECOND, THIRD]),
        ({FIRST: After(2), SECOND: After(1)}, THIRD, FIRST, []),
        ({FIRST: After(9)}, SECOND, FIRST, []),
    ],
)
def test_circles(
    triggers: dict[HabitId, Trigger], own: HabitId, followed: HabitId, expected: list[HabitId]
) -> None:
    assert circle(triggers, own, followed) == expected
