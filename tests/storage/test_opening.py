"""Opening the agent's file."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.core.habit import HabitId
from habitcoach.storage import opening
from habitcoach.storage.backups import make_backup
from habitcoach.storage.migrations import KNOWN, migrations
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store, open_store_to_read
from habitcoach.storage.store import SqliteStore
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, at, local
from tests.support.old_files import live_in, rows, run

FILES = Path(__file__).parent / "files"


def pragma(store: SqliteStore, name: str) -> object:
    return store._run(f"PRAGMA {name}").fetchone()[0]


def test_the_file_is_durable_and_strict(store: SqliteStore) -> None:
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2  # FULL
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "trusted_schema") == 0
    assert pragma(store, "busy_timeout") == 0
    tables = store._run("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0").fetchall()
    assert {name for (name,) in tables} == {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to that user")
def test_the_file_is_readable_by_its_owner_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        store = open_store(path, 0)
        store.put_setting("a", "b")
        for file in (path, path.with_name("habitcoach.db-wal"), path.with_name("habitcoach.db-shm")):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        store.close()
    finally:
        os.umask(before)


def test_closing_leaves_one_file(path: Path) -> None:
    store = open_store(path, 0)
    store.put_setting("a", "b")
    store.close()
    assert [one.name for one in path.parent.iterdir()] == ["habitcoach.db"]


def test_a_second_opening_changes_nothing(path: Path) -> None:
    open_store(path, 0).close()
    before = path.read_bytes()
    open_store(path, 0).close()
    assert path.read_bytes() == before


def test_every_step_of_the_schema_is_known() -> None:
    assert {step.name for step in migrations._migrations} == KNOWN


def test_to_read_a_missing_file_stays_missing(tmp_path: Path) -> None:
    store = open_store_to_read(tmp_path / "home" / "habitcoach.db", COMMAND_WAIT_MS)
    assert store.habits() == []
    assert store.newest_entry_id() == 0
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_to_read_a_file_writes_nothing(path: Path) -> None:
    open_store(path, 0).close()
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    store = open_store_to_read(path, 0)
    assert Coach(store, DrivenClock(local(MONDAY, "12:00"))).today().occasions == ()
    store.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, changed)
    assert [one.name for one in path.parent.iterdir()] == ["habitcoach.db"]


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    open_store(path, 0).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('habitcoach', '9999_later', '')"
        )
        db.commit()
    before = path.read_bytes()
    for open_one in (open_store, open_store_to_read):
        with pytest.raises(EnvironmentFaultError, match="newer_file"):
            open_one(path, 0)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database at all, not even nearly" * 99, b"\x00" * 8192])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        open_store(path, 0)
    assert path.read_bytes() == content


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.touch()
    store = open_store(path, 0)
    assert store.quick_check() == "ok"
    store.close()


def test_a_damaged_file_opens_and_the_check_finds_it(path: Path) -> None:
    store = open_store(path, 0)
    for number in range(200):
        store.put_setting(f"name {number}", "x" * 400)
    store.close()
    with path.open("r+b") as file:
        file.seek(-20_000, os.SEEK_END)
        file.write(b"\xff" * 16_000)
    damaged = open_store(path, 0)
    assert damaged.quick_check() != "ok"
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        damaged._rows("SELECT * FROM setting")
    damaged._db.close()


@pytest.mark.parametrize("kind", ["folder", "missing folder", "file as folder"])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "here" / "habitcoach.db"
    if kind == "folder":
        path.mkdir(parents=True)
    elif kind == "file as folder":
        path.parent.touch()
    with pytest.raises(EnvironmentFaultError, match="cannot_open"):
        open_store(path, 0)


_AS_NOBODY = """
import os, sys
from pathlib import Path
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.opening import open_store
os.setuid(65534)
try:
    open_store(Path(sys.argv[1]), 0).put_setting("a", "b")
except EnvironmentFaultError as error:
    print(error.code)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize(
    ("exists", "file_mode", "folder_mode", "expected"),
    [
        (False, 0, 0o555, {"cannot_open"}),
        (False, 0, 0o000, {"cannot_open"}),
        (True, 0o600, 0o755, {"cannot_open"}),
        (True, 0o644, 0o555, {"read_only", "cannot_open"}),
    ],
)
def test_a_folder_that_is_not_ours_is_refused_with_its_cure(
    tmp_path: Path, *, exists: bool, file_mode: int, folder_mode: int, expected: set[str]
) -> None:
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    folder = tmp_path / "home"
    folder.mkdir()
    path = folder / "habitcoach.db"
    if exists:
        open_store(path, 0).close()
        path.chmod(file_mode)
    folder.chmod(folder_mode)
    root = Path(__file__).parents[2]
    found = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    folder.chmod(0o755)
    assert found.stdout.strip() in expected, found.stderr


# ------------------------------------------------------------------ a fresh start is never silent


def test_a_file_that_was_there_is_missed(path: Path) -> None:
    live_in(path)
    make_backup(path, MONDAY)
    path.unlink()
    for open_one in (open_store, open_store_to_read):
        with pytest.raises(EnvironmentFaultError, match="file_missing") as fault:
            open_one(path, 0)
        assert fault.value.params["day"] == MONDAY
    assert not path.exists()


