"""How each habit stands: its days, periods and streak, worked out once and kept until something changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.changes import Changed
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.judging import Judged, Outcome, judge
from habitcoach.core.ledger import NOTHING, DayLog, by_date
from habitcoach.core.streak import Streak, streak_of
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A habit's numbers at one moment."""

    days: Mapping[date, DayLog]
    periods: tuple[Judged, ...]  #: oldest first, the running one last
    streak: Streak

    def day(self, day: date) -> DayLog:
        """Return the log of a work date."""
        return self.days.get(day, NOTHING)

    def kept(self, day: date) -> bool:
        """Whether the period of a work date has reached its target already."""
        return any(
            one.outcome is Outcome.KEPT and one.period.start <= day <= one.period.end
            for one in self.periods[-2:]
        )

    @property
    def running(self) -> Judged | None:
        """The period that runs now."""
        return self.periods[-1] if self.periods else None


class Standings:
    """Works standings out from the log and remembers them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[HabitId, tuple[object, Standing]] = {}

    def of(self, agenda: Agenda, habit: Habit) -> Standing:
        """Return how a habit stands now."""
        stamp = (agenda.today, agenda.zone, habit, tuple(agenda.setting.pauses), agenda.setting.week_start)
        known = self._known.get(habit.id)
        if known is not None and known[0] == stamp:
            return known[1]
        days = by_date(self._store.entries(habit.id))
        periods = tuple(judge(habit, days, agenda.setting, agenda.now))
        standing = Standing(days, periods, streak_of(periods))
        self._known[habit.id] = (stamp, standing)
        return standing

    def forget(self, changed: Changed) -> None:
        """Drop what a change has made untrue."""
        if changed.habit_id is None:
            self._known.clear()
        else:
            self._known.pop(changed.habit_id, None)
