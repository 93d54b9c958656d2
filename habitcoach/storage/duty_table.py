"""What is recorded of single work dates in the file, and on which of them somebody was there."""

from collections.abc import Sequence
from datetime import date, tzinfo

from habitcoach.core.duty import DutyChange, DutyDates
from habitcoach.core.entry import Entry, NewEntry
from habitcoach.storage.duty_rows import COLUMNS, duties, duty_row, zone_named
from habitcoach.storage.log_tables import LogTables

_DUTY, _LOGGED, _KNOWN = "duty", "logged", "known"

_READ = f"SELECT {COLUMNS} FROM duty"  # noqa: S608  # names are ours
#: Every date of the log by one jump of its index each, rather than by all of its entries.
_LOGGED_DATES = """
    WITH RECURSIVE logged(day) AS (
        SELECT min(work_date) FROM entry
        UNION ALL
        SELECT (SELECT min(work_date) FROM entry WHERE work_date > day) FROM logged WHERE day IS NOT NULL
    )
    SELECT day FROM logged WHERE day IS NOT NULL
"""


class DutyTable(LogTables):
    """Reads and writes duty, and keeps what it read until something changes."""

    def duty(self) -> DutyDates:
        """Return what is recorded of single dates, the same object until something of it changes."""
        return self._kept.get(_DUTY, lambda: DutyDates(duties(self._tuples(_READ))))

    def duty_changes(self) -> Sequence[DutyChange]:
        """Return what the agent gave dates in the place of their roster's shift."""
        return [one for one in self.duty() if one.changed]

    def put_duty(self, *changes: DutyChange) -> None:
        """Keep what dates are, in the place of what was; where they were lived, and seen, stays."""
        self._put(self.duty().with_all(changes), [one.work_date for one in changes])

    def mark_seen(self, days: Sequence[date], *, seen: bool = True) -> None:
        """Keep that somebody was there on dates, or that nobody knows."""
        self._put(self.duty().with_seen(days, seen=seen), days)

    def drop_duty(self, day: date) -> None:
        """Give one date its roster's shift back; that it was seen stays."""
        after = self.duty().without(day)
        left = after.on(day)
        if left is None:
            self._run("DELETE FROM duty WHERE work_date = ?", [day.isoformat()])
        else:
            self._upsert("duty", duty_row(left), key=("work_date",))
        self._keep(after)

    def known_dates(self) -> frozenset[date]:
        """Return the dates that were seen or have an entry, the same object until they change."""
        return self._kept.get(_KNOWN, lambda: self.duty().seen | self._logged())

    def append(self, entry: NewEntry) -> Entry:
        """Add a line to the log and return it with its id."""
        logged = self._logged()
        found = super().append(entry)
        if entry.work_date not in logged:
            self._kept.put(_LOGGED, logged | {entry.work_date})
            self._kept.drop(_KNOWN)
        return found

    def zone_named(self, name: str) -> tzinfo | None:
        """Return a zone that was written down; None when this computer does not know its name."""
        return zone_named(name)

    def _logged(self) -> frozenset[date]:
        def read() -> frozenset[date]:
            return frozenset(date.fromisoformat(row["day"]) for row in self._rows(_LOGGED_DATES))

        return self._kept.get(_LOGGED, read)

    def _put(self, after: DutyDates, days: Sequence[date]) -> None:
        with self.writing():
            for day in days:
                self._upsert("duty", duty_row(after.by_date[day]), key=("work_date",))
            self._keep(after)

    def _keep(self, after: DutyDates) -> None:
        if after.seen != self.duty().seen:
            self._kept.drop(_KNOWN)
        self._kept.put(_DUTY, after)
