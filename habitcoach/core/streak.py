"""Streaks and spares. Algorithms.md, section 4."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.target import Per

SPARES_AT_START = 1
SPARES_AT_MOST = 2
KEPT_PER_SPARE = 7

_DAILY_MILESTONES = (3, 7, 14, 21, 30, 66, 100)
_DAILY_STEP = 100
_WEEKLY_MILESTONES = (2, 4, 8, 12, 26, 52)
_WEEKLY_STEP = 26


@dataclass(frozen=True, slots=True)
class Run:
    """Kept periods in a row: a row of the streak table."""

    start: date
    end: date  #: last date of the last kept period
    length: int
    open: bool  #: it still goes on


@dataclass(frozen=True, slots=True)
class Streak:
    """The numbers of a habit's keeping."""

    current: int = 0
    best: int = 0
    total: int = 0  #: kept periods in all
    spares: int = SPARES_AT_START
    misses: int = 0  #: missed periods after which another was judged
    bounced: int = 0  #: of those, followed by a kept one
    after_miss: bool = False  #: the last judged period was missed
    runs: tuple[Run, ...] = field(default=())  #: oldest first


class _Chain:
    """The fold over judged periods."""

    def __init__(self, after: Streak) -> None:
        going = after.runs[-1] if after.current else None
        self.start = None if going is None else going.start
        self.end = date.min if going is None else going.end
        self.length = after.current
        self.best, self.total = after.best, after.total
        self.misses, self.bounced = after.misses, after.bounced
        self.spares = after.spares
        self.after_miss = after.after_miss
        self.runs = list(after.runs if going is None else after.runs[:-1])

    def add(self, judged: Judged) -> None:
        if judged.outcome in {Outcome.NEUTRAL, Outcome.OPEN}:
            return
        if self.after_miss:
            self.misses += 1
            self.bounced += judged.outcome is Outcome.KEPT
        self.after_miss = judged.outcome is Outcome.MISSED
        if judged.outcome is Outcome.KEPT:
            self._keep(judged)
        elif judged.outcome is Outcome.MISSED and self.length:
            self._miss()

    def _keep(self, judged: Judged) -> None:
        self.start = self.start or judged.period.start
        self.end = judged.period.end
        self.length += 1
        self.total += 1
        self.best = max(self.best, self.length)
        if self.total % KEPT_PER_SPARE == 0:
            self.spares = min(SPARES_AT_MOST, self.spares + 1)

    def _miss(self) -> None:
        if self.spares:
            self.spares -= 1
            return
        self._close(still_open=False)
        self.start, self.length = None, 0

    def _close(self, *, still_open: bool) -> None:
        if self.start is not None:
            self.runs.append(Run(self.start, self.end, self.length, still_open))

    def result(self) -> Streak:
        self._close(still_open=True)
        return Streak(
            current=self.length,
            best=self.best,
            total=self.total,
            spares=self.spares,
            misses=self.misses,
            bounced=self.bounced,
            after_miss=self.after_miss,
            runs=tuple(self.runs),
        )


def streak_of(periods: Iterable[Judged], after: Streak | None = None) -> Streak:
    """Fold judged periods, oldest first, into the streak; `after` is that of all periods before them.

    Kept lengthens it and every 7th kept period in all earns a spare; a miss spends a spare or ends it;
    part, neutral and open leave it.
    """
    chain = _Chain(after or Streak())
    for judged in periods:
        chain.add(judged)
    return chain.result()


def next_milestone(streak: int, per: Per) -> int:
    """Return the next streak length worth a mark, in periods."""
    marks, step = (_DAILY_MILESTONES, _DAILY_STEP) if per is Per.DAY else (_WEEKLY_MILESTONES, _WEEKLY_STEP)
    for mark in marks:
        if mark > streak:
            return mark
    return (streak // step + 1) * step


def is_milestone(streak: int, per: Per) -> bool:
    """Whether a streak has just reached a mark."""
    return next_milestone(streak - 1, per) == streak
