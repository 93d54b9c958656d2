"""Where the agent's files lie. No Qt: the command line asks too."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError

VARIABLE = "HABITCOACH_HOME"

_OWNER_ONLY = 0o700
_OTHERS = 0o077
#: How the names of all that this program puts into a home begin.
_OURS = ("habitcoach", ".habitcoach", "backups")


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of the database, its backups and the log."""

    folder: Path  #: absolute

    @property
    def database(self) -> Path:
        """The agent's file."""
        return self.folder / "habitcoach.db"

    @property
    def write_ahead_log(self) -> Path:
        """What SQLite writes to first; it changes with every write of any process, and comes and goes."""
        return self.folder / "habitcoach.db-wal"

    @property
    def backups(self) -> Path:
        """The folder of the file's copies."""
        return self.folder / "backups"

    @property
    def log(self) -> Path:
        """What the program notes about itself, never the agent's words."""
        return self.folder / "habitcoach.log"

    @property
    def lock(self) -> Path:
        """What the one running app holds."""
        return self.folder / "habitcoach.lock"

    @property
    def reserve(self) -> Path:
        """Room kept for the day the disk is full."""
        return self.folder / "habitcoach.reserve"

    def unusual(self, environment: Mapping[str, str]) -> Path | None:
        """Return the folder where it is not the system's place for a user's data, which needs no naming."""
        plain = {name: value for name, value in environment.items() if name != VARIABLE}
        return None if find_home(None, plain) == self else self.folder

    def make(self) -> None:
        """Make the folder, for its owner alone; one that is there is kept to its owner too.

        A folder that holds other things than ours keeps its permissions. Raises EnvironmentFaultError
        `cannot_open`.
        """
        try:
            self.folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            mine = all(one.name.startswith(_OURS) for one in self.folder.iterdir())
        except OSError as error:
            raise EnvironmentFaultError("cannot_open", path=str(self.folder)) from error
        # Where the disk or the folder's owner does not let us, the files are still for their owner alone.
        with suppress(OSError):
            if mine and self.folder.stat().st_mode & _OTHERS:
                self.folder.chmod(_OWNER_ONLY)


def find_home(explicit: Path | None, environment: Mapping[str, str]) -> Home:
    """Return the home: the folder given, else HABITCOACH_HOME, else the system's place for a user's data.

    Nothing is made and nothing is looked at.
    """
    named = explicit or environment.get(VARIABLE)
    if named:
        # Unlike Path.expanduser, this leaves `~nobody` as it is instead of raising.
        return Home(Path(os.path.expanduser(named)).absolute())  # noqa: PTH111
    import platformdirs  # noqa: PLC0415 - 10 ms that only this branch needs

    return Home(platformdirs.user_data_path("habitcoach", appauthor=False))
