"""Promises and what became of them in the file."""

from collections.abc import Sequence
from datetime import date, datetime

from habitcoach.core.entry import EntryId
from habitcoach.core.promise import Promise, PromiseChange, PromiseId
from habitcoach.storage import promise_rows
from habitcoach.storage.rows import instant_text
from habitcoach.storage.tables import Tables


class PromiseTable(Tables):
    """Reads and writes promise and promise_change."""

    def add_promise(self, promise: Promise) -> PromiseId:
        """Store a promise and return the number it was given."""
        return PromiseId(self._insert("promise", promise_rows.promise_row(promise)).lastrowid or 0)

    def promise(self, promise_id: PromiseId) -> Promise | None:
        """Return one promise."""
        found = self._rows("SELECT * FROM promise WHERE id = ?", [promise_id])
        return next((promise_rows.promise(row) for row in found), None)

    def open_promises(self) -> Sequence[Promise]:
        """Return the promises that wait for their answer, by due time."""
        found = self._rows("SELECT * FROM promise WHERE state = 'open' ORDER BY due_at, id")
        return [promise_rows.promise(row) for row in found]

    def promises(self, since: date | None = None) -> Sequence[Promise]:
        """Return the promises due from a work date on, or all there ever were, by due time."""
        sql = "SELECT * FROM promise WHERE work_date >= ? ORDER BY due_at, id"
        return [promise_rows.promise(row) for row in self._rows(sql, [(since or date.min).isoformat()])]

    def update_promise(self, promise: Promise) -> None:
        """Write a promise back."""
        row = promise_rows.promise_row(promise)
        changes = ", ".join(f"{name} = ?" for name in row)
        self._run(f"UPDATE promise SET {changes} WHERE id = ?", [*row.values(), promise.id])  # noqa: S608  # names are ours

    def promises_kept(self) -> int:
        """Return how many promises were kept in time."""
        row = next(iter(self._rows("SELECT count(*) AS number FROM promise WHERE state = 'kept'")))
        return int(row["number"])

    def add_promise_change(self, change: PromiseChange) -> None:
        """Keep how a promise stood before an answer."""
        self._insert("promise_change", promise_rows.change_row(change))

    def promise_change(self, entry_id: EntryId) -> PromiseChange | None:
        """Return what a line of the log changed of a promise, None when it is about none."""
        sql = (
            "SELECT promise.id, promise.made_at, promise.ticket, promise.note, one.set_at, one.due_at,"
            " one.place, one.work_date, one.state, one.answered_at, one.retimed, one.answer, one.entry_id"
            " FROM promise_change AS one JOIN promise ON promise.id = one.promise_id WHERE entry_id = ?"
        )
        return next((promise_rows.change(row) for row in self._rows(sql, [entry_id])), None)

    def has_promise_texts(self, due_before: datetime) -> bool:
        """Whether a promise due before an instant still has its ticket or note."""
        sql = "SELECT 1 FROM promise WHERE due_at < ? AND (ticket <> '' OR note <> '') LIMIT 1"
        return any(True for _ in self._rows(sql, [instant_text(due_before)]))

    def erase_promise_texts(self, due_before: datetime) -> None:
        """Erase ticket and note of every promise due before an instant."""
        self._run(
            "UPDATE promise SET ticket = '', note = '' WHERE due_at < ? AND (ticket <> '' OR note <> '')",
            [instant_text(due_before)],
        )
