"""Which dates a clock-time trigger falls on: every n weeks, or one date a month. Algorithms.md, section 2."""

from datetime import date, datetime
from functools import lru_cache

from dateutil.rrule import MONTHLY, WEEKLY, rrule
from dateutil.rrule import weekday as rule_weekday

from habitcoach.core.period import WeekStart, period_of, thursday_of
from habitcoach.core.target import Per
from habitcoach.core.trigger import At, MonthDay, NthWeekday

_IN_EVERY_MONTH = 28  # the last day that no month lacks


def falls_on(trigger: At, day: date, since: date, week_start: WeekStart) -> bool:
    """Whether a trigger means a work date.

    `since` is the first work date with this trigger: its week is the first of every so many. Weeks are
    counted by their Thursdays, which a change of the weekday they start on leaves as they are.
    """
    if trigger.monthly is not None:
        return day in _dates_of(trigger.monthly, day.year)
    if day.isoweekday() not in trigger.weekdays:
        return False
    if trigger.weeks == 1:
        return True
    thursday = thursday_of(period_of(Per.WEEK, day, week_start))
    first = thursday_of(period_of(Per.WEEK, since, week_start))
    return thursday in _weeks_of(trigger.weeks, first, thursday.year)


# Judging asks for every day of many years: what a year holds is worked out once.
@lru_cache(maxsize=1024)
def _dates_of(monthly: NthWeekday | MonthDay, year: int) -> frozenset[date]:
    begin, end = datetime(year, 1, 1), datetime(year, 12, 31)  # noqa: DTZ001 - rules of civil dates
    if isinstance(monthly, NthWeekday):
        weekday = rule_weekday(monthly.weekday - 1, monthly.nth)
        rule = rrule(MONTHLY, dtstart=begin, until=end, byweekday=weekday)
    else:
        # Of the 28th to this day, the last that a month has.
        days = range(min(monthly.day, _IN_EVERY_MONTH), monthly.day + 1)
        rule = rrule(MONTHLY, dtstart=begin, until=end, bymonthday=days, bysetpos=-1)
    return frozenset(one.date() for one in rule)


@lru_cache(maxsize=1024)
def _weeks_of(weeks: int, first: date, year: int) -> frozenset[date]:
    """Return the Thursdays of the weeks meant in a year; `first` is that of the first week."""
    begin = datetime.combine(first, datetime.min.time())
    rule = rrule(WEEKLY, interval=weeks, dtstart=begin, until=datetime(year, 12, 31))  # noqa: DTZ001
    return frozenset(one.date() for one in rule if one.year == year)