@pytest.mark.parametrize("size", [0, None])
def test_what_is_left_of_a_file_tells_that_there_was_one(path: Path, size: int | None) -> None:
    if size is not None:
        path.touch()
    left = path.with_name("habitcoach.db-wal")
    left.write_bytes(b"what was written ahead")
    with pytest.raises(
        EnvironmentFaultError, match="file_missing" if size is None else "file_empty"
    ) as fault:
        open_store(path, 0)
    assert fault.value.params["backup"] is None
    assert left.read_bytes() == b"what was written ahead"


def test_a_making_cut_short_is_made_whole(path: Path) -> None:
    run(path, "PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    open_store(path, 0).close()
    live_in(path)
    make_backup(path, MONDAY)
    path.unlink()
    run(path, "PRAGMA journal_mode = WAL")
    with pytest.raises(EnvironmentFaultError, match="file_empty"):
        open_store(path, 0)


def test_another_programs_file_is_left_alone(path: Path) -> None:
    run(path, "CREATE TABLE album (id INTEGER)")
    with pytest.raises(EnvironmentFaultError, match="file_foreign"):
        open_store(path, 0)
    assert rows(path, "SELECT name FROM sqlite_schema") == [("album",)]


# ------------------------------------------------------------------ where nothing can be written


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN])
def test_what_is_there_can_still_be_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    shutil.copy(FILES / "0001.db", path)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        error = sqlite3.OperationalError("made up")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(opening, "connect", refuse)
    store = open_store_to_read(path, 0)
    assert len(store.habits()) == 3
    store.close()
    assert path.read_bytes() == before
    with pytest.raises(EnvironmentFaultError):
        open_store(path, 0)
    path.with_name("habitcoach.db-wal").write_bytes(b"the newest is here")
    with pytest.raises(EnvironmentFaultError):
        open_store_to_read(path, 0)


def test_a_damaged_file_is_not_looked_at_where_nothing_can_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"no database " * 500)

    def refuse(*_: object) -> None:
        error = sqlite3.OperationalError("made up")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(opening, "connect", refuse)
    with pytest.raises(EnvironmentFaultError, match="disk_full"):
        open_store_to_read(path, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to that user")
def test_a_file_that_others_could_read_is_taken_from_them(path: Path) -> None:
    live_in(path)
    path.chmod(0o644)
    open_store(path, 0).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# ------------------------------------------------------------------ stored old files


def test_a_file_of_the_first_schema_opens(path: Path) -> None:
    shutil.copy(FILES / "0001.db", path)
    store = open_store(path, 0)
    assert store.quick_check() == "ok"
    clock = DrivenClock(local(MONDAY + timedelta(days=2), "12:00"))
    coach = Coach(store, clock)
    smile, names, old = coach.habits.all()
    assert (smile.name, smile.streak, smile.trigger) == ("Smile first", 3, at("11:00"))
    assert (smile.plan.tiny, smile.plan.treat, smile.plan.why) == ("breathe", "a long lunch", "it is heard")
    assert (names.name, names.target.goal, names.archived, old.archived) == ("Names", 80, False, True)
    assert [one.kind.value for one in store.entries(names.habit_id)] == ["done", "done", "done", "undo"]
    assert coach.agenda().setting.week_start == 7
    assert len(store.prompts_of(smile.habit_id, MONDAY)) == 3
    store.close()


def test_an_old_file_stays_append_only(path: Path) -> None:
    shutil.copy(FILES / "0001.db", path)
    store = open_store(path, 0)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        store._run("DELETE FROM entry")
    store.close()


def test_a_file_of_the_second_schema_opens(path: Path) -> None:
    shutil.copy(FILES / "0002.db", path)
    store = open_store(path, 0)
    assert store.quick_check() == "ok"
    call, pause = store.holds(local(MONDAY, "08:00"))
    assert (call.reason.value, call.habit_id, call.since) == ("call", None, local(MONDAY, "10:55"))
    assert (pause.reason.value, pause.habit_id, pause.until) == ("paused", 2, local(MONDAY, "13:00"))
    [entry] = [one for one in store.entries(HabitId(1)) if one.source.value == "app"]
    assert (entry.slot, entry.reason) == (f"{MONDAY + timedelta(days=1)}/11:00", "held:call")
    store.close()


def test_a_file_of_the_fifth_schema_opens(path: Path) -> None:
    shutil.copy(FILES / "0005.db", path)
    store = open_store(path, 0)
    assert store.quick_check() == "ok"
    clock = DrivenClock(local(MONDAY + timedelta(days=10), "12:00"))
    coach = Coach(store, clock)
    smile, names, promises = coach.habits.all()
    assert (smile.name, smile.streak, names.plan.reward, promises.name) == (
        "Smile",
        4,
        "a stretch",
        "Promises",
    )
    kept, moved = store.promises()
    assert (kept.ticket, kept.note, kept.state.value) == ("4711", "about the parcel", "kept")
    assert (moved.due, moved.state.value) == (local(MONDAY, "16:30"), "open")
    [rating] = store.ratings(smile.habit_id)
    assert (rating.week, rating.marks) == ("2026-W48", (4,))
    [answer] = store.habit_answers(smile.habit_id)
    assert answer.helped == "a note on the screen"
    calendar = coach.agenda().calendar
    assert [calendar.shift_on(MONDAY + timedelta(days=one)) is None for one in (1, 2, 4)] == [
        False,
        True,
        True,
    ]
    assert coach.settings.value("rhythm") == "bookends"
    store.close()
