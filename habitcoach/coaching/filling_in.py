"""Filling in dates that were worked unseen: what was due on them, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.recording import Log, Recording, Skip
from habitcoach.coaching.standings import Standings
from habitcoach.core.entry import ESTIMATED_OF, ESTIMATES, SkipReason, Source
from habitcoach.core.habit import Category, Habit, HabitId, Version
from habitcoach.core.occasions import Occasion
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact, Manual, Promised
from habitcoach.ports import Clock, Store


class FillKind(StrEnum):
    """How a habit of a date is filled in."""

    TICK = "tick"  #: all its occasions were done
    SHARE = "share"  #: a word of ESTIMATES
    NUMBER = "number"  #: how many times


@dataclass(frozen=True, slots=True)
class FillRow:
    """One habit that was due on a date and has nothing logged."""

    habit_id: HabitId
    habit: str
    category: Category
    kind: FillKind
    times: int  #: occasions of a tick; what a number begins with


@dataclass(frozen=True, slots=True)
class FillDay:
    """One date with what was due on it."""

    day: date
    rows: tuple[FillRow, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of one habit on one date: done, or no occasion for it."""

    habit_id: HabitId
    day: date
    skipped: bool = False
    times: int = 0  #: for `NUMBER`
    share: str = ""  #: a word of ESTIMATES, for `SHARE`


class FillingIn:
    """Reads what is open on dates, and records what the agent says of them."""

    def __init__(self, store: Store, clock: Clock, standings: Standings, recording: Recording) -> None:
        self._store = store
        self._clock = clock
        self._standings = standings
        self._recording = recording

    def days(self, dates: Iterable[date]) -> tuple[FillDay, ...]:
        """Return the dates on which something is still open, in their order."""
        agenda = read_agenda(self._store, self._clock)
        found = (FillDay(day, tuple(self._rows(agenda, day))) for day in sorted(dates))
        return tuple(one for one in found if one.rows)

    def _rows(self, agenda: Agenda, day: date) -> Iterable[FillRow]:
        for habit in agenda.active():
            version = habit.version_on(day)
            if version is None or not self._is_open(agenda, habit, version, day):
                continue
            times = len(agenda.occasions(habit, day))
            kind = _kind(version)
            if kind is FillKind.NUMBER and version.target.goal != "all":
                times = int(version.target.goal)
            yield FillRow(habit.id, habit.name, habit.category, kind, max(1, times))

    def _is_open(self, agenda: Agenda, habit: Habit, version: Version, day: date) -> bool:
        if isinstance(version.trigger, Manual | Promised) or agenda.setting.paused(habit, day):
            return False
        log = self._standings.of(agenda, habit).day(day)
        if log.logged or log.day_skipped or log.day_closed:
            return False
        met = isinstance(version.trigger, Contact) and agenda.calendar.shift_on(day) is not None
        return met or bool(agenda.occasions(habit, day))

    def save(self, filled: Filled) -> int:
        """Record what became of one habit on one date; return how many lines of the log that took.

        Raises what `Recording.done` and `Recording.skip` raise.
        """
        agenda = read_agenda(self._store, self._clock)
        at = _within(agenda, filled.day)
        if filled.skipped:
            skip = Skip(filled.habit_id, SkipReason.NO_OCCASION, Source.WINDOW, whole_day=True, at=at)
            self._recording.skip(skip)
            return 1
        logs = self._logs(agenda, filled, at)
        with self._store.writing():
            for log in logs:
                self._recording.done(log)
        return len(logs)

    def _logs(self, agenda: Agenda, filled: Filled, at: datetime) -> Sequence[Log]:
        habit_id = filled.habit_id
        if filled.share:
            hits = ESTIMATES[filled.share]
            return [Log(habit_id, Source.ESTIMATE, count=hits, of=ESTIMATED_OF, at=at)]
        if filled.times:
            return [Log(habit_id, Source.WINDOW, count=filled.times, at=at)]
        occasions: Sequence[Occasion] = agenda.occasions(agenda.existing(habit_id), filled.day)
        logs = [Log(habit_id, Source.WINDOW, slot=one.slot, at=min(one.due, agenda.now)) for one in occasions]
        return logs or [Log(habit_id, Source.WINDOW, at=at)]


def _kind(version: Version) -> FillKind:
    if version.target.kind is TargetKind.RATE and isinstance(version.trigger, Contact):
        return FillKind.SHARE
    return FillKind.NUMBER if version.target.kind is TargetKind.COUNT else FillKind.TICK


def _within(agenda: Agenda, day: date) -> datetime:
    """Return an instant that belongs to a work date: the middle of its shift."""
    shift = agenda.calendar.meant_for(day)
    return agenda.now if shift is None else min(shift.middle, agenda.now)
