"""Repeating entries: the same dates as dateutil's rules, in steps that are counted."""

from datetime import date, datetime, timedelta
from typing import Literal

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule
from dateutil.rrule import weekday as rule_weekday
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.interchange.repeating import Budget, Frequency, Rule, dates_of
from tests.support.thoroughness import examples

_THEIRS: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
    Frequency.YEARLY: YEARLY,
}
LAST = date(2029, 12, 31)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Return rules that come true before long: dateutil searches up to the year 9999 for the others."""
    frequency = draw(st.sampled_from(Frequency))
    monthly = frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    months = draw(st.sets(st.integers(1, 12), max_size=3))
    month_days: set[int] = set()
    if frequency is not Frequency.WEEKLY and draw(st.booleans()):
        month_days = draw(st.sets(st.integers(-28, 28).filter(bool), min_size=1, max_size=3))
    weekdays: set[tuple[int, int]] = set()
    if not month_days and (draw(st.booleans()) or frequency is Frequency.WEEKLY):
        # dateutil wants "2MO" and "MO" to hold both at once; to the RFC each is one more day.
        nth = st.integers(-4, 4).filter(bool) if monthly and draw(st.booleans()) else st.just(0)
        weekdays = draw(st.sets(st.tuples(nth, st.integers(0, 6)), min_size=1, max_size=3))
    if frequency is Frequency.MONTHLY or (frequency is Frequency.YEARLY and not month_days and not months):
        months = set() if frequency is Frequency.MONTHLY else {draw(st.integers(1, 12))}
    positions = draw(st.sets(st.sampled_from([1, -1]))) if monthly and weekdays else set()
    return Rule(
        frequency,
        draw(st.integers(1, 5)),
        tuple(sorted(weekdays)),
        tuple(sorted(months)),
        tuple(sorted(month_days)),
        tuple(sorted(positions)),
        draw(st.integers(0, 6)),
    )


def theirs(rule: Rule, start: date) -> list[date]:
    found = rrule(
        _THEIRS[rule.frequency],
        dtstart=datetime.combine(start, datetime.min.time()),
        until=datetime.combine(LAST, datetime.min.time()),
        interval=rule.interval,
        byweekday=[rule_weekday(day, nth or None) for nth, day in rule.weekdays] or None,
        bymonth=list(rule.months) or None,
        bymonthday=list(rule.month_days) or None,
        bysetpos=list(rule.positions) or None,
        wkst=rule.week_start,
    )
    # Our start counts as the first, as RFC 5545 has it, also where the rule would not find it.
    return sorted({start, *(one.date() for one in found)})


@settings(deadline=None, max_examples=examples(60))
@given(rule=rules(), start=st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_as_dateutil_has_it(rule: Rule, start: date) -> None:
    assert list(dates_of(rule, start, LAST, Budget(1_000_000))) == theirs(rule, start)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(Frequency.DAILY, months=(2,), month_days=(30,)),
        Rule(Frequency.DAILY, 7, weekdays=((0, 1),)),
        Rule(Frequency.MONTHLY, months=(2,), month_days=(31,)),
        Rule(Frequency.YEARLY, months=(2,), month_days=(30,)),
        Rule(Frequency.DAILY, 10**12),
        Rule(Frequency.MONTHLY, 10**12),
    ],
)
def test_what_never_comes_true_ends_at_the_horizon(rule: Rule) -> None:
    start = date(2026, 12, 7)
    assert list(dates_of(rule, start, LAST, Budget(20_000))) == [start]


def test_the_beginning_of_time_is_no_fault() -> None:
    start = date.min
    found = dates_of(Rule(Frequency.WEEKLY, week_start=2), start, start + timedelta(days=14), Budget(100))
    assert list(found) == [start + timedelta(days=7 * n) for n in range(3)]


def test_a_rule_that_looks_at_too_much_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        list(dates_of(Rule(Frequency.DAILY), date.min, LAST, Budget(1000)))
    assert (caught.value.field, caught.value.code) == ("calendar", "calendar_too_long")
