"""What every group of tables shares: one connection, and transactions that take the write lock at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from sqlite3 import Cursor
from typing import Any

from sqlite_utils import Database

from habitcoach.storage.faults import as_faults
from habitcoach.storage.kept import Kept


class Tables:
    """A connection and the three ways to use it. Bound to the thread that made it."""

    def __init__(self, db: Database) -> None:
        """Take an open, migrated database."""
        self._db = db
        self._kept = Kept(self.change_count)

    def change_count(self) -> int:
        """Return a number that differs whenever another connection has written."""
        return int(self._run("PRAGMA data_version").fetchone()[0])

    def is_writing(self) -> bool:
        """Whether a transaction is open here, which may yet be rolled back."""
        return self._db.conn.in_transaction

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Open a transaction that holds the write lock from its start; an inner one joins the outer.

        Raises EnvironmentFaultError when there is no lock to be had or the disk refuses; nothing is written.
        """
        if self._db.conn.in_transaction:
            yield
            return
        with as_faults():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            with as_faults():
                self._db.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            self._kept.forget()
            raise

    def _rows(self, sql: str, values: Sequence[object] = ()) -> Iterable[Mapping[str, Any]]:
        with as_faults():
            return list(self._db.query(sql, values))

    def _tuples(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return rows without their columns' names, for queries that bring thousands."""
        with as_faults():
            return list(self._db.execute(sql, values))

    def _run(self, sql: str, values: Sequence[object] = ()) -> Cursor:
        with as_faults():
            return self._db.execute(sql, values)

    def _insert(self, table: str, row: Mapping[str, object], or_else: str = "") -> Cursor:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) {or_else}"  # noqa: S608  # names are ours
        return self._run(sql, list(row.values()))

    def _upsert(self, table: str, row: Mapping[str, object], key: tuple[str, ...]) -> Cursor:
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name not in key)
        return self._insert(table, row, f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}")
