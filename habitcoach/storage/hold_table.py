"""Holds in the file."""

from collections.abc import Sequence
from datetime import datetime

from habitcoach.core.hold import Hold
from habitcoach.storage import rows
from habitcoach.storage.tables import Tables


class HoldTable(Tables):
    """Reads and writes hold."""

    def holds(self, since: datetime) -> Sequence[Hold]:
        """Return the holds that end after an instant, by the instant they began."""
        sql = "SELECT * FROM hold WHERE until > ? ORDER BY since, id"
        return [rows.hold(row) for row in self._rows(sql, [rows.instant_text(since)])]

    def add_hold(self, hold: Hold) -> None:
        """Store a hold."""
        self._insert("hold", rows.hold_row(hold))

    def move_hold_end(self, hold_id: int, until: datetime) -> None:
        """Have a hold end at another instant; one that would end before it began is taken out."""
        with self.writing():
            self._run("UPDATE hold SET until = ? WHERE id = ?", [rows.instant_text(until), hold_id])
            self._run("DELETE FROM hold WHERE until < since")
