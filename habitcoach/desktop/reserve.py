"""A megabyte kept for the day the disk is full: given back then, it lets what was typed still land."""

import logging
import os
import shutil
from contextlib import suppress

from habitcoach.desktop.paths import Home

_log = logging.getLogger(__name__)

SIZE = 1_000_000  # bytes
#: Made again only when so much is free, so that it does not itself fill the disk.
ROOM = 16 * SIZE


class Reserve:
    """The reserve file of a home. Nothing here raises: a home without a reserve works all the same."""

    def __init__(self, home: Home) -> None:
        """Take the home, which has been made."""
        self._path = home.reserve

    def make(self) -> None:
        """Make the reserve unless it is there or there is little room."""
        with suppress(OSError):
            if self._path.exists() or shutil.disk_usage(self._path.parent).free < ROOM:
                return
            self._write()

    def release(self) -> bool:
        """Give the room back; False when there was none."""
        try:
            self._path.unlink()
        except OSError:
            return False
        _log.warning("the disk is full: the reserve was given back")
        return True

    def _write(self) -> None:
        descriptor = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            # Not zeros: a file system that packs or skips them would keep no room.
            with os.fdopen(descriptor, "wb") as file:
                file.write(os.urandom(SIZE))
        except OSError:
            self._path.unlink(missing_ok=True)
