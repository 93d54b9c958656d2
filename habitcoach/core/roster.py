"""Rosters: the agent's shift pattern."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

#: Monday of a week long past, so that a weekly roster begins on Mondays.
_A_MONDAY = date(2001, 1, 1)
_A_DAY = 24 * 60  # in minutes


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """Wall times of a shift. One that ends at or before its start ends on the next civil date."""

    start: time
    end: time
    breaks: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A cycle of days with named shifts, from one work date on."""

    from_date: date
    cycle_start: date  #: the date of `days[0]` in one of the cycles
    shifts: Mapping[str, ShiftPattern] = field(hash=False)
    days: tuple[str | None, ...] = field(default=())  #: the shift's name per day of the cycle, None off duty

    def named(self, day: date) -> str | None:
        """Return the name of the shift planned for a date, None when it is off."""
        return self.days[(day - self.cycle_start).days % len(self.days)]


#: What holds until the agent says otherwise: Monday to Friday, 09:00 to 17:00. Its shift has no name.
DEFAULT_ROSTER = Roster(
    from_date=date.min,
    cycle_start=_A_MONDAY,
    shifts={"": ShiftPattern(time(9), time(17))},
    days=("", "", "", "", "", None, None),
)


def roster_on(rosters: Sequence[Roster], day: date) -> Roster:
    """Return the roster in force on a date; the default one before the agent's first."""
    found = DEFAULT_ROSTER
    for roster in sorted(rosters, key=lambda one: one.from_date):
        if roster.from_date <= day:
            found = roster
    return found


def spans_midnight(pattern: ShiftPattern) -> bool:
    """Whether the shift ends on the civil date after its start."""
    return pattern.end <= pattern.start


def on_or_after_start(pattern: ShiftPattern, day: date, wall: time) -> date:
    """Return the civil date on which a wall time of this shift falls."""
    return day + timedelta(days=1) if spans_midnight(pattern) and wall < pattern.start else day


def minutes_into(pattern: ShiftPattern, wall: time) -> int:
    """Return the minutes from the start of a shift to a wall time, over midnight if need be."""
    apart = (wall.hour - pattern.start.hour) * 60 + wall.minute - pattern.start.minute
    return apart % _A_DAY


def length_of(pattern: ShiftPattern) -> int:
    """Return the length of a shift in minutes by the clock; one that ends as it begins lasts a day."""
    return minutes_into(pattern, pattern.end) or _A_DAY


def with_hours(pattern: ShiftPattern, start: time, end: time) -> ShiftPattern:
    """Return a shift at other hours, with those of its breaks that still lie within."""
    moved = ShiftPattern(start, end)
    kept = (
        (begins, ends)
        for begins, ends in pattern.breaks
        if minutes_into(moved, begins) < minutes_into(moved, ends) <= length_of(moved)
    )
    return replace(moved, breaks=tuple(kept))
