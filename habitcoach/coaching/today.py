"""Today: everything the agent can answer, and how the shift stands."""

from dataclasses import dataclass
from datetime import timedelta

from habitcoach.coaching.absence import question
from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.counters import CounterReader, is_counter
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.promise_views import PromiseReader
from habitcoach.coaching.shift_cards import ShiftCards
from habitcoach.coaching.shift_views import hold_view, shift_view
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import RestView, TodayView
from habitcoach.core.habit import Habit
from habitcoach.core.prompt import PromptState
from habitcoach.ports import Store

_DAYS_BACK = 14  # how far the last shift may lie for its number to be worth comparing


@dataclass(frozen=True, slots=True)
class TodayReader:
    """Reads the Today view."""

    store: Store
    standings: Standings
    occasions: OccasionReader

    def read(self, agenda: Agenda) -> TodayView:
        """Return today as it stands."""
        active = agenda.active()
        shift = agenda.calendar.shift_on(agenda.today)
        seen = [view for habit in active for view in self.occasions.on(agenda, habit, agenda.today)]
        unconfirmed = (one for one in self.store.open_prompts() if one.state is PromptState.UNCONFIRMED)
        coming = agenda.calendar.next_shift(agenda.now)
        return TodayView(
            now=agenda.local(agenda.now),
            work_date=agenda.today,
            duty=shift is not None,
            shift=None if shift is None else shift_view(agenda, shift),
            next_shift=None if coming is None else shift_view(agenda, coming),
            occasions=tuple(sorted(seen, key=lambda one: (one.due_at, one.habit_id))),
            counters=CounterReader(self.standings).all(agenda, agenda.today),
            has_habits=any(not is_promise_habit(one) for one in active),
            done_yesterday=self._done_yesterday(agenda, active),
            unconfirmed=frozenset(one.key.slot for one in unconfirmed),
            hold=hold_view(agenda),
            resting=tuple(RestView(one.id, one.name) for one in active if agenda.resting(one)),
            absence=question(agenda),
            promises=PromiseReader(self.store, self.standings).today(agenda),
            card=ShiftCards(self.store, CounterReader(self.standings)).waiting(agenda),
        )

    def _done_yesterday(self, agenda: Agenda, active: list[Habit]) -> int:
        earlier = (agenda.today - timedelta(days=n) for n in range(1, _DAYS_BACK + 1))
        day = next((one for one in earlier if agenda.calendar.shift_on(one) is not None), None)
        if day is None:
            return 0
        logs = (
            self.standings.of(agenda, habit).day(day)
            for habit in active
            if not is_counter(agenda, habit, day)
        )
        return sum(len(log.done_slots) + log.loose for log in logs)
