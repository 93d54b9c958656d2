"""Refreshing: after a change, read each view once for whatever shows it, a step a turn of the event loop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from habitcoach.app.attempts import Attempts


class Refreshing(QObject):
    """Joins the changes of one turn of the event loop into one reading, and lets others in between steps."""

    def __init__(
        self, attempts: Attempts, steps: Sequence[Callable[[], object]], parent: QObject | None = None
    ) -> None:
        """Take what reads and shows, in order."""
        super().__init__(parent)
        self._attempts = attempts
        self._steps = steps
        self._next = 0
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._step)

    def soon(self) -> None:
        """Read again, from the first step on, when the present turn is over."""
        self._next = 0
        self._timer.start()

    def now(self) -> None:
        """Read everything in one go."""
        self._timer.stop()
        for step in self._steps:
            self._attempts.run(step)

    def _step(self) -> None:
        step, self._next = self._steps[self._next], self._next + 1
        if self._next < len(self._steps):
            self._timer.start()
        self._attempts.run(step)
