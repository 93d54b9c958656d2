"""“Today I'm on …”: what today's shift can be, choosing one of them, and taking the choice back."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.core.duty import DutyChange
from habitcoach.core.errors import InputError
from habitcoach.core.roster import ShiftPattern, with_hours
from habitcoach.ports import Clock, Store


class WishKind(StrEnum):
    """What the agent says about today."""

    NAMED = "named"  #: one of the roster's shifts
    HOURS = "hours"  #: other hours, overtime among them
    OFF = "off"
    ROSTER = "roster"  #: as the roster says


@dataclass(frozen=True, slots=True)
class ShiftWish:
    """What today is to be. `start` and `end` are wall times and belong to `HOURS` alone."""

    kind: WishKind
    name: str = ""  #: of a shift of the roster
    start: time | None = None
    end: time | None = None


OFF = ShiftWish(WishKind.OFF)
AS_PLANNED = ShiftWish(WishKind.ROSTER)


@dataclass(frozen=True, slots=True)
class NamedShift:
    """A shift as it is chosen: its name, "" where it has none, and its wall times."""

    name: str
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class ShiftChoices:
    """What today is, and what it can be."""

    day: date
    current: NamedShift | None  #: None off duty
    planned: NamedShift | None  #: what the roster says, None off duty
    shifts: tuple[NamedShift, ...]  #: those of the roster, by their start
    moved: bool  #: today is something else than the roster says


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that was made, with what it takes to undo it."""

    day: date
    now: NamedShift | None  #: what the day is from now on
    before: DutyChange | None


def shift_choices(agenda: Agenda) -> ShiftChoices:
    """Return what the work date that runs can be."""
    day = agenda.today
    roster = agenda.calendar.roster_on(day)
    shifts = [named(name, pattern) for name, pattern in roster.shifts.items()]
    name = roster.named(day)
    planned = None if name is None else named(name, roster.shifts[name])
    current = _current(agenda, day)
    in_order = tuple(sorted(shifts, key=lambda one: (one.start, one.end, one.name)))
    return ShiftChoices(day, current, planned, in_order, moved=current != planned)


class ShiftChoosing:
    """Takes what the agent says about today."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def choices(self) -> ShiftChoices:
        """Return what today can be."""
        return shift_choices(read_agenda(self._store, self._clock))

    def choose(self, wish: ShiftWish) -> Chosen:
        """Make today what the agent says.

        Raises InputError `not_a_shift` for a name that the roster does not have, and `empty_shift`.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            day = agenda.today
            before = agenda.calendar.duty.on(day)
            if wish.kind is WishKind.ROSTER:
                self._store.drop_duty(day)
            else:
                self._store.put_duty(_change(agenda, wish))
        self._announcer.announce(Changed())
        return Chosen(day, _current(read_agenda(self._store, self._clock), day), before)

    def take_back(self, chosen: Chosen) -> None:
        """Make the day what it was before a choice."""
        if chosen.before is None or not chosen.before.settled:
            self._store.drop_duty(chosen.day)
        else:
            self._store.put_duty(chosen.before)
        self._announcer.announce(Changed())


def _current(agenda: Agenda, day: date) -> NamedShift | None:
    name, pattern = agenda.calendar.plan_on(day)
    return None if pattern is None else named(name, pattern)


def _change(agenda: Agenda, wish: ShiftWish) -> DutyChange:
    day = agenda.today
    roster = agenda.calendar.roster_on(day)
    if wish.kind is WishKind.OFF:
        return DutyChange(day, "", None)
    if wish.kind is WishKind.NAMED:
        if wish.name not in roster.shifts:
            raise InputError("shift", "not_a_shift", known=", ".join(name for name in roster.shifts if name))
        return DutyChange(day, wish.name, roster.shifts[wish.name])
    if wish.start is None or wish.end is None or wish.start == wish.end:
        raise InputError("shift", "empty_shift")
    name, pattern = agenda.calendar.plan_on(day)
    hours = ShiftPattern(wish.start, wish.end) if pattern is None else pattern
    return DutyChange(day, name, with_hours(hours, wish.start, wish.end))


def named(name: str, pattern: ShiftPattern) -> NamedShift:
    """Return a shift of a roster as it is chosen."""
    return NamedShift(name, pattern.start, pattern.end)
