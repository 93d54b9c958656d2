"""Sample data for `--demo`: twelve weeks of an agent's log, written through the real use cases."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import WATERMARK
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.target import TargetKind
from habitcoach.core.wall import DAY
from habitcoach.library import load_library
from habitcoach.ports import Clock, Store

WEEKS = 12
HABITS = ("shift_start_reset", "name_and_signoff", "empathy_first", "one_thank_you", "promise_sweep")
_SEED = 4711
_KEPT = 0.86
_SKIPPED = 0.05


@dataclass(slots=True)
class _DrivenClock:
    """A clock that is moved by hand through the past."""

    moment: datetime
    place: tzinfo

    def now(self) -> datetime:
        """Return the moment it was moved to."""
        return self.moment

    def zone(self) -> tzinfo:
        """Return the agent's zone."""
        return self.place


def fill(store: Store, clock: Clock) -> None:
    """Write the sample data into an empty store, up to the present moment. The same each time."""
    chance = random.Random(_SEED)  # noqa: S311  # sample data
    now = clock.now()
    driven = _DrivenClock(now - timedelta(weeks=WEEKS), clock.zone())
    coach = Coach(store, driven)
    wanted = {one.id: one.draft for one in load_library()}
    habits = [coach.habits.add(wanted[name]) for name in HABITS]
    while driven.moment + DAY < now:
        driven.moment += DAY
        for habit in habits:
            _live_a_day(coach, habit, chance)
    # Nothing of those weeks was missed: the app has not been away.
    store.put_setting(WATERMARK, now.isoformat())


def _live_a_day(coach: Coach, habit: Habit, chance: random.Random) -> None:
    agenda = coach.agenda()
    if agenda.calendar.shift_on(agenda.today) is None:
        return
    fate = chance.random()
    if habit.newest.target.kind is TargetKind.RATE:
        of = chance.randint(12, 24)
        count = min(of, round(of * chance.uniform(0.7, 1.0)))
        coach.recording.done(Log(habit.id, Source.WINDOW, count=count, of=of))
    elif fate < _KEPT:
        while _still_open(coach, habit):
            coach.recording.done(Log(habit.id, Source.CARD))
    elif fate < _KEPT + _SKIPPED:
        coach.recording.skip(Skip(habit.id, SkipReason.OUTAGE, Source.CARD))


def _still_open(coach: Coach, habit: Habit) -> bool:
    running = coach.standings.of(coach.agenda(), habit).running
    return running is not None and running.outcome is Outcome.OPEN
