"""How long the event loop of a window stood still: gaps between ticks that should come all the time."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer


class LoopProbe(QObject):
    """Ticks as often as the loop lets it and keeps every gap.

    What the thread waited for a processor that others had is left out, where the system tells.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []  #: milliseconds
        self._since = QElapsedTimer()
        self._delay = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to tick."""
        self._since.start()
        self._delay = _not_run()
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def _tick(self) -> None:
        delay = _not_run()
        self.gaps.append(self._since.nsecsElapsed() / 1e6 - (delay - self._delay))
        self._delay = delay
        self._since.restart()


def _not_run() -> float:
    """Return for how many milliseconds this process's first thread was ready and not run, so far."""
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e6
    except (OSError, ValueError, IndexError):
        return 0.0
