"""Programs that a test starts, and that never outlive it."""

import contextlib
import ctypes
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_GRACE = 5.0
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


class Program:
    """One running program, in a process group of its own, with its output in a file."""

    def __init__(
        self, words: Sequence[str], env: Mapping[str, str], log: Path, pass_fds: Sequence[int] = ()
    ) -> None:
        """Start it; `log` takes standard output and standard error."""
        self.log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                words,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=pass_fds,
                preexec_fn=_begin,  # noqa: PLW1509  # two calls into the kernel, no lock
            )
        self.pid = self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def said(self) -> str:
        """What it has written so far."""
        return self.log.read_text("utf-8", errors="replace")

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        self._process.send_signal(number)

    def wait(self, seconds: float) -> int:
        """Return the exit status; raises subprocess.TimeoutExpired when it takes longer."""
        return self._process.wait(seconds)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._to_group(signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """End it surely, with everything it has started."""
        if self.running:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_GRACE)
        self.kill()

    def _to_group(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, number)

    def __enter__(self) -> Self:
        """Return the running program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self.end()


def _begin() -> None:
    """Begin as from a terminal: tests run in the background ignore Ctrl+C, and what they start would too.

    The kernel ends the program with the tests, even when those are killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
