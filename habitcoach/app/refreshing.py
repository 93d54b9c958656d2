"""Refreshing: after a change, read each view once and hand it to whatever shows it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from habitcoach.app.attempts import Attempts


class Refreshing(QObject):
    """Joins the changes of one turn of the event loop into one reading."""

    def __init__(self, attempts: Attempts, read: Callable[[], None], parent: QObject | None = None) -> None:
        """Take what reads and shows."""
        super().__init__(parent)
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(lambda: attempts.run(read))

    def soon(self) -> None:
        """Read again when the present turn is over."""
        self._timer.start()
