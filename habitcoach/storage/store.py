"""The agent's file as the Store port."""

from habitcoach.storage.habit_tables import HabitTables
from habitcoach.storage.hold_table import HoldTable
from habitcoach.storage.log_tables import LogTables
from habitcoach.storage.prompt_tables import PromptTables
from habitcoach.storage.review_tables import ReviewTables


class SqliteStore(HabitTables, HoldTable, LogTables, PromptTables, ReviewTables):
    """All tables on one connection, bound to the thread that opened it."""

    def change_count(self) -> int:
        """Return a number that differs whenever another connection has written."""
        return int(self._run("PRAGMA data_version").fetchone()[0])

    def quick_check(self) -> str:
        """Return "ok", or SQLite's first complaint. Takes about a second on ten years of data."""
        return str(self._run("PRAGMA quick_check(1)").fetchone()[0])

    def close(self) -> None:
        """Write the log back into the file and let it go, even if that raises an EnvironmentFaultError."""
        try:
            self._run("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            self._db.close()
