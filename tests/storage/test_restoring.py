"""Putting a backup back: seen beforehand, all or nothing, and the present file is kept."""

import os
import shutil
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.storage import restoring
from habitcoach.storage.backups import make_backup
from habitcoach.storage.checking import look_over
from habitcoach.storage.connecting import connected
from habitcoach.storage.opening import open_store
from habitcoach.storage.restoring import preview, restore, state_of
from tests.support.habits import MONDAY
from tests.support.old_files import FILES, entry_ids, live_in, rows, run


@pytest.fixture
def backup(path: Path) -> Path:
    """Return a backup with three entries of a file that has five by now, and another habit."""
    live_in(path)
    made, _ = make_backup(path, MONDAY)
    live_in(path, 1)
    live_in(path, 1, habit="Names")
    return made.path


def names(path: Path) -> list[str]:
    """Return the files of a home by name."""
    return sorted(one.relative_to(path.parent).as_posix() for one in path.parent.rglob("*") if one.is_file())


def test_a_look_beforehand_says_what_would_be_lost_and_changes_nothing(path: Path, backup: Path) -> None:
    before = path.read_bytes()
    found = preview(path, backup)
    assert (found.state, found.entries_lost, found.habits_lost) == ("whole", 2, ("Names",))
    assert found.rows_lost["habit_version"] == 1
    assert path.read_bytes() == before
    assert names(path) == ["backups/habitcoach-2026-11-23.db", "habitcoach.db"]


def test_a_backup_is_put_back_and_the_present_file_is_kept(path: Path, backup: Path) -> None:
    before = entry_ids(path)
    [kept] = restore(path, backup, MONDAY)
    assert entry_ids(path) == [1, 2, 3]
    assert rows(path, "SELECT name FROM habit") == [("Smile",)]
    assert kept.name == "habitcoach-replaced-2026-11-23-1.db"
    assert entry_ids(kept) == before
    assert rows(kept, "PRAGMA integrity_check") == [("ok",)]
    assert kept.stat().st_mode & 0o077 == 0


def test_what_was_kept_can_be_put_back_again(path: Path, backup: Path) -> None:
    before = rows(path, "SELECT * FROM entry")
    [kept] = restore(path, backup, MONDAY)
    [second] = restore(path, kept, MONDAY)
    assert rows(path, "SELECT * FROM entry") == before
    assert second.name == "habitcoach-replaced-2026-11-23-2.db"


def test_numbers_are_not_used_again_after_a_restore(path: Path, backup: Path) -> None:
    restore(path, backup, MONDAY)
    live_in(path, 1)
    assert entry_ids(path) == [1, 2, 3, 6]


def test_the_log_is_append_only_after_a_restore(path: Path, backup: Path) -> None:
    restore(path, backup, MONDAY)
    store = open_store(path, 0)
    with pytest.raises(Exception, match="never"):
        store._run("DELETE FROM entry")
    store.close()


def test_a_program_that_has_the_file_open_sees_the_backup(path: Path, backup: Path) -> None:
    store = open_store(path, 0)
    seen = store.change_count()
    assert len(store.habits()) == 2
    restore(path, backup, MONDAY)
    assert store.change_count() != seen
    assert [one.name for one in store.habits()] == ["Smile"]
    store.close()


