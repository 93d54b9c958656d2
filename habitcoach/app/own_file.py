"""A file that HabitCoach wrote, an export or a backup, put into the agent's home. Slow; loads no Qt."""

from datetime import date
from pathlib import Path

from habitcoach.app.exporting import refuse_own_place
from habitcoach.app.taking_in import take_in
from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import InputError
from habitcoach.interchange.own_json import read_own_file
from habitcoach.ports import Clock
from habitcoach.storage.migrations import KNOWN
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.restoring import restore

_DATABASE = b"SQLite format 3\0"


def bring_back(database: Path, path: Path, clock: Clock, today: date) -> None:
    """Put a file in the place of what the home holds; connections of its own do it.

    Raises InputError or RefusedError for a file that is none of ours, EnvironmentFaultError for the disk.
    """
    # First of all: whoever opens and closes the file in use takes its locks from under SQLite.
    refuse_own_place(path, database)
    if _is_database(path):
        restore(database, path, today)
        return
    own = read_own_file(path, sorted(KNOWN))
    store = open_store(database, COMMAND_WAIT_MS)
    try:
        take_in(store, Coach(store, clock), own, dry_run=False, fresh=True)
    finally:
        store.close()


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        raise InputError("file", "unreadable_file") from None
