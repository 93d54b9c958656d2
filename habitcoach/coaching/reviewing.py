"""The weekly review: its numbers and the one suggestion, read from the log. Algorithms.md, section 10."""

import re
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.evidence import SaidOf, SaidReader
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.promise_habit import is_promise_habit, promise_habit
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.stretches import whole
from habitcoach.core.cue_statistics import CueStatistics, cue_statistics
from habitcoach.core.decision import NOT_NOW
from habitcoach.core.errors import InputError
from habitcoach.core.fading import Change
from habitcoach.core.graduating import is_graduated
from habitcoach.core.habit import ARCHIVED, Category, Habit, HabitId
from habitcoach.core.judging import Judged
from habitcoach.core.period import Period, period_name, period_of
from habitcoach.core.promise_tally import PromiseTally, tally_promises
from habitcoach.core.reviewing import (
    Slots,
    Tally,
    add_up,
    former_shares,
    judged_by,
    lived_as_it_is,
    recent,
    slots_of,
    week_tallies,
    whole_weeks,
)
from habitcoach.core.streak import Streak
from habitcoach.core.suggesting import (
    CUTOFFS,
    Advice,
    Advised,
    Evidence,
    advise,
    offers_further_habit,
    strongest,
)
from habitcoach.core.target import Per, TargetKind
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

_THURSDAY = 4
_YEARS = range(1970, 9000)  # leaves room to reckon on both sides
_FAR_BACK = 62  # days in which a last shift is looked for


@dataclass(frozen=True, slots=True)
class HabitReview:
    """One habit in a review."""

    habit_id: HabitId
    habit: str
    category: Category
    tally: Tally  #: of the span that p is taken over
    weeks: tuple[Tally, ...]  #: the week reviewed and the three before it, oldest first
    streak: Streak
    consistency: float
    cue: CueStatistics  #: as the two below, since the habit is what it is now
    slots: Slots
    advice: Advice
    said: SaidOf  #: its stage, and what the agent said of it
    stage_changes: tuple[Change, ...]  #: of how its cue comes, from what was lived in the week
    proposed: Change | None  #: a step of its cue that the agent is asked about; only as long as it is news


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A week looked back on."""

    name: str  #: "2026-W47"
    week: Period
    habits: tuple[HabitReview, ...]  #: in the agent's order
    strongest: HabitReview | None  #: whose suggestion is the one to make
    further_habit: bool  #: whether a further habit is offered
    promises: PromiseTally | None = None  #: None when none was due


@dataclass(frozen=True, slots=True)
class ReviewReader:
    """Reads reviews."""

    store: Store
    standings: Standings
    stages: StageReader

    def read(self, agenda: Agenda, week: Period) -> ReviewView:
        """Return the review of a week as its last date, or today, left it."""
        return whole(self.reading(agenda, week))

    def reading(self, agenda: Agenda, week: Period) -> Generator[None, None, ReviewView]:
        """Return the same; yield after every habit."""
        through = min(week.end, agenda.today)
        found = []
        for habit in agenda.habits:
            found.append(self.of(agenda, habit, week))
            yield
        habits = tuple(one for one in found if one is not None)
        declined = self._declined(week)
        best = strongest(
            Advised(one.habit_id, one.advice, one.tally.p or Fraction(0))
            for one in habits
            if (one.habit_id, one.advice.suggestion) not in declined
        )
        begun = min((one.first_date for one in agenda.habits), default=through)
        built_in = promise_habit(agenda.habits)
        running = {one.id for one in agenda.habits if is_graduated(one)}
        running |= set() if built_in is None else {built_in.id}
        shares = [one.tally.p for one in habits if one.habit_id not in running]
        return ReviewView(
            name=period_name(Per.WEEK, week),
            week=week,
            habits=habits,
            strongest=next((one for one in habits if best and one.habit_id == best.habit_id), None),
            further_habit=offers_further_habit(shares, whole_weeks(begun, through)),
            promises=tally_promises(self.store.promises(week.start), week),
        )

    def of(self, agenda: Agenda, habit: Habit, week: Period) -> HabitReview | None:
        """Return one habit's part of the review; None when it had not begun or was retired by then."""
        through = min(week.end, agenda.today)
        if not _was_there(agenda, habit, through):
            return None
        standing = self.standings.of(agenda, habit)
        judged = judged_by(standing.periods, week.end)
        before = self._before_decided(habit, period_name(Per.WEEK, week), through)
        lived = lived_as_it_is(habit, judged, before)
        span = recent(lived, through)
        cue = self._cue(habit, span, through)
        slots = slots_of(habit, span, standing.days, agenda.setting)
        steadiness = self._steadiness(agenda, habit, week)
        target = (habit.version_on(before) or habit.newest).target
        said = SaidReader(self.store, self.stages).of(agenda, habit, period_name(Per.WEEK, week), through)
        faded = self.stages.of(agenda, habit)
        evidence = Evidence(
            tally=add_up(span, standing.days),
            cue=cue,
            slots=slots,
            former=former_shares(lived, standing.days, week, CUTOFFS.due),
            consistency=steadiness,
            rate_goal=int(target.goal) if target.kind is TargetKind.RATE else None,
            changeable=not is_promise_habit(habit),
            hindrances=frozenset() if said.answer is None else said.answer.hindered,
            stage=said.stage,
            stage_weeks=0 if is_graduated(habit) else said.stage_weeks,
            automaticity=said.automaticity,
            pale_rewards=said.pale_rewards,
        )
        return HabitReview(
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            tally=add_up(recent(judged, through), standing.days),
            weeks=week_tallies(judged, standing.days, week),
            streak=self.standings.past.after(habit.id, standing.periods, len(judged)),
            consistency=steadiness,
            cue=cue,
            slots=slots,
            advice=advise(evidence),
            said=said,
            stage_changes=faded.told_in(week),
            proposed=faded.proposed if agenda.today <= week.end + DAY else None,
        )

    def _before_decided(self, habit: Habit, week: str, through: date) -> date:
        """Return the work date as which a review sees a habit: before what the review itself decided."""
        begun = (
            one.from_date - DAY
            for one in self.store.decisions()
            if one.week == week and one.habit_id == habit.id and one.from_date is not None
        )
        return min([through, *begun])

    def _declined(self, week: Period) -> set[tuple[HabitId | None, str]]:
        """Return the suggestions that were answered "not now" in the reviews before; they rest now."""
        back = range(1, CUTOFFS.declined_reviews + 1)
        names = {period_name(Per.WEEK, _week_before(week, number)) for number in back}
        return {
            (one.habit_id, str(one.parameters[NOT_NOW]))
            for one in self.store.decisions()
            if one.week in names and NOT_NOW in one.parameters
        }

    def _steadiness(self, agenda: Agenda, habit: Habit, week: Period) -> float:
        """Return C as a week left it."""
        back = self.stages.steadiness_back(agenda, habit)
        return next((found for judged, found in back if judged.period.end <= week.end), 0.0)

    def _cue(self, habit: Habit, span: tuple[Judged, ...], through: date) -> CueStatistics:
        since = span[0].period.start if span else through
        return cue_statistics(
            self.store.prompts_of(habit.id, since, through), self.store.entries(habit.id, since, through)
        )


