"""Opening the agent's file: owner-only, durable, never a silent fresh start, never over a newer program's."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.connecting import COMMAND_WAIT_MS, connect, prepare, tables_of, to_look_at
from habitcoach.storage.faults import as_faults
from habitcoach.storage.location import on_share
from habitcoach.storage.migrating import migrate, refuse_unknown
from habitcoach.storage.places import create_owner_only, files_set_aside, keep_to_owner, side_files
from habitcoach.storage.recovery import with_cure
from habitcoach.storage.share_lock import ShareLock
from habitcoach.storage.store import SqliteStore

__all__ = ["COMMAND_WAIT_MS", "WINDOW_WAIT_MS", "open_store", "open_store_to_read"]

_NO_WRITING = frozenset({"disk_full", "read_only", "cannot_write", "cannot_open"})
#: The window waits for another writer so that wait and write stay within a frame of 16 ms, then tries again
#: by timer; a command has time. With 10 ms one turn in some 1,800 took up to 23 ms, with 5 ms at most 12.
WINDOW_WAIT_MS = 5
_JOURNAL_TRIES = 20


def open_store(path: Path, wait_ms: int) -> SqliteStore:
    """Open or make the file at `path` and bring it to the newest schema.

    Raises EnvironmentFaultError when it cannot be opened, is damaged, foreign, or was made by a newer
    HabitCoach, and when it is missing or empty though it was not always: a fresh start is never silent.
    Params `backup` and `day` name what could be put back.
    """
    try:
        with as_faults():
            _refuse_fresh_start(path)
            if not path.exists():
                # Made here rather than by SQLite, so that nobody else can read it at any moment.
                create_owner_only(path)
            keep_to_owner(path)
            return _opened(path, wait_ms)
    except EnvironmentFaultError as fault:
        raise with_cure(fault, path) from fault


def open_store_to_read(path: Path, wait_ms: int) -> SqliteStore:
    """Open the file for a command that only shows: where there is none, an empty one in memory stands in.

    So does a copy in memory where the disk is full or read-only: what is there can still be looked at.
    """
    try:
        with as_faults():
            _refuse_fresh_start(path)
    except EnvironmentFaultError as fault:
        raise with_cure(fault, path) from fault
    if not path.exists():
        return _in_memory(None)
    try:
        return open_store(path, wait_ms)
    except EnvironmentFaultError as fault:
        if fault.code not in _NO_WRITING or _written_ahead(path):
            raise
        try:
            return _in_memory(path)
        except (sqlite3.Error, EnvironmentFaultError):
            raise fault from None


def _in_memory(path: Path | None) -> SqliteStore:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if path is not None:
            with to_look_at(path) as disk:
                disk.backup(connection)
        prepare(connection, COMMAND_WAIT_MS)
        db = Database(connection, execute_plugins=False)
        refuse_unknown(db)
        migrate(db, None)
    except BaseException:
        connection.close()
        raise
    return SqliteStore(db)


def _written_ahead(path: Path) -> bool:
    """Whether the newest of a file may not be in it yet, but in its write-ahead log."""
    return any(one.name.endswith("-wal") and one.stat().st_size for one in side_files(path))


def _refuse_fresh_start(path: Path) -> None:
    """Raise `file_missing` or `file_empty` where there was a file with something in it."""
    size = _size(path)
    if size:
        return
    code = "file_missing" if size is None else "file_empty"
    # A restore that was cut short between its two renames has set the file aside and put nothing back.
    cut_short = not path.exists() and files_set_aside(path)
    was_one = (
        cut_short or _written_ahead(path) or with_cure(EnvironmentFaultError(code), path).params["backup"]
    )
    # Another process may have made the file, and what tells of it, since the first look.
    if was_one and not _size(path):
        raise EnvironmentFaultError(code)


def _size(path: Path) -> int | None:
    """Return how long a file is, None where there is none."""
    return path.stat().st_size if path.exists() else None


def _opened(path: Path, wait_ms: int) -> SqliteStore:
    with ExitStack() as opened:
        far = on_share(path)
        lock = ShareLock(path) if far else None
        if lock is not None:
            opened.callback(lock.release)
        # Connecting and migrating may wait for another process doing the same; the window is not up yet.
        connection = connect(path, COMMAND_WAIT_MS)
        opened.callback(connection.close)
        # The write-ahead log needs memory that only programs of one computer share.
        _keep_journal(connection, "TRUNCATE" if far else "WAL")
        db = Database(connection, execute_plugins=False)
        _refuse_foreign(connection, path)
        refuse_unknown(db)
        migrate(db, path)
        connection.execute(f"PRAGMA busy_timeout = {wait_ms}")
        opened.pop_all()
        return SqliteStore(db, lock)


def _keep_journal(connection: sqlite3.Connection, mode: str) -> None:
    """Have the journal kept in a mode. SQLite does not wait for others here, so we do, between the tries."""
    for left in reversed(range(_JOURNAL_TRIES)):
        try:
            connection.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if left == 0 or getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        else:
            return


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `file_foreign` for a database that is none of ours, or has lost the table that says it is.

    One page without a table is a file whose making was cut short.
    """
    tables = tables_of(connection)
    if "_sqlite_migrations" in tables:
        return
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    if tables or pages > 1:
        raise EnvironmentFaultError("file_foreign")
    if with_cure(EnvironmentFaultError("file_empty"), path).params["backup"] is not None:
        raise EnvironmentFaultError("file_empty")
