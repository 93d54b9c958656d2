"""Periods: the work days, weeks and months that targets are judged over."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from habitcoach.core.target import Per
from habitcoach.core.wall import DAY

MONDAY = 1
_THURSDAY = 4


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of work dates, both ends included."""

    start: date
    end: date

    def days(self) -> list[date]:
        """Return its work dates in order."""
        if self.start == self.end:
            return [self.start]
        return [self.start + n * DAY for n in range((self.end - self.start).days + 1)]


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weekdays that weeks start on, when that has been changed."""

    first: int  #: ISO weekday before the first turn
    #: First date of the weeks that start on another ISO weekday, oldest first.
    turns: tuple[tuple[date, int], ...] = ()

    def of(self, day: date) -> Period:
        """Return the week of a date.

        The days between the last whole week and a turn are a short week. Where they hold no Thursday, which
        names a week, they belong to the week before.
        """
        first, turn = self._on(day)
        week = _week(day, first)
        if turn is None:
            return week
        left = _week(turn - DAY, first)
        if left.end >= turn and thursday_of(left) >= turn:
            before = _week(left.start - DAY, first)
            if day >= before.start:
                return Period(before.start, turn - DAY)
        return Period(week.start, min(week.end, turn - DAY))

    def starting(self, weekday: int, today: date) -> Self:
        """Return the weeks that start on a weekday from the first such date after this week on.

        A turn that this week ends with has given it its length, so it stays, and one whole week follows.
        """
        free = self.of(today).end + DAY
        turns = tuple(one for one in self.turns if one[0] <= free)
        if Weeks(self.first, turns).on(free) == weekday:
            return type(self)(self.first, turns)
        if turns and turns[-1][0] == free:
            free = _week(free, turns[-1][1]).end + DAY
        turn = free + timedelta(days=(weekday - free.isoweekday()) % 7)
        return type(self)(self.first, (*turns, (turn, weekday)))

    def on(self, day: date) -> int:
        """Return the ISO weekday that weeks start on at a date."""
        return self._on(day)[0]

    def latest(self) -> int:
        """Return the ISO weekday chosen last."""
        return self.turns[-1][1] if self.turns else self.first

    def _on(self, day: date) -> tuple[int, date | None]:
        first = self.first
        for turn, weekday in self.turns:
            if turn > day:
                return first, turn
            first = weekday
        return first, None


#: An ISO weekday, or several one after the other.
WeekStart = int | Weeks


def first_weekday(week_start: WeekStart) -> int:
    """Return the ISO weekday weeks started on at first; how often a plan comes round is reckoned by it."""
    return week_start.first if isinstance(week_start, Weeks) else week_start


def _week(day: date, first: int) -> Period:
    start = day - timedelta(days=(day.isoweekday() - first) % 7)
    return Period(start, start + timedelta(days=6))


def thursday_of(week: Period) -> date:
    """Return the first Thursday from a week's start on: the ISO week it lies in names the week."""
    return week.start + timedelta(days=(_THURSDAY - week.start.isoweekday()) % 7)


# The same for every habit, and years of them are asked for one habit after the other.
@lru_cache(maxsize=4096)
def one_day(day: date) -> Period:
    """Return a work date as a period."""
    return Period(day, day)


def period_of(per: Per, day: date, week_start: WeekStart = MONDAY) -> Period:
    """Return the period a work date lies in. `week_start` is the ISO weekday weeks start on."""
    if per is Per.DAY:
        return one_day(day)
    if per is Per.WEEK:
        return week_start.of(day) if isinstance(week_start, Weeks) else _week(day, week_start)
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def period_name(per: Per, period: Period) -> str:
    """Return "2026-11-23", "2026-W48" or "2026-11".

    A week is named after the ISO week whose Thursday it holds, whatever day it starts on.
    """
    if per is Per.DAY:
        return period.start.isoformat()
    if per is Per.WEEK:
        year, week, _ = thursday_of(period).isocalendar()
        return f"{year:04d}-W{week:02d}"
    return f"{period.start:%Y-%m}"
