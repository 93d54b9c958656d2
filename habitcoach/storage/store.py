"""The agent's file as the Store port."""

from sqlite_utils import Database

from habitcoach.storage.connecting import quoted
from habitcoach.storage.duty_table import DutyTable
from habitcoach.storage.exchange_tables import ExchangeTables
from habitcoach.storage.habit_tables import HabitTables
from habitcoach.storage.hold_table import HoldTable
from habitcoach.storage.migrations import put_triggers
from habitcoach.storage.promise_table import PromiseTable
from habitcoach.storage.prompt_tables import PromptTables
from habitcoach.storage.review_tables import ReviewTables
from habitcoach.storage.share_lock import ShareLock
from habitcoach.storage.start_tables import StartTables


class SqliteStore(
    HabitTables, HoldTable, DutyTable, PromiseTable, PromptTables, ReviewTables, StartTables, ExchangeTables
):
    """All tables on one connection, bound to the thread that opened it."""

    def __init__(self, db: Database, share_lock: ShareLock | None = None) -> None:
        """Take an open, migrated database, and the lock that goes with it on a network share."""
        super().__init__(db)
        self._share_lock = share_lock

    @property
    def on_share(self) -> bool:
        """Whether the file lies on a network share: one program at a time, and slower."""
        return self._share_lock is not None

    def quick_check(self) -> str:
        """Return "ok", or SQLite's first complaint. Takes about a second on ten years of data."""
        return str(self._run("PRAGMA quick_check(1)").fetchone()[0])

    def mend(self) -> None:
        """Make indexes anew from their tables, and the triggers that keep the log append-only."""
        with self.writing():
            for row in self._rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
                self._run(f"DROP TRIGGER {quoted(row['name'])}")
            put_triggers(self._db)
            self._run("REINDEX")

    def wipe_traces(self) -> None:
        """Empty the write-ahead log, which may still hold what was erased, unless somebody reads just now."""
        self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Write the log back into the file and let it go, even if that raises an EnvironmentFaultError."""
        try:
            self._run("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            self._db.close()
            if self._share_lock is not None:
                self._share_lock.release()
