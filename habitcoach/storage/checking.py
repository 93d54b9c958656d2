"""Looking a file over: whole, strict about references, and shaped as this program shapes it."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.connecting import connected
from habitcoach.storage.copying import complaints
from habitcoach.storage.faults import CORRUPT, as_faults
from habitcoach.storage.migrations import migrations
from habitcoach.storage.store import SqliteStore


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing wrong with a file."""

    code: str  #: "damaged", "orphan", "shape", "unreadable"; sentences are in `texts.safety`
    detail: str  #: SQLite's words, or names of ours; none of the agent's


#: What disk and lock may do to a whole file.
SURROUNDINGS = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN}
    | {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}
)

#: What a file of ours holds beside its rows: name and SQL by kind and name.
Shape = Mapping[tuple[str, str], str]


def quick_look(path: Path) -> str:
    """Return "ok" or SQLite's first complaint, on a connection of its own: for a worker thread.

    Takes about a second on ten years of data. Raises EnvironmentFaultError when the file cannot be opened.
    """
    with as_faults(), connected(path) as connection:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])


def look_over(path: Path) -> list[Damage]:
    """Return what is wrong with a file that exists, whatever it holds; on a connection of its own.

    Raises EnvironmentFaultError when the surroundings do not let it be read, which says nothing about it.
    """
    try:
        with as_faults(), connected(path) as connection:
            found = damage_of(connection)
            return found or unreadable(SqliteStore(Database(connection, execute_plugins=False)))
    except EnvironmentFaultError as fault:
        if fault.code != CORRUPT:
            raise
        return [Damage("damaged", str(fault.params.get("detail", "")))]
    except sqlite3.Error as error:
        return [Damage("damaged", str(error))]


def damage_of(connection: sqlite3.Connection) -> list[Damage]:
    """Return what is wrong with a file on the newest schema, nothing when it is whole."""
    with as_faults():
        try:
            found = [Damage("damaged", line) for line in complaints(connection)]
            found += [
                Damage("orphan", f"{table} {row} → {parent}")
                for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
            ]
            return found + [Damage("shape", name) for name in changed_shape(connection)]
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in SURROUNDINGS:
                raise
            return [Damage("damaged", str(error))]


def changed_shape(connection: sqlite3.Connection) -> list[str]:
    """Return the tables, indexes and triggers that are not as the steps of the schema make them."""
    wanted, found = _newest_shape(), shape_of(connection)
    return sorted({name for _, name in wanted.keys() | found.keys() if _differs(wanted, found, name)})


def shape_of(connection: sqlite3.Connection) -> Shape:
    """Return the SQL of all that the schema has, as it was written."""
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
    return {(kind, name): text for kind, name, text in connection.execute(sql)}


def unreadable(store: SqliteStore) -> list[Damage]:
    """Return where rows hold what no version of ours writes, though SQLite finds nothing wrong with them."""
    begun = datetime.min.replace(tzinfo=UTC)
    reads: list[tuple[str, Callable[[], object]]] = [
        ("habit", store.habits),
        ("roster", store.rosters),
        ("duty", store.duty_changes),
        ("pause", store.pauses),
        ("hold", lambda: store.holds(begun)),
        ("prompt", store.open_prompts),
        ("note", store.notes),
        ("streak", store.runs),
        ("promise", store.promises),
        ("review", store.reviews),
        ("decision", store.decisions),
        ("journal", partial(store.lines, date.min, date.max)),
    ]
    found = list(_unread(reads))
    if not any(one.detail.startswith("habit") for one in found):
        for habit in store.habits():
            found += _unread(
                [
                    ("entry", partial(store.entries, habit.id)),
                    ("prompt", partial(store.prompts_of, habit.id, date.min)),
                    ("automaticity", partial(store.ratings, habit.id)),
                    ("review_answer", partial(store.habit_answers, habit.id)),
                ]
            )
    return found


def _unread(reads: Iterable[tuple[str, Callable[[], object]]]) -> Iterable[Damage]:
    for table, read in reads:
        try:
            read()
        except EnvironmentFaultError as fault:
            if fault.code != CORRUPT:
                raise
            yield Damage("unreadable", f"{table}: {fault.params.get('detail', '')}")


def _newest_shape() -> Shape:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.apply(Database(fresh, execute_plugins=False))
        return shape_of(fresh)


def _differs(wanted: Shape, found: Shape, name: str) -> bool:
    def of(shape: Shape) -> list[tuple[str, str]]:
        return sorted((kind, text) for (kind, one), text in shape.items() if one == name)

    return of(wanted) != of(found)
