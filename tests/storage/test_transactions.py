"""Writing: all or nothing, one at a time, and never over somebody else."""

import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.core.habit import Category, Draft
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.trigger import Manual
from habitcoach.storage.faults import as_faults
from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore
from tests.support.habits import MONDAY, PLAN, local

NOON = local(MONDAY, "12:00")


def draft(name: str = "Smile") -> Draft:
    return Draft(name, Category.WORDS, PLAN, Manual())


def add_habit(store: SqliteStore) -> NewEntry:
    """Add a habit and return an entry for it."""
    habit_id = store.add_habit(draft(), MONDAY, NOON)
    return NewEntry(habit_id, MONDAY, None, NOON, EntryKind.DONE, Source.COMMAND)


def prompt(slot: str = "2026-11-23/10:30") -> Prompt:
    return Prompt(PromptKey("habit:1", slot), None, 1, MONDAY, NOON, PromptState.CLAIMED)


class _StopError(Exception):
    pass


def test_a_failure_rolls_everything_back(store: SqliteStore) -> None:
    def write_and_fail() -> None:
        with store.writing():
            store.append(add_habit(store))
            store.put_setting("a", "b")
            raise _StopError

    with pytest.raises(_StopError):
        write_and_fail()
    assert (store.habits(), store.newest_entry_id(), store.setting("a")) == ([], 0, None)


def test_an_inner_transaction_joins_the_outer(store: SqliteStore) -> None:
    def write_and_fail() -> None:
        with store.writing():
            with store.writing():
                store.put_setting("a", "b")
            raise _StopError

    with pytest.raises(_StopError):
        write_and_fail()
    assert store.setting("a") is None
    with store.writing(), store.writing():
        store.put_setting("a", "b")
    assert store.setting("a") == "b"


def test_a_transaction_holds_the_lock_from_its_start(store: SqliteStore, path: Path) -> None:
    other = open_store(path, 0)
    with store.writing():
        with pytest.raises(EnvironmentFaultError, match="file_busy"), other.writing():
            pytest.fail("two writers at once")
        with pytest.raises(EnvironmentFaultError, match="file_busy"):
            other.put_setting("a", "b")
        assert other.habits() == []  # reading never waits
    other.put_setting("a", "b")
    assert store.setting("a") == "b"
    other.close()


def test_a_command_waits_for_another_writer(store: SqliteStore, path: Path) -> None:
    wrote = threading.Event()

    def write() -> None:
        other = open_store(path, 5000)
        other.put_setting("from", "the other")
        other.close()
        wrote.set()

    waiter = threading.Thread(target=write)
    with store.writing():
        waiter.start()
        store.put_setting("mine", "first")
        assert not wrote.is_set()
    waiter.join(10)
    assert (store.setting("mine"), store.setting("from")) == ("first", "the other")


def test_only_another_connections_writes_change_the_count(store: SqliteStore, path: Path) -> None:
    before = store.change_count()
    store.put_setting("a", "mine")
    assert store.change_count() == before
    other = open_store(path, 0)
    other.put_setting("a", "theirs")
    assert store.change_count() != before
    other.close()


def test_a_cue_is_claimed_by_one_connection(store: SqliteStore, path: Path) -> None:
    other = open_store(path, 1000)
    assert store.claim(prompt())
    assert not other.claim(prompt())
    assert not store.claim(prompt())
    assert other.claim(prompt("2026-11-23/15:00"))
    other.close()


_CLAIM = """
import sys
from pathlib import Path
from habitcoach.storage.opening import open_store
from tests.storage.test_transactions import prompt
store = open_store(Path(sys.argv[1]), 20_000)
for number in range(100):
    if store.claim(prompt(f"2026-11-23/#{number}")):
        print(number)
store.close()
"""


def test_processes_that_open_and_claim_at_once_share_the_cues(path: Path) -> None:
    root = str(Path(__file__).parents[2])
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _CLAIM, str(path)],
            cwd=root,
            env={"PYTHONPATH": root},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    claimed: Counter[str] = Counter()
    for one in running:
        out, _ = one.communicate(timeout=60)
        assert one.returncode == 0
        claimed.update(out.split())
    assert claimed == {str(number): 1 for number in range(100)}


def test_threads_with_their_own_connections_lose_no_entry(store: SqliteStore, path: Path) -> None:
    entry = add_habit(store)

    def write() -> None:
        own = open_store(path, 10_000)
        for _ in range(25):
            with own.writing():
                own.append(entry)
        own.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(60)
    entries = store.entries(entry.habit_id)
    assert [one.id for one in entries] == list(range(1, 101))


def test_a_store_belongs_to_its_thread(store: SqliteStore) -> None:
    caught: list[Exception] = []

    def read() -> None:
        try:
            store.habits()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    other = threading.Thread(target=read)
    other.start()
    other.join()
    assert len(caught) == 1


# ------------------------------------------------------------------ the log


