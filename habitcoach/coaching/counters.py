"""Counters: habits met in every contact, and those that are logged when they happen."""

from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import CounterView
from habitcoach.core.habit import Habit
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact, Manual


@dataclass(frozen=True, slots=True)
class CounterReader:
    """Builds the views of counters."""

    standings: Standings

    def all(self, agenda: Agenda, day: date) -> tuple[CounterView, ...]:
        """Return the counters of a work date in the agent's order."""
        return tuple(self._one(agenda, one, day) for one in agenda.active() if is_counter(agenda, one, day))

    def _one(self, agenda: Agenda, habit: Habit, day: date) -> CounterView:
        standing = self.standings.of(agenda, habit)
        version = habit.version_on(day) or habit.newest
        log = standing.day(day)
        rate = version.target.kind is TargetKind.RATE
        return CounterView(
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            plan=version.plan,
            target=version.target,
            hits=log.hits if rate else log.times,
            of=log.of if rate else log.times,
            streak=standing.streak.current,
            contact=isinstance(version.trigger, Contact),
        )


def is_counter(agenda: Agenda, habit: Habit, day: date) -> bool:
    """Whether a habit has a counter on a work date rather than occasions."""
    version = habit.version_on(day) or habit.newest
    return isinstance(version.trigger, Contact | Manual) and not agenda.setting.paused(habit, day)
