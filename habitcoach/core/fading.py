"""Fading: how far a habit's cue has been withdrawn, and why. Algorithms.md, section 7."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum
from itertools import islice
from typing import Protocol

from habitcoach.core.consent import Consent


class Stage(IntEnum):
    """How far the cue has been withdrawn."""

    AT_THE_CUE = 0
    CATCH_UP = 1  #: only if not logged by cue + grace
    OCCASIONAL = 2  #: catch-up on every third occasion
    SILENT = 3  #: Today's list only


class Cause(StrEnum):
    """Why a stage changed."""

    STEADY = "steady"  #: kept, consistent, and started without a cue where that is asked
    TWO_MISSES = "two_misses"
    THREE_OF_FIVE = "three_of_five"
    LESS_STEADY = "less_steady"  #: consistency fell well below what the stage asked
    ACCEPTED = "accepted"  #: the agent said yes to a step up that was proposed
    CHOSEN = "chosen"  #: the agent wants every cue, or the habit is one whose cues never fade


@dataclass(frozen=True, slots=True)
class Needs:
    """What the step up from a stage asks."""

    consistency: float
    self_started: float = 0.0
    automaticity: float = 0.0


#: From at the cue to catch-up, to occasional, to silent.
NEEDS = (Needs(0.60), Needs(0.70, 0.60, 0.50), Needs(0.80, 0.80, 0.67))

KEPT_SHARE = 0.80
SLACK = 0.15  #: consistency may fall this far below what a stage asked
LOOK_BACK = 3  #: windows in which starts are looked for where some could not be seen
LATELY = 5  #: due periods in which misses are counted …
MANY_MISSES = 3  #: … that bring every cue back
STAY_AFTER_TWO_DROPS = 14
DROPS_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Pace:
    """Spans in due periods, by how often the habit is planned."""

    window: int  #: W, over which keeping is looked at
    stay: int  #: least periods in a stage before a step up
    observed: int  #: least periods of the stage in which starting was seen


OFTEN = Pace(window=10, stay=7, observed=7)
SELDOM = Pace(window=5, stay=3, observed=5)
_OFTEN_FROM = 3.0


def pace_of(per_week: float) -> Pace:
    """Return the spans for a habit planned so many periods a week."""
    return OFTEN if per_week >= _OFTEN_FROM else SELDOM


class Lived(Protocol):
    """One judged period that was due, as fading sees it."""

    @property
    def kept(self) -> bool:
        """Whether it was kept."""
        ...

    @property
    def missed(self) -> bool:
        """Whether it was missed; what was kept in part is neither."""
        ...

    @property
    def consistency(self) -> float:
        """C, this period included."""
        ...

    @property
    def automaticity(self) -> float | None:
        """Share of an answer of the last 14 days; None without one."""
        ...

    @property
    def self_started(self) -> bool | None:
        """Whether it was done with no prompt shown before; None when that could not be seen."""
        ...


@dataclass(frozen=True, slots=True)
class Grounds:
    """The numbers a step rests on, as they were."""

    consistency: float
    kept: int  #: of the last due periods, at most W
    of: int
    missed: int  #: of the last five due periods
    needs: Needs | None = None  #: what a step up asked; None for a step down
    limit: float | None = None  #: what consistency fell below; None for other steps
    automaticity: float | None = None
    self_started: int = 0  #: of the last periods of the stage in which starting was seen
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One change of stage, or one that is proposed."""

    at: int  #: after which lived period, from 1; 0 before the first
    before: Stage
    after: Stage
    cause: Cause
    grounds: Grounds | None = None  #: None when nothing was lived
    from_date: date | None = None  #: the work date it holds from, where dates are known


@dataclass(frozen=True, slots=True)
class Fading:
    """Where a habit stands after some lived periods."""

    stage: Stage = Stage.AT_THE_CUE
    changes: tuple[Change, ...] = ()
    proposed: Change | None = None  #: a step up the agent is asked about
    since: int = 0  #: lived periods before the stage began
    free_from: int = 0  #: no step up before this period


def live(
    stood: Fading,
    lived: Sequence[Lived],
    pace: Pace,
    consent: Consent = Consent.AUTOMATIC,
    from_date: date | None = None,
) -> Fading:
    """Return where a habit stands after the last of `lived`, having stood at `stood` before it.

    Never up on a miss. `from_date` is when a change would hold from.
    """
    if consent is Consent.NEVER:
        return give_back(stood, lived, from_date)
    change = _down(stood, lived, from_date) if stood.stage else None
    if change is not None:
        return _go(stood, change)
    change = _up(stood, lived, pace, from_date)
    if change is None or consent is Consent.ASK:
        return _proposing(stood, change)
    return _go(stood, change)


