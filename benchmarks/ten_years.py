"""Ten years of an agent's life: 50 habits, about 400,000 entries, in a real file. Same seed, same file.

.venv/bin/python -m benchmarks.ten_years
"""

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.coaching.strength_reader import StrengthReader
from habitcoach.coaching.strengths import frequency_of
from habitcoach.core.automaticity import PRIOR
from habitcoach.core.calendar import Calendar
from habitcoach.core.consistency import consistency
from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, Habit, Plan
from habitcoach.core.ledger import by_date
from habitcoach.core.occasions import occasions_on
from habitcoach.core.streak import streak_of
from habitcoach.core.strength import strength
from habitcoach.core.target import Target
from habitcoach.core.trigger import trigger_from_json
from habitcoach.core.wall import DAY
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from tests.support.slow_judging import judge_slowly

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 6, 11, 12, 12, tzinfo=UTC)
YEARS = 10
HABITS = 50
_SEED = 4711
_KEPT = 0.9
_SOME = 15  #: habits measured one by one
_TRIGGER = {"kind": "at", "times": ["09:30", "11:30", "13:30", "15:30"]}


class SteadyClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the moment of all measurements."""
        return NOW

    def zone(self) -> ZoneInfo:
        """Return the agent's zone."""
        return ZONE


def fill(store: SqliteStore, habits: int = HABITS, years: float = YEARS) -> int:
    """Write the entries straight into the log and return how many they are."""
    chance = random.Random(_SEED)  # noqa: S311
    begun = NOW - timedelta(days=365 * years)
    calendar = Calendar(ZONE)
    written = 0
    with store.writing():
        for number in range(habits):
            plan = Plan("the clock says so", "do one small thing", "a sip, slowly")
            draft = Draft(f"Habit {number}", Category.FOCUS, plan, trigger_from_json(_TRIGGER), Target())
            store.add_habit(draft, begun.date(), begun)
        for habit in store.habits():
            written += _live(store, habit, calendar, chance)
    return written


def _live(store: SqliteStore, habit: Habit, calendar: Calendar, chance: random.Random) -> int:
    day, written = habit.first_date, 0
    while day < NOW.date():
        for occasion in occasions_on(habit, day, calendar):
            if chance.random() < _KEPT:
                slot, due = occasion.slot, occasion.due
                store.append(NewEntry(habit.id, day, slot, due, EntryKind.DONE, Source.CARD))
                written += 1
        day += DAY
    return written


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "habitcoach.db", COMMAND_WAIT_MS)
        begin = time.perf_counter()
        entries = fill(store)
        print(f"{entries} entries of {HABITS} habits written in {time.perf_counter() - begin:.1f} s")
        _measure(store)
        store.close()


def _measure(store: SqliteStore) -> None:
    coach = Coach(store, SteadyClock())
    agenda = read_agenda(store, SteadyClock())
    standings = _each(agenda.habits, lambda habit: coach.standings.of(agenda, habit))
    strengths = StrengthReader(coach.standings, coach.stages)
    rest = _each(agenda.habits, lambda habit: strengths.of(agenda, habit))
    naive = _each(agenda.habits[:_SOME], lambda habit: _all_naively(store, agenda, habit))
    whole = sum(standings) + sum(rest)
    print(f"everything from scratch  {whole / 1000:7.2f} s, all numbers of {len(agenda.habits)} habits")
    print(
        f"  of it log and standing {sum(standings) / 1000:7.2f} s, stage, strength {sum(rest) / 1000:.2f} s"
    )
    print(f"one habit from scratch   {median(standings) + median(rest):7.2f} ms, all numbers")
    times = median(naive) / (median(standings) + median(rest))
    print(f"  day by day, naively    {median(naive):7.2f} ms, {times:.1f} times as long")

    def log(habit: Habit) -> None:
        coach.recording.done(Log(habit.id, Source.CARD))
        strengths.of(agenda, habit)

    logged = _each(agenda.habits[:_SOME], log)
    print(f"one log to all numbers   {median(logged):7.2f} ms, max {max(logged):.2f} ms, on disk")
    today = _each(agenda.habits[:_SOME], lambda _: coach.today())
    print(f"today, all habits        {median(today):7.2f} ms")
    habits = _each(agenda.habits[:_SOME], lambda _: coach.habits.all())
    print(f"list of habits           {median(habits):7.2f} ms")


def _all_naively(store: SqliteStore, agenda: Agenda, habit: Habit) -> float:
    """Work all numbers out entry by entry and day by day, as algorithms.md tells it."""
    periods = judge_slowly(habit, by_date(store.entries(habit.id)), agenda.setting, agenda.now)
    steadiness = consistency(periods, frequency_of(agenda, habit))
    return strength(steadiness, PRIOR, streak_of(periods).total)


def _each(habits: Sequence[Habit], work: Callable[[Habit], object]) -> list[float]:
    """Return how long a piece of work takes for each of some habits, in ms."""
    found = []
    for habit in habits:
        begin = time.perf_counter()
        work(habit)
        found.append((time.perf_counter() - begin) * 1000)
    return found


if __name__ == "__main__":
    main()
