"""Backups: one a day, seven days and twelve weeks of them, each verified before it counts."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import DatabaseError

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.connecting import tables_of, to_look_at
from habitcoach.storage.copying import Counts, Step, complaints, copy_verified
from habitcoach.storage.faults import as_faults
from habitcoach.storage.places import (
    REPLACED,
    backup_folder,
    backup_name,
    day_of,
    make_backup_folder,
    order_of,
)

#: The table that says which steps of the schema a file has; no file of ours is without.
_STEPS = "_sqlite_migrations"
DAILY = 7
WEEKLY = 12
#: What a promise says goes 90 days after it; no copy outlives that by itself.
LONGEST = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the agent's file."""

    path: Path
    day: date  #: the agent's local date when it was made


def backups(database: Path) -> list[Backup]:
    """Return the backups of a file, newest first. Raises EnvironmentFaultError."""
    folder = backup_folder(database)
    with as_faults():
        try:
            found = [(day, order_of(path), path) for path in folder.iterdir() if (day := day_of(path))]
        except FileNotFoundError:
            return []
    return [Backup(path, day) for day, _, path in sorted(found, reverse=True)]


def newest_whole(database: Path) -> Backup | None:
    """Return the newest backup that SQLite finds whole. Reads it: for when something is wrong already."""
    with suppress(EnvironmentFaultError):
        for one in (*backups(database), *_other_copies(database)):
            with suppress(DatabaseError), to_look_at(one.path) as connection:
                if _STEPS in tables_of(connection) and not complaints(connection, 1):
                    return one
    return None


def daily_backup(database: Path, day: date, step: Step | None = None) -> Backup | None:
    """Make today's backup and let old ones go; None when there is one already, or nothing to copy yet.

    Works on a connection of its own, on any thread. Raises EnvironmentFaultError, `corrupt` when the file
    is damaged; then no backup is touched.
    """
    if not database.exists() or any(one.day == day for one in backups(database)):
        return None
    made, _ = make_backup(database, day, step)
    return made


def make_backup(database: Path, day: date, step: Step | None = None) -> tuple[Backup, Counts]:
    """Make a backup now, beside what the day has, and return it with the rows it holds."""
    with as_faults():
        folder = make_backup_folder(database)
        taken = {order_of(one.path) for one in backups(database) if one.day == day}
        path = folder / backup_name(day, max(taken, default=0) + 1)
        counts = copy_verified(database, path, step)
        _let_go(database, path, day)
    return Backup(path, day), counts


def days_kept(days: Collection[date], today: date) -> set[date]:
    """Return the dates whose backups stay: the newest seven, then the last of each of twelve weeks."""
    newest = sorted(set(days), reverse=True)
    kept = set(newest[:DAILY])
    weeks: dict[tuple[int, int], date] = {}
    for day in newest[DAILY:]:
        if today - day <= LONGEST:
            weeks.setdefault(day.isocalendar()[:2], day)
    return kept | set(list(weeks.values())[:WEEKLY])


def _let_go(database: Path, made: Path, today: date) -> None:
    """Delete the backups that have had their time, and copies made for other reasons after as long."""
    found = backups(database)
    kept = days_kept([one.day for one in found], today)
    for one in found:
        if one.day not in kept:
            one.path.unlink(missing_ok=True)
    now = made.stat().st_mtime
    for one in _other_copies(database):
        if now - one.path.stat().st_mtime > LONGEST.total_seconds():
            one.path.unlink(missing_ok=True)


def _other_copies(database: Path) -> list[Backup]:
    """Return the copies made before a step of the schema and before a restore, newest first."""
    folder = backup_folder(database)
    found = [path for word in ("before", REPLACED) for path in folder.glob(f"habitcoach-{word}-*.db")]
    dated = sorted(((path.stat().st_mtime, path) for path in found), reverse=True)
    return [Backup(path, datetime.fromtimestamp(made, UTC).date()) for made, path in dated]
