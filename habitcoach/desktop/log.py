"""The program's notes about itself: small, rotated, for the owner alone, and without the agent's words."""

import logging
import os
import re
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from types import TracebackType

from habitcoach.core.errors import EnvironmentFaultError, HabitCoachError
from habitcoach.desktop.paths import Home

_BYTES = 500_000
_OLDER = 2
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|“[^”]*”", re.DOTALL)
_LONGEST = 300  # characters of another library's message
# Their messages name types, attributes and files, and values in quotes alone. A ValueError may hold anything.
_OF_CODE = (ArithmeticError, AttributeError, ImportError, LookupError, NameError, OSError, TypeError)

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def open_log(home: Home, level: int = logging.INFO) -> logging.Handler:
    """Have everything that is logged written to the home, and return the handler, to be given to `close_log`.

    Raises EnvironmentFaultError `cannot_open`.
    """
    try:
        handler = _OwnersFile(home.log, maxBytes=_BYTES, backupCount=_OLDER)
    except OSError as error:
        raise EnvironmentFaultError("cannot_open", path=str(home.log)) from error
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(handler)
    # It tells of every alarm that is set.
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Write out what is left and let the file go."""
    logging.getLogger().removeHandler(handler)
    handler.close()


class _OwnersFile(RotatingFileHandler):
    """A rotating file that nobody else can read."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors="backslashreplace", opener=_owners_only)


def _owners_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _Discreet(logging.Formatter):
    """Writes tracebacks without what the agent may have typed: quoted values and our own parameters go."""

    def format(self, record: logging.LogRecord) -> str:
        # Formatters share one cache of the traceback; what another has put there still has the words.
        cached, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = cached

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - logging's name
        lines: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            frames = traceback.format_tb(error.__traceback__)
            lines.append("".join([*frames, f"{type(error).__qualname__}: {_without_words(error)}"]))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n\nwhich came from\n\n".join(lines)


def _without_words(error: BaseException) -> str:
    """Return what a message says of code or system; one that may speak of the agent's words is left out."""
    if isinstance(error, HabitCoachError):
        return error.code
    if isinstance(error, _OF_CODE) or type(error).__module__ == "sqlite3":
        return _QUOTED.sub("'…'", str(error))[:_LONGEST]
    return "…"
