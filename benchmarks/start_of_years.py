"""How long the window stands still at start, with ten years of log and with none, on an offscreen platform.

.venv/bin/python -m benchmarks.start_of_years
"""

import logging
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.ten_years import HABITS, NOW, ZONE, SteadyClock, fill
from habitcoach.app.desk import Desk
from habitcoach.clock import clock_from
from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.cueing import WATERMARK, ZONE_SEEN
from habitcoach.coaching.lived_dates import LivedDates
from habitcoach.core.wall import DAY
from habitcoach.desktop.paths import Home
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore

_PROBE_MS = 1
_AFTER_MS = 1500  #: the probe goes on so long once everything is shown


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Between two looks of the probe."""

    waited: float = 0.0  #: ms
    worked: float = 0.0  #: ms of this thread's own, whatever else the machine does

    def __str__(self) -> str:
        return f"{self.waited:.1f} ms ({self.worked:.1f} worked)"


class _Probe(QObject):
    """Notes how long the event loop left a timer waiting."""

    def __init__(self) -> None:
        super().__init__()
        self._waited = self._worked = 0.0
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=_PROBE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def take(self) -> _Stretch:
        """Return the longest waits since the last call."""
        self._tick()
        found = _Stretch(self._waited, self._worked)
        self._waited = self._worked = 0.0
        return found

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        waited, worked = ((one - before) * 1000 for one, before in zip(now, self._last, strict=True))
        self._waited, self._worked = max(self._waited, waited - _PROBE_MS), max(self._worked, worked)
        self._last = now


def main() -> None:
    """Measure and print."""
    logging.disable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Home(Path(folder) / "empty"), Home(Path(folder) / "full")
        for home in (empty, full):
            home.make()
        store = open_store(full.database, WINDOW_WAIT_MS)
        entries = fill(store)
        run_until_now(store)
        store.close()
        for label, home in (("warm-up", empty), ("empty home", empty), (f"{entries} entries", full)):
            _start(application, home, f"{label}, {HABITS if home is full else 0} habits")


def run_until_now(store: SqliteStore) -> None:
    """Leave the file as an app does that has run on all those days, until a moment ago."""
    agenda = read_agenda(store, SteadyClock())
    LivedDates(store).write_down(agenda)
    first = agenda.habits[0].first_date
    store.mark_seen([first + number * DAY for number in range((agenda.today - first).days)])
    store.put_setting(WATERMARK, NOW.isoformat())
    store.put_setting(ZONE_SEEN, str(ZONE))


def _start(application: QApplication, home: Home, label: str) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"{NOW.astimezone(ZONE):%Y-%m-%dT%H:%M%z} {ZONE}"})
    store = open_store(home.database, WINDOW_WAIT_MS)
    begin = time.perf_counter()
    desk = Desk(application, home, store, clock, {})
    built = time.perf_counter()
    desk.start(hidden=False)
    shown = time.perf_counter()
    probe = _Probe()
    while not desk.has_begun:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    filled = time.perf_counter()
    until_then = probe.take()
    QTimer.singleShot(_AFTER_MS, lambda: application.exit(0))
    application.exec()
    print(f"{label}")
    print(f"  window built {_ms(built - begin)}, shown {_ms(shown - built)}, filled {_ms(filled - shown)}")
    print(f"  longest stretch: until filled {until_then}, afterwards {probe.take()}", flush=True)
    desk.stop()
    store.close()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
