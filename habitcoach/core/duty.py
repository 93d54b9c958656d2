"""Duty: what is recorded of single work dates, beside the roster."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo

from habitcoach.core.roster import ShiftPattern
from habitcoach.core.wall import NOON

#: Why a date is off when the agent said so only afterwards; the shift that was not worked stays on record.
ABSENT = "absent"
#: … and of a date on which the agent says to have worked, though nobody saw it.
WORKED = "worked"


@dataclass(frozen=True, slots=True)
class Lived:
    """Where a work date was lived that has passed: no later change of zone or of its rules moves it."""

    zone: tzinfo
    offset: timedelta  #: from UTC at noon of the date, by the rules of then
    ends: datetime  #: the instant from which entries belong to the next date

    def zone_on(self, day: date) -> tzinfo:
        """Return the zone as it was on that date: where its rules have changed since, the offset of then."""
        if offset_at_noon(self.zone, day) == self.offset:
            return self.zone
        return timezone(self.offset)


@dataclass(frozen=True, slots=True)
class DutyChange:
    """What one date has instead of its roster's shift, or had when it passed."""

    work_date: date
    name: str  #: the shift's name; "" when it has none
    pattern: ShiftPattern | None  #: None is a day off
    reason: str = ""
    changed: bool = True  #: the agent said so; False: the app wrote down what the roster said
    lived: Lived | None = None  #: None: the date has not passed, or nobody wrote it down yet
    seen: bool = False  #: the app ran during the shift, or the agent says to have worked

    @property
    def settled(self) -> bool:
        """Whether the shift is this one, whatever the roster says."""
        return self.changed or self.lived is not None

    @property
    def absent(self) -> bool:
        """Whether the agent was off without having said so before."""
        return self.reason == ABSENT and self.pattern is not None


class DutyDates:
    """All that is recorded, by date. Equal only to itself, so that two are told apart at no cost."""

    def __init__(self, changes: Iterable[DutyChange] = ()) -> None:
        self.by_date: dict[date, DutyChange] = {one.work_date: one for one in changes}
        self.seen = frozenset(one.work_date for one in self.by_date.values() if one.seen)
        self.absent = frozenset(one.work_date for one in self.by_date.values() if one.absent)

    def __iter__(self) -> Iterator[DutyChange]:
        """Go through all, in no order."""
        return iter(self.by_date.values())

    def on(self, day: date) -> DutyChange | None:
        """Return what is recorded of a date."""
        return self.by_date.get(day)

    def with_all(self, changes: Iterable[DutyChange]) -> "DutyDates":
        """Return these with others in the places of their dates; where one was lived, and seen, stays."""
        return DutyDates([*self, *map(self._merged, changes)])

    def with_seen(self, days: Iterable[date], *, seen: bool) -> "DutyDates":
        """Return these with dates seen or not."""
        bare = (self.on(day) or DutyChange(day, "", None, changed=False) for day in days)
        return DutyDates([*self, *(replace(one, seen=seen) for one in bare)])

    def without(self, day: date) -> "DutyDates":
        """Return these without what the agent said of a date, which stays seen if it was."""
        found = self.on(day)
        if found is not None and found.seen:
            bare = replace(found, name="", pattern=None, reason="", changed=False, lived=None)
            return DutyDates([*self, bare])
        return DutyDates(one for one in self if one.work_date != day)

    def _merged(self, change: DutyChange) -> DutyChange:
        found = self.on(change.work_date)
        return (
            change if found is None else replace(change, lived=change.lived or found.lived, seen=found.seen)
        )


def offset_at_noon(zone: tzinfo, day: date) -> timedelta:
    """Return how far a zone is from UTC at noon of a date."""
    return datetime.combine(day, NOON, zone).utcoffset() or timedelta()
