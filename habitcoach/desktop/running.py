"""Whether the app of a home runs, asked without Qt: the command line must not load it."""

import sys

from habitcoach.desktop.paths import Home


def app_runs(home: Home) -> bool:
    """Whether some process holds the lock of the home. Takes nothing but a moment."""
    try:
        with home.lock.open("r+b") as file:
            return not _free(file.fileno())
    except FileNotFoundError:
        return False
    except PermissionError:
        return True  # Windows lets nobody else open it while it is held


def _free(number: int) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415

    try:
        # The same lock that QLockFile takes beside writing its process id; closing the file gives it back.
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
