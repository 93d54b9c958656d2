"""The log is read in turns before the first views, and the window is there from the first turn on."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from habitcoach.app.warming import warming
from habitcoach.core.entry import EntryKind, NewEntry, Source
from tests.support.desk_bench import Bench, texts, window
from tests.support.habits import MONDAY, local

YEARS = timedelta(days=4000)
READING = "Reading your log…"


def test_it_goes_through_every_stretch() -> None:
    left = iter([None, None, None])
    assert len(list(warming(left))) == 3


def test_a_stretch_that_fails_is_left_to_what_follows() -> None:
    def fail(_: int) -> None:
        raise OSError

    assert list(warming(map(fail, [1, 2]))) == []


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
    qtbot.waitUntil(lambda: bench.desk.has_begun, timeout=20_000)


def test_a_young_log_is_there_at_once(bench: Bench) -> None:
    bench.add()
    bench.start()
    assert READING not in texts(window())
