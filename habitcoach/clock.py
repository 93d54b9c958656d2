"""The only place that reads the time, and where HABITCOACH_NOW sets them for demos and tests."""

import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from habitcoach.core.errors import InputError
from habitcoach.system_zone import SystemZone, signature, zone_named

VARIABLE = "HABITCOACH_NOW"

_SETTING = re.compile(r"(?P<instant>\S+?(?: \d\S*?)?)(?P<runs>\+?)(?:\s+(?P<zone>[A-Za-z]\S*))?")
_YEARS = range(1970, 9000)  # leaves room for arithmetic on both sides of what datetime can hold
_JUST_WRITTEN = 50_000_000  # ns; file times advance in ticks, so a second write may not show within one
_START_WAIT = 0.2  # seconds a start waits for a @FILE that another process is writing at this moment


class AppClock(Protocol):
    """What the app asks of its clock; a `ports.Clock` with what the edge needs besides."""

    @property
    def is_set(self) -> bool:
        """Say whether HABITCOACH_NOW is in force; the title bar then shows the time."""
        ...

    @property
    def runs(self) -> bool:
        """Say whether time passes; False when frozen at an instant."""
        ...

    @property
    def watched_file(self) -> Path | None:
        """Return the file whose change is a clock step, if there is one."""
        ...

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        ...

    def zone(self) -> tzinfo:
        """Return the zone the agent lives in at present; the same object until it changes."""
        ...

    def real_instant(self, due: datetime) -> datetime | None:
        """Return the machine's own UTC instant at which this clock shows `due`; None if it never does."""
        ...

    def monotonic(self) -> float:
        """Return the machine's own seconds since some fixed moment; no setting and no step moves them."""
        ...

    def reread(self) -> None:
        """Look again at everything that may have been cached: the set time and the C library's zone."""
        ...


def clock_from(environment: Mapping[str, str]) -> AppClock:
    """Return the clock that the environment asks for. A time that runs starts to run now.

    Raises InputError for HABITCOACH_NOW: `not_an_instant`, `no_offset`, `unknown_zone`, `no_such_file`.
    """
    zones = SystemZone(environment)
    value = environment.get(VARIABLE, "").strip()
    if not value:
        return SystemClock(zones)
    if value.startswith("@"):
        return FileClock(Path(value[1:]).absolute(), zones)
    return SetClock(parse_setting(value), datetime.now(UTC), zones)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a value of HABITCOACH_NOW says."""

    instant: datetime  #: in UTC
    runs: bool  #: whether time passes from there on
    zone: ZoneInfo | None  #: None leaves it to the system


def parse_setting(text: str) -> Setting:
    """Read `ISO[+][ ZONE]`. Raises InputError: `not_an_instant`, `no_offset`, `unknown_zone`."""
    found = _SETTING.fullmatch(text.strip())
    if found is None:
        raise InputError(VARIABLE, "not_an_instant", value=text)
    try:
        local = datetime.fromisoformat(found["instant"])
        if local.tzinfo is None:
            raise InputError(VARIABLE, "no_offset", value=text)
        instant = local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InputError(VARIABLE, "not_an_instant", value=text) from error
    if instant.year not in _YEARS:
        raise InputError(VARIABLE, "not_an_instant", value=text)
    zone = None
    if found["zone"]:
        zone = zone_named(found["zone"])
        if zone is None:
            raise InputError(VARIABLE, "unknown_zone", value=found["zone"])
    return Setting(instant, found["runs"] == "+", zone)


class SystemClock:
    """The machine's clock and zone."""

    is_set = False
    runs = True
    watched_file: Path | None = None

    def __init__(self, zones: SystemZone) -> None:
        """Take where the zone is found."""
        self._zones = zones

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        """Return the system's zone, changed ones at once."""
        return self._zones.zone()

    def real_instant(self, due: datetime) -> datetime | None:
        """Return `due` itself."""
        return due

    def monotonic(self) -> float:
        """Return the machine's own seconds since some fixed moment."""
        return time.monotonic()

    def reread(self) -> None:
        """Look again at the zone where something caches it."""
        self._zones.reread()


class SetClock:
    """A clock set to an instant, frozen there or running from `since` on."""

    is_set = True

    def __init__(self, setting: Setting, since: datetime, zones: SystemZone) -> None:
        """Take what to show, the real instant at which it was so, and where the system's zone is found."""
        # One tuple, replaced as a whole, so that no thread sees half a change.
        self._set = (setting, since)
        self._zones = zones

    @property
    def runs(self) -> bool:
        """Say whether time passes."""
        return self._current()[0].runs

    @property
    def watched_file(self) -> Path | None:
        """Return the file whose change is a clock step; there is none."""
        return None

    def now(self) -> datetime:
        """Return the instant shown, in UTC."""
        setting, since = self._current()
        return setting.instant + (datetime.now(UTC) - since) if setting.runs else setting.instant

    def zone(self) -> tzinfo:
        """Return the zone named with the instant, else the system's."""
        return self._current()[0].zone or self._zones.zone()

    def real_instant(self, due: datetime) -> datetime | None:
        """Return the machine's own UTC instant at which this clock shows `due`; None if it never does."""
        setting, since = self._current()
        try:
            return since + (due - setting.instant) if setting.runs else None
        except OverflowError:
            return None  # beyond the last instant that can be told

    def monotonic(self) -> float:
        """Return the machine's own seconds since some fixed moment."""
        return time.monotonic()

    def reread(self) -> None:
        """Look again at the zone where something caches it."""
        self._zones.reread()

    def _current(self) -> tuple[Setting, datetime]:
        return self._set


class FileClock(SetClock):
    """A clock that a file sets, read again whenever it changes; it runs from the file's modification time."""

    def __init__(self, path: Path, zones: SystemZone) -> None:
        """Read the file. Raises InputError: `no_such_file` and those of `parse_setting`."""
        self._path = path
        self._seen: tuple[int, ...] | None = None
        super().__init__(*self._first_reading(), zones)

    @property
    def watched_file(self) -> Path | None:
        """Return the file whose change is a clock step."""
        return self._path

    def reread(self) -> None:
        """Read the file again, even if nothing shows that it changed."""
        self._seen = None
        super().reread()

    def _current(self) -> tuple[Setting, datetime]:
        # A file that is gone, empty or half written is somebody in the midst of a change: keep what was.
        try:
            state = self._path.stat()
            if self._seen != signature(state):
                self._set = self._read()
        except (OSError, UnicodeDecodeError, InputError):
            pass
        return self._set

    def _read(self) -> tuple[Setting, datetime]:
        with self._path.open("rb") as file:
            state = os.fstat(file.fileno())
            setting = parse_setting(file.read(200).decode())
        just_written = time.time_ns() - state.st_mtime_ns < _JUST_WRITTEN
        self._seen = None if just_written else signature(state)
        seconds, nanoseconds = divmod(state.st_mtime_ns, 10**9)
        since = datetime.fromtimestamp(seconds, UTC) + timedelta(microseconds=nanoseconds // 1000)
        return setting, since

    def _first_reading(self) -> tuple[Setting, datetime]:
        give_up = time.monotonic() + _START_WAIT
        while True:
            try:
                return self._read()
            except OSError as error:
                raise InputError(VARIABLE, "no_such_file", value=str(self._path)) from error
            except (UnicodeDecodeError, InputError) as error:
                fresh = time.time_ns() - self._path.stat().st_mtime_ns < 10**9
                if not fresh or time.monotonic() > give_up:
                    if isinstance(error, InputError):
                        raise
                    raise InputError(VARIABLE, "not_an_instant", value=str(self._path)) from error
            time.sleep(0.01)
