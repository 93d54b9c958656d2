"""Habits, calendars and entries in a line each."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import DutyChange
from habitcoach.core.entry import Entry, EntryId, EntryKind, SkipReason, Source
from habitcoach.core.habit import Category, Habit, HabitId, Pause, Plan, Version
from habitcoach.core.judging import Setting
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import At, Manual, Trigger

BERLIN = ZoneInfo("Europe/Berlin")
PLAN = Plan("the phone rings", "smile first", "a sip of water")
#: A Monday.
MONDAY = date(2026, 11, 23)
EARLY = ShiftPattern(time(6), time(14))
DAY = ShiftPattern(time(9), time(17))
NIGHT = ShiftPattern(time(22), time(6))
ONE_CHECK = Target(TargetKind.CHECK, "all")


def wall(text: str) -> time:
    """Return "10:30" as a time."""
    return time.fromisoformat(text)


def at(*times: str, weekdays: Sequence[int] = (1, 2, 3, 4, 5, 6, 7), anyway: bool = False) -> At:
    """Return a trigger at wall times."""
    return At(tuple(wall(one) for one in times), tuple(weekdays), anyway)


def local(day: date, clock: str, zone: ZoneInfo = BERLIN) -> datetime:
    """Return the UTC instant of a wall time."""
    return datetime.combine(day, wall(clock), zone).astimezone(UTC)


def habit(
    trigger: Trigger | None = None,
    target: Target = ONE_CHECK,
    *,
    since: date = MONDAY,
    created: datetime | None = None,
    habit_id: int = 1,
    versions: tuple[Version, ...] | None = None,
) -> Habit:
    """Return a habit with one version, or those given."""
    made = versions or (Version(since, PLAN, Manual() if trigger is None else trigger, target),)
    begun = created or datetime.combine(made[0].from_date, time(0), UTC)
    return Habit(HabitId(habit_id), "Smile", Category.WORDS, 1, begun, made)


def version(since: date, trigger: Trigger, target: Target = ONE_CHECK) -> Version:
    """Return a version with the usual plan."""
    return Version(since, PLAN, trigger, target)


def daily(pattern: ShiftPattern | None = DAY, zone: ZoneInfo = BERLIN) -> Calendar:
    """Return a calendar with the same shift every day."""
    name = None if pattern is None else "Shift"
    shifts = {} if pattern is None else {"Shift": pattern}
    return Calendar(zone, (Roster(date.min, MONDAY, shifts, (name,)),))


def cycle(*patterns: ShiftPattern | None, zone: ZoneInfo = BERLIN) -> Calendar:
    """Return a calendar whose days repeat from the Monday on."""
    shifts = {f"S{n}": one for n, one in enumerate(patterns) if one is not None}
    names = tuple(None if one is None else f"S{n}" for n, one in enumerate(patterns))
    return Calendar(zone, (Roster(date.min, MONDAY, shifts, names),))


def office(*off: date, zone: ZoneInfo = BERLIN) -> Calendar:
    """Return Monday to Friday, 09:00 to 17:00, with some days off."""
    return Calendar(zone, changes=[DutyChange(day, "", None) for day in off])


def setting(calendar: Calendar | None = None, *pauses: Pause, week_start: int = 1) -> Setting:
    """Return what judging and planning need."""
    return Setting(calendar or office(), pauses, week_start)


class Log:
    """Entries made line by line."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def done(
        self,
        day: date,
        slot: str | None = None,
        count: int = 1,
        of: int | None = None,
        source: Source = Source.COMMAND,
    ) -> "Log":
        """Add a done entry, or an opportunity when the count is 0."""
        kind = EntryKind.DONE if count else EntryKind.OPPORTUNITY
        return self._add(kind, day, slot, count=count, of=of, source=source)

    def skip(self, day: date, slot: str | None = None, reason: SkipReason = SkipReason.LEAVE) -> "Log":
        """Add a skip; without a slot, of the whole day."""
        return self._add(EntryKind.SKIP, day, slot, reason=reason)

    def undo(self, number: int) -> "Log":
        """Take back the entry with this number, counted from 1."""
        undone = self.entries[number - 1]
        return self._add(EntryKind.UNDO, undone.work_date, undone.slot, undoes=undone.id)

    def _add(
        self,
        kind: EntryKind,
        day: date,
        slot: str | None,
        *,
        count: int = 1,
        of: int | None = None,
        reason: SkipReason | None = None,
        undoes: EntryId | None = None,
        source: Source = Source.COMMAND,
    ) -> "Log":
        self.entries.append(
            Entry(
                habit_id=HabitId(1),
                work_date=day,
                slot=slot,
                at=datetime.combine(day, time(12), UTC),
                kind=kind,
                source=source,
                count=count,
                of=of,
                reason=reason,
                undoes=undoes,
                id=EntryId(len(self.entries) + 1),
            )
        )
        return self


def dates(first: date, count: int) -> Iterable[date]:
    """Return some dates in a row."""
    return [date.fromordinal(first.toordinal() + n) for n in range(count)]
