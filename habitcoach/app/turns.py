"""Long readings a few milliseconds a turn of the event loop, so that the window never stands still."""

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer

#: So long a turn may be taken, in ms; the stretch that ends it takes a few more.
TURN_MS = 3

#: Between two turns: a timer that is due at once is served together with what waits to be painted.
PAUSE_MS = 1

#: After a press or a turned page, so that it is painted before the rest is read.
FRAME_MS = 20

#: What a reading yields to end its turn: something long comes now that cannot be done in stretches.
FRESH_TURN = "fresh"

Found = TypeVar("Found")
Reading = Generator[str | None, None, Found]


class Turns(Generic[Found]):
    """Goes through one reading at a time; a later one takes its place."""

    def __init__(
        self,
        run: Callable[[Callable[[], object]], object],
        then: Callable[[Found], None],
        parent: QObject,
        turn_ms: int = TURN_MS,
    ) -> None:
        """Take what runs what may fail for a while and tries it again, and what is told the outcome.

        `turn_ms` is longer for what is waited for while nothing else is to be done.
        """
        self._run = run
        self._turn_ms = turn_ms
        self._then = then
        self._begin: Callable[[], Reading[Found]] | None = None
        self._reading: Reading[Found] | None = None
        self._timer = QTimer(parent, singleShot=True)
        self._timer.timeout.connect(lambda: self._run(self._take_turn))

    @property
    def going(self) -> bool:
        """Whether there is more to read."""
        return self._begin is not None

    def start(self, begin: Callable[[], Reading[Found]]) -> None:
        """Begin a reading; what fits into one turn is done, and told, before this returns."""
        self._begin, self._reading = begin, None
        self._timer.stop()
        self._run(self._take_turn)
        if self.going:
            self._timer.start(FRAME_MS)

    def soon(self, begin: Callable[[], Reading[Found]]) -> None:
        """Begin a reading when the present turn of the loop is over."""
        self._begin, self._reading = begin, None
        self._timer.start(PAUSE_MS)

    def later(self, begin: Callable[[], Reading[Found]]) -> None:
        """Begin a reading when what the present turn has changed is painted."""
        self._begin, self._reading = begin, None
        self._timer.start(FRAME_MS)

    def stop(self) -> None:
        """Leave what is being read."""
        self._begin = self._reading = None
        self._timer.stop()

    def _take_turn(self) -> None:
        if self._begin is None:
            return
        # A reading that was interrupted by a fault is over: it begins anew when this is tried again.
        reading, self._reading = self._reading or self._begin(), None
        turn = QDeadlineTimer(self._turn_ms)
        while not turn.hasExpired():
            try:
                if next(reading) is FRESH_TURN:
                    break
            except StopIteration as end:
                self._begin = None
                self._then(end.value)
                return
        self._reading = reading
        self._timer.start(PAUSE_MS)
