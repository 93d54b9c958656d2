"""All rows of the file as data, and such rows put into it: what an export holds."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final

from habitcoach.core.errors import InputError
from habitcoach.storage.connecting import columns_of, quoted, tables_of
from habitcoach.storage.tables import Tables

#: Values as SQLite has them: text, whole numbers or nothing.
Cell = str | int | None
#: Rows by table; a table stands after those it refers to.
AllRows = Mapping[str, Sequence[Mapping[str, Cell]]]

#: Tables in an order in which rows can be put in.
EXCHANGED: Final = (
    "habit",
    "habit_version",
    "entry",
    "note",
    "reward",
    "promise",
    "promise_change",
    "prompt",
    "roster",
    "duty",
    "pause",
    "hold",
    "automaticity",
    "review",
    "review_answer",
    "decision",
    "journal",
    "setting",
)
#: Worked out from the others, or SQLite's and sqlite-utils' own.
NOT_EXCHANGED: Final = frozenset({"streak", "_sqlite_migrations"})


class ExchangeTables(Tables):
    """Reads and writes whole tables."""

    def all_rows(self) -> AllRows:
        """Return every row that is not worked out from others."""
        return {table: self._all(table) for table in self._exchanged()}

    def steps(self) -> list[str]:
        """Return the names of the steps the schema has taken."""
        return sorted(name for (name,) in self._tuples("SELECT name FROM _sqlite_migrations"))

    def last_numbers(self) -> Mapping[str, int]:
        """Return the highest id a table has ever given, by table; one is never given twice."""
        return {name: int(last) for name, last in self._tuples("SELECT name, seq FROM sqlite_sequence")}

    def put_rows(self, rows: AllRows, *, replace: bool) -> None:
        """Put rows in, as they are; with `replace` in the place of those with the same key.

        Raises InputError `rows_unfit` on the field `file` for rows the schema refuses.
        """
        with self.writing():
            for table in self._exchanged():
                self._put_all(table, rows.get(table, ()), replace=replace)
            self._kept.forget()

    def _exchanged(self) -> list[str]:
        """Return the tables, those of steps this program does not know yet last."""
        found = set(tables_of(self._db.conn)) - NOT_EXCHANGED
        return [*(one for one in EXCHANGED if one in found), *sorted(found - set(EXCHANGED))]

    def _all(self, table: str) -> Sequence[Mapping[str, Cell]]:
        keys = self._tuples("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [table])
        order = ", ".join(quoted(name) for (name,) in keys)
        return [dict(row) for row in self._rows(f"SELECT * FROM {quoted(table)} ORDER BY {order}")]  # noqa: S608

    def _put_all(self, table: str, rows: Sequence[Mapping[str, Cell]], *, replace: bool) -> None:
        columns = set(columns_of(self._db.conn, table))
        verb = "INSERT OR REPLACE" if replace else "INSERT"
        for row in rows:
            if not row or not columns >= row.keys():
                raise InputError("file", "rows_unfit", table=table)
            names = ", ".join(quoted(name) for name in row)
            marks = ", ".join("?" * len(row))
            sql = f"{verb} INTO {quoted(table)} ({names}) VALUES ({marks})"
            try:
                self._run(sql, list(row.values()))
            except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeEncodeError):
                raise InputError("file", "rows_unfit", table=table) from None
