"""Work days, weeks and months, and their names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.period import Period, period_name, period_of
from habitcoach.core.target import Per

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("per", "day", "week_start", "start", "end", "name"),
    [
        (Per.DAY, MONDAY, 1, MONDAY, MONDAY, "2026-11-23"),
        (Per.WEEK, date(2026, 11, 29), 1, MONDAY, date(2026, 11, 29), "2026-W48"),
        (Per.WEEK, date(2026, 11, 29), 7, date(2026, 11, 29), date(2026, 12, 5), "2026-W49"),
        (Per.WEEK, MONDAY, 7, date(2026, 11, 22), date(2026, 11, 28), "2026-W48"),
        (Per.WEEK, MONDAY, 6, date(2026, 11, 21), date(2026, 11, 27), "2026-W48"),
        (Per.WEEK, date(2027, 1, 1), 1, date(2026, 12, 28), date(2027, 1, 3), "2026-W53"),
        (Per.WEEK, date(2025, 12, 30), 1, date(2025, 12, 29), date(2026, 1, 4), "2026-W01"),
        (Per.MONTH, date(2028, 2, 29), 1, date(2028, 2, 1), date(2028, 2, 29), "2028-02"),
        (Per.MONTH, date(2026, 12, 1), 1, date(2026, 12, 1), date(2026, 12, 31), "2026-12"),
    ],
)
def test_a_period_and_its_name(
    per: Per, day: date, week_start: int, start: date, end: date, name: str
) -> None:
    period = period_of(per, day, week_start)
    assert period == Period(start, end)
    assert period_name(per, period) == name


any_day = st.dates(date(1999, 1, 1), date(2040, 1, 1))


@given(any_day, st.sampled_from(Per), st.integers(1, 7))
def test_periods_tile_the_calendar(day: date, per: Per, week_start: int) -> None:
    period = period_of(per, day, week_start)
    assert day in period.days()
    assert {period_of(per, one, week_start) for one in period.days()} == {period}
    following = period_of(per, period.end + timedelta(days=1), week_start)
    assert following.start == period.end + timedelta(days=1)
    assert period_name(per, period) < period_name(per, following)


@given(any_day, st.integers(1, 7))
def test_a_week_is_named_after_the_iso_week_of_its_thursday(day: date, week_start: int) -> None:
    period = period_of(Per.WEEK, day, week_start)
    [thursday] = [one for one in period.days() if one.isoweekday() == 4]
    year, week, _ = thursday.isocalendar()
    assert period_name(Per.WEEK, period) == f"{year}-W{week:02}"
