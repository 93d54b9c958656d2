"""Days off that the agent has entered, as the stretches they were entered in."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.wall import DAY

#: Stretches that ended so long ago are still listed: they may have been entered wrongly.
STILL_LISTED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Dates in a row that are off for one reason."""

    first: date
    last: date
    reason: str = ""

    @property
    def days(self) -> list[date]:
        """Every date of it."""
        return [self.first + number * DAY for number in range((self.last - self.first).days + 1)]


def days_off(agenda: Agenda) -> tuple[DaysOff, ...]:
    """Return the days off entered by hand or by a planner's file: those ahead, and the latest of the past."""
    since = agenda.today - STILL_LISTED
    entered = [one for one in agenda.calendar.duty if one.changed and one.pattern is None]
    found: list[DaysOff] = []
    for one in sorted(entered, key=lambda one: one.work_date):
        newest = found[-1] if found else None
        if newest is not None and (newest.last + DAY, newest.reason) == (one.work_date, one.reason):
            found[-1] = replace(newest, last=one.work_date)
        else:
            found.append(DaysOff(one.work_date, one.work_date, one.reason))
    return tuple(one for one in found if one.last >= since)
