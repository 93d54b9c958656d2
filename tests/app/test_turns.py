"""Readings in turns of the event loop."""

from collections.abc import Callable, Generator, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.app.attempts import Attempts
from habitcoach.app.turns import FRAME_MS, FRESH_TURN, TURN_MS, Turns
from habitcoach.core.errors import EnvironmentFaultError


@pytest.fixture
def owner() -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def counting(steps: int, told: str, slow: bool = False) -> Callable[[], Generator[None, None, str]]:
    """Return a reading of so many stretches, each a turn of its own when it is slow."""

    def read() -> Generator[None, None, str]:
        for _ in range(steps):
            if slow:
                QTest.qSleep(TURN_MS + 1)
            yield
        return told

    return read


def test_what_fits_into_one_turn_is_told_at_once(owner: QObject) -> None:
    told: list[str] = []
    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(counting(5, "all"))
    assert told == ["all"]
    assert not turns.going


def test_a_reading_may_wait_for_the_next_turn(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []
    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.soon(counting(5, "all"))
    assert (told, turns.going) == ([], True)
    qtbot.waitUntil(lambda: told == ["all"])


def test_a_reading_may_wait_until_the_window_is_painted(owner: QObject, qtbot: QtBot) -> None:
    said: list[str] = []
    turns = Turns(Attempts(owner).run, said.append, owner)
    turns.later(counting(5, "all"))
    assert (said, turns.going) == ([], True)
    QTimer.singleShot(0, lambda: said.append("painted"))
    qtbot.waitUntil(lambda: not turns.going)
    assert said == ["painted", "all"]


def test_the_window_is_painted_before_a_long_reading_goes_on(owner: QObject, qtbot: QtBot) -> None:
    said: list[str] = []
    turns = Turns(Attempts(owner).run, said.append, owner)
    turns.start(counting(2, "all", slow=True))
    QTimer.singleShot(FRAME_MS // 2, lambda: said.append("painted"))
    qtbot.waitUntil(lambda: not turns.going)
    assert said == ["painted", "all"]


def test_a_long_reading_leaves_turns_to_others(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []
    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(counting(3, "all", slow=True))
    assert turns.going
    assert told == []
    qtbot.waitUntil(lambda: told == ["all"])
    assert not turns.going


def test_a_reading_may_ask_for_a_turn_of_its_own(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []

    def read() -> Generator[str, None, str]:
        told.append("first")
        yield FRESH_TURN
        return "second"

    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(read)
    assert told == ["first"]
    qtbot.waitUntil(lambda: told == ["first", "second"])


def test_a_later_reading_takes_the_place_of_an_earlier_one(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []
    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(counting(3, "earlier", slow=True))
    turns.start(counting(3, "later", slow=True))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["later"]


def test_a_reading_can_be_left(owner: QObject) -> None:
    told: list[str] = []
    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(counting(3, "all", slow=True))
    turns.stop()
    QTest.qWait(FRAME_MS + 3 * TURN_MS)
    assert told == []
    assert not turns.going


def test_a_reading_that_finds_the_file_busy_begins_anew(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []
    tries: list[int] = []

    def read() -> Generator[None, None, str]:
        tries.append(1)
        yield
        if len(tries) == 1:
            raise EnvironmentFaultError("file_busy")
        return "all"

    turns = Turns(Attempts(owner).run, told.append, owner)
    turns.start(read)
    qtbot.waitUntil(lambda: told == ["all"])
    assert len(tries) == 2
