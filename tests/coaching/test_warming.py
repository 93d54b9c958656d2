"""What is worked out stretch by stretch is what is worked out at once."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.standings import A_STRETCH, Standings
from habitcoach.coaching.warming import warm
from habitcoach.core.entry import EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import Category, Draft, Habit
from habitcoach.core.target import Target
from habitcoach.storage.opening import open_store_to_read
from habitcoach.storage.store import SqliteStore
from tests.support.any_habit import any_target, any_trigger
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.thoroughness import examples

NOON = local(MONDAY, "12:00")
YEARS = 2


def opened() -> SqliteStore:
    return open_store_to_read(Path("/nowhere/habitcoach.db"), 0)


def log_at_random(store: SqliteStore, habit: Habit, chance: st.DataObject) -> None:
    """Log or skip on some days of some years, undo now and then."""
    days = chance.draw(st.lists(st.integers(0, YEARS * 365), max_size=60))
    for number in days:
        day = MONDAY + timedelta(days=number)
        kind = chance.draw(st.sampled_from((EntryKind.DONE, EntryKind.DONE, EntryKind.SKIP)))
        reason = SkipReason.SICK if kind is EntryKind.SKIP else None
        entry = store.append(NewEntry(habit.id, day, None, NOON, kind, Source.WINDOW, reason=reason))
        if chance.draw(st.integers(0, 9)) == 0:
            store.append(NewEntry(habit.id, day, None, NOON, EntryKind.UNDO, Source.WINDOW, undoes=entry.id))


@given(st.lists(st.tuples(any_trigger, any_target), min_size=1, max_size=2), st.data())
@settings(max_examples=examples(25), deadline=None)
def test_warmed_is_as_worked_out_at_once(plans: list[tuple[object, object]], data: st.DataObject) -> None:
    store, clock = opened(), DrivenClock(NOON)
    for number, (trigger, target) in enumerate(plans):
        draft = Draft(f"Habit {number}", Category.WORDS, PLAN, trigger, target)  # type: ignore[arg-type]
        store.add_habit(draft, MONDAY, NOON)
    for habit in store.habits():
        log_at_random(store, habit, data)
    clock.advance(timedelta(days=YEARS * 365 + 40))
    agenda = read_agenda(store, clock)
    stages = StageReader(store, Standings(store))
    for _ in warm(agenda, stages):
        pass
    for habit in agenda.habits:
        fresh = StageReader(store, Standings(store))
        assert stages.standings.of(agenda, habit) == fresh.standings.of(agenda, habit)
        assert stages.of(agenda, habit) == fresh.of(agenda, habit)
    store.close()


def test_a_log_in_between_is_seen() -> None:
    store, clock = opened(), DrivenClock(NOON)
    habit_id = store.add_habit(Draft("Smile", Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    clock.advance(2 * A_STRETCH + timedelta(days=3))
    stages = StageReader(store, Standings(store))
    agenda = read_agenda(store, clock)
    stretches = warm(agenda, stages)
    next(stretches)
    store.append(NewEntry(habit_id, MONDAY, None, NOON, EntryKind.DONE, Source.WINDOW))
    stages.standings.forget(Changed(habit_id, MONDAY))
    assert sum(1 for _ in stretches) == 1
    assert stages.standings.of(agenda, agenda.habits[0]).streak.total == 1
    store.close()


def test_young_habits_are_worked_out_at_one_stretch() -> None:
    store, clock = opened(), DrivenClock(NOON)
    for name in ("Smile", "Listen"):
        store.add_habit(Draft(name, Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    clock.advance(timedelta(days=60))
    agenda = read_agenda(store, clock)
    assert list(warm(agenda, StageReader(store, Standings(store)))) == []
    store.close()