def _week_before(week: Period, number: int) -> Period:
    back = timedelta(weeks=number)
    return Period(week.start - back, week.end - back)


def _was_there(agenda: Agenda, habit: Habit, day: date) -> bool:
    """Whether a habit had begun by a work date and was not retired on it."""
    retired = (one for one in agenda.setting.pauses if one.reason == ARCHIVED and one.covers(habit.id, day))
    return habit.first_date <= day and next(retired, None) is None


def last_week(agenda: Agenda) -> Period:
    """Return the week of the last shift that has begun; this week when none was found."""
    days = (agenda.today - number * DAY for number in range(_FAR_BACK))
    begun = (day for day in days if _has_begun(agenda, day))
    return _week_of(agenda, next(begun, agenda.today))


def _has_begun(agenda: Agenda, day: date) -> bool:
    shift = agenda.calendar.shift_on(day)
    return shift is not None and shift.start <= agenda.now


def week_named(agenda: Agenda, text: str) -> Period:
    """Return the week that "2026-W47" names: the one that holds that ISO week's Thursday.

    Raises InputError when it cannot be read or has not begun.
    """
    found = re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text.strip().upper())
    if found is None or int(found[1]) not in _YEARS:
        raise InputError("week", "not_a_week")
    try:
        thursday = date.fromisocalendar(int(found[1]), int(found[2]), _THURSDAY)
    except ValueError:
        raise InputError("week", "not_a_week") from None
    week = _week_of(agenda, thursday)
    if week.start > agenda.today:
        raise InputError("week", "week_ahead")
    return week


def _week_of(agenda: Agenda, day: date) -> Period:
    return period_of(Per.WEEK, day, agenda.setting.week_start)
