"""Fading: how far a habit's cue has been withdrawn, and why. Algorithms.md, section 7."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


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


@dataclass(frozen=True, slots=True)
class Lived:
    """One judged period that was due, as fading sees it."""

    kept: bool
    missed: bool
    consistency: float  #: C, this period included
    automaticity: float | None  #: share of an answer of the last 14 days; None without one
    self_started: bool | None  #: done with no prompt shown before; None when that could not be seen


@dataclass(frozen=True, slots=True)
class Change:
    """One change of stage."""

    at: int  #: which lived period, from 1
    before: Stage
    after: Stage
    cause: Cause


@dataclass(frozen=True, slots=True)
class Fading:
    """Where a habit stands."""

    stage: Stage
    changes: tuple[Change, ...]


class _Fold:
    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.lived: list[Lived] = []
        self.stage = Stage.AT_THE_CUE
        self.since = 0  # lived periods before the stage began
        self.free_from = 0  # no step up before this period
        self.changes: list[Change] = []

    def add(self, one: Lived) -> None:
        self.lived.append(one)
        if one.missed:
            self._maybe_down()
        elif not self._fell_behind():
            self._maybe_up()

    def _maybe_down(self) -> None:
        """One miss changes nothing."""
        if self.stage is Stage.AT_THE_CUE:
            return
        if sum(one.missed for one in self.lived[-5:]) >= 3:
            self._go(Stage.AT_THE_CUE, Cause.THREE_OF_FIVE)
        elif len(self.lived) > 1 and self.lived[-2].missed:
            self._go(Stage(self.stage - 1), Cause.TWO_MISSES)
        else:
            self._fell_behind()

    def _fell_behind(self) -> bool:
        if self.stage is Stage.AT_THE_CUE:
            return False
        passed = NEEDS[self.stage - 1].consistency
        if self.lived[-1].consistency >= passed - SLACK:
            return False
        self._go(Stage(self.stage - 1), Cause.LESS_STEADY)
        return True

    def _maybe_up(self) -> None:
        now = len(self.lived)
        if self.stage is Stage.SILENT or now < self.free_from or now - self.since < self.pace.stay:
            return
        window = self.lived[-self.pace.window :]
        if sum(one.kept for one in window) < KEPT_SHARE * len(window):
            return
        if self._meets(NEEDS[self.stage]):
            self._go(Stage(self.stage + 1), Cause.STEADY)

    def _meets(self, needs: Needs) -> bool:
        last = self.lived[-1]
        if last.consistency < needs.consistency:
            return False
        if needs.automaticity and (last.automaticity is None or last.automaticity < needs.automaticity):
            return False
        if not needs.self_started:
            return True
        seen = [one.self_started for one in self.lived[self.since :] if one.self_started is not None]
        seen = seen[-self.pace.window :]
        return len(seen) >= self.pace.observed and sum(seen) >= needs.self_started * len(seen)

    def _go(self, stage: Stage, cause: Cause) -> None:
        now = len(self.lived)
        down = stage < self.stage
        earlier_drop = any(one.after < one.before and now - one.at <= DROPS_WITHIN for one in self.changes)
        self.changes.append(Change(now, self.stage, stage, cause))
        self.stage, self.since = stage, now
        if down:
            self.free_from = now + (STAY_AFTER_TWO_DROPS if earlier_drop else OFTEN.stay)


def fade(lived: Iterable[Lived], pace: Pace) -> Fading:
    """Fold due periods, oldest first, into the stage and the changes that led there. Never up on a miss."""
    fold = _Fold(pace)
    for one in lived:
        fold.add(one)
    return Fading(fold.stage, tuple(fold.changes))
