"""Opening the agent's file: owner-only, durable, and never one that a newer program made."""

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.faults import as_faults
from habitcoach.storage.migrations import KNOWN, migrations
from habitcoach.storage.store import SqliteStore

_OWNER_ONLY = 0o600
#: The window waits at most one frame for another writer, then tries again by timer; a command has time.
WINDOW_WAIT_MS = 15
COMMAND_WAIT_MS = 5000


def open_store(path: Path, wait_ms: int) -> SqliteStore:
    """Open or make the file at `path` and bring it to the newest schema.

    Raises EnvironmentFaultError when it cannot be opened, is damaged, or was made by a newer HabitCoach.
    """
    with as_faults():
        if not path.exists():
            # Made here rather than by SQLite, so that nobody else can read it at any moment.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))
        return _prepare(sqlite3.connect(path, isolation_level=None), wait_ms)


def open_store_to_read(path: Path, wait_ms: int) -> SqliteStore:
    """Open the file for a command that only shows: where there is none, an empty one in memory stands in."""
    with as_faults():
        if path.exists():
            return open_store(path, wait_ms)
        return _prepare(sqlite3.connect(":memory:", isolation_level=None), wait_ms)


def _prepare(connection: sqlite3.Connection, wait_ms: int) -> SqliteStore:
    try:
        return SqliteStore(_ready(Database(connection, execute_plugins=False), wait_ms))
    except BaseException:
        connection.close()
        raise


def _ready(db: Database, wait_ms: int) -> Database:
    # Connecting and migrating may wait for another process doing the same; the window is not up yet.
    db.execute(f"PRAGMA busy_timeout = {COMMAND_WAIT_MS}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    _refuse_newer(db)
    if migrations.pending(db):
        _migrate(db)
    db.execute(f"PRAGMA busy_timeout = {wait_ms}")
    return db


def _refuse_newer(db: Database) -> None:
    unknown = {step.name for step in migrations.applied(db)} - KNOWN
    if unknown:
        raise EnvironmentFaultError("newer_file")


def _migrate(db: Database) -> None:
    """Apply what is missing under the write lock, so that two processes starting at once do it once."""
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
