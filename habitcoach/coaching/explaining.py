"""Why a habit's numbers are what they are: the dates, skips, spares and versions behind them, as data."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import Faded, StageReader
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.strengths import Strength, answers_of, curve_of, frequency_of, strength_from
from habitcoach.coaching.stretches import whole
from habitcoach.core.automaticity import Answer, Curve
from habitcoach.core.entry import EntryKind, SkipReason
from habitcoach.core.habit import Habit, HabitId, Pause, Version
from habitcoach.core.judging import Outcome
from habitcoach.core.ledger import live
from habitcoach.core.period import Period
from habitcoach.core.streak import SPARES_AT_START, Streak
from habitcoach.core.strength import Band, least_of
from habitcoach.core.tracing import Frequency, SpareMove, Step, trace
from habitcoach.ports import Store

#: Periods gone through at a stretch: some milliseconds.
A_STRETCH = 200


class Uncounted(StrEnum):
    """Why a period was not counted."""

    SKIPPED = "skipped"
    PAUSED = "paused"
    OFF = "off"  #: no shift on any of its dates
    UNKNOWN = "unknown"  #: nobody knows whether the agent worked on the dates that had one
    NOTHING_DUE = "nothing_due"  #: or too little to judge, or a first period that was not kept


@dataclass(frozen=True, slots=True)
class SkipFact:
    """One skip that counts."""

    work_date: date
    slot: str | None  #: None is all of the day that was left
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """One period, what it came to, and what stood after it."""

    period: Period
    outcome: Outcome
    uncounted: Uncounted | None  #: None unless it is neutral
    value: float  #: 0 … 1
    done: int  #: occasions, times or hits
    goal: int  #: what `done` is held against
    version_from: date  #: of the version it was judged by
    skips: tuple[SkipFact, ...]  #: by date and slot
    streak: int
    spares: int
    spare: SpareMove | None  #: what the period did to the spares
    consistency: float
    frequency: Frequency


@dataclass(frozen=True, slots=True)
class StrengthFact:
    """How the strength is put together. Algorithms.md, section 6."""

    numbers: Strength
    kept: int  #: n, kept periods of all versions
    answers: tuple[Answer, ...]
    curve: Curve
    level: float  #: y(n), 1 … 7
    share: float  #: Â of that, 0 … 1
    least: float  #: strength from which its word holds
    below: float | None  #: strength from which the next word holds; None for the last


@dataclass(frozen=True, slots=True)
class HabitFacts:
    """Everything behind a habit's numbers."""

    habit_id: HabitId
    habit: str
    versions: tuple[Version, ...]  #: oldest first
    pauses: tuple[Pause, ...]  #: that covered it, oldest first
    periods: tuple[PeriodFact, ...]  #: oldest first, the running one last
    spares_at_start: int
    streak: Streak
    strength: StrengthFact
    faded: Faded

    @property
    def spares_moved(self) -> tuple[PeriodFact, ...]:
        """The periods that earned or spent a spare, oldest first."""
        return tuple(one for one in self.periods if one.spare is not None)


@dataclass(frozen=True, slots=True)
class Explaining:
    """Explains habits."""

    store: Store
    standings: Standings
    stages: StageReader

    def why(self, agenda: Agenda, habit: Habit) -> HabitFacts:
        """Return what is behind a habit's numbers."""
        return whole(self.lately(agenda, habit, date.min))

    def lately(self, agenda: Agenda, habit: Habit, since: date) -> Generator[None, None, HabitFacts]:
        """Return the same with the periods from the one of a work date on; yield every stretch."""
        standing, faded = self.standings.of(agenda, habit), self.stages.of(agenda, habit)
        answers = answers_of(faded.ratings, standing.periods)
        first = next((one.period.start for one in standing.periods if one.period.end >= since), since)
        skips = self._skips(habit, first)
        numbers = strength_from(faded.consistency, standing, answers)
        yield
        periods: list[PeriodFact] = []
        for number, step in enumerate(trace(standing.periods, frequency_of(agenda, habit))):
            if number and number % A_STRETCH == 0:
                yield
            if step.judged.period.end >= since:
                periods.append(_period_fact(agenda, habit, step, skips))
        pauses = [one for one in agenda.setting.pauses if one.habit_id in {None, habit.id}]
        return HabitFacts(
            habit_id=habit.id,
            habit=habit.name,
            versions=habit.versions,
            pauses=tuple(sorted(pauses, key=lambda one: one.from_date)),
            periods=tuple(periods),
            spares_at_start=SPARES_AT_START,
            streak=standing.streak,
            strength=_strength_fact(numbers, standing.streak.total, answers),
            faded=faded,
        )

    def _skips(self, habit: Habit, since: date) -> dict[date, list[SkipFact]]:
        found: dict[date, list[SkipFact]] = {}
        for entry in live(self.store.entries(habit.id, since)):
            if entry.kind is EntryKind.SKIP and entry.reason is not None:
                fact = SkipFact(entry.work_date, entry.slot, entry.reason)
                found.setdefault(entry.work_date, []).append(fact)
        return found


def _period_fact(agenda: Agenda, habit: Habit, step: Step, skips: dict[date, list[SkipFact]]) -> PeriodFact:
    judged = step.judged
    version = habit.version_on(min(judged.period.end, agenda.today)) or habit.newest
    own = [skip for day in judged.period.days() for skip in skips.get(day, ())]
    return PeriodFact(
        period=judged.period,
        outcome=judged.outcome,
        uncounted=_uncounted(agenda, habit, judged.period, own)
        if judged.outcome is Outcome.NEUTRAL
        else None,
        value=float(judged.value),
        done=judged.done,
        goal=judged.goal,
        version_from=version.from_date,
        skips=tuple(sorted(own, key=lambda one: (one.work_date, one.slot or "", one.reason))),
        streak=step.streak.current,
        spares=step.streak.spares,
        spare=step.spare,
        consistency=step.consistency,
        frequency=step.frequency,
    )


def _uncounted(agenda: Agenda, habit: Habit, period: Period, skips: list[SkipFact]) -> Uncounted:
    if any(skip.reason.neutral for skip in skips):
        return Uncounted.SKIPPED
    if all(agenda.setting.paused(habit, day) for day in period.days()):
        return Uncounted.PAUSED
    if all(agenda.calendar.shift_on(day) is None for day in period.days()):
        return Uncounted.OFF
    if all(agenda.setting.unknown(day) or agenda.calendar.shift_on(day) is None for day in period.days()):
        return Uncounted.UNKNOWN
    return Uncounted.NOTHING_DUE


def _strength_fact(numbers: Strength, kept: int, answers: tuple[Answer, ...]) -> StrengthFact:
    curve = curve_of(answers)
    level = curve.at(kept)
    later = [least_of(band) for band in Band if least_of(band) > numbers.strength]
    return StrengthFact(
        numbers=numbers,
        kept=kept,
        answers=answers,
        curve=curve,
        level=level,
        share=Answer(kept, level).share,
        least=least_of(numbers.band),
        below=min(later, default=None),
    )
