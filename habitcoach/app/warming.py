"""Warming: reading years of log before the first views ask for them, without the window standing still."""

import gc
import logging
from collections.abc import Callable, Iterator

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer

_log = logging.getLogger(__name__)

#: So long a turn of the event loop may be taken, in ms; the stretch that ends it takes a few more.
TURN_MS = 4


class Warming(QObject):
    """Goes through stretches of work, a few milliseconds a turn of the event loop; says when it is done."""

    def __init__(self, then: Callable[[], None], parent: QObject | None = None) -> None:
        """Take what is to follow, once."""
        super().__init__(parent)
        self._then = then
        self._stretches: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._take_turn)

    @property
    def going(self) -> bool:
        """Whether there is more to read."""
        return self._timer.isActive()

    def start(self, stretches: Iterator[None]) -> None:
        """Begin; what fits into one turn is done, and followed, before this returns."""
        self._stretches = stretches
        self._take_turn()

    def stop(self) -> None:
        """Leave the rest; nothing follows."""
        self._timer.stop()

    def _take_turn(self) -> None:
        if self._has_more():
            self._timer.start()
        else:
            self._then()

    def _has_more(self) -> bool:
        turn = QDeadlineTimer(TURN_MS)
        try:
            for _ in self._stretches:
                if turn.hasExpired():
                    # What was read stays: else the collector walks all of it again and again, at a stretch.
                    gc.freeze()
                    return True
        except Exception:  # noqa: BLE001  # it saves time only; what follows meets the fault itself and tells
            _log.exception("could not read ahead")
        return False
