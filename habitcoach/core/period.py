"""Periods: the work days, weeks and months that targets are judged over."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

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
        return [self.start + n * DAY for n in range((self.end - self.start).days + 1)]


def period_of(per: Per, day: date, week_start: int = MONDAY) -> Period:
    """Return the period a work date lies in. `week_start` is the ISO weekday weeks start on."""
    if per is Per.DAY:
        return Period(day, day)
    if per is Per.WEEK:
        start = day - timedelta(days=(day.isoweekday() - week_start) % 7)
        return Period(start, start + timedelta(days=6))
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def period_name(per: Per, period: Period) -> str:
    """Return "2026-11-23", "2026-W48" or "2026-11".

    A week is named after the ISO week whose Thursday it holds, whatever day it starts on.
    """
    if per is Per.DAY:
        return period.start.isoformat()
    if per is Per.WEEK:
        thursday = period.start + timedelta(days=(_THURSDAY - period.start.isoweekday()) % 7)
        year, week, _ = thursday.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return f"{period.start:%Y-%m}"
