"""What *More* opens on the review page. Algorithms.md, section 10."""

from collections.abc import Generator, Sequence
from datetime import date
from fractions import Fraction

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.curves import CurveReader
from habitcoach.coaching.decision_options import needs_choice, offered
from habitcoach.coaching.decision_views import DecisionRow, Effect
from habitcoach.coaching.effects import EffectReader
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.high_points import HighPointReader
from habitcoach.coaching.more_views import (
    CurveView,
    HabitFigures,
    HinderedRow,
    MoreView,
    PrincipleView,
    Statements,
    WeekNote,
)
from habitcoach.coaching.principles import PrincipleReader
from habitcoach.coaching.review_times import name_of
from habitcoach.coaching.reviewing import HabitReview, ReviewView
from habitcoach.coaching.standings import Standings
from habitcoach.core.decision import Decision
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged
from habitcoach.core.period import Period
from habitcoach.core.rating import Rating
from habitcoach.core.reviewing import DUE
from habitcoach.core.strength import Band
from habitcoach.core.suggesting import CUTOFFS
from habitcoach.ports import Store


class MoreReader:
    """Reads it, from a week's review."""

    def __init__(
        self, store: Store, standings: Standings, stages: StageReader, high_points: HighPointReader
    ) -> None:
        self._store = store
        self._standings = standings
        self._stages = stages
        self._high_points = high_points
        self._curves = CurveReader(standings, stages)
        self._effects = EffectReader(store, standings)
        self._principles = PrincipleReader(store)

    def reading(self, agenda: Agenda, week: Period, found: ReviewView) -> Generator[None, None, MoreView]:
        """Return it for a week; yield after every habit."""
        habits = [agenda.existing(one.habit_id) for one in found.habits]
        decisions = [one for one in self._store.decisions() if one.week == found.name]
        kept = self._store.review(found.name)
        curves = []
        for one in habits:
            curves.append(self.curve(agenda, one, week))
            yield
        hindered = (self._hindered(agenda, week, one) for one in found.habits)
        pairs = list(zip(habits, found.habits, strict=True))
        return MoreView(
            high_points=self._high_points.of_week(agenda, week),
            curves=tuple(curves),
            statements=tuple(self._statements(agenda, one, found.name) for one in habits),
            notes=self._notes(agenda, week),
            moment="" if kept is None else kept.moment,
            principle=self._principles.of(agenda, week),
            hindered=tuple(one for one in hindered if one is not None),
            decisions=tuple(_decision_row(habit, one, decisions) for habit, one in pairs),
            effects=self._effects.of(agenda, week, habits),
            figures={
                one.habit_id: _figures(one, curve.band)
                for one, curve in zip(found.habits, curves, strict=True)
            },
        )

    def curve(self, agenda: Agenda, habit: Habit, week: Period) -> CurveView:
        """Return the answers of a habit and their curve, as a week left them."""
        name = name_of(week)
        ratings = [one for one in self._ratings(agenda, habit) if one.week <= name]
        return self._curves.of(agenda, habit, min(week.end, agenda.today), ratings)

    def principle(self, agenda: Agenda, week: Period) -> PrincipleView | None:
        """Return the principle that a week asks to rethink."""
        return self._principles.of(agenda, week)

    def effects(self, agenda: Agenda, week: Period) -> tuple[Effect, ...]:
        """Return what the last decisions did, as far as a week saw it."""
        return self._effects.of(agenda, week, agenda.habits)

    def _ratings(self, agenda: Agenda, habit: Habit) -> Sequence[Rating]:
        return self._stages.of(agenda, habit).ratings

    def _statements(self, agenda: Agenda, habit: Habit, name: str) -> Statements:
        one = next((each for each in self._ratings(agenda, habit) if each.week == name), None)
        return Statements(
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            by_itself=None if one is None else one.by_itself,
            without_remembering=None if one is None else one.without_remembering,
            without_thinking=None if one is None else one.without_thinking,
            before_noticing=None if one is None else one.before_noticing,
        )

    def _notes(self, agenda: Agenda, week: Period) -> tuple[WeekNote, ...]:
        names = {one.id: one.name for one in agenda.habits}
        return tuple(
            WeekNote(entry.id, entry.habit_id, names[entry.habit_id], agenda.local(entry.at), text)
            for entry, text in self._store.noted(week.start, week.end)
        )

    def _hindered(self, agenda: Agenda, week: Period, one: HabitReview) -> HinderedRow | None:
        tally = one.weeks[-1]
        shares = [share for share in (tally.p, one.tally.p) if share is not None]
        if min(shares, default=Fraction(1)) >= CUTOFFS.shaky:
            return None
        standing = self._standings.of(agenda, agenda.existing(one.habit_id))
        answer = one.said.answer
        return HinderedRow(
            habit_id=one.habit_id,
            habit=one.habit,
            category=one.category,
            kept=tally.kept,
            due=tally.due,
            worst=_worst(standing.periods, week),
            hindered=frozenset() if answer is None else answer.hindered,
            helped="" if answer is None else answer.helped,
        )


def _worst(periods: Sequence[Judged], week: Period) -> tuple[date, int, int] | None:
    """Return the one-day period of a week with least done of several; the last of equal ones."""
    found = None
    for one in reversed(periods):
        if one.period.end < week.start:
            break
        several = one.outcome in DUE and one.goal > 1 and one.period.start == one.period.end
        low = one.value < (1 if found is None else found.value)
        if several and low and one.period.end <= week.end:
            found = one
    return None if found is None else (found.period.end, found.done, found.goal)


def _decision_row(habit: Habit, one: HabitReview, decisions: Sequence[Decision]) -> DecisionRow:
    kinds = offered(habit, one.advice)
    chosen = next((each for each in decisions if each.habit_id == habit.id), None)
    return DecisionRow(
        habit_id=habit.id,
        habit=habit.name,
        category=habit.category,
        advice=one.advice,
        offered=kinds,
        chosen=None if chosen is None else chosen.kind,
        asks=frozenset(kind for kind in kinds if needs_choice(kind, habit, one.tally)),
        holds=chosen is not None and chosen.from_date is not None,
    )


def _figures(one: HabitReview, band: Band) -> HabitFigures:
    tally = one.tally
    return HabitFigures(
        due=tally.due,
        kept=tally.kept,
        skipped=tally.skipped,
        p=_share(tally.p),
        weeks=tuple((each.kept, each.due) for each in one.weeks),
        streak=one.streak.current,
        best=one.streak.best,
        total=one.streak.total,
        bounced=one.streak.bounced,
        misses=one.streak.misses,
        self_started=_share(one.cue.self_started),
        band=band,
        stage=one.said.stage,
        median_delay=one.cue.median_delay,
        put_off=_share(one.cue.put_off),
        hits=tally.hits,
        of=tally.of,
    )


def _share(found: Fraction | None) -> float | None:
    return None if found is None else float(found)
