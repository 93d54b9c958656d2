"""Rest: habits that go unkept or unanswered have no cues until the agent takes them up again."""

from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.standings import Standings
from habitcoach.core.habit import RESTING, Habit, Pause
from habitcoach.core.resting import goes_unanswered, keeps_missing
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: How far back prompts are looked at.
_DAYS_BACK = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Resting:
    """Lays habits to rest and wakes them; call it inside a transaction."""

    store: Store
    standings: Standings

    def lay_to_rest(self, agenda: Agenda) -> bool:
        """Have every habit rest that has reason to, from the next work date on; return whether one does.

        Today is the next one as long as nothing was shown on it.
        """
        found = False
        for habit in agenda.active():
            if not (is_promise_habit(habit) or agenda.resting(habit)) and self._tired(agenda, habit):
                first = agenda.today + DAY if self.store.prompts_of(habit.id, agenda.today) else agenda.today
                self.store.add_pause(Pause(habit.id, first, None, RESTING))
                found = True
        return found

    def wake(self, agenda: Agenda, habit: Habit) -> None:
        """End a habit's rest; what was missed before today does not send it back there."""
        wake_on(self.store, habit, agenda.today)

    def _tired(self, agenda: Agenda, habit: Habit) -> bool:
        standing = self.standings.of(agenda, habit)
        if standing.day(agenda.today).logged:
            return False
        woken = self.store.setting(_woken(habit))
        since = habit.first_date if woken is None else date.fromisoformat(woken)
        prompts = self.store.prompts_of(habit.id, max(since, agenda.today - _DAYS_BACK))
        earlier = [
            one
            for one in prompts
            if one.work_date < agenda.today and not agenda.setting.paused(habit, one.work_date)
        ]
        return keeps_missing(standing.periods, since) or goes_unanswered(earlier, standing.days, since)


def wake_on(store: Store, habit: Habit, day: date) -> None:
    """End a habit's rest with the eve of a work date; call it inside a transaction."""
    store.end_pauses(habit.id, RESTING, day - DAY)
    store.put_setting(_woken(habit), day.isoformat())


def _woken(habit: Habit) -> str:
    return f"woken:{habit.id}"
