"""Whether the event loop keeps turning."""

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Ticks(QObject):
    """A timer of 5 ms and the longest time it once had to wait for its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.longest = 0.0  #: seconds between two ticks
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self.count += 1
