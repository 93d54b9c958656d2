"""Period by period: what each one did to streak, spares and consistency, for whoever asks why."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from habitcoach.core.consistency import consistency_after, half_life, keep_weight
from habitcoach.core.judging import Judged
from habitcoach.core.streak import KEPT_PER_SPARE, Streak, streak_of


class SpareMove(StrEnum):
    """What a period did to the spares."""

    EARNED = "earned"
    SPENT = "spent"
    FULL = "full"  #: earned, but there were as many as there may be


@dataclass(frozen=True, slots=True)
class Frequency:
    """What the planned periods a week make of the past's weight. Algorithms.md, section 5."""

    per_week: float
    half_life: float  #: H, in periods
    weight: float  #: m, of the past after one more period


@dataclass(frozen=True, slots=True)
class Step:
    """One period and what stood after it."""

    judged: Judged
    streak: Streak
    spare: SpareMove | None
    consistency: float  #: C, 0 … 1
    frequency: Frequency


def trace(periods: Iterable[Judged], per_week: Callable[[Judged], float]) -> Iterator[Step]:
    """Yield every period with the numbers after it, by the very folds that give the numbers themselves.

    `per_week` gives the planned periods a week of the version a period was judged by.
    """
    streak, steadiness = Streak(), 0.0
    for judged in periods:
        planned = per_week(judged)
        frequency = Frequency(planned, half_life(planned), keep_weight(planned))
        after = streak_of([judged], streak)
        steadiness = consistency_after(steadiness, judged, frequency.weight)
        yield Step(judged, after, _spare_move(streak, after), steadiness, frequency)
        streak = after


def _spare_move(before: Streak, after: Streak) -> SpareMove | None:
    if after.spares != before.spares:
        return SpareMove.EARNED if after.spares > before.spares else SpareMove.SPENT
    earns = after.total > before.total and after.total % KEPT_PER_SPARE == 0
    return SpareMove.FULL if earns else None
