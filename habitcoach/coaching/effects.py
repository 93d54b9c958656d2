"""What decisions did: how a habit went before one held, and since. Algorithms.md, section 10."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.decision_views import Effect
from habitcoach.coaching.standings import Standings
from habitcoach.core.cue_statistics import cue_statistics
from habitcoach.core.deciding import CHANGES
from habitcoach.core.decision import Decision
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged
from habitcoach.core.period import Period
from habitcoach.core.reviewing import DAYS_BACK, add_up, judged_by, recent
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: A decision is told of as long as it began so many days before the week's end, at most.
TOLD_FOR = 28 * DAY


@dataclass(frozen=True, slots=True)
class EffectReader:
    """Reads effects."""

    store: Store
    standings: Standings

    def of(self, agenda: Agenda, week: Period, habits: Sequence[Habit]) -> tuple[Effect, ...]:
        """Return what the last decision about each habit did, as far as anything was due since."""
        decisions = self.store.decisions()
        found = (self._one(agenda, week, habit, decisions) for habit in habits)
        return tuple(one for one in found if one is not None and one.due_after)

    def _one(
        self, agenda: Agenda, week: Period, habit: Habit, decisions: Sequence[Decision]
    ) -> Effect | None:
        through = min(week.end, agenda.today)
        last, since = None, date.min
        for one in decisions:
            begins = one.from_date
            if one.habit_id == habit.id and one.kind in CHANGES and begins is not None and begins <= through:
                last, since = one, begins
        if last is None or through - since > TOLD_FOR:
            return None
        standing = self.standings.of(agenda, habit)
        eve = since - DAY
        earlier = recent(judged_by(standing.periods, eve), eve)
        judged = judged_by(standing.periods, week.end)
        later = [one for one in judged if one.period.end >= since]
        before, after = add_up(earlier, standing.days), add_up(later, standing.days)
        return Effect(
            habit_id=habit.id,
            habit=habit.name,
            kind=last.kind,
            from_date=since,
            kept_before=before.kept if last.kept_before is None else last.kept_before,
            due_before=before.due if last.due_before is None else last.due_before,
            kept_after=after.kept,
            due_after=after.due,
            delay_before=self._delay(habit, _begin(earlier, eve - DAYS_BACK * DAY), eve),
            delay_after=self._delay(habit, since, through),
        )

    def _delay(self, habit: Habit, first: date, last: date) -> timedelta | None:
        prompts = self.store.prompts_of(habit.id, first, last)
        return cue_statistics(prompts, self.store.entries(habit.id, first, last)).median_delay


def _begin(periods: Sequence[Judged], otherwise: date) -> date:
    return periods[0].period.start if periods else otherwise
