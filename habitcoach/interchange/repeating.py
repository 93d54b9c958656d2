"""The dates of a repeating calendar entry, in steps that can be counted.

dateutil's rules know more, but one that never comes true ("30 February") searches up to the year 9999 before
it gives in; a file from anywhere must not cost that. So only what calendars write for shifts is known here.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habitcoach.core.errors import InputError


class Frequency(StrEnum):
    """How a rule steps."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Rule:
    """An RRULE of RFC 5545, without its end; empty parts are not given."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[
        tuple[int, int], ...
    ] = ()  #: which of the month (0 every, −1 the last), Monday 0 to Sunday 6
    months: tuple[int, ...] = ()  #: 1 to 12
    month_days: tuple[int, ...] = ()  #: 1 to 31, −1 the last
    positions: tuple[int, ...] = ()  #: which of a period's dates, 1 the first, −1 the last
    week_start: int = 0  #: Monday 0 to Sunday 6


class Budget:
    """How many days the rules of one file may look at together."""

    def __init__(self, days: int) -> None:
        self._left = days

    def spend(self, days: int) -> None:
        """Look at some days. Raises InputError `calendar_too_long` when that is too many."""
        self._left -= days
        if self._left < 0:
            raise InputError("calendar", "calendar_too_long")


def dates_of(rule: Rule, start: date, last: date, budget: Budget) -> Iterator[date]:
    """Return the dates of a rule from `start` to `last`, in order. The start is always its first."""
    yield start
    for period in _periods(rule, start, last, budget):
        dates = sorted(period)
        chosen = {position - 1 if position > 0 else len(dates) + position for position in rule.positions}
        for number, day in enumerate(dates):
            if start < day <= last and (not rule.positions or number in chosen):
                yield day


def _periods(rule: Rule, start: date, last: date, budget: Budget) -> Iterator[Iterable[date]]:
    """Return the dates of each day, week, month or year the rule steps to."""
    match rule.frequency:
        case Frequency.DAILY:
            for number in range(start.toordinal(), last.toordinal() + 1, rule.interval):
                budget.spend(1)
                day = date.fromordinal(number)
                yield [day] if _in_months(rule, day) and _on_weekday(rule, day) and _on_day(rule, day) else []
        case Frequency.WEEKLY:
            begins = start.toordinal() - (start.weekday() - rule.week_start) % 7
            weekdays = {weekday for _, weekday in rule.weekdays} or {start.weekday()}
            for number in range(begins, last.toordinal() + 1, 7 * rule.interval):
                budget.spend(7)
                days = [date.fromordinal(one) for one in range(max(1, number), number + 7)]
                yield [day for day in days if day.weekday() in weekdays and _in_months(rule, day)]
        case Frequency.MONTHLY:
            months = range(_month_number(start), _month_number(last) + 1, rule.interval)
            for number in months:
                budget.spend(31)
                found = _of_month(rule, number // 12, number % 12 + 1, start.day)
                yield [day for day in found if _in_months(rule, day)]
        case _:
            in_year = rule.months or (range(1, 13) if rule.month_days or rule.weekdays else (start.month,))
            for year in range(start.year, last.year + 1, rule.interval):
                budget.spend(31 * len(in_year))
                yield [day for month in in_year for day in _of_month(rule, year, month, start.day)]


def _of_month(rule: Rule, year: int, month: int, usual: int) -> list[date]:
    length = monthrange(year, month)[1]
    days = [date(year, month, number) for number in range(1, length + 1)]
    if not rule.weekdays and not rule.month_days:
        return [day for day in days if day.day == usual]
    return [day for day in days if _on_weekday(rule, day) and _on_day(rule, day)]


def _in_months(rule: Rule, day: date) -> bool:
    return not rule.months or day.month in rule.months


def _on_day(rule: Rule, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    return not rule.month_days or day.day in rule.month_days or day.day - length - 1 in rule.month_days


def _on_weekday(rule: Rule, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    places = {0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
    return not rule.weekdays or any(one == day.weekday() and nth in places for nth, one in rule.weekdays)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
