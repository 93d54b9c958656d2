"""What a command works with: the home, the clock and, once asked for, the agent's file."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from habitcoach.clock import AppClock, clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.desktop.paths import Home, find_home
from habitcoach.ports import Clock, Store
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store, open_store_to_read
from habitcoach.storage.store import SqliteStore


class Session:
    """One run of the command line."""

    def __init__(self, home: Path | None, environment: Mapping[str, str]) -> None:
        self._given_home = home
        self.environment = environment
        self._store: SqliteStore | None = None

    @cached_property
    def home(self) -> Home:
        """The folder of the agent's file. Nothing is made before something is written."""
        return find_home(self._given_home, self.environment)

    @cached_property
    def clock(self) -> AppClock:
        """The clock that HABITCOACH_NOW may have set."""
        return clock_from(self.environment)

    def to_show(self) -> Coach:
        """Return the coach for a command that only shows."""
        self._store = open_store_to_read(self.home.database, COMMAND_WAIT_MS)
        return Coach(self._store, self.clock)

    def to_change(self) -> Coach:
        """Return the coach for a command that writes; makes the home when there is none."""
        self.home.make()
        self._store = open_store(self.home.database, COMMAND_WAIT_MS)
        coach = Coach(self._store, self.clock)
        coach.promises.erase_texts()
        return coach

    def fill(self, write: Callable[[Store, Clock], None]) -> None:
        """Make the home and have sample data written into it."""
        self.home.make()
        self._store = open_store(self.home.database, COMMAND_WAIT_MS)
        write(self._store, self.clock)
        self.close()

    def health(self) -> str:
        """Return "ok" or the first thing wrong with the file that is open."""
        return "ok" if self._store is None else self._store.quick_check()

    def close(self) -> None:
        """Let the file go."""
        if self._store is not None:
            self._store.close()
            self._store = None
