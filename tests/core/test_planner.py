"""What came due, and what comes next."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.planner import HORIZON, came_due, coming
from habitcoach.core.trigger import Contact, Manual, Trigger
from tests.core.test_occasions import any_trigger
from tests.core.test_work_dates import any_calendar, moments
from tests.support.habits import DAY, MONDAY, at, daily, habit, local, office, setting
from tests.support.thoroughness import examples

TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)


def slots(after: datetime, now: datetime, *times: str, created: datetime | None = None) -> list[str]:
    one = habit(at(*times), created=created)
    return [found.slot for found in came_due(one, setting(daily(DAY)), after, now)]


def test_due_means_after_the_last_look_and_up_to_now() -> None:
    assert slots(local(MONDAY, "10:29"), local(MONDAY, "10:30"), "10:30") == ["2026-11-23/10:30"]
    assert slots(local(MONDAY, "10:30"), local(MONDAY, "10:31"), "10:30") == []
    assert slots(local(MONDAY, "10:00"), local(MONDAY, "10:29"), "10:30") == []


def test_everything_since_the_last_look_comes_by_date() -> None:
    found = slots(local(MONDAY, "12:00"), local(MONDAY + timedelta(days=2), "10:30"), "10:30", "15:00")
    assert found == ["2026-11-23/15:00", "2026-11-24/10:30", "2026-11-24/15:00", "2026-11-25/10:30"]


def test_nothing_from_before_the_habit_was_made() -> None:
    made = local(MONDAY, "11:00")
    assert slots(local(MONDAY, "00:00"), local(MONDAY, "16:00"), "10:30", "15:00", created=made) == [
        "2026-11-23/15:00"
    ]


def test_a_habit_made_in_the_minute_of_its_cue_gets_it() -> None:
    made = local(MONDAY, "10:30")
    assert slots(local(MONDAY, "10:00"), made, "10:30", created=made) == ["2026-11-23/10:30"]


def test_a_paused_date_is_left_out() -> None:
    pause = Pause(HabitId(1), MONDAY, MONDAY, "paused")
    following = next(coming(habit(at("10:30")), setting(daily(DAY), pause), local(MONDAY, "08:00")))
    assert following.slot == "2026-11-24/10:30"
    after, now = local(MONDAY, "00:00"), local(MONDAY, "20:00")
    assert list(came_due(habit(at("10:30")), setting(daily(DAY), pause), after, now)) == []


def test_the_next_cue_skips_the_weekend() -> None:
    found = coming(habit(at("10:30")), setting(office()), local(FRIDAY, "10:30"))
    assert next(found).slot == "2026-11-30/10:30"


def test_without_a_cue_nothing_comes() -> None:
    for trigger in (Contact(), Manual()):
        assert list(coming(habit(trigger), setting(), local(MONDAY, "08:00"))) == []


def test_the_search_ends_at_its_horizon() -> None:
    assert list(coming(habit(at("10:30")), setting(daily(None)), local(MONDAY, "08:00"))) == []
    found = list(coming(habit(at("10:30")), setting(daily(DAY)), local(MONDAY, "08:00")))
    assert found[-1].work_date - MONDAY <= timedelta(days=HORIZON)


@given(any_calendar, any_trigger, moments)
@settings(max_examples=examples(150), deadline=None)
def test_the_next_cue_is_later_than_now(calendar: Calendar, trigger: Trigger, now: datetime) -> None:
    one = habit(trigger, since=date(2008, 1, 1))
    for _, found in zip(range(3), coming(one, setting(calendar), now, horizon=10), strict=False):
        assert found.due > now


@given(any_calendar, any_trigger, moments, st.lists(st.integers(1, 3000), min_size=2, max_size=8))
@settings(max_examples=examples(150), deadline=None)
def test_however_often_one_looks_each_slot_comes_due_once(
    calendar: Calendar, trigger: Trigger, start: datetime, waits: list[int]
) -> None:
    one = habit(trigger, since=date(2008, 1, 1))
    now, found = start, []
    for wait in waits:
        later = now + timedelta(minutes=wait)
        found += [occasion.slot for occasion in came_due(one, setting(calendar), now, later)]
        now = later
    at_once = [occasion.slot for occasion in came_due(one, setting(calendar), start, now)]
    assert sorted(found) == sorted(at_once)
    assert len(found) == len(set(found))
