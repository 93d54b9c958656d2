"""Ten years of an agent's life: 50 habits, about 400,000 entries, in a real file. Same seed, same file.

.venv/bin/python -m benchmarks.ten_years
"""

import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.coaching.standings import Standings
from habitcoach.core.calendar import Calendar
from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, Habit, Plan
from habitcoach.core.occasions import occasions_on
from habitcoach.core.target import Target
from habitcoach.core.trigger import trigger_from_json
from habitcoach.core.wall import DAY
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 6, 11, 12, 12, tzinfo=UTC)
YEARS = 10
HABITS = 50
_SEED = 4711
_KEPT = 0.9
_TRIGGER = {"kind": "at", "times": ["09:30", "11:30", "13:30", "15:30"]}


class SteadyClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the moment of all measurements."""
        return NOW

    def zone(self) -> ZoneInfo:
        """Return the agent's zone."""
        return ZONE


def fill(store: SqliteStore, habits: int = HABITS, years: int = YEARS) -> int:
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
    begin = time.perf_counter()
    for habit in agenda.habits:
        coach.standings.of(agenda, habit)
    print(f"everything from scratch  {time.perf_counter() - begin:7.2f} s")
    naive, logged = [], []
    for habit in agenda.habits[:15]:
        begin = time.perf_counter()
        Standings(store).of(agenda, habit)
        naive.append((time.perf_counter() - begin) * 1000)
        begin = time.perf_counter()
        coach.recording.done(Log(habit.id, Source.CARD))
        logged.append((time.perf_counter() - begin) * 1000)
    print(f"one habit, all its log   {median(naive):7.2f} ms (naive full recompute)")
    print(f"one log to its reward    {median(logged):7.2f} ms, max {max(logged):.2f} ms, on disk")
    today = []
    for _ in range(15):
        begin = time.perf_counter()
        coach.today()
        today.append((time.perf_counter() - begin) * 1000)
    print(f"today, all habits        {median(today):7.2f} ms")


if __name__ == "__main__":
    main()
