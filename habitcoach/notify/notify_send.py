"""The second way on Linux: the program notify-send, for buses that only its library can reach."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from habitcoach.notify.attempt import Attempt, Clean
from habitcoach.notify.cleaning import APP_NAME, without_markup
from habitcoach.notify.worker import Worker

PROGRAM = "notify-send"


class NotifySend:
    """Notifications without buttons, by a program that is killed when it takes too long."""

    channel = "notify-send"

    def __init__(self, worker: Worker, icon: Path, deadline: float) -> None:
        """Take the thread to wait in, the icon, and the seconds after which the program is killed."""
        self._worker = worker
        self._icon = icon.absolute()
        self._deadline = deadline

    def show(self, clean: Clean, then: Callable[[Attempt], None]) -> None:
        """Show a notice."""
        words = [
            PROGRAM,
            f"--app-name={APP_NAME}",
            *([f"--icon={self._icon}"] if self._icon.is_file() else []),
            *_expiry(clean.notice.brief_timeout),
            "--",  # what follows is text, whatever it begins with
            clean.title,
            _verbatim(clean.body),
        ]
        self._worker.do(lambda: _run(words, self._deadline), then)


def _verbatim(body: str) -> str:
    """Return a body that comes out as it is: notify-send reads escapes, and servers may read markup."""
    return without_markup(body).replace("\\", "\\\\")


def _expiry(seconds: float) -> list[str]:
    return [f"--expire-time={round(seconds * 1000)}"] if seconds > 0 else []


def _run(words: list[str], deadline: float) -> Attempt:
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program; agent text comes after `--`
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=deadline,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Attempt("late", final=True)
    except (OSError, ValueError):  # not installed, or not to be started
        return Attempt("no_server")
    return Attempt("no_server" if done.returncode else None)
