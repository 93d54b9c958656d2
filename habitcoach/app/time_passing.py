"""Time passing: the heartbeat, the system's word on sleep, and the file that may set the clock."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from habitcoach.bus import SessionBus
from habitcoach.clock import AppClock
from habitcoach.desktop.file_watch import FileWatch
from habitcoach.desktop.waking import Waking
from habitcoach.scheduler.heartbeat import Heartbeat, Reading, Surprise

_log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 60


class TimePassing(QObject):
    """Says when to look at the clock, and when it has jumped."""

    beaten = Signal()  #: a beat without a surprise: the safety net of every lost alarm
    jumped = Signal(object)  #: the surprises, maybe none of them: alarms and views have to be made anew

    def __init__(self, clock: AppClock, system_bus: SessionBus, parent: QObject | None = None) -> None:
        """Take the clock and the bus on which the system tells of sleep."""
        super().__init__(parent)
        self._clock = clock
        self._heartbeat = Heartbeat(Reading.of(clock), HEARTBEAT_SECONDS)
        self._timer = QTimer(self, interval=HEARTBEAT_SECONDS * 1000)
        self._timer.timeout.connect(self._beat)
        Waking(system_bus, self).woke.connect(self._jump)
        self._file: FileWatch | None = None
        if clock.watched_file is not None:
            self._file = FileWatch([clock.watched_file], self)
            self._file.changed.connect(self._jump)

    def start(self) -> None:
        """Begin to beat."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._file is not None:
            self._file.close()

    def _beat(self) -> None:
        surprises = self._heartbeat.beat(Reading.of(self._clock))
        if surprises:
            self._tell(surprises)
        else:
            self.beaten.emit()

    def _jump(self) -> None:
        self._tell(self._heartbeat.beat(Reading.of(self._clock)))

    def _tell(self, surprises: tuple[Surprise, ...]) -> None:
        # What was cached may hide more: the C library keeps the zone it once read.
        self._clock.reread()
        surprises += self._heartbeat.beat(Reading.of(self._clock))
        _log.info("clock: %s", surprises)
        self.jumped.emit(surprises)
