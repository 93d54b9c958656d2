"""What a planner's file would change in the agent's duty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import lcm

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.duty import DutyChange
from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedDay, ImportedRoster
from habitcoach.core.roster import Roster, roster_on
from habitcoach.core.wall import DAY

#: Setting: the last date an imported pattern was read from. Up to it, a later file leaves the pattern alone.
IMPORTED_TO = "roster_imported_to"


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What was understood of a file, and what it takes to live by it."""

    understood: ImportedRoster
    cycle: Roster | None  #: the pattern in which its shifts repeat; None when they do not
    exceptions: tuple[ImportedDay, ...]  #: dates from today on that differ from the pattern
    past: int  #: dates of the file that have passed and stay as they are
    rosters: tuple[Roster, ...]  #: to be stored
    changes: tuple[DutyChange, ...]  #: to be stored
    dropped: tuple[date, ...]  #: dates that get their roster's shift back
    replaced: tuple[date, ...]  #: dates changed before, by hand or by another file, that follow this one now

    @property
    def changes_nothing(self) -> bool:
        """Whether the agent's duty is what the file says already."""
        return not (self.rosters or self.changes or self.dropped)


def plan_import(
    found: ImportedRoster,
    agenda: Agenda,
    rosters: Sequence[Roster],
    changes: Sequence[DutyChange],
    imported_to: date,
) -> RosterImport:
    """Work out what a file changes: dates from today on that it covers, and with a pattern what follows.

    After its last date, an earlier file that reached further, up to `imported_to`, has its pattern back.
    Raises InputError `roster_is_past` when no date of the file lies ahead.
    """
    ahead = [day for day in found.days if day.work_date >= agenda.today]
    if not ahead:
        raise InputError("calendar", "roster_is_past", day=found.days[-1].work_date)
    stored = {one.work_date: one for one in changes}
    cycle = found.repeating(agenda.today) if found.last >= agenda.today else None
    if cycle is None:
        wanted = {day.work_date: _change(day) for day in ahead}
        exceptions: list[ImportedDay] = []
        put: list[Roster] = []
    else:
        exceptions = [day for day in ahead if not _follows(day, cycle)]
        wanted = {day.work_date: _change(day) for day in exceptions}
        put = _rosters(cycle, found.last, rosters, imported_to)
    put_days = [one for one in wanted.values() if not _stands(stored.get(one.work_date), one)]
    dropped = [day.work_date for day in ahead if day.work_date in stored and day.work_date not in wanted]
    replaced = [*dropped, *(one.work_date for one in put_days if one.work_date in stored)]
    return RosterImport(
        understood=found,
        cycle=cycle,
        exceptions=tuple(exceptions),
        past=len(found.days) - len(ahead),
        rosters=tuple(put),
        changes=tuple(put_days),
        dropped=tuple(dropped),
        replaced=tuple(sorted(replaced)),
    )


def _change(day: ImportedDay) -> DutyChange:
    return DutyChange(day.work_date, day.name, day.pattern, day.reason)


def _stands(stored: DutyChange | None, wanted: DutyChange) -> bool:
    return stored is not None and (stored.name, stored.pattern, stored.reason) == (
        wanted.name,
        wanted.pattern,
        wanted.reason,
    )


def _follows(day: ImportedDay, cycle: Roster) -> bool:
    """Whether the pattern has the hours and breaks of this date; its name for them is the pattern's."""
    name = cycle.named(day.work_date)
    planned = None if name is None else cycle.shifts[name]
    return day.work_date >= cycle.from_date and planned == day.pattern


def _rosters(cycle: Roster, last: date, stored: Sequence[Roster], imported_to: date) -> list[Roster]:
    """Return the rosters to store so that the pattern holds on every date the file covers."""
    begins = [cycle.from_date, *(one.from_date for one in stored if cycle.from_date < one.from_date <= last)]
    wanted = [replace(cycle, from_date=day) for day in begins]
    after = replace(roster_on(stored, last + DAY), from_date=last + DAY)
    put = [one for one in wanted if not _same(one, roster_on(stored, one.from_date))]
    kept = any(one.from_date == after.from_date for one in stored)
    if imported_to > last and not kept and not _same(after, cycle):
        put.append(after)
    return put


def _same(one: Roster, other: Roster) -> bool:
    """Whether two rosters have the same shifts from the date of the first one on."""
    days = [one.from_date + number * DAY for number in range(lcm(len(one.days), len(other.days)))]
    return all(one.named(day) == other.named(day) for day in days) and all(
        one.shifts[name] == other.shifts[name] for name in set(one.days) if name is not None
    )
