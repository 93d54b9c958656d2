"""The log folded per work date: what counts once undos are taken out. The order of entries never matters."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habitcoach.core.entry import Entry, EntryKind, Source

#: Most days have one kind of slots only, and ten years of them are held at once.
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class DayLog:
    """The live entries of one habit on one work date."""

    done_slots: frozenset[str] = _NONE
    skipped_slots: frozenset[str] = _NONE  #: with a neutral reason
    held_slots: frozenset[str] = _NONE  #: of those, skipped by the app alone
    closed_slots: frozenset[str] = _NONE  #: "did not get to it"
    loose: int = 0  #: done without a slot
    times: int = 0  #: counts of all done entries
    hits: int = 0
    of: int = 0
    day_skipped: bool = False  #: all of the day that was left, with a neutral reason
    day_closed: bool = False
    estimated: bool = False  #: hits and opportunities were guessed at the end of the shift

    @property
    def logged(self) -> bool:
        """Whether the agent did something, rather than only skipping."""
        return self.times > 0 or self.of > 0

    def answered(self, slot: str) -> bool:
        """Whether the agent has answered an occasion, so that it needs no cue any more."""
        return slot in self.answered_slots or self.day_skipped or self.day_closed

    @property
    def answered_slots(self) -> frozenset[str]:
        """The slots the agent has answered one by one."""
        return self.done_slots | (self.skipped_slots - self.held_slots) | self.closed_slots


NOTHING = DayLog()


def live(entries: Iterable[Entry]) -> list[Entry]:
    """Return done, opportunity and skip entries that no undo has taken back."""
    every = list(entries)
    undone = {entry.undoes for entry in every if entry.kind is EntryKind.UNDO}
    return [entry for entry in every if entry.kind is not EntryKind.UNDO and entry.id not in undone]


def by_date(entries: Iterable[Entry]) -> dict[date, DayLog]:
    """Fold the entries of one habit into its days."""
    days: defaultdict[date, DayLog] = defaultdict(DayLog)
    held = []
    guessed: dict[date, Entry] = {}
    for entry in live(entries):
        if entry.source is Source.ESTIMATE:
            earlier = guessed.setdefault(entry.work_date, entry)
            guessed[entry.work_date] = max(earlier, entry, key=lambda one: one.id)
        elif entry.reason is not None and entry.reason.by_app:
            held.append(entry)
        else:
            _add(days[entry.work_date], entry)
    for day, entry in guessed.items():
        if not days[day].logged:  # counted clicks win
            _add(days[day], entry)
            days[day].estimated = True
    for entry in held:
        _add_held(days[entry.work_date], entry)
    return dict(days)


def _add(day: DayLog, entry: Entry) -> None:
    if entry.kind is EntryKind.SKIP:
        neutral = entry.reason is not None and entry.reason.neutral
        if entry.slot is not None and neutral:
            day.skipped_slots |= {entry.slot}
        elif entry.slot is not None:
            day.closed_slots |= {entry.slot}
        elif neutral:
            day.day_skipped = True
        else:
            day.day_closed = True
        return
    day.hits += entry.count
    day.of += entry.count if entry.of is None else entry.of
    if entry.kind is EntryKind.DONE:
        day.times += entry.count
        if entry.slot is None:
            day.loose += entry.count
        else:
            day.done_slots |= {entry.slot}


def _add_held(day: DayLog, entry: Entry) -> None:
    """Add a skip by the app after all answers of the agent, which replace it."""
    if entry.slot is not None and entry.slot not in day.answered_slots:
        day.skipped_slots |= {entry.slot}
        day.held_slots |= {entry.slot}
