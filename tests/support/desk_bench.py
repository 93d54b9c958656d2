"""A desk on the table: the real parts on a real file, with a clock that a file sets and no session bus."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from habitcoach.app.desk import Desk
from habitcoach.clock import AppClock, clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.first_run import DONE, FIRST_RUN
from habitcoach.desktop.paths import Home
from habitcoach.storage.opening import COMMAND_WAIT_MS, WINDOW_WAIT_MS, open_store
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.main_window import MainWindow

BEFORE = "2026-11-23T10:29+01:00 Europe/Berlin"
DUE = "2026-11-23T10:31+01:00 Europe/Berlin"
NEXT_DAY = "2026-11-24T18:00+01:00 Europe/Berlin"


class Bench:
    """One home with a desk on it, as another program sees it."""

    def __init__(self, folder: Path, application: QApplication, home: Path | None = None) -> None:
        self.time = folder / "now"
        self.time.write_text(BEFORE)
        self.clock: AppClock = clock_from({"HABITCOACH_NOW": f"@{self.time}"})
        self.home = Home(home or folder / "home")
        self.home.make()
        self.other = open_store(self.home.database, COMMAND_WAIT_MS)
        self.coach = Coach(self.other, self.clock)
        self.store = open_store(self.home.database, WINDOW_WAIT_MS)
        self.application = application

    def add(self, name: str = "Smile") -> None:
        """Add a habit as the command line does."""
        trigger = {"kind": "at", "times": ["10:30"]}
        self.coach.habits.add(draft_from(Typed(name, "it rings", "smile", "a sip", trigger=trigger)))

    def add_many(self, number: int) -> None:
        """Add so many habits that are all due at once."""
        for one in range(number):
            self.add(f"Smile {one}")

    def start(self, *, hidden: bool = False, first_run: bool = False) -> None:
        """Start the desk; with the first run where it is wanted."""
        if not first_run:
            self.other.put_setting(FIRST_RUN, DONE)
        self.desk = Desk(self.application, self.home, self.store, self.clock, {})
        self.desk.start(hidden=hidden)

    def open_again(self) -> None:
        """Open the file that was closed."""
        self.other = open_store(self.home.database, COMMAND_WAIT_MS)
        self.store = open_store(self.home.database, WINDOW_WAIT_MS)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Read the file as any program may."""
        with closing(sqlite3.connect(self.home.database)) as connection:
            return connection.execute(query).fetchall()

    def stop(self) -> None:
        """Stop the desk and let the file go."""
        if hasattr(self, "desk"):
            self.desk.stop()
        self.store.close()
        self.other.close()


def window() -> MainWindow:
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()
    )


def card() -> CueCard:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, CueCard) and one.isVisible())


def card_shows() -> bool:
    return any(isinstance(one, CueCard) and one.isVisible() for one in QApplication.topLevelWidgets())


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(parent: QWidget) -> list[str]:
    return [str(one.property("text") or "") for one in parent.findChildren(QWidget)]
