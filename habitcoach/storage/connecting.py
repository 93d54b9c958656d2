"""Connections to the agent's file, each with what every connection of ours needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.faults import CORRUPT

#: A command has time for another writer; so has work beside the window.
COMMAND_WAIT_MS = 5000


def connect(path: Path, wait_ms: int = COMMAND_WAIT_MS) -> sqlite3.Connection:
    """Connect to a file that exists, bound to the thread that asks.

    Nothing is ever made: a file that went away in between is `SQLITE_CANTOPEN`. Raises sqlite3.Error, and
    EnvironmentFaultError `corrupt` for what is no database, before SQLite tidies away what lies beside it.
    """
    if not begins_well(path):
        raise EnvironmentFaultError(CORRUPT, detail="file is not a database")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        prepare(connection, wait_ms)
    except BaseException:
        connection.close()
        raise
    return connection


def begins_well(path: Path) -> bool:
    """Whether a file begins as a database does; an empty or a missing one may become one.

    Asked of SQLite, never by opening the file: whoever closes a file gives up all locks that his process has
    on it, and another program then takes itself for the last one and deletes the log we write to.
    """
    if not path.is_file():
        return True
    try:
        with to_look_at(path) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB
    return True


def prepare(connection: sqlite3.Connection, wait_ms: int) -> None:
    """Make a connection durable, strict about references, and thorough where something is erased."""
    connection.execute(f"PRAGMA busy_timeout = {wait_ms}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA secure_delete = ON")


@contextmanager
def connected(path: Path, wait_ms: int = COMMAND_WAIT_MS) -> Iterator[sqlite3.Connection]:
    """Lend a connection of one's own, for work beside the window."""
    with closing(connect(path, wait_ms)) as connection:
        yield connection


@contextmanager
def to_look_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection to a copy that nobody writes to; nothing is made beside it."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def tables_of(connection: sqlite3.Connection, schema: str = "main") -> list[str]:
    """Return the names of all tables that hold something of ours."""
    found = connection.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'")  # noqa: S608
    return sorted(name for (name,) in found if not name.startswith("sqlite_"))


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns."""
    found = connection.execute("SELECT name FROM pragma_table_info(?, 'main')", [table])
    return [name for (name,) in found]


def quoted(name: str) -> str:
    """Return a name of the schema as SQL."""
    return '"' + name.replace('"', '""') + '"'