def accept(stood: Fading, stage: Stage, lived: Sequence[Lived], from_date: date) -> Fading:
    """Return where a habit stands once the agent says yes to the step up to a stage.

    A stage that is not the next one any more, because a cue came back meanwhile, changes nothing.
    """
    if stage != stood.stage + 1:
        return stood
    grounds = None if stood.proposed is None else stood.proposed.grounds
    return _go(stood, Change(len(lived), stood.stage, stage, Cause.ACCEPTED, grounds, from_date))


def give_back(stood: Fading, lived: Sequence[Lived], from_date: date | None) -> Fading:
    """Return where a habit stands once all its cues are wanted."""
    if not stood.stage:
        return _proposing(stood, None)
    return _go(stood, Change(len(lived), stood.stage, Stage.AT_THE_CUE, Cause.CHOSEN, None, from_date))


def fade(lived: Iterable[Lived], pace: Pace, consent: Consent = Consent.AUTOMATIC) -> Fading:
    """Fold due periods, oldest first, into the stage and the changes that led there."""
    stood, so_far = Fading(), list[Lived]()
    for one in lived:
        so_far.append(one)
        stood = live(stood, so_far, pace, consent)
    return stood


def _proposing(stood: Fading, change: Change | None) -> Fading:
    """Return the same stand with another proposal, or none."""
    if stood.proposed is change:
        return stood
    return Fading(stood.stage, stood.changes, change, stood.since, stood.free_from)


def _down(stood: Fading, lived: Sequence[Lived], from_date: date | None) -> Change | None:
    """Return the step down, if any. One miss changes nothing."""
    last, now = lived[-1], len(lived)
    one_less = Stage(stood.stage - 1)
    limit = NEEDS[one_less].consistency - SLACK
    steady = last.consistency >= limit
    if steady and not last.missed:
        return None
    grounds = _grounds(lived, OFTEN.window)
    if last.missed and grounds.missed >= MANY_MISSES:
        return Change(now, stood.stage, Stage.AT_THE_CUE, Cause.THREE_OF_FIVE, grounds, from_date)
    if last.missed and now > 1 and lived[-2].missed:
        return Change(now, stood.stage, one_less, Cause.TWO_MISSES, grounds, from_date)
    if steady:
        return None
    grounds = replace(grounds, limit=limit)
    return Change(now, stood.stage, one_less, Cause.LESS_STEADY, grounds, from_date)


def _up(stood: Fading, lived: Sequence[Lived], pace: Pace, from_date: date | None) -> Change | None:
    """Return the step up, if any."""
    last, now = lived[-1], len(lived)
    too_soon = now < stood.free_from or now - stood.since < pace.stay
    if last.missed or stood.stage is Stage.SILENT or too_soon:
        return None
    needs = NEEDS[stood.stage]
    answered = not needs.automaticity or (last.automaticity or 0.0) >= needs.automaticity
    if last.consistency < needs.consistency or not answered:
        return None
    grounds = _grounds(lived, pace.window, needs)
    if grounds.kept < KEPT_SHARE * grounds.of:
        return None
    if needs.self_started:
        seen = _seen(stood, lived, pace)
        if len(seen) < pace.observed or sum(seen) < needs.self_started * len(seen):
            return None
        grounds = replace(grounds, self_started=sum(seen), seen=len(seen))
    return Change(now, stood.stage, Stage(stood.stage + 1), Cause.STEADY, grounds, from_date)


def _seen(stood: Fading, lived: Sequence[Lived], pace: Pace) -> list[bool]:
    """Return how the last periods of the stage began, those left out in which it could not be seen.

    Looked up from the last one back, and no further than needed: for each the prompts must be read. What lies
    too far back says nothing of how it starts now.
    """
    oldest = max(stood.since, len(lived) - LOOK_BACK * pace.window)
    began = (lived[number].self_started for number in range(len(lived) - 1, oldest - 1, -1))
    return list(islice((one for one in began if one is not None), pace.window))


def _grounds(lived: Sequence[Lived], window: int, needs: Needs | None = None) -> Grounds:
    """Return what stands; the automaticity only where a step up may ask for it."""
    last, recent = lived[-1], lived[-window:]
    kept = sum([one.kept for one in recent])
    missed = sum([one.missed for one in lived[-LATELY:]])
    share = None if needs is None else last.automaticity
    return Grounds(last.consistency, kept, len(recent), missed, needs, None, share)


def _go(stood: Fading, change: Change) -> Fading:
    now, free_from = change.at, stood.free_from
    if change.after < change.before and change.cause is not Cause.CHOSEN:
        near = (one for one in reversed(stood.changes) if now - one.at <= DROPS_WITHIN)
        again = any(one.after < one.before and one.cause is not Cause.CHOSEN for one in near)
        free_from = now + (STAY_AFTER_TWO_DROPS if again else OFTEN.stay)
    return Fading(change.after, (*stood.changes, change), None, now, free_from)
