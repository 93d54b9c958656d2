"""How quick the window is with ten years of log: it opens, turns its pages, and answers a log with a reward.

.venv/bin/python -m benchmarks.window

Each beside a bare widget of the same kind in the same run; offscreen, so without a window manager's share.
"""

import logging
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from benchmarks.start_of_years import run_until_now
from benchmarks.ten_years import NOW, ZONE, fill
from habitcoach.app.desk import Desk
from habitcoach.clock import clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.desktop.paths import Home
from habitcoach.ports import Clock
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from tests.support.loop_probe import LoopProbe

_TIMES = 7
_MANY = 60  #: turns of the loop in which all that follows a log is shown
_ROWS = 60  #: of a bare page


def main() -> None:
    """Measure and print."""
    logging.disable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "full")
        home.make()
        store = open_store(home.database, WINDOW_WAIT_MS)
        entries = fill(store)
        run_until_now(store)
        store.close()
        clock = clock_from({"HABITCOACH_NOW": f"{NOW.astimezone(ZONE):%Y-%m-%dT%H:%M%z} {ZONE}"})
        store = open_store(home.database, WINDOW_WAIT_MS)
        desk = Desk(application, home, store, clock, {})
        desk.start(hidden=True)
        while not desk.has_begun:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _settle()
        [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        print(f"{entries} entries; milliseconds, the middle of {_TIMES}; × a bare widget")
        _opening(desk, window)
        _turning(window)
        _logging(application, window, home, store, clock)
        desk.stop()
        store.close()


def _opening(desk: Desk, window: MainWindow) -> None:
    bare = QMainWindow()
    bare.setCentralWidget(_bare_page())
    bare.resize(window.size())

    def open_bare() -> None:
        bare.hide()
        _settle()
        bare.show()

    def open_window() -> None:
        window.hide()
        _settle()
        desk.show_window()

    _print("window opens, first time", [_taken(desk.show_window)], [_taken(bare.show)], 150)
    _print("window opens again", _several(open_window), _several(open_bare), 150)
    bare.close()


def _turning(window: MainWindow) -> None:
    stack = QStackedWidget()
    for _ in range(2):
        stack.addWidget(_bare_page())
    stack.resize(window.size())
    stack.show()
    _settle()

    def turn_bare() -> None:
        stack.setCurrentIndex(0)
        _settle()
        stack.setCurrentIndex(1)

    beside = _several(turn_bare)
    stack.close()
    for name in PageName:
        away = PageName.LIBRARY if name is not PageName.LIBRARY else PageName.TODAY
        window.show_page(away)
        _settle()
        first = _taken(partial(window.show_page, name))
        again = []
        for _ in range(_TIMES):
            window.show_page(away)
            _settle()
            again.append(_taken(partial(window.show_page, name)))
        _print(f"page {name.name.lower()}, first time", [first], beside, 50)
        _print(f"page {name.name.lower()}, again", again, beside, 50)


def _logging(
    application: QApplication, window: MainWindow, home: Home, store: SqliteStore, clock: Clock
) -> None:
    """Time a log from the press to the painted reward; the bare one commits a row and sets a label.

    What is shown anew behind it comes in turns; the longest of them counts by itself.
    """
    window.show_page(PageName.TODAY)
    _settle()
    found, stretches = [], []
    for one in Coach(store, clock).today().waiting[:_TIMES]:
        probe, painted = LoopProbe(), _Painted(application, "reward_moment")
        probe.start()
        began = time.perf_counter()
        window.today_page.done.emit(one.habit_id, one.slot)
        while not painted.seen:
            QApplication.processEvents()
        found.append((time.perf_counter() - began) * 1000)
        _settle(_MANY)
        probe.stop()
        stretches.append(max(probe.gaps))
    label = QLabel("before")
    label.show()
    _settle()
    with closing(sqlite3.connect(home.folder / "bare.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE entry(text)")

        def log_bare() -> None:
            connection.execute("INSERT INTO entry VALUES ('done')")
            label.setText(label.text() + ".")

        bare = _several(log_bare)
    _print("log to painted reward", found, bare, 16)
    _print("longest turn of the loop behind it", stretches, bare, 16)
    label.close()


def _bare_page() -> QWidget:
    page = QWidget()
    body = QVBoxLayout(page)
    for number in range(_ROWS):
        body.addWidget(QLabel(f"Row {number}"))
    return page


def _several(act: Callable[[], object]) -> list[float]:
    return [_taken(act) for _ in range(_TIMES)]


def _taken(act: Callable[[], object]) -> float:
    """Return the milliseconds from a call until everything it asked for is painted."""
    began = time.perf_counter()
    act()
    _settle()
    return (time.perf_counter() - began) * 1000


def _settle(turns: int = 5) -> None:
    for _ in range(turns):
        QApplication.processEvents()


class _Painted(QObject):
    """Notes when a widget, which may yet be made, is painted."""

    def __init__(self, application: QApplication, name: str) -> None:
        super().__init__()
        self._name = name
        self.seen = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look on; nothing is kept back."""
        if event.type() == QEvent.Type.Paint and watched.objectName() == self._name:
            self.seen = True
        return False


def _print(what: str, found: list[float], bare: list[float], goal: int) -> None:
    mine, beside = statistics.median(found), statistics.median(bare)
    print(f"  {what:32} {mine:7.1f}  × {mine / beside:5.1f}  (goal {goal})", flush=True)


if __name__ == "__main__":
    main()
