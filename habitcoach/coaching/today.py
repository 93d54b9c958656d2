"""Today: everything the agent can answer, and how the shift stands."""

from dataclasses import dataclass
from datetime import timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import CounterView, HoldView, RestView, ShiftView, TodayView
from habitcoach.core.calendar import Shift
from habitcoach.core.habit import Habit
from habitcoach.core.prompt import PromptState
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact, Manual
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
            counters=tuple(self._counter(agenda, habit) for habit in active if _is_counter(agenda, habit)),
            has_habits=bool(active),
            done_yesterday=self._done_yesterday(agenda, active),
            unconfirmed=frozenset(one.key.slot for one in unconfirmed),
            hold=hold_view(agenda),
            resting=tuple(RestView(one.id, one.name) for one in active if agenda.resting(one)),
        )

    def _counter(self, agenda: Agenda, habit: Habit) -> CounterView:
        standing = self.standings.of(agenda, habit)
        version = habit.version_on(agenda.today) or habit.newest
        log = standing.day(agenda.today)
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

    def _done_yesterday(self, agenda: Agenda, active: list[Habit]) -> int:
        earlier = (agenda.today - timedelta(days=n) for n in range(1, _DAYS_BACK + 1))
        day = next((one for one in earlier if agenda.calendar.shift_on(one) is not None), None)
        if day is None:
            return 0
        logs = (
            self.standings.of(agenda, habit).day(day) for habit in active if not _is_counter(agenda, habit)
        )
        return sum(len(log.done_slots) + log.loose for log in logs)


def _is_counter(agenda: Agenda, habit: Habit) -> bool:
    version = habit.version_on(agenda.today) or habit.newest
    return isinstance(version.trigger, Contact | Manual) and not agenda.setting.paused(habit, agenda.today)


def hold_view(agenda: Agenda) -> HoldView | None:
    """Return what holds the cues of every habit now."""
    running = [one for one in agenda.holds if one.habit_id is None and one.runs(agenda.now)]
    if not running:
        return None
    longest = max(running, key=lambda one: one.until)
    return HoldView(longest.reason, agenda.local(longest.since), agenda.local(longest.until))


def shift_view(agenda: Agenda, shift: Shift) -> ShiftView:
    """Return a shift in the agent's zone."""
    breaks = tuple((agenda.local(begin), agenda.local(end)) for begin, end in shift.breaks)
    return ShiftView(shift.name, agenda.local(shift.start), agenda.local(shift.end), breaks)
