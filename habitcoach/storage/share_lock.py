"""One program at a time where the file lies on a network share: its locks are not to be trusted there."""

import os
import sys
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.places import create_owner_only


class ShareLock:
    """The claim of this process to be the only one at a file; it ends with the process."""

    def __init__(self, database: Path) -> None:
        """Claim a file. Raises OSError, and EnvironmentFaultError `share_in_use` if it is taken."""
        path = database.with_name(f"{database.name}-lock")
        create_owner_only(path)
        self._number = os.open(path, os.O_RDWR)
        try:
            _lock(self._number)
        except OSError as error:
            os.close(self._number)
            raise EnvironmentFaultError("share_in_use") from error

    def release(self) -> None:
        """Let others have the file. Call once."""
        os.close(self._number)


def _lock(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
