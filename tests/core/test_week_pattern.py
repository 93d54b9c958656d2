"""Rosters as weeks, and weeks as rosters."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.roster import DEFAULT_ROSTER, Roster, ShiftPattern
from habitcoach.core.week_pattern import WeekPattern, week_begin, weeks_of

EARLY = ShiftPattern(time(8), time(16, 30))
LATE = ShiftPattern(time(13), time(21, 30))
SHIFTS = {"Early": EARLY, "Late": LATE}
SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
EARLY_WEEK = ("Early",) * 5 + (None, None)
LATE_WEEK = ("Late",) * 5 + (None, None)


def test_the_default_roster_is_one_week() -> None:
    found = weeks_of(DEFAULT_ROSTER, MONDAY)
    assert found is not None
    assert found.weeks == (("", "", "", "", "", None, None),)
    assert found.this_week == 0


def test_a_week_that_begins_on_a_sunday_shows_the_same_days() -> None:
    found = weeks_of(DEFAULT_ROSTER, MONDAY, week_start=7)
    assert found is not None
    assert found.weeks == ((None, "", "", "", "", "", None),)


@pytest.mark.parametrize(("weeks_later", "expected"), [(0, 0), (1, 1), (2, 0), (-1, 1)])
def test_it_knows_which_week_the_present_one_is(weeks_later: int, expected: int) -> None:
    roster = Roster(MONDAY, MONDAY, SHIFTS, (*EARLY_WEEK, *LATE_WEEK))
    found = weeks_of(roster, MONDAY + timedelta(weeks=weeks_later, days=3))
    assert found is not None
    assert found.this_week == expected


def test_four_on_four_off_takes_eight_weeks_to_come_round() -> None:
    found = weeks_of(Roster(MONDAY, MONDAY, SHIFTS, ("Early",) * 4 + (None,) * 4), MONDAY)
    assert found is not None
    assert len(found.weeks) == 8
    assert found.weeks[1] == (None, "Early", "Early", "Early", "Early", None, None)


def test_thirteen_days_are_too_many_weeks() -> None:
    assert weeks_of(Roster(MONDAY, MONDAY, SHIFTS, ("Early",) * 13), MONDAY) is None


@given(
    days=st.lists(st.sampled_from(["Early", "Late", None]), min_size=1, max_size=12),
    begins=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    today=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    week_start=st.integers(1, 7),
)
def test_weeks_and_back_are_the_same_shifts(
    days: list[str | None], begins: date, today: date, week_start: int
) -> None:
    roster = Roster(begins, begins, SHIFTS, tuple(days))
    pattern = weeks_of(roster, today, week_start)
    assert pattern is not None
    back = pattern.roster(today)
    assert back.from_date == today
    for number in range(90):
        day = today + timedelta(days=number)
        assert back.named(day) == roster.named(day)


def test_a_day_is_changed_alone() -> None:
    changed = WeekPattern(SHIFTS, (EARLY_WEEK, LATE_WEEK)).with_day(1, 6, "Early")
    assert changed.weeks == (EARLY_WEEK, ("Late",) * 5 + (None, "Early"))


def test_a_week_more_is_the_last_one_again_and_changes_no_present_day() -> None:
    pattern = WeekPattern(SHIFTS, (EARLY_WEEK, LATE_WEEK), this_week=1)
    more = pattern.with_week()
    assert more.weeks == (EARLY_WEEK, LATE_WEEK, LATE_WEEK)
    assert more.roster(SUNDAY).named(SUNDAY) is None
    assert more.roster(MONDAY).named(MONDAY) == "Late"


def test_a_week_less_keeps_the_present_one_among_them() -> None:
    pattern = WeekPattern(SHIFTS, (EARLY_WEEK, LATE_WEEK), this_week=1)
    assert pattern.without_last() == WeekPattern(SHIFTS, (EARLY_WEEK,))
    assert pattern.without_last().without_last() == WeekPattern(SHIFTS, (EARLY_WEEK,))


def test_another_week_becomes_the_present_one() -> None:
    pattern = WeekPattern(SHIFTS, (EARLY_WEEK, LATE_WEEK)).beginning(1)
    assert pattern.roster(MONDAY).named(MONDAY) == "Late"
    assert pattern.roster(MONDAY).named(MONDAY + timedelta(weeks=1)) == "Early"


def test_a_week_begins_on_its_first_day() -> None:
    assert week_begin(MONDAY, 1) == MONDAY
    assert week_begin(SUNDAY, 1) == date(2026, 11, 16)
    assert week_begin(SUNDAY, 7) == SUNDAY
