"""Habits that follow other habits: when those were done, and whether they run in a circle."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.core.entry import Entry, EntryKind
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.ledger import live
from habitcoach.core.trigger import After, Trigger


@dataclass(frozen=True, slots=True)
class DoneTime:
    """One time that a habit was done."""

    number: int  #: its place in the work date's log, counted from 1; an undo leaves the others theirs
    at: datetime  #: UTC


#: Returns when a habit was done on a work date.
DoneTimes = Callable[[HabitId, date], Sequence[DoneTime]]


def never_done(_habit_id: HabitId, _day: date) -> Sequence[DoneTime]:
    """Know of no habit that was done."""
    return ()


def done_times(entries: Iterable[Entry]) -> dict[date, list[DoneTime]]:
    """Return when a habit was done on its work dates, from its entries in the order they were written."""
    every = sorted(entries, key=lambda one: one.id)
    counted = {one.id for one in live(every)}
    numbers: dict[date, int] = {}
    found: dict[date, list[DoneTime]] = {}
    for entry in every:
        if entry.kind is not EntryKind.DONE:
            continue
        number = numbers[entry.work_date] = numbers.get(entry.work_date, 0) + 1
        if entry.id in counted:
            found.setdefault(entry.work_date, []).append(DoneTime(number, entry.at))
    return found


def follows(habit: Habit, other: HabitId) -> bool:
    """Whether a habit has ever hung on another one, so that its past depends on that one's log."""
    return any(
        isinstance(version.trigger, After) and version.trigger.habit == other for version in habit.versions
    )


def circle(triggers: Mapping[HabitId, Trigger], own: HabitId, followed: HabitId) -> list[HabitId]:
    """Return the habits of the circle closed if `own` followed another one, from it and back to it.

    `triggers` are those of all habits now; the list is empty when there is no circle.
    """
    chain = [own]
    following: HabitId | None = followed
    while following is not None and following not in chain:
        chain.append(following)
        trigger = triggers.get(following)
        following = HabitId(trigger.habit) if isinstance(trigger, After) else None
    return [*chain, own] if following == own else []
