"""Days that SQLite adds up are the days that the fold over single entries gives."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.entry import Entry, EntryId, EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.ledger import by_date
from habitcoach.core.target import Target
from habitcoach.storage.opening import open_store, open_store_to_read
from habitcoach.storage.store import SqliteStore
from tests.support.any_habit import any_log
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.thoroughness import examples

TUESDAY = MONDAY + timedelta(days=1)
NOON = local(MONDAY, "12:00")


def opened() -> SqliteStore:
    store = open_store_to_read(Path("/nowhere/habitcoach.db"), 0)
    for name in ("Smile", "Listen"):
        store.add_habit(Draft(name, Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    return store


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    made = opened()
    yield made
    made.close()


def write(store: SqliteStore, log: list[Entry], habit_id: HabitId) -> None:
    """Append entries to another log, undos to what they undo."""
    numbers: dict[EntryId, EntryId] = {}
    for one in log:
        undoes = None if one.undoes is None else numbers[one.undoes]
        fields = {name: getattr(one, name) for name in NewEntry.__dataclass_fields__}
        new = NewEntry(**(fields | {"habit_id": habit_id, "undoes": undoes}))
        numbers[one.id] = store.append(new).id


@given(st.data())
@settings(max_examples=examples(200), deadline=None)
def test_days_added_up_in_the_file_are_those_folded_entry_by_entry(data: st.DataObject) -> None:
    store = opened()
    write(store, data.draw(any_log(MONDAY, {})), HabitId(2))
    write(store, data.draw(any_log(MONDAY, {})), HabitId(1))
    days = st.none() | st.dates(MONDAY - timedelta(days=3), MONDAY + timedelta(days=42))
    span = data.draw(days), data.draw(days)
    for habit_id in (HabitId(1), HabitId(2)):
        assert store.day_logs(habit_id, *span) == by_date(store.entries(habit_id, *span))
    store.close()


def done(day: date = MONDAY, slot: str | None = None, source: Source = Source.CARD) -> NewEntry:
    return NewEntry(HabitId(1), day, slot, NOON, EntryKind.DONE, source)


def test_a_slot_with_a_control_character_is_still_one_slot(store: SqliteStore) -> None:
    store.append(done(slot="2026-11-23/a\x1fb"))
    store.append(done(slot="2026-11-23/c"))
    assert store.day_logs(HabitId(1))[MONDAY].done_slots == {"2026-11-23/a\x1fb", "2026-11-23/c"}


def test_a_day_of_which_all_is_undone_has_no_log(store: SqliteStore) -> None:
    entry = store.append(done())
    store.append(replace(done(), kind=EntryKind.UNDO, undoes=entry.id))
    assert store.day_logs(HabitId(1)) == {}
    assert store.has_entries(HabitId(1))


def test_estimates_and_skips_are_weighed_with_their_whole_day(store: SqliteStore) -> None:
    store.append(replace(done(source=Source.ESTIMATE), count=5, of=10))
    store.append(replace(done(TUESDAY, "2026-11-24/10:30"), kind=EntryKind.SKIP, reason=SkipReason.SICK))
    store.append(done(TUESDAY, "2026-11-24/15:00"))
    found = store.day_logs(HabitId(1))
    assert found[MONDAY].estimated
    assert (found[MONDAY].hits, found[MONDAY].of) == (5, 10)
    assert found[TUESDAY].skipped_slots == {"2026-11-24/10:30"}
    assert found[TUESDAY].done_slots == {"2026-11-24/15:00"}
    store.append(replace(done(), count=1, of=2))
    assert store.day_logs(HabitId(1))[MONDAY].of == 2


def test_a_date_that_is_none_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "habitcoach.db"
    made = open_store(path, 0)
    made.add_habit(Draft("Smile", Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO entry (habit_id, work_date, at, kind, source)"
            " VALUES (1, '2026-99-99', '2026-11-23T11:00:00.000Z', 'done', 'card')"
        )
    for read in (lambda: made.day_logs(HabitId(1)), lambda: made.logged_after(EntryId(0))):
        with pytest.raises(EnvironmentFaultError) as caught:
            read()
        assert caught.value.code == "corrupt"
    made.close()


def test_a_habit_never_logged_has_no_entries(store: SqliteStore) -> None:
    store.append(done())
    assert store.has_entries(HabitId(1))
    assert not store.has_entries(HabitId(2))


def test_what_was_logged_after_an_entry_is_told_by_habit_and_first_date(store: SqliteStore) -> None:
    first = store.append(done(MONDAY))
    assert store.logged_after(EntryId(0)) == {1: MONDAY}
    assert store.logged_after(first.id) == {}
    store.append(done(TUESDAY))
    store.append(done(MONDAY))
    store.append(replace(done(TUESDAY), habit_id=HabitId(2)))
    assert store.logged_after(first.id) == {1: MONDAY, 2: TUESDAY}
