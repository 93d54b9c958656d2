"""SQLite's and the disk's errors as the faults of the surroundings that they are."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from habitcoach.core.errors import EnvironmentFaultError, InputError

_P = ParamSpec("_P")
_T = TypeVar("_T")

BUSY = "file_busy"
CORRUPT = "corrupt"

_BY_CODE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "cannot_open",
    sqlite3.SQLITE_CORRUPT: CORRUPT,
    sqlite3.SQLITE_NOTADB: CORRUPT,
    sqlite3.SQLITE_IOERR: "cannot_write",
}

#: Said where the disk has no room for the memory that programs share about the write-ahead log.
_BY_EXTENDED_CODE = {sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full"}

_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EIO: "cannot_write",
}

_PRIMARY = 0xFF  # the low byte of an extended result code
_NO_TEXT = "Could not decode to UTF-8"  # Python's own complaint about bytes in a text column; has no code


@contextmanager
def as_faults() -> Iterator[None]:
    """Turn what disk, lock or file did into an EnvironmentFaultError; our own mistakes pass as they are."""
    try:
        yield
    except OSError as error:
        code = _BY_ERRNO.get(error.errno or 0, "cannot_open")
        raise EnvironmentFaultError(code, detail=str(error)) from error
    except sqlite3.Error as error:
        known = _code_of(error)
        if known is None:
            raise
        raise EnvironmentFaultError(known, detail=str(error)) from error


def _code_of(error: sqlite3.Error) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return CORRUPT if str(error).startswith(_NO_TEXT) else None
    return _BY_EXTENDED_CODE.get(number) or _BY_CODE.get(number & _PRIMARY)


def reads_row(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """Have a function that reads a row take a value which makes no sense for the damage it is.

    Nothing of ours writes such a value; SQLite cannot tell one from another.
    """

    @wraps(read)
    def reading(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return read(*args, **kwargs)
        except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, InputError) as error:
            raise EnvironmentFaultError(CORRUPT, detail=f"{read.__name__}: {type(error).__name__}") from error

    return reading
