"""Every n weeks, the nth weekday and one day a month. Algorithms.md, section 2."""

from calendar import monthrange
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.consistency import periods_per_week
from habitcoach.core.habit import Habit
from habitcoach.core.occasions import occasions_on
from habitcoach.core.planner import coming
from habitcoach.core.recurrence import falls_on
from habitcoach.core.roster import DEFAULT_ROSTER
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import EVERY_WEEKDAY, NTHS, At, MonthDay, NthWeekday
from tests.support.habits import MONDAY, daily, dates, habit, local, office, setting, version

TEN = (time(10, 30),)
SUNDAY_FIRST = 7


def meant(trigger: At, first: date, count: int, since: date = MONDAY, week_start: int = 1) -> list[str]:
    """Return the dates a trigger means, as "11-23"."""
    return [f"{one:%m-%d}" for one in dates(first, count) if falls_on(trigger, one, since, week_start)]


def due(one: Habit, count: int = 60, week_start: int = 1) -> list[str]:
    """Return the dates on which a habit has occasions, from the Monday on."""
    days = dates(MONDAY, count)
    return [f"{day:%m-%d}" for day in days if occasions_on(one, day, daily(), week_start)]


def test_every_second_week_counts_from_the_week_it_began_in() -> None:
    every_second = At(TEN, (1, 3), weeks=2)
    assert meant(every_second, MONDAY, 35) == ["11-23", "11-25", "12-07", "12-09", "12-21", "12-23"]
    # Begun on a Friday, the Monday of that week has passed but the week counts.
    friday = MONDAY + timedelta(days=4)
    assert meant(every_second, friday, 31, since=friday) == ["12-07", "12-09", "12-21", "12-23"]


def test_weeks_begin_where_the_agents_weeks_do() -> None:
    # Begun on a Saturday; the Sunday after it opens the next week where weeks start on Sunday.
    saturday = MONDAY + timedelta(days=5)
    sundays = At(TEN, (7,), weeks=2)
    assert meant(sundays, saturday, 30, since=saturday) == ["11-29", "12-13", "12-27"]
    assert meant(sundays, saturday, 30, since=saturday, week_start=SUNDAY_FIRST) == ["12-06", "12-20"]


def test_weeks_go_on_through_an_edit_that_leaves_the_trigger() -> None:
    every_third = At(TEN, (1,), weeks=3)
    later = MONDAY + timedelta(days=9)
    twice = Target(TargetKind.COUNT, 2)
    kept = habit(versions=(version(MONDAY, every_third), version(later, every_third, twice)))
    assert due(kept) == ["11-23", "12-14", "01-04"]
    moved = habit(versions=(version(MONDAY, every_third), version(later, At((time(11),), (1,), weeks=3))))
    assert due(moved) == ["11-23", "12-21", "01-11"]


@pytest.mark.parametrize(
    ("monthly", "expected"),
    [
        (NthWeekday(1, 7), ["02-01", "03-01", "04-05"]),
        (NthWeekday(2, 3), ["01-14", "02-11", "03-11", "04-08"]),
        (NthWeekday(5, 4), ["01-29", "04-30"]),
        (NthWeekday(-1, 6), ["01-31", "02-28", "03-28", "04-25"]),
        (MonthDay(15), ["01-15", "02-15", "03-15", "04-15"]),
        (MonthDay(28), ["01-28", "02-28", "03-28", "04-28"]),
        (MonthDay(30), ["01-30", "02-28", "03-30", "04-30"]),
        (MonthDay(31), ["01-31", "02-28", "03-31", "04-30"]),
    ],
)
def test_one_date_a_month(monthly: NthWeekday | MonthDay, expected: list[str]) -> None:
    # 11 January to 30 April 2026.
    assert meant(At(TEN, monthly=monthly), date(2026, 1, 11), 110) == expected


def test_leap_years_have_another_last_day() -> None:
    assert meant(At(TEN, monthly=MonthDay(31)), date(2028, 2, 1), 29) == ["02-29"]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(NTHS), st.sampled_from(EVERY_WEEKDAY))
def test_an_nth_weekday_is_the_nth_of_its_month(day: date, nth: int, weekday: int) -> None:
    found = falls_on(At(TEN, monthly=NthWeekday(nth, weekday)), day, MONDAY, 1)
    last = monthrange(day.year, day.month)[1]
    place = last - day.day < 7 if nth == -1 else (day.day - 1) // 7 + 1 == nth
    assert found == (place and day.isoweekday() == weekday)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 31))
def test_a_day_of_the_month_comes_once_a_month(day: date, number: int) -> None:
    last = monthrange(day.year, day.month)[1]
    assert falls_on(At(TEN, monthly=MonthDay(number)), day, MONDAY, 1) == (day.day == min(number, last))


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(0, 4000),
    st.integers(1, 52),
    st.integers(1, 7),
)
def test_of_so_many_weeks_one_is_meant(since: date, later: int, weeks: int, week_start: int) -> None:
    every_day = At(TEN, weeks=weeks)
    begin = since + timedelta(days=later)
    begin += timedelta(days=(week_start - begin.isoweekday()) % 7)
    found = [falls_on(every_day, one, since, week_start) for one in dates(begin, 7 * weeks)]
    assert sum(found) == 7
    first = found.index(True)
    assert found[first : first + 7] == [True] * 7
    assert first % 7 == 0
    assert falls_on(every_day, since, since, week_start)


def test_planned_periods_a_week() -> None:
    def planned(trigger: At, target: Target | None = None) -> float:
        return periods_per_week(version(MONDAY, trigger, target or Target()), DEFAULT_ROSTER)

    assert planned(At(TEN)) == 5
    assert planned(At(TEN, (1, 3, 6))) == 2
    assert planned(At(TEN, (1, 3), weeks=2)) == 1
    assert planned(At(TEN, weeks=4)) == 1.25
    assert planned(At(TEN, monthly=NthWeekday(2, 3))) == pytest.approx(12 / 52.18)
    assert planned(At(TEN, monthly=MonthDay(31))) == pytest.approx(12 / 52.18)
    assert planned(At(TEN, weeks=2), Target(per=Per.WEEK)) == 1


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (At(TEN, (1,), weeks=26), ["2027-05-24", "2027-11-22"]),
        # The 30th is a Saturday, a Sunday or past the end of February in between.
        (At(TEN, monthly=MonthDay(30)), ["2026-11-30", "2026-12-30"]),
        (At(TEN, monthly=NthWeekday(5, 2)), ["2026-12-29", "2027-03-30"]),
    ],
)
def test_the_planner_looks_far_enough_ahead(trigger: At, expected: list[str]) -> None:
    one = habit(trigger)
    after = local(MONDAY, "11:00")
    ahead = coming(one, setting(office()), after, 150)
    found = [str(next(ahead).work_date) for _ in expected]
    assert found == expected
    first = next(coming(one, setting(office()), after), None)
    assert first is not None
    assert str(first.work_date) == expected[0]
