"""The zone of this machine, as TZ or /etc/localtime names it."""

import io
import os
import struct
import sys
import time
from collections.abc import Mapping
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo


class SystemZone:
    """The zone of this machine: TZ, else what /etc/localtime names."""

    def __init__(self, environment: Mapping[str, str], root: Path = Path("/")) -> None:
        """Take the environment and the folder under which `etc` lies."""
        rule = environment.get("TZ")
        self._fixed = None if rule is None else _zone_of_rule(rule)
        self._link = root / "etc" / "localtime"
        self._seen: tuple[int, ...] | None = None
        self._found: tzinfo = UTC

    def zone(self) -> tzinfo:
        """Return the zone at present. One `lstat` when nothing changed."""
        if self._fixed is not None:
            return self._fixed
        if sys.platform == "win32":
            return self._ask_windows()
        try:
            seen = signature(self._link.lstat())
            if seen != self._seen:
                self._found = self._look()
                self._seen = seen
        except (OSError, ValueError):
            # Between removal and creation of the link: keep what was; a machine without one is on UTC.
            pass
        return self._found

    def reread(self) -> None:
        """Have the C library, which the log file's times come from, look at the zone again."""
        if sys.platform == "win32":
            self._seen = None
        else:
            time.tzset()

    def _ask_windows(self) -> tzinfo:
        if self._seen is None:
            from tzlocal import reload_localzone  # noqa: PLC0415 - comes with APScheduler; only Windows needs it

            self._found = reload_localzone()
            self._seen = ()
        return self._found

    def _look(self) -> tzinfo:
        if self._link.is_symlink():
            # The link's own text first: behind it, one zone's file may be a link to another's.
            for target in (str(self._link.readlink()), os.path.realpath(self._link)):
                zone = zone_named(target.rpartition("zoneinfo/")[2])
                if zone is not None:
                    return zone
        with self._link.open("rb") as file:
            return ZoneInfo.from_file(file, key="localtime")


def signature(state: os.stat_result) -> tuple[int, ...]:
    """Return what differs when a file was written to or replaced."""
    return (state.st_mtime_ns, state.st_size, state.st_ino)


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name; None when this machine knows none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # Unknown, malformed, or a folder of zones.
        return None


def _zone_of_rule(rule: str) -> tzinfo | None:
    """Return what TZ means, None if nothing: a name, a file, or a rule (`CET-1CEST,M3.5.0,M10.5.0/3`)."""
    rule = rule.removeprefix(":")
    if not rule:
        return UTC
    try:
        if rule.startswith("/"):
            with Path(rule).open("rb") as file:
                return ZoneInfo.from_file(file, key=rule.rpartition("zoneinfo/")[2])
        named = zone_named(rule)
        # A zone file that holds nothing but the rule in its last line (RFC 8536, section 3.3).
        empty = struct.pack(">4sc15x6l7x", b"TZif", b"2", 0, 0, 0, 0, 1, 1)
        return named or ZoneInfo.from_file(io.BytesIO(empty * 2 + f"\n{rule}\n".encode()), key=rule)
    except (OSError, ValueError):
        return None
