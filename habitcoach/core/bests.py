"""Personal bests: which day of a counted habit stands highest. Algorithms.md, section 9."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from habitcoach.core.ledger import DayLog
from habitcoach.core.target import TargetKind

#: 95 % on both sides: 20 of 20 stand above 5 of 5, which says less.
Z = 1.96


@dataclass(frozen=True, slots=True)
class BestDay:
    """The day that stands highest."""

    day: date
    hits: int  #: or times, of a count habit
    of: int | None  #: opportunities; None for a count habit


def wilson_lower(hits: int, of: int) -> float:
    """Return the Wilson lower bound of a rate, 0 … 1 (z = 1.96); 0 without opportunities."""
    if of == 0:
        return 0.0
    share = hits / of
    spread = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    return (share + Z * Z / (2 * of) - spread) / (1 + Z * Z / of)


def height(kind: TargetKind, log: DayLog) -> float:
    """Return how high a day stands: a rate's lower bound, or the times of a count; 0 sets no best.

    An estimate never does, nor does a check habit, which is done or not.
    """
    if log.estimated or kind is TargetKind.CHECK:
        return 0.0
    return wilson_lower(log.hits, log.of) if kind is TargetKind.RATE else float(log.times)


def best_day(kind: TargetKind, days: Mapping[date, DayLog]) -> BestDay | None:
    """Return the personal best, of equal ones the first; None before anything was counted."""
    top = max(sorted(days), key=lambda day: height(kind, days[day]), default=None)
    if top is None or height(kind, days[top]) <= 0:
        return None
    return BestDay(top, *figures(kind, days[top]))


def figures(kind: TargetKind, log: DayLog) -> tuple[int, int | None]:
    """Return what a day counted: hits and opportunities of a rate, else times and None."""
    return (log.hits, log.of) if kind is TargetKind.RATE else (log.times, None)


def is_new_best(kind: TargetKind, before: DayLog, after: DayLog, others: Iterable[DayLog]) -> bool:
    """Whether a log has just lifted its day above all others; the first day that counts has none to beat."""
    now, was = height(kind, after), height(kind, before)
    if now <= was:
        return False
    highest = 0.0
    for one in others:
        highest = max(highest, height(kind, one))
        if highest >= now:  # mostly soon, and there may be thousands of days
            return False
    return highest > 0 and was <= highest
