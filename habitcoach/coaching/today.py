"""Today: everything the agent can answer, and how the shift stands."""

from collections.abc import Generator
from dataclasses import dataclass

from habitcoach.coaching.absence import question
from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.counters import CounterReader
from habitcoach.coaching.earlier_days import EarlierDays
from habitcoach.coaching.news import News, quiet_ones
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.presence_holds import asks_full_screen
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.promise_views import PromiseReader
from habitcoach.coaching.shift_cards import ShiftCards
from habitcoach.coaching.shift_views import hold_view, shift_view
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.stretches import whole
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionView, RestView
from habitcoach.core.calendar import Shift
from habitcoach.core.habit import Habit
from habitcoach.core.journal import JournalKind
from habitcoach.core.prompt import PromptState
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class TodayReader:
    """Reads the Today view."""

    store: Store
    standings: Standings
    occasions: OccasionReader

    def read(self, agenda: Agenda) -> TodayView:
        """Return today as it stands."""
        return whole(self.reading(agenda))

    def reading(self, agenda: Agenda) -> Generator[None, None, TodayView]:
        """Return the same; yield after every habit, and between what is told of all of them."""
        active = agenda.active()
        shift = agenda.calendar.shift_on(agenda.today)
        seen: list[OccasionView] = []
        for habit in active:
            seen += self.occasions.on(agenda, habit, agenda.today)
            yield
        unconfirmed = (one for one in self.store.open_prompts() if one.state is PromptState.UNCONFIRMED)
        coming = agenda.calendar.next_shift(agenda.now)
        habits = [one for one in active if not is_promise_habit(one)]
        awake = [one for one in habits if not agenda.resting(one)]
        earlier, news = EarlierDays(self.standings), News(self.standings)
        last = earlier.last_shift(agenda)
        best = earlier.best(agenda, active)
        yield
        done_yesterday = self._done_yesterday(agenda, active, last)
        absence = question(agenda)
        yield
        covered, close_out = news.covered(agenda, habits, last), news.close_out(agenda, habits)
        running_alone = self._running_alone(agenda, awake)
        yield
        return TodayView(
            now=agenda.local(agenda.now),
            work_date=agenda.today,
            duty=shift is not None,
            shift=None if shift is None else shift_view(agenda, shift),
            next_shift=None if coming is None else shift_view(agenda, coming),
            occasions=tuple(sorted(seen, key=lambda one: (one.due_at, one.habit_id))),
            counters=CounterReader(self.standings).all(agenda, agenda.today),
            has_habits=bool(habits),
            done_yesterday=done_yesterday,
            unconfirmed=frozenset(one.key.slot for one in unconfirmed),
            hold=hold_view(agenda),
            resting=tuple(RestView(one.id, one.name, one.category) for one in active if agenda.resting(one)),
            absence=absence,
            asks_full_screen=asks_full_screen(self.store),
            promises=PromiseReader(self.store, self.standings).today(agenda),
            card=ShiftCards(self.store, CounterReader(self.standings)).waiting(agenda),
            yesterday_line=self._line(last),
            best_lately=best,
            covered=covered,
            close_out=close_out,
            running_alone=running_alone,
            active=len(awake),
        )

    def _done_yesterday(self, agenda: Agenda, active: list[Habit], last: Shift | None) -> int:
        earlier = EarlierDays(self.standings)
        if last is None or not earlier.comparable(agenda, last):
            return 0
        return earlier.done_on(agenda, active, last.work_date)

    def _line(self, last: Shift | None) -> str:
        line = None if last is None else self.store.line(last.work_date, JournalKind.LINE)
        return "" if line is None else line.text

    def _running_alone(self, agenda: Agenda, habits: list[Habit]) -> int:
        stages = self.occasions.stages
        return 0 if stages is None else quiet_ones(agenda, habits, stages)
