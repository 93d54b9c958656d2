"""Everything shown is read anew in turns of the event loop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.app.attempts import Attempts
from habitcoach.app.refreshing import Refreshing
from habitcoach.app.turns import TURN_MS
from habitcoach.core.errors import EnvironmentFaultError


@pytest.fixture
def owner() -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


class Steps:
    """Notes what is done, a stretch of each step longer than a turn."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.others: list[Callable[[], object]] = []  #: what is to come between the first stretches

    def short(self) -> None:
        self.seen.append("short")

    def long(self) -> Iterator[None]:
        for number in range(3):
            self.seen.append(f"long {number}")
            if self.others:
                QTimer.singleShot(0, self.others.pop())
            QTest.qSleep(TURN_MS + 1)
            yield

    def whole(self) -> list[str]:
        return ["long 0", "long 1", "long 2", "short"]


def test_the_changes_of_one_turn_are_one_reading(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    refreshing = Refreshing(Attempts(owner), (steps.long, steps.short), owner)
    refreshing.soon()
    refreshing.soon()
    assert (steps.seen, refreshing.done_once) == ([], False)
    qtbot.waitUntil(lambda: refreshing.done_once)
    assert steps.seen == steps.whole()


def test_others_get_their_turn_within_a_step(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    refreshing = Refreshing(Attempts(owner), (steps.long, steps.short), owner)
    steps.others.append(lambda: steps.seen.append("other"))
    refreshing.soon()
    qtbot.waitUntil(lambda: refreshing.done_once)
    assert steps.seen == ["long 0", "other", "long 1", "long 2", "short"]


def test_a_change_amid_the_reading_begins_it_anew(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    refreshing = Refreshing(Attempts(owner), (steps.long, steps.short), owner)
    steps.others.append(refreshing.soon)
    refreshing.soon()
    qtbot.waitUntil(lambda: refreshing.done_once)
    assert steps.seen == ["long 0", *steps.whole()]


def test_it_can_be_left(owner: QObject) -> None:
    steps = Steps()
    refreshing = Refreshing(Attempts(owner), (steps.short,), owner)
    refreshing.soon()
    refreshing.stop()
    QTest.qWait(3 * TURN_MS)
    assert (steps.seen, refreshing.done_once) == ([], False)


def test_all_is_read_at_once_where_that_is_wanted(owner: QObject) -> None:
    steps = Steps()
    refreshing = Refreshing(Attempts(owner), (steps.long, steps.short), owner)
    refreshing.soon()
    refreshing.now()
    assert refreshing.done_once
    QTest.qWait(3 * TURN_MS)
    assert steps.seen == steps.whole()


def test_a_step_that_fails_is_told_and_keeps_nothing_else_from_being_shown(
    owner: QObject, qtbot: QtBot
) -> None:
    steps, attempts = Steps(), Attempts(owner)
    told: list[str] = []
    attempts.refused.connect(told.append)

    def fails() -> None:
        raise ZeroDivisionError

    refreshing = Refreshing(attempts, (fails, steps.long, steps.short), owner)
    refreshing.soon()
    qtbot.waitUntil(lambda: refreshing.done_once)
    assert steps.seen == steps.whole()
    assert len(told) == 1


def test_a_busy_file_has_it_begin_anew(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    tries: list[int] = []

    def busy() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise EnvironmentFaultError("file_busy")

    refreshing = Refreshing(Attempts(owner), (steps.short, busy), owner)
    refreshing.soon()
    qtbot.waitUntil(lambda: refreshing.done_once)
    assert steps.seen == ["short", "short"]
