"""How long the review of 5 habits over 26 weeks takes to open, beside a bare page, on an offscreen platform.

.venv/bin/python -m benchmarks.review_page
"""

import logging
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from benchmarks.ten_years import NOW, ZONE, SteadyClock, fill
from habitcoach.app.desk import Desk
from habitcoach.clock import clock_from
from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import WATERMARK, ZONE_SEEN
from habitcoach.coaching.lived_dates import LivedDates
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_times import week_of
from habitcoach.core.wall import DAY
from habitcoach.desktop.paths import Home
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.ui.page_name import PageName
from habitcoach.ui.review.page import ReviewPage

HABITS = 5
WEEKS = 26
TARGET_MS = 100
_TIMES = 15
_LABELS = 60  #: a bare page has about as many words as a review


@dataclass(frozen=True, slots=True)
class _Took:
    """How long something took."""

    waited: float  #: ms
    worked: float  #: ms of this thread's own, whatever else the machine does

    def __str__(self) -> str:
        return f"{self.waited:.1f} ms ({self.worked:.1f} worked)"


def main() -> None:
    """Measure and print."""
    logging.disable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.make()
        store = open_store(home.database, WINDOW_WAIT_MS)
        entries = fill(store, HABITS, WEEKS / 52)
        _answer(store)
        clock = clock_from({"HABITCOACH_NOW": f"{NOW.astimezone(ZONE):%Y-%m-%dT%H:%M%z} {ZONE}"})
        desk = Desk(application, home, store, clock, {})
        desk.start(hidden=False)
        while not desk.has_begun:
            application.processEvents()
        _settle(application)
        print(f"{HABITS} habits, {WEEKS} weeks, {entries} entries")
        _measure(application, desk)
        desk.stop()
        store.close()


def _answer(store: SqliteStore) -> None:
    """Leave the file as an agent does who was there every day and answered every second week."""
    agenda = read_agenda(store, SteadyClock())
    LivedDates(store).write_down(agenda)
    first = agenda.habits[0].first_date
    store.mark_seen([first + number * DAY for number in range((agenda.today - first).days)])
    store.put_setting(WATERMARK, NOW.isoformat())
    store.put_setting(ZONE_SEEN, str(ZONE))
    coach = Coach(store, SteadyClock())
    for number in range(1, WEEKS, 2):
        week = week_of(agenda, agenda.today - timedelta(weeks=number))
        for habit in agenda.habits:
            if week.end >= habit.first_date:
                coach.review_answers.say(habit.id, Said(by_itself=min(7, 1 + number // 4)), week)


def _measure(application: QApplication, desk: Desk) -> None:
    window = desk.window
    bare = _bare_pages()
    bare.resize(window.review_page.size())
    bare.show()
    _settle(application)

    def open_bare() -> None:
        bare.setCurrentIndex(1)
        application.processEvents()

    def open_review() -> None:
        window.show_page(PageName.REVIEW)
        while not window.review_page.is_current:
            application.processEvents()
        application.processEvents()

    def open_more() -> None:
        window.review_page.open_more()
        while not _more_is_shown(window.review_page):
            application.processEvents()

    def close_bare() -> None:
        bare.setCurrentIndex(0)
        _settle(application)

    def leave() -> None:
        window.review_page.open_more(open_=False)
        window.show_page(PageName.TODAY)
        _settle(application)

    beside = _often(open_bare, close_bare)
    first = _once(open_review)
    _settle(application)
    more = _once(open_more)
    leave()
    again = _often(open_review, leave)
    print(f"  bare page of {_LABELS} labels: {beside}")
    for label, found in (("first", first), ("again", again), ("more, first", more)):
        print(f"  {label}: {found}, {found.worked / beside.worked:.1f} times the bare page")
    print(f"  target {TARGET_MS} ms: {'met' if max(first.worked, again.worked) <= TARGET_MS else 'missed'}")


def _more_is_shown(page: ReviewPage) -> bool:
    """Whether the last part of *More* has been filled and laid out."""
    decided = page.findChild(QLabel, "decided_count")
    return isinstance(decided, QLabel) and decided.isVisible() and bool(decided.text())


def _bare_pages() -> QStackedWidget:
    pages = QStackedWidget()
    pages.addWidget(QWidget())
    area, inner = QScrollArea(), QWidget()
    body = QVBoxLayout(inner)
    for number in range(_LABELS):
        body.addWidget(QLabel(f"line {number}"))
    area.setWidget(inner)
    area.setWidgetResizable(True)
    pages.addWidget(area)
    return pages


def _settle(application: QApplication) -> None:
    for _ in range(20):
        application.processEvents()


def _once(act: Callable[[], object]) -> _Took:
    began, worked = time.perf_counter(), time.thread_time()
    act()
    return _Took((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000)


def _often(act: Callable[[], object], back: Callable[[], object]) -> _Took:
    found = []
    for _ in range(_TIMES):
        found.append(_once(act))
        back()
    return sorted(found, key=lambda one: one.worked)[len(found) // 2]


if __name__ == "__main__":
    main()
