"""What a planner's file says of the agent's shifts, and the pattern behind it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.core.fields import MAX_NAME
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.shift_cycle import UNKNOWN, find_cycle
from habitcoach.core.wall import DAY

#: A shift as a file calls it: its name and its times.
Named = tuple[str, ShiftPattern]


@dataclass(frozen=True, slots=True)
class ImportedDay:
    """One work date of the file."""

    work_date: date
    name: str = ""  #: the shift's name; "" when it has none
    pattern: ShiftPattern | None = None  #: None is a day off
    reason: str = ""  #: what the file calls an absence; a day off without one is part of the pattern


@dataclass(frozen=True, slots=True)
class ImportedRoster:
    """The shifts of a file. It covers the dates in `days` and no others."""

    days: tuple[ImportedDay, ...]  #: in the order of their dates, no date twice
    first: date  #: every date from the first shift …
    last: date  #: … to the last one is covered; single days off may lie outside
    left_out: int = 0  #: entries that could not be read, or are no shifts of under a day

    @property
    def shifts(self) -> list[ImportedDay]:
        """The dates with a shift."""
        return [day for day in self.days if day.pattern is not None]

    def kinds(self) -> Sequence[tuple[str, ShiftPattern, int]]:
        """Return each name with its times, breaks aside, and how often it comes, the most frequent first."""
        found = Counter(
            (day.name, ShiftPattern(day.pattern.start, day.pattern.end))
            for day in self.days
            if day.pattern is not None
        )
        return [(name, pattern, count) for (name, pattern), count in found.most_common()]

    def repeating(self, today: date) -> Roster | None:
        """Return the cycle in which the shifts repeat, in force from today or the first date ahead.

        What lies ahead is looked at first, since the past may know another pattern; then the whole span.
        None when the shifts do not repeat.
        """
        span = [day for day in self.days if self.first <= day.work_date <= self.last]
        ahead = [day for day in span if day.work_date >= today]
        for exceptions in (False, True):
            for days in (ahead, span):
                length = find_cycle([_key(day) for day in days], exceptions=exceptions)
                if length is not None:
                    return _roster(days, length, max(today, self.first))
        return None


def _key(day: ImportedDay) -> object:
    """Return what repeats: the hours. Breaks and names may differ from day to day."""
    if day.pattern is None:
        return UNKNOWN if day.reason else None
    return (day.pattern.start, day.pattern.end)


def _roster(days: Sequence[ImportedDay], length: int, from_date: date) -> Roster:
    """Return the roster of a cycle that begins with the first of these days."""
    phases = [_usual(days[phase::length]) for phase in range(length)]
    names = distinct_names([one for one in phases if one is not None])
    return Roster(
        from_date,
        days[0].work_date,
        {name: pattern for (_, pattern), name in names.items()},
        tuple(None if one is None else names[one] for one in phases),
    )


def _usual(days: Sequence[ImportedDay]) -> Named | None:
    """Return what most days of one place in the cycle have; of equals the latest."""
    hours = Counter(_key(day) for day in reversed(days) if _key(day) is not UNKNOWN)
    usual = hours.most_common(1)[0][0]
    found = Counter(
        (day.name, day.pattern) for day in reversed(days) if day.pattern is not None and _key(day) == usual
    )
    return found.most_common(1)[0][0] if found else None


def distinct_names(shifts: Sequence[Named]) -> Mapping[Named, str]:
    """Return a name of its own for each of these shifts: the most frequent keeps its plain one.

    Others of that name have their start appended, then a number.
    """
    taken: dict[str, Named] = {}
    for one, _ in Counter(shifts).most_common():
        name, pattern = one
        endings = ["", f" {pattern.start:%H:%M}", *(f" {number}" for number in range(2, len(shifts) + 2))]
        tries = ((name[: MAX_NAME - len(ending)] + ending).strip() for ending in endings)
        taken[next(wish for wish in tries if wish not in taken)] = one
    return {one: name for name, one in taken.items()}


def covered(first: date, last: date) -> list[date]:
    """Return every date from the first to the last, both included."""
    return [first + number * DAY for number in range((last - first).days + 1)]
