"""A roster as the weeks an agent clicks through."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import lcm

from habitcoach.core.period import MONDAY
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.wall import DAY

WEEK_DAYS = 7
#: Longer patterns are shown by their planner alone.
MOST_WEEKS = 12

#: The shift's name per day of a week, None off duty.
Week = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class WeekPattern:
    """Whole weeks of named shifts that come round again and again."""

    shifts: Mapping[str, ShiftPattern] = field(hash=False)  #: what a day can have; some may be on no day
    weeks: tuple[Week, ...]  #: at least one, each of seven days
    week_start: int = MONDAY  #: ISO weekday of every week's first day
    this_week: int = 0  #: which of the weeks the present one is, from 0

    def with_day(self, week: int, day: int, name: str | None) -> "WeekPattern":
        """Return the pattern with another shift, or None for off, on one day; both count from 0."""
        row = self.weeks[week]
        return self._with(week, (*row[:day], name, *row[day + 1 :]))

    def with_week(self) -> "WeekPattern":
        """Return the pattern with one week more: the last one again."""
        return replace(self, weeks=(*self.weeks, self.weeks[-1]))

    def without_last(self) -> "WeekPattern":
        """Return the pattern without its last week; the only one stays."""
        weeks = self.weeks[:-1] or self.weeks
        return replace(self, weeks=weeks, this_week=min(self.this_week, len(weeks) - 1))

    def beginning(self, this_week: int) -> "WeekPattern":
        """Return the pattern with another one of its weeks as the present one."""
        return replace(self, this_week=this_week)

    def roster(self, today: date) -> Roster:
        """Return the roster that holds from today on."""
        start = week_begin(today, self.week_start) - timedelta(weeks=self.this_week)
        days = tuple(name for week in self.weeks for name in week)
        return Roster(today, start, self.shifts, days)

    def _with(self, week: int, row: Week) -> "WeekPattern":
        return replace(self, weeks=(*self.weeks[:week], row, *self.weeks[week + 1 :]))


def weeks_of(roster: Roster, today: date, week_start: int = MONDAY) -> WeekPattern | None:
    """Return a roster as whole weeks; None when it takes more than twelve to come round."""
    count = lcm(len(roster.days), WEEK_DAYS) // WEEK_DAYS
    if count > MOST_WEEKS:
        return None
    begin = week_begin(roster.cycle_start, week_start)
    days = [roster.named(begin + number * DAY) for number in range(count * WEEK_DAYS)]
    weeks = tuple(tuple(days[at : at + WEEK_DAYS]) for at in range(0, len(days), WEEK_DAYS))
    passed = (week_begin(today, week_start) - begin).days // WEEK_DAYS
    return WeekPattern(roster.shifts, weeks, week_start, passed % count)


def week_begin(day: date, week_start: int) -> date:
    """Return the first day of the week a date lies in."""
    return day - timedelta(days=(day.isoweekday() - week_start) % WEEK_DAYS)
