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
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from benchmarks.start_of_years import run_until_now
from benchmarks.ten_years import HABITS, NOW, ZONE, fill
from habitcoach.app.desk import Desk
from habitcoach.clock import clock_from
from habitcoach.desktop.paths import Home
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from tests.support.loop_probe import LoopProbe

_TIMES = 7
_MANY = 150  #: turns of the loop in which all that follows a log, or a page, is shown
_JUMP_MS = 1500  #: in which all that follows a step of the clock is shown
SLOT = f"{NOW:%Y-%m-%d}/13:30"
_ROWS = 60  #: of a bare page


@dataclass(frozen=True, slots=True)
class _Took:
    """How long something took."""

    waited: float  #: ms
    worked: float  #: ms of this thread's own, whatever else the machine does


@dataclass(frozen=True, slots=True)
class _Moment:
    """When something began."""

    seen: float
    worked: float

    @classmethod
    def now(cls) -> "_Moment":
        return cls(time.perf_counter(), time.thread_time())

    def since(self) -> _Took:
        now = self.now()
        return _Took((now.seen - self.seen) * 1000, (now.worked - self.worked) * 1000)


def main() -> None:
    """Measure and print."""
    logging.disable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home, time_file = Home(Path(folder) / "full"), Path(folder) / "now"
        home.make()
        store = open_store(home.database, WINDOW_WAIT_MS)
        entries = fill(store)
        run_until_now(store)
        store.close()
        time_file.write_text(f"{NOW.astimezone(ZONE):%Y-%m-%dT%H:%M%z} {ZONE}")
        clock = clock_from({"HABITCOACH_NOW": f"@{time_file}"})
        store = open_store(home.database, WINDOW_WAIT_MS)
        desk = Desk(application, home, store, clock, {})
        desk.start(hidden=True)
        while not desk.has_begun:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _settle(_MANY)
        print(f"{entries} entries; ms, the middle of {_TIMES} (worked: by this thread); × a bare widget")
        _opening(desk, desk.window)
        _turning(desk.window)
        _logging(application, desk.window, home)
        _due_at_once(desk.window, store, time_file)
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
        turns: list[_Took] = []
        took: list[_Took] = []
        for _ in range(_TIMES + 1):
            window.show_page(away)
            _settle(_MANY)
            turn = partial(window.show_page, name)
            turns.append(_longest_turn(partial(_take_down, took, turn)))
        _print(f"page {name.name.lower()}, first time", took[:1], beside, 50)
        _print(f"page {name.name.lower()}, again", took[1:], beside, 50)
        _print("  longest turn of the loop", turns[1:], beside, 16)


def _logging(application: QApplication, window: MainWindow, home: Home) -> None:
    """Time a log from the press to the painted reward; the bare one commits a row and sets a label.

    What is shown anew behind it comes in turns; the longest of them counts by itself.
    """
    window.show_page(PageName.TODAY)
    _settle(_MANY)
    page, painted = window.today_page, _Painted(application, "reward_moment")
    habits = iter(range(1, HABITS + 1))
    found: list[_Took] = []
    behind, hurried, undone = [], [], []

    def log() -> None:
        page.done.emit(next(habits), SLOT)

    def log_and_see() -> None:
        painted.watch()
        log()
        while painted.after is None:
            QApplication.processEvents()
        found.append(painted.after)

    def log_twice() -> None:
        log()
        _settle(2)
        log()

    for _ in range(_TIMES):
        behind.append(_longest_turn(log_and_see))
        hurried.append(_longest_turn(log_twice))
        undone.append(_longest_turn(page.undo.emit))
    application.removeEventFilter(painted)
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
    _print("longest turn behind a log", behind, bare, 16)
    _print("  behind two, one on the other", hurried, bare, 16)
    _print("  behind an undo", undone, bare, 16)
    label.close()


def _due_at_once(window: MainWindow, store: SqliteStore, time_file: Path) -> None:
    """Let the cues of all habits come due at one minute, and see how long the window stands still."""
    window.show_page(PageName.TODAY)
    before = len(store.open_prompts())
    time_file.write_text(f"2026-06-11T15:29:57+02:00+ {ZONE}")
    shown = QDeadlineTimer(_JUMP_MS)
    while not shown.hasExpired():
        _settle()

    def wait() -> None:
        while len(store.open_prompts()) < before + HABITS:
            _settle()

    print(
        f"  {HABITS} cues at one minute: the longest turn {_longest_turn(wait).worked:.1f} (goal 16)",
        flush=True,
    )


def _longest_turn(act: Callable[[], object]) -> _Took:
    """Return the longest turn of the loop while something is done and all is shown that follows.

    The probe leaves out what the thread waited for others that work on this machine.
    """
    probe = LoopProbe()
    probe.start()
    act()
    _settle(_MANY)
    probe.stop()
    return _Took(max(probe.gaps), max(probe.gaps))


def _bare_page() -> QWidget:
    page = QWidget()
    body = QVBoxLayout(page)
    for number in range(_ROWS):
        body.addWidget(QLabel(f"Row {number}"))
    return page


def _several(act: Callable[[], object]) -> list[_Took]:
    return [_taken(act) for _ in range(_TIMES)]


def _take_down(took: list[_Took], act: Callable[[], object]) -> None:
    took.append(_taken(act))


def _taken(act: Callable[[], object]) -> _Took:
    """Return how long it is from a call until everything it asked for is painted."""
    began = _Moment.now()
    act()
    _settle()
    return began.since()


def _settle(turns: int = 5) -> None:
    for _ in range(turns):
        QApplication.processEvents()


class _Painted(QObject):
    """Takes the time until a widget, which may yet be made, is painted with all that is painted with it."""

    def __init__(self, application: QApplication, name: str) -> None:
        super().__init__()
        self._name = name
        self._since = _Moment.now()
        self._painting = False
        self.after: _Took | None = None
        application.installEventFilter(self)

    def watch(self) -> None:
        """Begin."""
        self._since, self._painting, self.after = _Moment.now(), False, None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look on; nothing is kept back."""
        if self.after is None and event.type() == QEvent.Type.Paint:
            self._painting = self._painting or watched.objectName() == self._name
        elif self.after is None and self._painting:
            self.after = self._since.since()
        return False


def _print(what: str, found: list[_Took], bare: list[_Took], goal: int) -> None:
    waited, worked = (statistics.median(getattr(one, name) for one in found) for name in _Took.__slots__)
    beside = statistics.median(one.worked for one in bare)
    times = f"× {worked / beside:5.1f}"
    print(f"  {what:32} {waited:7.1f} ({worked:6.1f} worked, {times})  (goal {goal})", flush=True)


if __name__ == "__main__":
    main()
