"""Promises in the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.core.entry import EntryId, EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft
from habitcoach.core.promise import Promise, PromiseAnswer, PromiseChange, PromiseId, PromiseState
from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore
from tests.support.habits import MONDAY, PLAN, local

DUE = local(MONDAY, "15:40")
ONE = Promise(
    PromiseId(0), local(MONDAY, "09:00"), local(MONDAY, "09:30"), DUE, "2026-11-23T15:40", MONDAY, "4711", "n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = open_store(tmp_path / "habitcoach.db", 0)
    yield made
    made.close()


def add(store: SqliteStore, **changes: object) -> Promise:
    wanted = replace(ONE, **changes)  # type: ignore[arg-type]
    return replace(wanted, id=store.add_promise(wanted))


def entry(store: SqliteStore) -> EntryId:
    habit = store.add_habit(Draft("Promises", Category.PROMISES, PLAN), MONDAY, DUE)
    return store.append(NewEntry(habit, MONDAY, None, DUE, EntryKind.DONE, Source.CARD)).id


def test_it_comes_back_as_it_was_written(store: SqliteStore) -> None:
    one = add(store)
    assert (one.id, store.promise(one.id), store.promise(PromiseId(9))) == (1, one, None)
    kept = replace(one, state=PromiseState.KEPT, answered_at=DUE, retimed=2)
    store.update_promise(kept)
    assert store.promise(one.id) == kept


def test_numbers_are_never_given_twice(store: SqliteStore, tmp_path: Path) -> None:
    add(store)
    with closing(sqlite3.connect(tmp_path / "habitcoach.db", isolation_level=None)) as file:
        file.execute("DELETE FROM promise")
    assert store.add_promise(ONE) == 2


def test_lists_by_due_time(store: SqliteStore) -> None:
    late = add(store, due=DUE + timedelta(hours=1))
    early = add(store)
    done = add(store, state=PromiseState.KEPT, answered_at=DUE)
    assert store.open_promises() == [early, late]
    assert store.promises() == [early, done, late]
    assert store.promises_kept() == 1


def test_from_a_date_on_comes_what_was_due_then(store: SqliteStore) -> None:
    add(store, work_date=MONDAY - timedelta(days=3))
    due = add(store, work_date=MONDAY)
    assert store.promises(MONDAY) == [due]


def test_a_change_gives_back_how_it_stood_but_no_erased_text(store: SqliteStore) -> None:
    one, line = add(store), entry(store)
    store.add_promise_change(PromiseChange(one, PromiseAnswer.RETIME, line))
    store.update_promise(replace(one, due=DUE + timedelta(days=1), place="2026-11-24T15:40"))
    assert store.promise_change(line) == PromiseChange(one, PromiseAnswer.RETIME, line)
    assert store.promise_change(EntryId(99)) is None
    store.erase_promise_texts(DUE + timedelta(days=2))
    found = store.promise_change(line)
    assert found is not None
    assert (found.before.ticket, found.before.note, found.before.due) == ("", "", DUE)


def test_only_texts_of_old_ones_are_erased(store: SqliteStore) -> None:
    add(store)
    assert not store.has_promise_texts(DUE)
    assert store.has_promise_texts(DUE + timedelta(seconds=1))
    store.erase_promise_texts(DUE)
    assert store.promises()[0].ticket == "4711"
    store.erase_promise_texts(DUE + timedelta(seconds=1))
    assert not store.has_promise_texts(DUE + timedelta(seconds=1))


@pytest.mark.parametrize("state", [PromiseState.KEPT, PromiseState.KEPT_LATE, PromiseState.DROPPED])
def test_the_file_refuses_an_answered_one_without_its_moment(store: SqliteStore, state: PromiseState) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(store, state=state)


def test_one_line_of_the_log_answers_one_promise(store: SqliteStore) -> None:
    one, line = add(store), entry(store)
    store.add_promise_change(PromiseChange(one, PromiseAnswer.KEEP, line))
    with pytest.raises(sqlite3.IntegrityError):
        store.add_promise_change(PromiseChange(one, PromiseAnswer.DROP, line))
