"""What a command works with: the home, the clock and, once asked for, the agent's file."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from habitcoach.clock import AppClock, clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.paths import Home, find_home
from habitcoach.ports import Clock, Store
from habitcoach.storage.backups import daily_backup
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store, open_store_to_read
from habitcoach.storage.recovery import with_cure
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.language import LANGUAGE_SETTING, choose


class Session:
    """One run of the command line."""

    def __init__(self, home: Path | None, environment: Mapping[str, str]) -> None:
        self.given_home = home  #: by --home
        self.environment = environment
        self._store: SqliteStore | None = None
        self._changes = False
        self.late_faults: list[EnvironmentFaultError] = []  #: what failed once the command's work was done

    @cached_property
    def home(self) -> Home:
        """The folder of the agent's file. Nothing is made before something is written."""
        return find_home(self.given_home, self.environment)

    @cached_property
    def clock(self) -> AppClock:
        """The clock that HABITCOACH_NOW may have set."""
        return clock_from(self.environment)

    def to_show(self) -> Coach:
        """Return the coach for a command that only shows."""
        self._store = open_store_to_read(self.home.database, COMMAND_WAIT_MS)
        choose(self._store.setting(LANGUAGE_SETTING), self.environment)
        return Coach(self._store, self.clock)

    def to_change(self) -> Coach:
        """Return the coach for a command that writes; makes the home when there is none."""
        self.home.make()
        self._store = open_store(self.home.database, COMMAND_WAIT_MS)
        self._changes = True
        choose(self._store.setting(LANGUAGE_SETTING), self.environment)
        coach = Coach(self._store, self.clock)
        coach.promises.erase_texts()
        coach.write_down_duty()
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

    @property
    def store(self) -> SqliteStore | None:
        """The file, if it is open."""
        return self._store

    def today(self) -> date:
        """Return the agent's local date, which names backups."""
        return self.clock.now().astimezone(self.clock.zone()).date()

    def close(self) -> None:
        """Let the file go; the first command of a day that writes makes the day's backup."""
        if self._store is None:
            return
        self._store.close()
        self._store = None
        if self._changes:
            try:
                daily_backup(self.home.database, self.today())
            except EnvironmentFaultError as fault:
                self.late_faults.append(with_cure(fault, self.home.database))
