"""A standing worked out bit by bit is the one worked out at once."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.standings import Standings
from habitcoach.core.duty import DutyChange
from habitcoach.core.entry import EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import Category, Draft, HabitId, Pause, Version
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from habitcoach.storage.opening import open_store_to_read
from habitcoach.storage.store import SqliteStore
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, PLAN, at, local

plans = st.sampled_from(
    [
        (at("10:30", "15:00"), Target()),
        (Contact(), Target(TargetKind.COUNT, 3)),
        (Contact(), Target(TargetKind.COUNT, 4, Per.WEEK)),
        (Contact(), Target(TargetKind.RATE, 80, minimum=2)),
        (Manual(), Target(TargetKind.CHECK, 2, Per.WEEK)),
        (at("10:30"), Target(TargetKind.CHECK, "all", Per.MONTH)),
    ]
)
steps = st.one_of(
    st.tuples(st.just("days"), st.integers(-4, 12)),
    st.tuples(st.sampled_from(["done", "skip", "undo", "pause", "off", "edit"]), st.integers(0, 20)),
)


class _Life:
    """A habit in a store of its own, and what happens to it."""

    def __init__(self, plan: tuple[object, object]) -> None:
        self.store: SqliteStore = open_store_to_read(Path("/nowhere/habitcoach.db"), 0)
        self.clock = DrivenClock(local(MONDAY, "12:00"))
        self.standings = Standings(self.store)
        trigger, target = plan
        draft = Draft("Smile", Category.WORDS, PLAN, trigger, target)  # type: ignore[arg-type]
        self.habit_id = self.store.add_habit(draft, MONDAY, self.clock.now())

    def happen(self, kind: str, number: int, plan: tuple[object, object]) -> None:
        today = read_agenda(self.store, self.clock).today
        day = today - timedelta(days=number)
        acts: dict[str, Callable[[], None]] = {
            "days": lambda: self.clock.advance(timedelta(days=number)),
            "done": lambda: self._append(day, EntryKind.DONE),
            "skip": lambda: self._append(day, EntryKind.SKIP),
            "undo": self._undo,
            "pause": lambda: self.store.add_pause(
                Pause(self.habit_id, day, day + timedelta(days=2), "paused")
            ),
            "off": lambda: self.store.put_duty(DutyChange(day, "", None)),
            "edit": lambda: self._edit(today, plan),
        }
        acts[kind]()

    def _append(self, day: date, kind: EntryKind) -> None:
        reason = SkipReason.SICK if kind is EntryKind.SKIP else None
        self._write(NewEntry(self.habit_id, day, None, self.clock.now(), kind, Source.WINDOW, reason=reason))

    def _undo(self) -> None:
        live = self.store.newest_live_entry()
        if live is not None:
            now = self.clock.now()
            self._write(
                NewEntry(
                    self.habit_id, live.work_date, None, now, EntryKind.UNDO, Source.WINDOW, undoes=live.id
                )
            )

    def _write(self, entry: NewEntry) -> None:
        self.store.append(entry)
        self.standings.forget(Changed(self.habit_id, entry.work_date))

    def _edit(self, today: date, plan: tuple[object, object]) -> None:
        if today >= MONDAY:
            trigger, target = plan
            self.store.put_version(self.habit_id, Version(today, PLAN, trigger, target))  # type: ignore[arg-type]
            self.standings.forget(Changed(self.habit_id))


@given(plans, plans, st.lists(steps, max_size=25))
@settings(max_examples=150, deadline=None)
def test_bit_by_bit_is_as_at_once(
    plan: tuple[object, object], other: tuple[object, object], happens: list[tuple[str, int]]
) -> None:
    life = _Life(plan)
    for kind, number in happens:
        life.happen(kind, number, other)
        agenda = read_agenda(life.store, life.clock)
        habit = agenda.existing(HabitId(life.habit_id))
        found = life.standings.of(agenda, habit)
        fresh = Standings(life.store).of(agenda, habit)
        assert found.periods == fresh.periods
        assert found.streak == fresh.streak
        for period in fresh.periods:
            for day in period.period.days():
                assert found.day(day) == fresh.day(day)
    life.store.close()
