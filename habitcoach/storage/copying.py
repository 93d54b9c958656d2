"""Copies of the agent's file: one consistent moment, in small steps, looked at before they count."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.connecting import connected, quoted, tables_of, to_look_at
from habitcoach.storage.faults import CORRUPT, as_faults
from habitcoach.storage.places import being_made

#: Rows by table.
Counts = Mapping[str, int]
#: Told pages done and pages in all after each step; what it raises ends the copy and leaves nothing.
Step = Callable[[int, int], None]

_PAGES = 256  # a megabyte a step


def copy_verified(source: Path, target: Path, step: Step | None = None) -> Counts:
    """Copy a file that may be in use and return what the copy holds; an older `target` is replaced.

    Writers go on meanwhile. The copy takes its place only after SQLite has found it whole and every table
    has all its rows. Raises EnvironmentFaultError, `corrupt` when the source is damaged.
    """
    with as_faults(), connected(source) as live:
        live.execute("BEGIN")
        counts = count_rows(live)  # the first read fixes the moment that is copied
        with being_made(target) as part:
            with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                live.backup(copy, pages=_PAGES, progress=_told(step))
                # One file, readable without anything beside it.
                copy.execute("PRAGMA journal_mode = DELETE")
            _verify(part, counts)
    return counts


def count_rows(connection: sqlite3.Connection) -> Counts:
    """Return how many rows each table has."""
    return {
        name: int(connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0])  # noqa: S608
        for name in tables_of(connection)
    }


def complaints(connection: sqlite3.Connection, most: int = 20) -> list[str]:
    """Return what SQLite finds wrong in the file as a whole, at most so many lines."""
    found = [line for (line,) in connection.execute(f"PRAGMA integrity_check({most})")]
    return [] if found == ["ok"] else found


def _verify(copy: Path, counts: Counts) -> None:
    with to_look_at(copy) as connection:
        wrong = complaints(connection, 1)
        if wrong or count_rows(connection) != counts:
            raise EnvironmentFaultError(CORRUPT, detail="; ".join(wrong) or "rows are missing in the copy")


def _told(step: Step | None) -> Callable[[int, int, int], None] | None:
    if step is None:
        return None
    return lambda _, left, total: step(total - left, total)
