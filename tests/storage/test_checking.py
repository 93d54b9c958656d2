"""Looking a file over."""

import sqlite3
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage import checking
from habitcoach.storage.checking import look_over, quick_look
from habitcoach.storage.opening import open_store
from tests.support.old_files import entry_ids, live_in, rows, run

PROMISE = (
    "INSERT INTO promise (made_at, set_at, due_at, place, work_date)"
    " VALUES ('now', 'now', 'soon', 'here', 'x')"
)
PROMPT = "('habit:1', 1, 's', 1, '', '', 'shown', '', '', '', '', '', '', 0)"


def codes(path: Path) -> set[str]:
    return {one.code for one in look_over(path)}


def test_a_whole_file_has_nothing_wrong(path: Path) -> None:
    live_in(path)
    assert look_over(path) == []
    assert quick_look(path) == "ok"


def test_looking_changes_nothing(path: Path) -> None:
    live_in(path)
    before = path.read_bytes()
    look_over(path)
    quick_look(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("DROP TRIGGER entry_is_never_changed", "shape"),
        ("DROP INDEX entry_by_habit", "shape"),
        ("CREATE TABLE mine (a)", "shape"),
        ("ALTER TABLE note ADD COLUMN mine TEXT", "shape"),
        ("INSERT INTO note (entry_id, text) VALUES (77, 'x')", "orphan"),
        ("INSERT INTO streak VALUES (9, 77, '2026-11-23', '2026-11-23', 1, 1)", "orphan"),
        ('UPDATE habit_version SET trigger = \'{"kind":"at"}\'', "unreadable"),
        ("UPDATE habit_version SET target = 'x'", "unreadable"),
        ("UPDATE habit SET created_at = 'yesterday'", "unreadable"),
        ("INSERT INTO pause VALUES (1, 1, 'one', 'two', '')", "unreadable"),
        (
            "INSERT INTO prompt VALUES " + PROMPT,  # noqa: S608
            "unreadable",
        ),
        (PROMISE, "unreadable"),
        ("INSERT INTO roster VALUES (1, '2026-11-23', '2026-11-23', '[]', '{')", "unreadable"),
    ],
)
def test_what_is_wrong_is_found(path: Path, harm: str, code: str) -> None:
    live_in(path)
    run(path, harm)
    assert codes(path) == {code}


def test_an_entry_of_no_known_kind_of_source_is_unreadable(path: Path) -> None:
    live_in(path)
    run(
        path,
        "INSERT INTO entry (habit_id, work_date, at, kind, source)"
        " VALUES (1, '2026-11-23', 'x', 'done', 'moon')",
    )
    assert codes(path) == {"unreadable"}


def test_a_text_that_is_no_text_is_unreadable(path: Path) -> None:
    live_in(path)
    run(path, "UPDATE habit SET name = CAST(x'ff80' AS TEXT)")
    assert codes(path) == {"unreadable"}


def test_bytes_gone_wrong_are_damage(path: Path) -> None:
    live_in(path, 2000)
    content = path.read_bytes()
    path.write_bytes(content[:-60_000] + b"\xee" * 40_000 + content[-20_000:])
    assert "damaged" in codes(path)
    assert quick_look(path) != "ok"


@pytest.mark.parametrize("content", [b"text " * 2000, b"\0" * 8192])
def test_no_database_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert codes(path) == {"damaged"}
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        quick_look(path)


def test_a_file_that_went_away_is_not_made(path: Path) -> None:
    for look in (quick_look, look_over):
        with pytest.raises(EnvironmentFaultError, match="cannot_open"):
            look(path)
    assert not path.exists()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_READ])
def test_what_disk_and_lock_do_is_no_damage(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    live_in(path)

    def refuse(_: object) -> list[str]:
        error = sqlite3.OperationalError("made up")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(checking, "complaints", refuse)
    with pytest.raises(EnvironmentFaultError):
        look_over(path)


def test_mending_brings_back_triggers_and_indexes(path: Path) -> None:
    live_in(path)
    run(
        path,
        "DROP TRIGGER entry_is_never_deleted",
        "CREATE TRIGGER evil AFTER INSERT ON habit BEGIN DELETE FROM note; END",
    )
    store = open_store(path, 0)
    store.mend()
    store.close()
    assert look_over(path) == []
    with pytest.raises(sqlite3.IntegrityError):
        run(path, "DELETE FROM entry")
    assert entry_ids(path) == [1, 2, 3]


def test_what_is_erased_leaves_no_trace_in_the_file(path: Path) -> None:
    live_in(path)
    store = open_store(path, 0)
    store.add_note(store.newest_entry_id(), "a very private sentence")
    store.put_note(store.newest_entry_id(), None)
    store.wipe_traces()
    near = [one.read_bytes() for one in path.parent.iterdir()]
    assert not any(b"very private" in content for content in near)
    store.close()
    assert rows(path, "SELECT count(*) FROM note") == [(0,)]
