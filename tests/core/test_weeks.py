"""Weeks that begin to start on another day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.period import MONDAY, Period, Weeks, first_weekday, period_name, period_of
from habitcoach.core.recurrence import falls_on
from habitcoach.core.target import Per
from tests.support.habits import at

WEDNESDAY = date(2026, 11, 25)
choices = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 7)), max_size=5)


def lived(first: int, chosen: list[tuple[int, int]]) -> list[Weeks]:
    """Choose weekdays one after the other, some days apart; return the weeks after each choice."""
    found, day = [Weeks(first)], WEDNESDAY
    for wait, weekday in chosen:
        day += timedelta(days=wait)
        found.append(found[-1].starting(weekday, day))
    return found


@pytest.mark.parametrize(
    ("weekday", "weeks"),
    [
        (1, [("11-23", "11-29"), ("11-30", "12-06")]),
        (2, [("11-23", "11-30"), ("12-01", "12-07")]),  # a Monday alone has no Thursday
        (4, [("11-23", "12-02"), ("12-03", "12-09")]),
        (5, [("11-23", "11-29"), ("11-30", "12-03"), ("12-04", "12-10")]),
        (7, [("11-23", "11-29"), ("11-30", "12-05"), ("12-06", "12-12")]),
    ],
)
def test_a_choice_holds_from_the_next_week(weekday: int, weeks: list[tuple[str, str]]) -> None:
    found = Weeks(MONDAY).starting(weekday, WEDNESDAY)
    assert found.latest() == weekday
    day = WEDNESDAY
    for start, end in weeks:
        period = found.of(day)
        assert (f"{period.start:%m-%d}", f"{period.end:%m-%d}") == (start, end)
        day = period.end + timedelta(days=1)


def test_a_choice_taken_back_in_the_same_week_never_was() -> None:
    assert Weeks(MONDAY).starting(7, WEDNESDAY).starting(1, WEDNESDAY) == Weeks(MONDAY)


def test_how_often_a_plan_comes_round_is_reckoned_by_the_first() -> None:
    assert first_weekday(Weeks(7, ((WEDNESDAY, 3),))) == first_weekday(7) == 7


@given(st.integers(1, 7), choices, st.integers(-30, 250))
def test_weeks_tile_the_calendar_with_one_name_each(
    first: int, chosen: list[tuple[int, int]], ahead: int
) -> None:
    weeks = lived(first, chosen)[-1]
    day = WEDNESDAY + timedelta(days=ahead)
    period = period_of(Per.WEEK, day, weeks)
    assert period.start <= day <= period.end
    assert {weeks.of(one) for one in period.days()} == {period}
    following = weeks.of(period.end + timedelta(days=1))
    assert following.start == period.end + timedelta(days=1)
    assert period_name(Per.WEEK, period) < period_name(Per.WEEK, following)
    assert [one.isoweekday() for one in period.days()].count(4) == 1


@given(st.integers(1, 7), choices, st.integers(1, 7), st.integers(0, 6))
def test_a_choice_leaves_the_weeks_before_as_they_were(
    first: int, chosen: list[tuple[int, int]], weekday: int, wait: int
) -> None:
    weeks = lived(first, chosen)[-1]
    today = WEDNESDAY + timedelta(days=sum(one for one, _ in chosen) + wait)
    after = weeks.starting(weekday, today)
    for back in range(1, 120):
        before = weeks.of(today - timedelta(days=7 + back))
        if before.end < weeks.of(today).start:
            assert after.of(before.start) == before
    assert after.of(today).start == weeks.of(today).start


def test_every_second_week_stays_the_second_one() -> None:
    trigger = replace(at("10:30", weekdays=(4,)), weeks=2)
    turned = Weeks(MONDAY).starting(7, WEDNESDAY)
    thursdays = [date(2026, 11, 26) + timedelta(weeks=n) for n in range(12)]
    for weeks in (MONDAY, turned):
        found = [falls_on(trigger, one, WEDNESDAY, weeks) for one in thursdays]
        assert found == [True, False] * 6


def test_a_week_without_a_turn_is_as_with_a_weekday() -> None:
    assert (
        Weeks(MONDAY).of(WEDNESDAY)
        == period_of(Per.WEEK, WEDNESDAY)
        == Period(date(2026, 11, 23), date(2026, 11, 29))
    )
