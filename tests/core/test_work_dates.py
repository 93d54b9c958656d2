"""Which work date an instant belongs to. Algorithms.md, section 1."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import DutyChange
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.habits import BERLIN, DAY, EARLY, MONDAY, NIGHT, cycle, daily, local, office
from tests.support.thoroughness import examples

TUESDAY = MONDAY + timedelta(days=1)
SATURDAY = MONDAY + timedelta(days=5)
SUNDAY = MONDAY + timedelta(days=6)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(MONDAY, "21:00"), MONDAY),  # an hour before the night shift
        (local(MONDAY, "22:00"), MONDAY),
        (local(TUESDAY, "02:00"), MONDAY),
        (local(TUESDAY, "06:00"), MONDAY),
        (local(TUESDAY, "08:59"), MONDAY),  # up to 3 h after it
        (local(TUESDAY, "09:00"), TUESDAY),
        (local(TUESDAY, "12:00"), TUESDAY),
    ],
)
def test_a_night_shift_is_one_work_date(moment: datetime, expected: date) -> None:
    calendar = cycle(NIGHT, None, None, None, None, None, None)
    assert calendar.work_date(moment) == expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("03:59", SATURDAY), ("04:00", SUNDAY), ("23:59", SUNDAY)],
)
def test_outside_shifts_the_logical_day_starts_at_four(clock: str, expected: date) -> None:
    assert office().work_date(local(SUNDAY, clock)) == expected


def test_the_logical_day_may_start_at_any_minute() -> None:
    calendar = Calendar(BERLIN, day_start=time(2, 17))
    assert calendar.work_date(local(SUNDAY, "02:16")) == SATURDAY
    assert calendar.work_date(local(SUNDAY, "02:17")) == SUNDAY


def test_an_entry_before_a_shift_belongs_to_it_only_within_the_hour() -> None:
    calendar = daily(ShiftPattern(time(4, 30), time(12)))
    assert calendar.work_date(local(TUESDAY, "03:29")) == MONDAY
    assert calendar.work_date(local(TUESDAY, "03:30")) == TUESDAY


def test_a_finished_shift_wins_over_one_that_is_about_to_start() -> None:
    calendar = cycle(ShiftPattern(time(14), time(22)), ShiftPattern(time(0, 30), time(8)))
    assert calendar.work_date(local(TUESDAY, "00:29")) == MONDAY
    assert calendar.work_date(local(TUESDAY, "00:30")) == TUESDAY


def test_a_running_shift_wins_over_one_that_begins_within_it() -> None:
    calendar = cycle(NIGHT, ShiftPattern(time(4), time(12)))
    assert calendar.work_date(local(TUESDAY, "05:59")) == MONDAY
    assert calendar.work_date(local(TUESDAY, "06:00")) == TUESDAY
    assert calendar.end_of(MONDAY) == local(TUESDAY, "06:00")


def test_a_moved_shift_moves_the_work_date_with_it() -> None:
    late = ShiftPattern(time(20), time(4))
    calendar = Calendar(BERLIN, changes=[DutyChange(MONDAY, "Late", late)])
    assert calendar.work_date(local(TUESDAY, "03:00")) == MONDAY
    shift = calendar.shift_on(MONDAY)
    assert shift is not None
    assert (shift.name, shift.start) == ("Late", local(MONDAY, "20:00"))


def test_a_day_off_has_no_shift() -> None:
    calendar = office(MONDAY)
    assert calendar.shift_on(MONDAY) is None
    assert calendar.planned(MONDAY)
    assert not calendar.planned(SUNDAY)
    assert calendar.next_shift(local(MONDAY, "08:00")) == calendar.shift_on(TUESDAY)


def test_no_next_shift_beyond_the_horizon() -> None:
    assert daily(None).next_shift(local(MONDAY, "08:00")) is None


def test_the_default_roster_holds_before_the_first_one_of_the_agent() -> None:
    own = Roster(TUESDAY, MONDAY, {"Early": EARLY}, ("Early",))
    later = Roster(SUNDAY, MONDAY, {}, (None,))
    calendar = Calendar(BERLIN, (later, own))
    assert calendar.shift_on(MONDAY) == office().shift_on(MONDAY)
    early = calendar.shift_on(SATURDAY)
    assert early is not None
    assert (early.name, early.start) == ("Early", local(SATURDAY, "06:00"))
    assert calendar.shift_on(SUNDAY) is None


def test_breaks_of_a_night_lie_on_the_side_of_midnight_they_are_named_for() -> None:
    breaks = ((time(23, 30), time(0, 15)), (time(3), time(3, 30)))
    shift = daily(ShiftPattern(time(22), time(6), breaks)).shift_on(MONDAY)
    assert shift is not None
    assert shift.breaks == (
        (local(MONDAY, "23:30"), local(TUESDAY, "00:15")),
        (local(TUESDAY, "03:00"), local(TUESDAY, "03:30")),
    )
    assert shift.middle == local(TUESDAY, "02:00")


def test_a_night_across_a_clock_change_is_an_hour_longer_or_shorter() -> None:
    spring, autumn = daily(NIGHT).shift_on(date(2026, 3, 28)), daily(NIGHT).shift_on(date(2026, 10, 24))
    assert spring is not None
    assert autumn is not None
    assert spring.end - spring.start == 7 * HOUR
    assert autumn.end - autumn.start == 9 * HOUR


def test_a_civil_date_that_does_not_exist_has_no_duty_and_no_entries() -> None:
    apia = ZoneInfo("Pacific/Apia")
    calendar = daily(DAY, apia)
    missing = date(2011, 12, 30)
    assert calendar.shift_on(missing) is None
    before, after = missing - timedelta(days=1), missing + timedelta(days=1)
    assert calendar.work_date(local(before, "23:00", apia)) == before
    assert calendar.work_date(local(after, "03:59", apia)) == before
    assert calendar.work_date(local(after, "04:00", apia)) == after


ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Pacific/Apia",
)
patterns = st.none() | st.builds(
    ShiftPattern,
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
)
any_calendar = st.builds(
    lambda zone, days, start: Calendar(
        ZoneInfo(zone),
        (
            Roster(
                date.min,
                MONDAY,
                {str(n): one for n, one in enumerate(days) if one is not None},
                tuple(None if one is None else str(n) for n, one in enumerate(days)),
            ),
        ),
        day_start=start,
    ),
    st.sampled_from(ZONES),
    st.lists(patterns, min_size=1, max_size=9),
    st.just(time(4)) | st.times(),
)
moments = st.datetimes(datetime(2009, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(any_calendar, moments)
@settings(max_examples=examples(300))
def test_a_work_date_lasts_exactly_until_its_end(calendar: Calendar, moment: datetime) -> None:
    day = calendar.work_date(moment)
    end = calendar.end_of(day)
    assert moment < end
    assert calendar.work_date(end - SECOND) <= day
    assert calendar.work_date(end) > day
    assert calendar.end_of(day - timedelta(days=1)) <= moment


@given(any_calendar, moments, st.timedeltas(timedelta(), timedelta(days=3)))
@settings(max_examples=examples(200))
def test_later_never_means_an_earlier_work_date(
    calendar: Calendar, moment: datetime, later: timedelta
) -> None:
    assert calendar.work_date(moment) <= calendar.work_date(moment + later)


@given(any_calendar, moments)
@settings(max_examples=examples(200))
def test_an_entry_within_a_shift_belongs_to_it(calendar: Calendar, moment: datetime) -> None:
    shift = calendar.shift_at(moment)
    if shift is not None:
        assert shift.contains(moment)
        assert calendar.work_date(moment) == shift.work_date


def test_a_shift_contains_its_start_and_not_its_end() -> None:
    shift = daily(DAY).shift_on(MONDAY)
    assert shift is not None
    assert shift.contains(shift.start)
    assert not shift.contains(shift.end)


@given(any_calendar, moments)
@settings(max_examples=examples(100))
def test_the_next_shift_starts_later_than_now(calendar: Calendar, moment: datetime) -> None:
    shift = calendar.next_shift(moment)
    if shift is not None:
        assert shift.start > moment
