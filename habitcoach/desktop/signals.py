"""SIGTERM and SIGINT as calls in the event loop, at once; a plain handler waits until Python gets to run."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # which of them exist depends on the system


class QuitSignals(QObject):
    """Calls back in the event loop whenever the system, a terminal or a session's end asks the app to quit.

    Made in the main thread. A signal that comes before the loop starts is kept until then.
    """

    def __init__(self, asked: Callable[[str], None], parent: QObject | None = None) -> None:
        """Take what to call with the name of the signal, e.g. "SIGTERM"."""
        super().__init__(parent)
        self._asked = asked
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.settimeout(0)
        self._former_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._former: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            # Who started us with `nohup` wants the end of the terminal ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._former[number] = signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Give the signals back to who had them."""
        self._notifier.setEnabled(False)
        for number, handler in self._former.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._former_fd)
        self._read.close()
        self._write.close()

    def _arrived(self) -> None:
        try:
            numbers = self._read.recv(64)
        except BlockingIOError:
            return
        # Python writes every signal it handles here, also those that are none of ours.
        for number in dict.fromkeys(numbers):
            if number in self._former:
                self._asked(signal.Signals(number).name)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the wake-up socket has told already, but without a handler the signal would end us."""
