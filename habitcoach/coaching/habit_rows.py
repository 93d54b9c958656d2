"""One habit's row of the review page: its ribbon, its question, and what the headline may tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.questions import question_of
from habitcoach.coaching.review_times import name_of
from habitcoach.coaching.review_views import HabitRow, Question
from habitcoach.coaching.reviewing import HabitReview
from habitcoach.coaching.ribbons import Ribbon, ribbon_of
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.strengths import answers_of, curve_of
from habitcoach.core.graduating import is_graduated
from habitcoach.core.habit import Habit
from habitcoach.core.headline import WeekOfHabit
from habitcoach.core.judging import Judged
from habitcoach.core.period import Period
from habitcoach.core.reviewing import DUE, Tally
from habitcoach.core.strength import band_of, strength
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact, Manual, Promised


@dataclass(frozen=True, slots=True)
class HabitRowReader:
    """Reads rows."""

    standings: Standings
    stages: StageReader

    def of(self, agenda: Agenda, week: Period, one: HabitReview) -> tuple[WeekOfHabit, HabitRow]:
        """Return a habit's row of a week's review, and what the headline may tell of it."""
        habit = agenda.existing(one.habit_id)
        standing = self.standings.of(agenda, habit)
        ribbon = ribbon_of(agenda, habit, self.standings, week)
        faded = self.stages.of(agenda, habit)
        ratings = [each for each in faded.ratings if each.week <= name_of(week)]
        level = strength(one.consistency, curve_of(answers_of(ratings, standing.periods)), one.streak.total)
        asks_nothing = is_promise_habit(habit) or is_graduated(habit)
        row = HabitRow(
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            cells=ribbon.cells,
            from_before=ribbon.before.current > 0,
            goes_on=ribbon.after.current > 0,
            streak=ribbon.after.current,
            per=(habit.version_on(min(week.end, agenda.today)) or habit.newest).target.per.value,
            ended=ribbon.ended,
            question=Question(asked=False) if asks_nothing else question_of(agenda, ratings, week),
            band=band_of(level),
            stage=one.said.stage,
            stage_changes=one.stage_changes,
            proposed=one.proposed,
        )
        return _told(habit, one, ribbon, _in(standing.periods, week)), row


def _in(periods: Sequence[Judged], week: Period) -> list[Judged]:
    """Return the periods that end in a week; they are in order, and the last ones are wanted mostly."""
    found = []
    for one in reversed(periods):
        if one.period.end < week.start:
            break
        if one.period.end <= week.end:
            found.append(one)
    return found


def _told(habit: Habit, one: HabitReview, ribbon: Ribbon, periods: Sequence[Judged]) -> WeekOfHabit:
    """Return what a headline may tell of a habit's week."""
    tally = one.weeks[-1]
    done = of = 0
    if not isinstance(habit.newest.trigger, Contact | Manual | Promised):
        done, of = _occasions(habit, periods, tally)
    before, after = ribbon.before, ribbon.after
    return WeekOfHabit(
        habit=habit.name,
        per=habit.newest.target.per,
        kept=tally.kept,
        due=tally.due,
        done=done,
        of=of,
        before=before.current,
        after=after.current,
        best_before=before.best,
        misses=after.misses - before.misses,
        bounced=after.bounced - before.bounced,
    )


def _occasions(habit: Habit, periods: Sequence[Judged], tally: Tally) -> tuple[int, int]:
    """Return the occasions done and due in a week; of what is not ticked off, the periods."""
    if habit.newest.target.kind is not TargetKind.CHECK:
        return tally.kept, tally.due
    due = [one for one in periods if one.outcome in DUE]
    return sum(min(one.done, one.goal) for one in due), sum(one.goal for one in due)
