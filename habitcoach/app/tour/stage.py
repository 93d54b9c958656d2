"""The stage of one scene: a home of its own with twelve weeks of sample data, and the real app on it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeGuard, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from habitcoach.app.demo import fill
from habitcoach.app.desk import Desk
from habitcoach.app.preferring import SCALES
from habitcoach.clock import AppClock, clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.preferences import REDUCE_MOTION, TEXT_SIZE, THEME, TextSize
from habitcoach.coaching.setting_values import ON
from habitcoach.desktop.paths import Home
from habitcoach.storage.opening import COMMAND_WAIT_MS, WINDOW_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from habitcoach.ui.spoken_roles import tell_roles
from habitcoach.ui.theme import LIGHT
from habitcoach.ui.tray import Tray

ZONE = "Europe/Berlin"
#: A Thursday afternoon on the early shift, when one cue waits and one is still to come.
AFTERNOON = "2026-06-11T14:12+02:00"
#: Turns of the event loop are taken until nothing has moved for so long, in ms.
_QUIET_MS = 150
_FIRST_READING_MS = 20_000
_MANY_TURNS_MS = 20_000
_TURN_MS = 10
_MOST_LEFT_MS = 1000


@dataclass(frozen=True, slots=True)
class Style:
    """How a scene looks."""

    mode: str = LIGHT  #: "light" or "dark"
    size: TextSize = TextSize.NORMAL


_Widget = TypeVar("_Widget", bound=QWidget)


class Stage:
    """Where one scene plays. `close` it when its picture is taken."""

    def __init__(self, folder: Path, sample: Path, application: QApplication, style: Style) -> None:
        """Take an empty folder, the sample home to copy into it, and how all of it is to look."""
        self._folder = folder
        self._sample = sample
        self._application = application
        tell_roles(application)
        self._style = style
        self._time = folder / "now"
        self._stores: list[SqliteStore] = []
        self._shown: list[QWidget] = []
        self.desk: Desk | None = None  #: once a scene has opened the window
        self.home = Home(folder / "home")
        self.set_clock(AFTERNOON)
        self.clock: AppClock = clock_from({"HABITCOACH_NOW": f"@{self._time}"})
        self.look = Look(style.mode, SCALES[style.size], reduced_motion=True)  #: of all beside the window

    # ---- the home

    def set_clock(self, instant: str) -> None:
        """Set the clock to an ISO instant with offset; it stands still there."""
        self._time.write_text(f"{instant} {ZONE}", "utf-8")

    def use_sample(self) -> Coach:
        """Bring the sample home on stage, and return its coach."""
        shutil.copytree(self._sample, self.home.folder)
        return self.coach()

    def use_empty(self) -> Coach:
        """Bring a home without a single habit on stage, and return its coach."""
        self.home.make()
        return self.coach()

    def coach(self) -> Coach:
        """Return a coach on the home, as another program would have it."""
        store = open_store(self.home.database, COMMAND_WAIT_MS)
        self._stores.append(store)
        return Coach(store, self.clock)

    def now(self) -> datetime:
        """Return the present instant in the agent's zone."""
        return self.clock.now().astimezone(self.clock.zone())

    # ---- the app

    def open_window(self, page: PageName = PageName.TODAY) -> MainWindow:
        """Start the app on the home and return its window, turned to a page."""
        store = open_store(self.home.database, WINDOW_WAIT_MS)
        self._stores.append(store)
        store.put_setting(THEME, self._style.mode)
        store.put_setting(TEXT_SIZE, self._style.size.value)
        store.put_setting(REDUCE_MOTION, ON)
        self.desk = Desk(self._application, self.home, store, self.clock, {})
        self.look = self.desk.look
        self.desk.start(hidden=False)
        self._wait_for_first_reading()
        window = self.desk.window
        window.set_clock_label("")
        window.show_page(page)
        self.settle()
        window.show_notice("")  # that there is no tray here, nor a bus
        self.settle()
        return window

    def _wait_for_first_reading(self) -> None:
        until = QDeadlineTimer(_FIRST_READING_MS)
        while self.desk is not None and not self.desk.has_begun and not until.hasExpired():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def window(self) -> MainWindow:
        """Return the window that was opened."""
        if self.desk is None:
            raise LookupError("no window was opened")
        return self.desk.window

    def tray(self) -> Tray:
        """Return the icon in the tray; there is no tray to put it in."""
        if self.desk is None:
            raise LookupError("no window was opened")
        return self.desk.tray

    def seen(self, kind: type[_Widget]) -> _Widget:
        """Return what is to be seen of a kind: a window of its own, or a part of one. Raises LookupError."""
        self.settle()
        for window in self._application.topLevelWidgets():
            for one in (window, *window.findChildren(kind)):
                if isinstance(one, kind) and one.isVisible():
                    return one
        raise LookupError(kind.__name__)

    def whole(self, page: QWidget) -> QWidget:
        """Return the window, made so high that nothing of a page has to be scrolled to."""
        window = self.window()
        for _ in range(3):  # some parts find their height only once they are seen
            bars = [
                one.verticalScrollBar() for one in (page, *page.findChildren(QScrollArea)) if _scrolls(one)
            ]
            window.resize(window.width(), window.height() + max(bar.maximum() for bar in bars))
            self.settle()
        return window

    def card(self) -> CueCard:
        """Return a cue card of its own."""
        self._dress()
        made = CueCard(self.look, self.now)
        self._shown.append(made)
        return made

    def dressed(self, build: Callable[[Look], _Widget]) -> _Widget:
        """Return a widget of its own, in the theme of the scene."""
        self._dress()
        made = build(self.look)
        self._shown.append(made)
        made.show()
        self.settle()
        return made

    def _dress(self) -> None:
        if self.desk is None:  # else the app has dressed itself in this look
            self.look.apply(self._application)

    def settle(self) -> None:
        """Let the app do what it has begun: what is short, and what it does in many turns."""
        self.wait(_QUIET_MS)
        latest = QDeadlineTimer(_MANY_TURNS_MS)
        while self._is_busy() and not latest.hasExpired():
            self.wait(_TURN_MS)
        # On a machine with much else to do that time is over before everything was done.
        self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _MOST_LEFT_MS)

    def _is_busy(self) -> bool:
        """Whether something here works in every turn of the event loop."""
        timers = (
            timer for window in self._application.topLevelWidgets() for timer in window.findChildren(QTimer)
        )
        return any(timer.isActive() and timer.interval() == 0 for timer in timers)

    def wait(self, ms: int) -> None:
        """Take turns of the event loop for so long."""
        until = QDeadlineTimer(ms)
        while not until.hasExpired():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def close(self) -> None:
        """Take everything down again."""
        for one in self._shown:
            one.hide()
            one.deleteLater()
        if self.desk is not None:
            self.desk.stop()
        for window in self._application.topLevelWidgets():
            window.hide()
            window.deleteLater()
        for store in self._stores:
            store.close()
        # Outside a running event loop nothing else deletes what waits for it, and it would be dressed anew
        # with every scene to come.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _scrolls(one: QWidget) -> TypeGuard[QScrollArea]:
    return isinstance(one, QScrollArea) and one.isVisible()


def make_sample(folder: Path) -> None:
    """Write the sample home; the same each time."""
    home = Home(folder)
    home.make()
    clock = clock_from({"HABITCOACH_NOW": f"{AFTERNOON} {ZONE}"})
    store = open_store(home.database, COMMAND_WAIT_MS)
    fill(store, clock)
    store.close()
