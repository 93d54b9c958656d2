"""Better slots for a habit's cue, from when the agent really does it. Algorithms.md, section 10."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from statistics import median

from habitcoach.core.habit import HabitId
from habitcoach.core.reviewing import Slots
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
)

#: Logs so many minutes apart, at most, are from one moment of the shift.
WINDOW = 30
#: A moment is proposed from so many logs on, which are this share of all.
LEAST_LOGS = 3
LEAST_SHARE = 0.4
#: A moment so near to start, end or break is told by it; any other by the clock.
NEAR = 60
#: A log so many minutes after that of another habit follows it.
FOLLOWS_WITHIN = 20
MOST = 4
_ROUND_TO = 5
_HOUR = 60


class CueReason(StrEnum):
    """Why a slot may serve better. In brackets: its parameters."""

    LOGGED_AROUND = "logged_around"  #: most logs are from then (n, of, clock as "10:40")
    AFTER_HABIT = "after_habit"  #: it mostly follows another habit (n, of, habit)
    BEST_SLOT = "best_slot"  #: of its own slots this one is done most (place, n, of)
    FIXED_MOMENT = "fixed_moment"  #: a moment that every shift has


@dataclass(frozen=True, slots=True)
class CueProposal:
    """A trigger to change to; its words are `texts.cue_proposals.when_words(trigger)`."""

    trigger: Trigger
    reason: CueReason
    params: Mapping[str, int | str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class LoggedAt:
    """One log and where in its shift it lies, in minutes."""

    clock: int  #: since midnight, by the wall
    from_start: int
    to_end: int
    after_break: tuple[int, int] | None = None  #: which break, and how long after it; None before the first


@dataclass(frozen=True, slots=True)
class Followed:
    """Another habit, and how many of the logs came soon after its own."""

    habit_id: HabitId
    habit: str
    logs: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """What proposals rest on."""

    trigger: Trigger  #: as it is
    logged: Sequence[LoggedAt] = ()
    followed: Sequence[Followed] = ()  #: only those that may be followed
    slots: Slots = field(default_factory=Slots)
    breaks: bool = False  #: shifts have one


def better_cues(grounds: Grounds) -> tuple[CueProposal, ...]:
    """Return triggers to change to, best first; none for what is met in every contact."""
    if isinstance(grounds.trigger, Contact | Promised):
        return ()
    found: dict[Trigger, CueProposal] = {}
    for one in _all(grounds):
        if one.trigger != grounds.trigger:
            found.setdefault(one.trigger, one)
    return tuple(found.values())[:MOST]


def _all(grounds: Grounds) -> Iterator[CueProposal]:
    if isinstance(grounds.trigger, OncePer):
        yield from _other_edges(grounds.trigger)
        return
    yield from _around_logs(grounds)
    yield from _after_habits(grounds)
    yield from _best_slot(grounds)
    yield from _fixed(grounds)


def _around_logs(grounds: Grounds) -> Iterator[CueProposal]:
    """Propose the moment from which most logs are, told by the shift or, if that is denser, by the clock."""
    by_shift = _densest(grounds.logged, [one.from_start for one in grounds.logged])
    by_clock = _densest(grounds.logged, [one.clock for one in grounds.logged])
    of_clock = len(by_clock) > len(by_shift)
    logs = by_clock if of_clock else by_shift
    of = len(grounds.logged)
    if len(logs) < LEAST_LOGS or len(logs) < LEAST_SHARE * of:
        return
    clock = _round(median(one.clock for one in logs))
    told = time(clock // _HOUR % 24, clock % _HOUR)
    params: dict[str, int | str] = {"n": len(logs), "of": of, "clock": f"{told:%H:%M}"}
    trigger = (None if of_clock else _by_shift(logs)) or _at(grounds.trigger, told)
    yield CueProposal(trigger, CueReason.LOGGED_AROUND, params)


def _densest(logged: Sequence[LoggedAt], minutes: Sequence[int]) -> list[LoggedAt]:
    """Return the logs of the half hour that has most of them, of equal ones the first."""
    best: list[LoggedAt] = []
    for first in sorted(minutes):
        near = [one for one, minute in zip(logged, minutes, strict=True) if first <= minute <= first + WINDOW]
        if len(near) > len(best):
            best = near
    return best


def _by_shift(logs: Sequence[LoggedAt]) -> AroundShift | None:
    """Return a moment of the shift near which logs lie; None where start, end and breaks are far."""
    from_start = _round(median(one.from_start for one in logs))
    to_end = _round(median(one.to_end for one in logs))
    after = [one.after_break for one in logs if one.after_break is not None]
    if from_start <= NEAR:
        return AroundShift(ShiftAnchor.START, from_start)
    if 0 <= to_end <= NEAR:
        return AroundShift(ShiftAnchor.END, -to_end)
    if len(after) == len(logs) and len({nth for nth, _ in after}) == 1:
        minutes = _round(median(minutes for _, minutes in after))
        if minutes <= NEAR:
            return AroundShift(ShiftAnchor.AFTER_BREAK, minutes, after[0][0])
    return None


def _at(trigger: Trigger, told: time) -> At:
    """Return a cue at a wall time, on the days that the habit has cues on now."""
    if isinstance(trigger, At):
        return At((told,), trigger.weekdays, trigger.anyway, trigger.weeks, trigger.monthly)
    return At((told,))


def _after_habits(grounds: Grounds) -> Iterator[CueProposal]:
    of = len(grounds.logged)
    for one in sorted(grounds.followed, key=lambda each: -each.logs):
        if one.logs >= LEAST_LOGS and one.logs >= LEAST_SHARE * of:
            params: dict[str, int | str] = {"n": one.logs, "of": of, "habit": one.habit}
            yield CueProposal(After(one.habit_id), CueReason.AFTER_HABIT, params)


def _best_slot(grounds: Grounds) -> Iterator[CueProposal]:
    best, trigger = grounds.slots.best, grounds.trigger
    if best is None or not isinstance(trigger, At):
        return
    for told in trigger.times:
        if f"{told:%H:%M}" == best.place:
            params: dict[str, int | str] = {"place": best.place, "n": best.done, "of": best.due}
            yield CueProposal(_at(trigger, told), CueReason.BEST_SLOT, params)


def _fixed(grounds: Grounds) -> Iterable[CueProposal]:
    moments = [AroundShift(ShiftAnchor.START), AroundShift(ShiftAnchor.END, -20)]
    if grounds.breaks:
        moments.insert(0, AroundShift(ShiftAnchor.AFTER_BREAK, nth=1))
    now = grounds.trigger.anchor if isinstance(grounds.trigger, AroundShift) else None
    return [CueProposal(one, CueReason.FIXED_MOMENT) for one in moments if one.anchor is not now]


def _other_edges(trigger: OncePer) -> Iterable[CueProposal]:
    offsets = {Edge.START: 0, Edge.END: -20}
    return [
        CueProposal(OncePer(trigger.per, which, edge, offsets[edge]), CueReason.FIXED_MOMENT)
        for which in Which
        for edge in Edge
        if (which, edge) != (trigger.which, trigger.edge)
    ]


def _round(minutes: float) -> int:
    return round(minutes / _ROUND_TO) * _ROUND_TO
