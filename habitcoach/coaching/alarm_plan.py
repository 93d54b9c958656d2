"""The alarms that the next cues, snoozes and ends of windows need."""

from collections.abc import Generator, Iterator, Mapping
from datetime import datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.claiming import Claiming, looked_from
from habitcoach.coaching.day_plan import DayPlan
from habitcoach.coaching.occasion_views import snoozed_until
from habitcoach.coaching.promise_cues import PromiseCues
from habitcoach.coaching.releasing import Releasing
from habitcoach.core.habit import Habit
from habitcoach.core.planner import coming
from habitcoach.core.turn import WaitReason
from habitcoach.ports import Alarms


class AlarmPlan:
    """Sets one alarm per habit, snooze and window's end, and those of the day and its shift."""

    def __init__(
        self, alarms: Alarms, claiming: Claiming, releasing: Releasing, promises: PromiseCues
    ) -> None:
        self._alarms = alarms
        self._claiming = claiming
        self._releasing = releasing
        self._promises = promises
        self._keys: set[str] = set()

    def wanted(
        self, agenda: Agenda, plan: DayPlan, looked: datetime
    ) -> Generator[None, None, Mapping[str, datetime]]:
        """Return the alarms wanted after a look at `looked`; yield after every habit.

        What came due since that look rings at once, rather than being left out as already past.
        """
        wanted = dict(self._of_day(agenda, plan, looked)) | self._promises.alarms(agenda)
        for habit in agenda.active():
            following = self._next(agenda, plan, habit, max(looked, habit.created_at))
            if following is not None:
                wanted[f"habit:{habit.id}"] = following
            yield
        for prompt in self._releasing.open():
            name = f"{prompt.key.subject}@{prompt.key.slot}"
            until = snoozed_until(prompt)
            if until is None:
                wanted[f"end:{name}"] = self._releasing.closes(agenda, prompt)
            else:
                wanted[f"snooze:{name}"] = until
        return wanted

    def set(self, wanted: Mapping[str, datetime]) -> None:
        """Set what is wanted, and cancel what was set before and is not."""
        for key in self._keys - wanted.keys():
            self._alarms.cancel(key)
        for key, due in wanted.items():
            self._alarms.set(key, due)
        self._keys = set(wanted)

    def _of_day(self, agenda: Agenda, plan: DayPlan, looked: datetime) -> Iterator[tuple[str, datetime]]:
        yield "day", agenda.calendar.end_of(agenda.today)
        shift = agenda.calendar.next_shift(looked)
        if shift is not None:
            yield "shift", shift.start
        if plan.gathers_at is not None and plan.gathers_at > looked:
            yield "gather", plan.gathers_at
        releases = [one.release for one in (*agenda.holds, *agenda.breaks) if one.release > looked]
        if self._releasing.free(agenda):
            releases.append(agenda.now)
        if releases:
            yield "release", min(releases)
        if any(one.held_for == WaitReason.BUDGET.value for one in self._releasing.listed(agenda)):
            free = self._claiming.free_from(agenda, plan)
            if free is not None:
                yield "budget", free

    def _next(self, agenda: Agenda, plan: DayPlan, habit: Habit, looked: datetime) -> datetime | None:
        """Return when a habit is to be looked at next."""
        times = list(self._today(agenda, plan, habit, looked))
        for occasion in coming(habit, agenda.setting, looked):
            if occasion.work_date != plan.day:
                times.append(occasion.due)
                break
        return min(times, default=None)

    def _today(self, agenda: Agenda, plan: DayPlan, habit: Habit, looked: datetime) -> Iterator[datetime]:
        """Yield the turns of today's cues that lie ahead, and now for one that came into being since."""
        for cue in plan.cues.get(habit.id, ()):
            if not cue.open:
                continue
            if cue.turn.at > looked:
                yield cue.turn.at
            elif cue.occasion.due > looked_from(habit, looked) and self._claiming.unclaimed(
                agenda, habit, cue.occasion
            ):
                yield agenda.now
