"""Whether the agent's file still lies where it was opened: one that was removed goes on taking writes."""

from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError


class FilePlace:
    """Remembers which file lay at a path."""

    def __init__(self, path: Path) -> None:
        """Take the path of a file that is open."""
        self._path = path
        self._identity = self._look()

    def check(self) -> None:
        """Raise EnvironmentFaultError `file_gone` when the file is gone or another one lies there."""
        if self._look() != self._identity:
            raise EnvironmentFaultError("file_gone", path=str(self._path))

    def _look(self) -> tuple[int, int] | None:
        try:
            state = self._path.stat()
        except PermissionError:
            return self._identity  # nobody can tell; the open file works on
        except OSError:
            return None
        return state.st_dev, state.st_ino
