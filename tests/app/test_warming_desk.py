"""The log is read in turns before the first views, and the window is there from the first turn on."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QDeadlineTimer
from pytestqt.qtbot import QtBot

from habitcoach.app.warming import TURN_MS, Warming
from habitcoach.core.entry import EntryKind, NewEntry, Source
from tests.support.desk_bench import Bench, texts, window
from tests.support.habits import MONDAY, local

YEARS = timedelta(days=4000)
READING = "Reading your log…"


def busy(seen: list[int], number: int = 3) -> Iterator[None]:
    """Yield stretches that last longer than a turn."""
    for one in range(number):
        seen.append(one)
        longer = QDeadlineTimer(2 * TURN_MS)
        while not longer.hasExpired():
            pass
        yield


def test_what_fits_into_one_turn_is_followed_at_once() -> None:
    followed: list[bool] = []
    warming = Warming(lambda: followed.append(True))
    warming.start(iter([None, None]))
    assert followed == [True]
    assert not warming.going


def test_longer_work_lets_others_in_and_is_followed_once(qtbot: QtBot) -> None:
    seen: list[int] = []
    followed: list[bool] = []
    warming = Warming(lambda: followed.append(True))
    warming.start(busy(seen))
    assert (seen, followed, warming.going) == ([0], [], True)
    qtbot.waitUntil(lambda: followed == [True])
    assert seen == [0, 1, 2]


def test_stopped_work_is_followed_by_nothing(qtbot: QtBot) -> None:
    seen: list[int] = []
    followed: list[bool] = []
    warming = Warming(lambda: followed.append(True))
    warming.start(busy(seen))
    warming.stop()
    other = Warming(lambda: None)
    other.start(busy([]))
    qtbot.waitUntil(lambda: not other.going)
    assert (seen, followed) == ([0], [])


def test_work_that_fails_is_left_to_what_follows() -> None:
    followed: list[bool] = []

    def fail(_: int) -> None:
        raise OSError

    Warming(lambda: followed.append(True)).start(map(fail, [1]))
    assert followed == [True]


def lived_for_years(bench: Bench, habits: int) -> None:
    for number in range(habits):
        bench.add(f"Habit {number}")
    with bench.other.writing():
        for habit in bench.other.habits():
            for day in (MONDAY, MONDAY + YEARS - timedelta(days=1)):
                at_noon = local(day, "12:00")
                bench.other.append(NewEntry(habit.id, day, None, at_noon, EntryKind.DONE, Source.CARD))
    bench.time.write_text(f"{MONDAY + YEARS}T18:00+01:00 Europe/Berlin")


def test_the_window_comes_first_and_fills_in(bench: Bench, qtbot: QtBot) -> None:
    lived_for_years(bench, 12)
    bench.start()
    shown = window()
    assert READING in texts(shown)
    qtbot.waitUntil(lambda: READING not in texts(shown), timeout=20_000)
    assert {"Passed", "12"} <= set(texts(shown))


def test_the_agent_may_quit_while_the_log_is_read(bench: Bench) -> None:
    lived_for_years(bench, 12)
    bench.start()
    bench.desk.stop()
    assert bench.rows("SELECT count(*) FROM prompt") == [(0,)]


def test_who_presses_the_key_while_the_log_is_read_has_the_bar_after_it(bench: Bench, qtbot: QtBot) -> None:
    lived_for_years(bench, 2)
    bench.start(hidden=True)
    key, bar = bench.desk.quick.key, bench.desk.quick.bar
    assert key.words, "it has been asked for; offscreen nobody can have it"
    key.pressed.emit()
    assert not bench.desk.has_begun
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    assert bench.desk.has_begun


def test_a_young_log_is_there_at_once(bench: Bench) -> None:
    bench.add()
    bench.start()
    assert READING not in texts(window())
