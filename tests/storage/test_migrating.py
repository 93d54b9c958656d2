"""Bringing an old file up to date: a copy first, all or nothing, and a log that stays append-only."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage import migrating
from habitcoach.storage.migrating import prove_triggers
from habitcoach.storage.migrations import KNOWN, migrations
from habitcoach.storage.opening import open_store
from tests.support.old_files import FILES, entry_ids, live_in, rows, run

STORED = sorted(FILES.glob("*.db"))
SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"


def dump(path: Path) -> list[str]:
    """Return all that a file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture(params=STORED, ids=[one.stem for one in STORED])
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """Return a file of every schema that ever landed, in turn."""
    shutil.copy(request.param, path)
    return path


def test_every_stored_file_keeps_its_log_and_gets_the_newest_shape(old: Path, tmp_path: Path) -> None:
    before = entry_ids(old)
    open_store(old, 0).close()
    assert entry_ids(old) == before
    fresh = tmp_path / "fresh" / "habitcoach.db"
    fresh.parent.mkdir()
    open_store(fresh, 0).close()
    assert rows(old, SCHEMA) == rows(fresh, SCHEMA)
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        run(old, "DELETE FROM entry")


def test_a_copy_of_an_old_file_is_kept_and_whole(path: Path) -> None:
    shutil.copy(FILES / "0001.db", path)
    before = dump(path)
    open_store(path, 0).close()
    copy = path.parent / "backups" / "habitcoach-before-0002.db"
    assert dump(copy) == before
    assert copy.stat().st_mode & 0o077 == 0


def test_a_new_file_needs_no_copy(path: Path) -> None:
    open_store(path, 0).close()
    assert not (path.parent / "backups").exists()


def with_failing_step(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Have the newest step of the schema fail half way."""
    broken = Migrations("habitcoach")
    broken._migrations = list(migrations._migrations)

    @broken(name="9998_late")
    def fail(db: Database) -> None:
        db.execute("CREATE TABLE half_made (a)")
        db.execute("UPDATE habit SET name = 'spoilt'")
        raise error

    monkeypatch.setattr(migrating, "migrations", broken)
    monkeypatch.setattr(migrating, "KNOWN", KNOWN | {"9998_late"})


def test_a_step_that_fails_leaves_the_file_as_it_was_and_says_so(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(old)
    with_failing_step(monkeypatch, ZeroDivisionError("of ours"))
    with pytest.raises(EnvironmentFaultError, match="migration_failed") as fault:
        open_store(old, 0)
    assert fault.value.params["step"] == "9998_late"
    assert dump(old) == before
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]
    monkeypatch.undo()
    store = open_store(old, 0)
    assert "spoilt" not in {one.name for one in store.habits()}
    store.close()


def test_a_disk_that_fills_up_in_a_step_is_told_as_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FILES / "0001.db", path)
    before = dump(path)
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    with_failing_step(monkeypatch, error)
    with pytest.raises(EnvironmentFaultError, match="disk_full"):
        open_store(path, 0)
    assert dump(path) == before


def test_without_a_copy_no_step_is_taken(path: Path) -> None:
    shutil.copy(FILES / "0001.db", path)
    (path.parent / "backups").touch()  # no folder can be made here
    before = dump(path)
    with pytest.raises(EnvironmentFaultError, match="cannot_open"):
        open_store(path, 0)
    assert dump(path) == before


def test_a_damaged_old_file_is_not_migrated(path: Path) -> None:
    live_in(path, 3000)
    run(path, "DELETE FROM _sqlite_migrations WHERE name <> '0001_first'")
    content = bytearray(path.read_bytes())
    content[-90_000:-30_000] = b"\xee" * 60_000
    path.write_bytes(content)
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        open_store(path, 0)
    assert rows(path, "SELECT name FROM _sqlite_migrations") == [("0001_first",)]


def test_names_of_steps_that_make_no_sense_are_damage(path: Path) -> None:
    open_store(path, 0).close()
    run(path, "UPDATE _sqlite_migrations SET name = 'x' || name WHERE name LIKE '0002%'")
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        open_store(path, 0)


@pytest.mark.parametrize("trigger", ["entry_is_never_changed", "entry_is_never_deleted"])
def test_a_step_that_loses_a_trigger_is_noticed(path: Path, trigger: str) -> None:
    live_in(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection)
        prove_triggers(db)
        assert len(entry_ids(path)) == 3
        db.execute(f"DROP TRIGGER {trigger}")
        with pytest.raises(RuntimeError, match=trigger):
            prove_triggers(db)


def test_a_trigger_that_lets_a_change_pass_is_noticed(path: Path) -> None:
    live_in(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection)
        db.execute("DROP TRIGGER entry_is_never_deleted")
        db.execute("CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN SELECT 1; END")
        with pytest.raises(RuntimeError, match="DELETE FROM entry"):
            prove_triggers(db)
    assert len(entry_ids(path)) == 3