def test_a_program_that_writes_makes_a_restore_wait_or_give_up(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habitcoach.storage.connecting.connect.__defaults__", (0,))
    store = open_store(path, 0)
    with store.writing():
        store.put_setting("a", "b")
        with pytest.raises(EnvironmentFaultError, match="file_busy"):
            restore(path, backup, MONDAY)
    store.close()
    assert len(entry_ids(path)) == 5


def test_a_backup_of_an_older_schema_is_brought_up_to_date_on_the_way(path: Path) -> None:
    live_in(path)
    old = path.with_name("old.db")
    shutil.copy(FILES / "0001.db", old)
    content = old.read_bytes()
    restore(path, old, MONDAY)
    assert len(entry_ids(path)) == 7
    assert old.read_bytes() == content
    store = open_store(path, 0)
    assert len(store.habits()) == 3
    store.close()


def test_a_raw_copy_with_its_write_ahead_log_is_taken_as_a_whole(path: Path, tmp_path: Path) -> None:
    live_in(path)
    store = open_store(path, 0)
    live_in(path, 4)
    stick = tmp_path / "stick"
    stick.mkdir()
    for one in (path, path.with_name("habitcoach.db-wal")):
        shutil.copy(one, stick)
    store.close()
    other = tmp_path / "other" / "habitcoach.db"
    restore(other, stick / "habitcoach.db", MONDAY)
    assert len(entry_ids(other)) == 7
    assert sorted(one.name for one in stick.iterdir()) == ["habitcoach.db", "habitcoach.db-wal"]


@pytest.mark.parametrize("place", ["put_triggers", "_require_whole"])
def test_what_goes_wrong_on_the_way_leaves_the_present_file(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    before = rows(path, "SELECT * FROM entry"), rows(path, "SELECT * FROM habit")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(restoring, place, fail)
    with pytest.raises(ZeroDivisionError):
        restore(path, backup, MONDAY)
    assert (rows(path, "SELECT * FROM entry"), rows(path, "SELECT * FROM habit")) == before
    assert look_over(path) == []
    assert list(path.parent.rglob("*.part")) == []


def test_rows_that_do_not_fit_are_not_put_back(path: Path, backup: Path) -> None:
    with connected(backup) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO note (entry_id, text) VALUES (77, 'x')")
        with pytest.raises(EnvironmentFaultError, match="cannot_write"):
            restoring._require_whole(connection)
    assert refused(path, backup) == "damaged_backup"


# ------------------------------------------------------------------ the present file is no good


def test_where_there_is_no_file_the_backup_becomes_it(path: Path, backup: Path) -> None:
    path.unlink()
    assert preview(path, backup) == restoring.Preview("missing")
    assert not path.exists()
    assert restore(path, backup, MONDAY) == []
    assert entry_ids(path) == [1, 2, 3]
    assert path.stat().st_mode & 0o077 == 0
    assert names(path) == ["backups/habitcoach-2026-11-23.db", "habitcoach.db"]


@pytest.mark.parametrize("content", [b"", b"no database " * 999, b"\0" * 8192])
def test_a_damaged_file_is_set_aside_with_what_lies_beside_it(
    path: Path, backup: Path, content: bytes
) -> None:
    path.write_bytes(content)
    wal = path.with_name("habitcoach.db-wal")
    wal.write_bytes(b"what was in it")
    assert preview(path, backup).state == "damaged"
    kept = restore(path, backup, MONDAY)
    assert [one.name for one in kept] == [
        "habitcoach-damaged-2026-11-23-1.db",
        "habitcoach-damaged-2026-11-23-1.db-wal",
    ]
    assert [one.read_bytes() for one in kept] == [content, b"what was in it"]
    assert entry_ids(path) == [1, 2, 3]


def test_two_damaged_files_are_both_kept(path: Path, backup: Path) -> None:
    for number, content in enumerate((b"first " * 999, b"second " * 999), 1):
        path.write_bytes(content)
        [kept] = restore(path, backup, MONDAY)
        assert kept.name == f"habitcoach-damaged-2026-11-23-{number}.db"
        assert kept.read_bytes() == content


def test_a_file_damaged_inside_is_set_aside_as_it_is(path: Path, backup: Path) -> None:
    live_in(path, 2000)
    with path.open("r+b") as file:
        file.seek(-60_000, os.SEEK_END)
        file.write(b"\xff" * 40_000)
    content = path.read_bytes()
    assert state_of(path) == "damaged"
    [kept, *_] = restore(path, backup, MONDAY)
    assert kept.read_bytes() == content


def test_a_newer_file_makes_way_and_is_kept(path: Path, backup: Path) -> None:
    run(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('habitcoach', '9999', '')",
    )
    assert preview(path, backup).state == "unusable"
    [kept] = restore(path, backup, MONDAY)
    assert kept.name == "habitcoach-replaced-2026-11-23-1.db"
    assert len(entry_ids(kept)) == 5
    assert entry_ids(path) == [1, 2, 3]


def test_cut_short_between_its_renames_the_file_is_missed_and_put_back_again(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"no database " * 999)
    monkeypatch.setattr(Path, "replace", _killed)
    with pytest.raises(KeyboardInterrupt):
        restore(path, backup, MONDAY)
    monkeypatch.undo()
    shutil.rmtree(backup.parent)  # not even a backup is needed to notice
    with pytest.raises(EnvironmentFaultError, match="file_missing"):
        open_store(path, 0)
    assert path.with_name("habitcoach-damaged-2026-11-23-1.db").exists()


def _killed(_from: Path, _to: Path) -> None:
    raise KeyboardInterrupt


# ------------------------------------------------------------------ what is put back is no good


def refused(path: Path, backup: Path) -> str:
    """Return the code with which both refuse; nothing may change."""
    before, known = path.read_bytes(), names(path)
    codes = set()
    for act in (lambda: preview(path, backup), lambda: restore(path, backup, MONDAY)):
        with pytest.raises(RefusedError) as refusal:
            act()
        codes.add(refusal.value.code)
    assert (path.read_bytes(), names(path)) == (before, known)
    [code] = codes
    return code


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    live_in(path)
    assert refused(path, path.with_name("nowhere.db")) == "no_such_backup"
    assert refused(path, path.parent) == "no_such_backup"


def test_the_file_itself_is_no_backup_of_it(path: Path) -> None:
    live_in(path)
    assert refused(path, path) == "is_the_file"


def test_files_of_others_are_refused(path: Path) -> None:
    live_in(path)
    text, other = path.with_name("text.db"), path.with_name("other.db")
    text.write_text("a text " * 999)
    run(other, "CREATE TABLE album (id INTEGER)")
    assert refused(path, text) == "not_a_backup"
    assert refused(path, other) == "not_a_backup"
    run(other, "CREATE TABLE _sqlite_migrations (id INTEGER, migration_set TEXT, name TEXT, applied_at TEXT)")
    assert refused(path, other) == "not_a_backup"
    other.write_bytes(b"")
    assert refused(path, other) == "not_a_backup"


def test_a_backup_of_a_newer_program_is_refused(path: Path, backup: Path) -> None:
    run(backup, "UPDATE _sqlite_migrations SET name = '9999_later' WHERE name = '0001_first'")
    assert refused(path, backup) == "newer_backup"


@pytest.mark.parametrize("harm", ["truncated", "overwritten", "no trigger", "orphan", "foreign trigger"])
def test_a_damaged_backup_is_refused(path: Path, harm: str) -> None:
    live_in(path, 3000)
    made, _ = make_backup(path, MONDAY)
    content = made.path.read_bytes()
    if harm == "truncated":
        made.path.write_bytes(content[: len(content) // 2])
    elif harm == "overwritten":
        made.path.write_bytes(content[:-90_000] + b"\xaa" * 50_000 + content[-40_000:])
    elif harm == "no trigger":
        run(made.path, "DROP TRIGGER entry_is_never_deleted")
    elif harm == "orphan":
        run(made.path, "INSERT INTO note (entry_id, text) VALUES (99999, 'lost')")
    else:
        run(made.path, "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM note; END")
    assert refused(path, made.path) == "damaged_backup"
