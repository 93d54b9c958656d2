"""Habits from a colleague: taken in as the agent's own, without any log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.core.fields import name_key
from habitcoach.core.habit import Draft, HabitId
from habitcoach.core.trigger import After, Manual
from habitcoach.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class SharedHabit:
    """A habit as it is shared: only what somebody wrote down, nothing of what they did."""

    draft: Draft  #: an `after` trigger names no habit yet
    follows: str = ""  #: the name of the habit it comes after


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of shared habits; names in their order."""

    added: tuple[str, ...]
    there: tuple[str, ...]  #: left out: the agent has a habit of that name


class Sharing:
    """Takes shared habits in."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def take(self, shared: Sequence[SharedHabit], *, dry_run: bool = False) -> Taken:
        """Add shared habits from today on, all of them or none; with `dry_run` only say which."""
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            numbers = {name_key(one.name): one.id for one in agenda.active()}
            fresh = [one for one in shared if name_key(one.draft.name) not in numbers]
            fresh = list({name_key(one.draft.name): one for one in reversed(fresh)}.values())[::-1]
            for one in [] if dry_run else _in_order(fresh, numbers.keys()):
                draft = _placed(one, numbers)
                number = self._store.add_habit(draft, agenda.today, agenda.now)
                numbers[name_key(draft.name)] = number
        if fresh and not dry_run:
            self._announcer.announce(Changed())
        names = [one.draft.name for one in shared]
        added = {one.draft.name for one in fresh}
        there = tuple(dict.fromkeys(name for name in names if name not in added))
        return Taken(tuple(one.draft.name for one in fresh), there)


def _in_order(shared: Sequence[SharedHabit], there: Iterable[str]) -> list[SharedHabit]:
    """Return shared habits so that what others follow comes first; those in a circle come last."""
    names, waiting, found = set(there), list(shared), list[SharedHabit]()
    while waiting:
        ready = [one for one in waiting if not one.follows or name_key(one.follows) in names] or waiting
        found += ready
        names |= {name_key(one.draft.name) for one in ready}
        waiting = [one for one in waiting if one not in ready]
    return found


def _placed(one: SharedHabit, numbers: dict[str, HabitId]) -> Draft:
    """Return a habit that follows what is there; one that would follow nothing has no cue."""
    if not isinstance(one.draft.trigger, After):
        return one.draft
    followed = numbers.get(name_key(one.follows))
    trigger = Manual() if followed is None else replace(one.draft.trigger, habit=followed)
    return replace(one.draft, trigger=trigger)
