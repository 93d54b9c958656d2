"""SQLite's errors as the faults of the surroundings that they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from habitcoach.core.errors import EnvironmentFaultError

BUSY = "file_busy"

_BY_CODE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "cannot_open",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_IOERR: "cannot_write",
}

_PRIMARY = 0xFF  # the low byte of an extended result code


@contextmanager
def as_faults() -> Iterator[None]:
    """Turn what disk, lock or file did into an EnvironmentFaultError; our own mistakes pass as they are."""
    try:
        yield
    except OSError as error:
        raise EnvironmentFaultError("cannot_open", detail=str(error)) from error
    except sqlite3.Error as error:
        number = getattr(error, "sqlite_errorcode", None)
        code = None if number is None else _BY_CODE.get(number & _PRIMARY)
        if code is None:
            raise
        raise EnvironmentFaultError(code, detail=str(error)) from error
