"""Sample data for `--demo`: twelve weeks of an agent's log, written through the real use cases."""

import random
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import WATERMARK
from habitcoach.coaching.recording import Log, Skip
from habitcoach.coaching.review_answers import Said
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.rating import HIGHEST_MARK
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import TargetKind
from habitcoach.core.wall import DAY
from habitcoach.library import load_library
from habitcoach.ports import Clock, Store
from habitcoach.texts.first_run import starting_shifts

WEEKS = 12
HABITS = ("shift_start_reset", "name_and_signoff", "empathy_first", "one_thank_you", "promise_sweep")
SHIFTS = (
    ShiftPattern(time(8), time(16, 30), ((time(12), time(12, 30)),)),
    ShiftPattern(time(13, 30), time(22), ((time(17, 30), time(18)),)),
    ShiftPattern(time(22), time(6), ((time(2), time(2, 30)),)),
)
_SEED = 4711
_FRIDAY = 5
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
    first = driven.moment.astimezone(driven.place).date()
    monday = first - timedelta(days=first.weekday())
    shifts = dict(zip(starting_shifts(), SHIFTS, strict=True))
    coach.duty.set_roster(Roster(monday, monday, shifts, (*[next(iter(shifts))] * _FRIDAY, None, None)))
    wanted = {one.id: one.draft for one in load_library()}
    habits = [coach.habits.add(wanted[name]) for name in HABITS]
    while driven.moment + DAY < now:
        driven.moment += DAY
        for habit in habits:
            _live_a_day(coach, habit, chance)
        if driven.moment.astimezone(driven.place).isoweekday() == _FRIDAY:
            _look_back(coach, habits, (now - driven.moment) // timedelta(weeks=1))
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


def _look_back(coach: Coach, habits: list[Habit], weeks_ago: int) -> None:
    """Say in the week's review how much by itself each happens: a little more every other week."""
    for place, habit in enumerate(habits):
        mark = HIGHEST_MARK - 1 - (weeks_ago + place) // 2
        coach.review_answers.say(habit.id, Said(by_itself=max(1, mark)))


def _still_open(coach: Coach, habit: Habit) -> bool:
    running = coach.standings.of(coach.agenda(), habit).running
    return running is not None and running.outcome is Outcome.OPEN