@pytest.mark.parametrize("sql", ["UPDATE entry SET count = 2", "DELETE FROM entry"])
def test_the_log_is_append_only(store: SqliteStore, sql: str) -> None:
    made = store.append(add_habit(store))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        store._run(sql)
    assert list(store.entries(made.habit_id)) == [made]


def test_a_logged_habit_cannot_be_deleted(store: SqliteStore) -> None:
    made = store.append(add_habit(store))
    with pytest.raises(sqlite3.IntegrityError):
        store.delete_habit(made.habit_id)
    assert len(store.habits()) == 1


@pytest.mark.parametrize(
    "values",
    [
        "(99, '2026-11-23', '', 'done', 'command', NULL)",  # no such habit
        "(1, '2026-11-23', '', 'gone', 'command', NULL)",  # no such kind
        "(1, '2026-11-23', '', 'undo', 'command', NULL)",  # undoes nothing
        "(1, '2026-11-23', '', 'done', 'command', 1)",  # only an undo undoes
        "(1, NULL, '', 'done', 'command', NULL)",
    ],
)
def test_the_file_itself_refuses_what_makes_no_sense(store: SqliteStore, values: str) -> None:
    store.append(add_habit(store))
    with pytest.raises(sqlite3.IntegrityError):
        store._run(f"INSERT INTO entry (habit_id, work_date, at, kind, source, undoes) VALUES {values}")  # noqa: S608


def test_an_entry_is_undone_once(store: SqliteStore) -> None:
    entry = add_habit(store)
    made = store.append(entry)
    undo = NewEntry(made.habit_id, MONDAY, None, NOON, EntryKind.UNDO, Source.COMMAND, undoes=made.id)
    store.append(undo)
    with pytest.raises(sqlite3.IntegrityError):
        store.append(undo)


def test_types_are_strict(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store._run(
            "INSERT INTO prompt VALUES ('a', 1, 's', 'many', '', '', 'shown', '', '', '', '', '', '', 0)"
        )


def test_numbers_of_habits_and_entries_are_never_used_again(store: SqliteStore) -> None:
    first = store.add_habit(draft(), MONDAY, NOON)
    store.delete_habit(first)
    assert store.add_habit(draft(), MONDAY, NOON) != first


# ------------------------------------------------------------------ faults


def test_a_full_disk_saves_nothing_and_says_so(store: SqliteStore) -> None:
    entry = add_habit(store)
    pages = store._run("PRAGMA page_count").fetchone()[0]
    store._run(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with store.writing():
            for _ in range(2000):
                store.append(entry)

    with pytest.raises(EnvironmentFaultError, match="disk_full"):
        fill()
    assert store.newest_entry_id() == 0
    store._run("PRAGMA max_page_count = 100000")
    assert store.append(entry).id == 1


def test_a_read_only_file_says_so(store: SqliteStore) -> None:
    store._run("PRAGMA query_only = ON")
    with pytest.raises(EnvironmentFaultError, match="read_only"):
        store.put_setting("a", "b")


def _sqlite_error(code: int | None) -> sqlite3.Error:
    error = sqlite3.OperationalError("made up")
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_BUSY, "file_busy"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "file_busy"),
        (sqlite3.SQLITE_LOCKED, "file_busy"),
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk_full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read_only"),
        (sqlite3.SQLITE_CANTOPEN, "cannot_open"),
        (sqlite3.SQLITE_PERM, "cannot_open"),
        (sqlite3.SQLITE_CORRUPT, "corrupt"),
        (sqlite3.SQLITE_NOTADB, "corrupt"),
        (sqlite3.SQLITE_IOERR_WRITE, "cannot_write"),
    ],
)
def test_what_the_surroundings_did_is_told_by_its_name(code: int, fault: str) -> None:
    with pytest.raises(EnvironmentFaultError, match=fault), as_faults():
        raise _sqlite_error(code)


@pytest.mark.parametrize("code", [None, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_ERROR])
def test_our_own_mistakes_pass_as_they_are(code: int | None) -> None:
    with pytest.raises(sqlite3.OperationalError), as_faults():
        raise _sqlite_error(code)


def test_closing_a_store_whose_file_is_damaged_still_lets_it_go(path: Path) -> None:
    store = open_store(path, 0)
    store.put_setting("a", "b")
    store._db.conn.set_authorizer(lambda *_: sqlite3.SQLITE_DENY)
    with pytest.raises(sqlite3.DatabaseError):
        store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.habits()


def test_habits_kept_in_mind_are_those_of_the_file(tmp_path: Path) -> None:
    store, other = (open_store(tmp_path / "habitcoach.db", 0) for _ in range(2))
    first = add_habit(store).habit_id
    assert [one.id for one in store.habits()] == [first]
    second = add_habit(other).habit_id
    assert [one.id for one in store.habits()] == [first, second]
    store.rename_habit(first, "Greet", Category.WORDS)
    assert store.habits()[0].name == "Greet"
    with suppress(_StopError), store.writing():
        store.delete_habit(first)
        assert [one.id for one in store.habits()] == [second]
        raise _StopError
    assert [one.id for one in store.habits()] == [first, second]
    store.close()
    other.close()
