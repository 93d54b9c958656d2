"""A clock that runs down and can be held."""

from PySide6.QtCore import QObject, QTimer, Signal


class Countdown(QObject):
    """Runs for some milliseconds; holding keeps what is left."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._left = 0
        self._held = False

    @property
    def running(self) -> bool:
        """Whether it runs at present."""
        return self._timer.isActive()

    def start(self, ms: int) -> None:
        """Run anew; a negative time never ends. While held it waits with the whole time."""
        self._timer.stop()
        self._left = ms
        self._go()

    def stop(self) -> None:
        """Forget the time."""
        self._timer.stop()
        self._left = 0

    def hold(self, *, held: bool) -> None:
        """Stop the clock, or let it go on."""
        if held and self._timer.isActive():
            self._left = max(1, self._timer.remainingTime())
            self._timer.stop()
        self._held = held
        self._go()

    def _go(self) -> None:
        if not self._held and self._left > 0 and not self._timer.isActive():
            self._timer.start(self._left)

    def _on_timeout(self) -> None:
        self._left = 0
        self.ended.emit()
