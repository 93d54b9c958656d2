"""What can be put back when the agent's file is missing, empty or damaged."""

from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.backups import newest_whole
from habitcoach.storage.faults import CORRUPT

#: Faults after which a backup is what helps. Its path and day are in the params `backup` and `day`.
CURED_BY_BACKUP = frozenset({CORRUPT, "file_missing", "file_empty", "file_foreign"})


def with_cure(fault: EnvironmentFaultError, database: Path) -> EnvironmentFaultError:
    """Return a fault with what cures it: `file`, and the newest whole backup with its day, or None for both.

    A fault that no backup cures comes back as it is.
    """
    if fault.code not in CURED_BY_BACKUP or "backup" in fault.params:
        return fault
    newest = newest_whole(database)
    return EnvironmentFaultError(
        fault.code,
        **fault.params,
        file=str(database),
        backup=None if newest is None else str(newest.path),
        day=None if newest is None else newest.day,
    )
