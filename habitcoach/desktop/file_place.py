"""Whether the agent's file still lies where it was opened: one that was removed goes on taking writes."""

from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.paths import Home

_Identity = tuple[int, int] | None


class FilePlace:
    """Remembers which file lay at a home's path, and which write-ahead log beside it."""

    def __init__(self, home: Home) -> None:
        """Take a home whose file is open."""
        self._database, self._log = home.database, home.write_ahead_log
        self._file = _look(self._database, None)
        self._log_file = _look(self._log, None)

    def check(self) -> None:
        """Raise EnvironmentFaultError where what is written would go to nowhere.

        `file_gone` when the file is gone or another one lies there; `log_gone` when that befell the log,
        which stays as long as the file is open.
        """
        if _look(self._database, self._file) != self._file:
            raise EnvironmentFaultError("file_gone", path=str(self._database))
        log = _look(self._log, self._log_file)
        if self._log_file is None:
            self._log_file = log  # it comes with the first look into the file
        elif log != self._log_file:
            raise EnvironmentFaultError("log_gone", path=str(self._log))


def _look(path: Path, otherwise: _Identity) -> _Identity:
    """Return which file lies at a path; `otherwise` where nobody can tell, for the open file works on."""
    try:
        state = path.stat()
    except PermissionError:
        return otherwise
    except OSError:
        return None
    return state.st_dev, state.st_ino
