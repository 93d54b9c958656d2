"""Triggers become occasions. Algorithms.md, section 2; slots as in interfaces.md."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.habit import Habit
from habitcoach.core.occasions import Occasion, occasions_on, slots_on
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    OncePer,
    ShiftAnchor,
    Trigger,
    Which,
)
from tests.core.test_work_dates import any_calendar
from tests.support.habits import BERLIN, DAY, EARLY, MONDAY, NIGHT, at, cycle, daily, habit, local, office
from tests.support.habits import version as version_from
from tests.support.thoroughness import examples

TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)
SATURDAY = MONDAY + timedelta(days=5)
SPLIT = ShiftPattern(time(9), time(17), ((time(11), time(11, 15)), (time(13), time(13, 30))))


def seen(trigger: Trigger, day: date = MONDAY, calendar: Calendar | None = None) -> list[tuple[str, str]]:
    """Return place in the day and local due time of each occasion."""
    found = occasions_on(habit(trigger, since=date(2026, 1, 1)), day, calendar or daily(DAY))
    return [(one.slot.removeprefix(f"{day}/"), f"{one.due.astimezone(BERLIN):%d %H:%M}") for one in found]


def on(trigger: Trigger, day: date, calendar: Calendar, week_start: int = 1) -> tuple[Occasion, ...]:
    return occasions_on(habit(trigger, since=date(2026, 1, 1)), day, calendar, week_start)


def test_clock_times_carry_their_wall_time_as_slot() -> None:
    assert seen(at("10:30", "15:00")) == [("10:30", "23 10:30"), ("15:00", "23 15:00")]
    [one] = on(at("10:30"), MONDAY, daily(DAY))
    assert one.slot == "2026-11-23/10:30"


def test_a_clock_time_belongs_to_the_shift_that_contains_it() -> None:
    calendar = cycle(NIGHT, None, None, None, None, None, None)
    assert seen(at("02:00", "23:00"), MONDAY, calendar) == [("23:00", "23 23:00"), ("02:00", "24 02:00")]
    assert seen(at("02:00", "23:00"), TUESDAY, calendar) == []


def test_the_start_of_a_shift_is_within_it_and_its_end_is_not() -> None:
    assert seen(at("09:00", "17:00")) == [("09:00", "23 09:00")]


def test_off_duty_a_clock_time_is_not_due_unless_anyway() -> None:
    assert seen(at("10:30"), MONDAY, daily(None)) == []
    assert seen(at("10:30", anyway=True), MONDAY, daily(None)) == [("10:30", "23 10:30")]
    assert seen(at("07:00"), MONDAY) == []
    assert seen(at("07:00", anyway=True), MONDAY) == [("07:00", "23 07:00")]


def test_weekdays_are_those_of_the_work_date() -> None:
    calendar = daily(NIGHT)
    assert seen(at("02:00", weekdays=(1,)), MONDAY, calendar) == [("02:00", "24 02:00")]
    assert seen(at("02:00", weekdays=(2,)), MONDAY, calendar) == []


def test_a_time_before_and_after_a_night_are_two_occasions_of_its_work_date() -> None:
    calendar = cycle(NIGHT, None, None, None, None, None, None)
    assert seen(at("08:00", anyway=True), MONDAY, calendar) == [
        ("08:00", "23 08:00"),
        ("08:00+1", "24 08:00"),
    ]
    assert seen(at("08:00", anyway=True), TUESDAY, calendar) == []


def test_a_time_after_a_shift_of_nearly_two_dates_is_not_lost() -> None:
    calendar = cycle(ShiftPattern(time(23, 30), time(23, 30)), None, None)
    assert seen(at("01:00", anyway=True), MONDAY, calendar)[-1] == ("01:00+1", "25 01:00")


def test_every_counts_from_the_start_of_the_shift_and_leaves_its_end_out() -> None:
    assert seen(Every(120)) == [
        ("#1", "23 09:00"),
        ("#2", "23 11:00"),
        ("#3", "23 13:00"),
        ("#4", "23 15:00"),
    ]


def test_every_counts_from_the_start_of_its_window_and_is_clipped_to_the_shift() -> None:
    assert seen(Every(60, time(8), time(11))) == [("#2", "23 09:00"), ("#3", "23 10:00")]
    assert seen(Every(60, time(16), time(20))) == [("#1", "23 16:00")]
    assert seen(Every(60, time(18), time(20))) == []
    assert seen(Every(60), MONDAY, daily(None)) == []


def test_a_window_over_midnight_meets_the_night_it_overlaps() -> None:
    calendar = cycle(NIGHT, None, None, None, None, None, None)
    assert seen(Every(60, time(20), time(0)), MONDAY, calendar) == [("#3", "23 22:00"), ("#4", "23 23:00")]
    assert seen(Every(120, time(4), time(8)), MONDAY, calendar) == [("#1", "24 04:00")]
    assert seen(Every(120, time(22), time(8)), MONDAY, daily(EARLY)) == [("#5", "23 06:00")]


def test_a_window_that_meets_a_shift_twice_numbers_on() -> None:
    calendar = cycle(ShiftPattern(time(8), time(8)), None, None)
    assert seen(Every(60, time(7), time(10)), MONDAY, calendar) == [
        ("#2", "23 08:00"),
        ("#3", "23 09:00"),
        ("#4", "24 07:00"),
    ]


def test_every_counts_elapsed_minutes_across_a_clock_change() -> None:
    night = date(2026, 3, 28)
    found = on(Every(60), night, daily(NIGHT))
    assert len(found) == 7
    assert all(later.due - one.due == timedelta(hours=1) for one, later in pairwise(found))


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (AroundShift(ShiftAnchor.START, 5), [("start+5", "23 09:05")]),
        (AroundShift(ShiftAnchor.START, -30), [("start-30", "23 08:30")]),
        (AroundShift(ShiftAnchor.END, -20), [("end-20", "23 16:40")]),
        (AroundShift(ShiftAnchor.END, 30), [("end+30", "23 17:30")]),
        (AroundShift(ShiftAnchor.MIDDLE), [("middle+0", "23 13:00")]),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 5), [("break1+5", "23 11:20"), ("break2+5", "23 13:35")]),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0, 1), [("break1+0", "23 11:15")]),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0, 2), [("break2+0", "23 13:30")]),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0, -1), [("break2+0", "23 13:30")]),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 7, 3), [("middle+7", "23 13:07")]),
        (AroundShift(ShiftAnchor.START, 1000), [("start+1000", "23 17:30")]),  # kept within reach
        (AroundShift(ShiftAnchor.END, -1000), [("end-1000", "23 08:30")]),
    ],
)
def test_moments_of_a_shift(trigger: Trigger, expected: list[tuple[str, str]]) -> None:
    assert seen(trigger, MONDAY, daily(SPLIT)) == expected


def test_after_a_break_that_a_shift_does_not_have_means_once_in_its_middle() -> None:
    assert seen(AroundShift(ShiftAnchor.AFTER_BREAK, 5)) == [("middle+5", "23 13:05")]
    assert seen(AroundShift(ShiftAnchor.AFTER_BREAK, 5, -1)) == [("middle+5", "23 13:05")]


def test_off_duty_has_no_moment_of_a_shift() -> None:
    assert seen(AroundShift(ShiftAnchor.START), MONDAY, daily(None)) == []
    assert on(OncePer(Per.WEEK, Which.FIRST, Edge.START), MONDAY, daily(None)) == ()


@pytest.mark.parametrize(
    ("trigger", "off", "day", "slot", "due"),
    [
        (OncePer(Per.WEEK, Which.FIRST, Edge.START, 10), (), MONDAY, "2026-W48", "09:10"),
        (OncePer(Per.WEEK, Which.FIRST, Edge.END, -20), (MONDAY,), TUESDAY, "2026-W48", "16:40"),
        (OncePer(Per.WEEK, Which.LAST, Edge.END, -90), (), FRIDAY, "2026-W48", "15:30"),
        (
            OncePer(Per.WEEK, Which.LAST, Edge.START),
            (FRIDAY,),
            FRIDAY - timedelta(days=1),
            "2026-W48",
            "09:00",
        ),
        (OncePer(Per.MONTH, Which.FIRST, Edge.START), (), date(2026, 12, 1), "2026-12", "09:00"),
        (OncePer(Per.MONTH, Which.LAST, Edge.END), (), date(2026, 11, 30), "2026-11", "17:00"),
    ],
)
def test_once_a_week_or_month_the_slot_is_the_period_alone(
    trigger: OncePer, off: tuple[date, ...], day: date, slot: str, due: str
) -> None:
    calendar = office(*off)
    [one] = on(trigger, day, calendar)
    assert (one.slot, f"{one.due.astimezone(BERLIN):%H:%M}") == (slot, due)
    month = [date(2026, 11, 1) + timedelta(days=n) for n in range(61)]
    assert sum(any(each.slot == slot for each in on(trigger, other, calendar)) for other in month) == 1


def test_the_week_of_an_agent_may_start_on_a_sunday() -> None:
    trigger = OncePer(Per.WEEK, Which.FIRST, Edge.START)
    calendar = daily(DAY)
    sunday = MONDAY - timedelta(days=1)
    assert [one.slot for one in on(trigger, sunday, calendar, week_start=7)] == ["2026-W48"]
    assert on(trigger, MONDAY, calendar, week_start=7) == ()


def test_contacts_and_habits_without_a_cue_have_no_occasions() -> None:
    assert on(Contact(), MONDAY, daily(DAY)) == on(Manual(), MONDAY, daily(DAY)) == ()


def test_before_it_began_a_habit_has_no_occasions() -> None:
    one = habit(at("10:30"), since=TUESDAY)
    assert occasions_on(one, MONDAY, daily(DAY)) == ()
    assert slots_on(one, MONDAY, daily(DAY)) == set()


def test_each_date_has_the_occasions_of_its_own_version() -> None:
    edited: Habit = habit(versions=(version_from(MONDAY, at("10:30")), version_from(TUESDAY, at("11:00"))))
    assert [one.slot for one in occasions_on(edited, MONDAY, daily(DAY))] == ["2026-11-23/10:30"]
    assert [one.slot for one in occasions_on(edited, TUESDAY, daily(DAY))] == ["2026-11-24/11:00"]


def closes(trigger: Trigger, calendar: Calendar, day: date = MONDAY) -> list[datetime]:
    return [one.closes for one in on(trigger, day, calendar)]


def test_a_window_ends_at_the_next_occasion_and_the_last_with_the_shift() -> None:
    assert closes(at("10:30", "15:00"), daily(DAY)) == [local(MONDAY, "15:00"), local(MONDAY, "17:00")]
    assert closes(AroundShift(ShiftAnchor.START, -20), daily(DAY)) == [local(MONDAY, "17:00")]


def test_a_clock_time_outside_all_shifts_can_be_answered_until_its_date_ends() -> None:
    assert closes(at("07:00", anyway=True), daily(DAY)) == [local(TUESDAY, "04:00")]
    assert closes(at("10:30", anyway=True), daily(None)) == [local(TUESDAY, "04:00")]
    assert closes(at("07:00", "18:00", anyway=True), daily(DAY)) == [
        local(MONDAY, "18:00"),
        local(TUESDAY, "04:00"),
    ]


def test_a_cue_after_the_shift_keeps_its_time_when_the_next_shift_follows_at_once() -> None:
    round_the_clock = daily(ShiftPattern(time(8), time(8)))
    assert closes(AroundShift(ShiftAnchor.END, 20), round_the_clock) == [local(TUESDAY, "08:50")]


def test_two_wall_times_that_name_one_instant_in_spring_share_a_window() -> None:
    night = date(2026, 3, 28)
    found = on(at("02:30", "03:30"), night, daily(NIGHT))
    assert len({one.slot for one in found}) == 2
    assert {(one.due, one.closes) for one in found} == {
        (local(night + timedelta(days=1), "03:30"), local(night + timedelta(days=1), "06:00"))
    }


minutes = st.times().map(lambda one: one.replace(second=0, microsecond=0))
offsets = st.integers(-1440, 1440)
any_trigger = st.one_of(
    st.builds(
        At,
        st.lists(minutes, min_size=1, max_size=4, unique=True).map(lambda found: tuple(sorted(found))),
        st.lists(st.integers(1, 7), min_size=1, unique=True).map(lambda found: tuple(sorted(found))),
        st.booleans(),
    ),
    st.builds(Every, st.integers(5, 600)),
    st.builds(Every, st.integers(5, 600), minutes, minutes).filter(lambda one: one.start != one.end),
    st.builds(AroundShift, st.sampled_from(ShiftAnchor), offsets),
    st.builds(AroundShift, st.just(ShiftAnchor.AFTER_BREAK), offsets, st.sampled_from([-1, 1, 2])),
    st.builds(
        OncePer,
        st.sampled_from([Per.WEEK, Per.MONTH]),
        st.sampled_from(Which),
        st.sampled_from(Edge),
        offsets,
    ),
)


@given(any_calendar, any_trigger, st.dates(date(2010, 1, 1), date(2029, 1, 1)), st.integers(1, 7))
@settings(max_examples=examples(300), deadline=None)
def test_slots_never_repeat_and_off_duty_is_quiet(
    calendar: Calendar, trigger: Trigger, first: date, week_start: int
) -> None:
    one = habit(trigger, since=date(2009, 1, 1))
    found = [
        occasion
        for n in range(9)
        for occasion in occasions_on(one, first + timedelta(days=n), calendar, week_start)
    ]
    slots = [occasion.slot for occasion in found]
    assert len(slots) == len(set(slots))
    for occasion in found:
        assert occasion.closes > occasion.due
        shift = calendar.shift_on(occasion.work_date)
        if isinstance(trigger, At) and trigger.anyway:
            assert calendar.work_date(occasion.due) == occasion.work_date
        else:
            assert shift is not None
            reach = timedelta(minutes=30)
            assert shift.start - reach <= occasion.due <= shift.end + reach
    for day in {occasion.work_date for occasion in found}:
        assert slots_on(one, day, calendar, week_start) == {
            each.slot for each in found if each.work_date == day
        }
        dues = [occasion.due for occasion in found if occasion.work_date == day]
        assert dues == sorted(dues)
