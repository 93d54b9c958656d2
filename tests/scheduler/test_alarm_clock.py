"""The real alarm clock: APScheduler's thread, clocks that are set and put back, rings that block."""

import logging
import queue
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread, Signal
from pytestqt.qtbot import QtBot

from habitcoach.clock import AppClock, clock_from
from habitcoach.scheduler.alarms import AlarmClock

EIGHT_THIRTY = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)

Make = Callable[[Callable[[str], None], AppClock], AlarmClock]


@pytest.fixture
def started() -> Iterator[Make]:
    """Return what makes and starts alarm clocks that stop with the test."""
    made: list[AlarmClock] = []

    def make(ring: Callable[[str], None], clock: AppClock) -> AlarmClock:
        alarms = AlarmClock(ring, clock)
        made.append(alarms)
        alarms.start()
        return alarms

    yield make
    for alarms in made:
        alarms.stop()


@pytest.fixture
def rung() -> queue.Queue[str]:
    return queue.Queue()


@pytest.fixture
def now_file(tmp_path: Path) -> Path:
    path = tmp_path / "now"
    path.write_text(f"{EIGHT_THIRTY.isoformat()}+")
    return path


def silent_until(alarms: AlarmClock, rung: "queue.Queue[str]", clock: AppClock) -> bool:
    """Say whether nothing rings before an alarm set now: rings keep their order, so nothing else was due."""
    alarms.set("end", clock.now())
    return rung.get(timeout=5) == "end"


def test_two_hundred_alarms_ring_in_order_and_how_late(
    started: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = clock_from({})
    late: list[float] = []
    keys: list[str] = []
    done = threading.Event()
    start = clock.now() + timedelta(seconds=0.5)
    due = {f"habit:{number}": start + number * timedelta(milliseconds=5) for number in range(200)}

    def ring(key: str) -> None:
        late.append((clock.now() - due[key]).total_seconds() * 1000)
        keys.append(key)
        if len(keys) == len(due):
            done.set()

    alarms = started(ring, clock)
    for key in sorted(due):  # not the order of their instants
        alarms.set(key, due[key])
    assert done.wait(10)
    assert keys == list(due)
    assert min(late) >= 0
    with capsys.disabled():
        print(f"\n200 alarms: median {statistics.median(late):.2f} ms late, at most {max(late):.2f} ms")  # noqa: T201 - shown, not judged: the machine is shared


def test_alarms_set_before_the_start_ring_after_it(rung: "queue.Queue[str]") -> None:
    clock = clock_from({})
    alarms = AlarmClock(rung.put, clock)
    alarms.set("gone", clock.now())
    alarms.set("habit:3", clock.now() - HOUR)
    alarms.cancel("gone")
    alarms.wake()
    assert rung.empty()
    alarms.start()
    assert rung.get(timeout=5) == "habit:3"
    assert silent_until(alarms, rung, clock)
    alarms.stop()


def test_a_far_future_is_fine(started: Make, rung: "queue.Queue[str]") -> None:
    clock = clock_from({})
    alarms = started(rung.put, clock)
    alarms.set("far", datetime(8999, 12, 31, tzinfo=UTC))
    assert silent_until(alarms, rung, clock)


def test_it_rings_on_a_thread_of_its_own(started: Make) -> None:
    threads: queue.Queue[threading.Thread] = queue.Queue()
    clock = clock_from({})
    alarms = started(lambda _key: threads.put(threading.current_thread()), clock)
    alarms.set("a", clock.now())
    alarms.set("b", clock.now())
    first, second = threads.get(timeout=5), threads.get(timeout=5)
    assert first is second is not threading.main_thread()


def test_a_queued_signal_brings_the_ring_to_the_gui_thread(started: Make, qtbot: QtBot) -> None:
    class Bell(QObject):
        rang = Signal(str)

    bell, heard = Bell(), list[tuple[str, bool]]()

    def hear(key: str) -> None:
        heard.append((key, QThread.currentThread() is bell.thread()))

    bell.rang.connect(hear, Qt.ConnectionType.QueuedConnection)
    clock = clock_from({})
    alarms = started(bell.rang.emit, clock)
    for number in range(50):
        alarms.set(f"habit:{number}", clock.now())
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert {on_gui_thread for _, on_gui_thread in heard} == {True}


def test_a_frozen_clock_rings_nothing_until_it_runs(
    started: Make, rung: "queue.Queue[str]", now_file: Path
) -> None:
    now_file.write_text(EIGHT_THIRTY.isoformat())
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    alarms = started(rung.put, clock)
    alarms.set("habit:3", EIGHT_THIRTY - HOUR)
    alarms.wake()
    now_file.write_text(f"{EIGHT_THIRTY.isoformat()}+")
    assert silent_until(alarms, rung, clock), "nobody has said yet that the clock runs"
    alarms.wake()
    assert rung.get(timeout=5) == "habit:3"


def test_a_clock_that_freezes_takes_its_alarms_along(
    started: Make, rung: "queue.Queue[str]", now_file: Path
) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    alarms = started(rung.put, clock)
    alarms.set("habit:3", clock.now() + timedelta(milliseconds=100))
    now_file.write_text(EIGHT_THIRTY.isoformat())
    alarms.wake()
    real = clock_from({})
    marker = started(rung.put, real)
    marker.set("end", real.now() + timedelta(milliseconds=200))
    assert rung.get(timeout=5) == "end"


def test_a_step_ahead_rings_what_it_passed_over(
    started: Make, rung: "queue.Queue[str]", now_file: Path
) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    alarms = started(rung.put, clock)
    for hours in (3, 1, 2, 5):
        alarms.set(f"in {hours}", EIGHT_THIRTY + hours * HOUR)
    assert silent_until(alarms, rung, clock)
    now_file.write_text(f"{(EIGHT_THIRTY + 4 * HOUR).isoformat()}+")
    alarms.wake()
    assert [rung.get(timeout=5) for _ in range(3)] == ["in 1", "in 2", "in 3"]
    assert silent_until(alarms, rung, clock)


def test_a_step_back_delays_and_never_rings_early(
    started: Make, rung: "queue.Queue[str]", now_file: Path
) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    alarms = started(rung.put, clock)
    alarms.set("habit:3", clock.now() + timedelta(milliseconds=100))
    # Nobody calls `wake`: the alarm comes at its old instant and has to notice by itself.
    now_file.write_text(f"{(EIGHT_THIRTY - HOUR).isoformat()}+")
    real = clock_from({})
    marker = started(rung.put, real)
    marker.set("end", real.now() + timedelta(milliseconds=200))
    assert rung.get(timeout=5) == "end"
    now_file.write_text(f"{EIGHT_THIRTY.isoformat()}+")
    alarms.wake()
    assert rung.get(timeout=5) == "habit:3"


def test_nothing_is_dropped_while_a_ring_blocks(started: Make, rung: "queue.Queue[str]") -> None:
    clock = clock_from({})
    ringing, go_on = threading.Event(), threading.Event()

    def ring(key: str) -> None:
        if key == "blocks":
            ringing.set()
            assert go_on.wait(5)
        rung.put(key)

    alarms = started(ring, clock)
    alarms.set("blocks", clock.now())
    assert ringing.wait(5)
    keys = [f"habit:{number:03}" for number in range(100)]
    for place, key in enumerate(keys):
        alarms.set(key, clock.now() - HOUR + timedelta(seconds=place))
    alarms.set("blocks", clock.now())  # the key that is ringing, anew: APScheduler's default loses it
    alarms.set(keys[-1], clock.now())  # one that waits: rings once
    marker_due = threading.Event()
    real = started(lambda _key: marker_due.set(), clock)
    real.set("over a second", clock.now() + timedelta(seconds=1.2))  # APScheduler's default grace is 1 s
    assert marker_due.wait(5)
    go_on.set()
    heard = [rung.get(timeout=5) for _ in range(102)]
    assert sorted(heard) == sorted(["blocks", "blocks", *keys])
    assert silent_until(alarms, rung, clock)


def test_what_is_cancelled_while_it_waits_for_another_ring_stays_silent(
    started: Make, rung: "queue.Queue[str]"
) -> None:
    clock = clock_from({})
    ringing, go_on = threading.Event(), threading.Event()

    def ring(key: str) -> None:
        ringing.set()
        assert go_on.wait(5)
        rung.put(key)

    alarms = started(ring, clock)
    alarms.set("a", clock.now())
    assert ringing.wait(5)
    for key in "bcd":
        alarms.set(key, clock.now())
    for key in "bcd":
        alarms.cancel(key)
    go_on.set()
    assert rung.get(timeout=5) == "a"
    assert silent_until(alarms, rung, clock)


def test_what_is_put_off_while_it_waits_for_another_ring_rings_only_then(
    started: Make, rung: "queue.Queue[str]", now_file: Path, qtbot: QtBot
) -> None:
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    ringing, go_on = threading.Event(), threading.Event()

    def ring(key: str) -> None:
        ringing.set()
        assert go_on.wait(5)
        rung.put(key)

    alarms = started(ring, clock)
    alarms.set("a", clock.now())
    assert ringing.wait(5)
    alarms.set("b", clock.now())
    qtbot.waitUntil(lambda: alarms._scheduler.get_job("b") is None)  # on its way, behind "a"
    alarms.set("b", EIGHT_THIRTY + HOUR)
    go_on.set()
    assert rung.get(timeout=5) == "a"
    assert silent_until(alarms, rung, clock)
    now_file.write_text(f"{(EIGHT_THIRTY + HOUR).isoformat()}+")
    alarms.wake()
    assert rung.get(timeout=5) == "b"


def test_a_ring_that_raises_is_logged_and_silences_no_other(
    started: Make, rung: "queue.Queue[str]", caplog: pytest.LogCaptureFixture
) -> None:
    clock = clock_from({})

    def ring(key: str) -> None:
        if key == "bad":
            raise RuntimeError("boom")
        rung.put(key)

    alarms = started(ring, clock)
    with caplog.at_level(logging.ERROR):
        alarms.set("bad", clock.now())
        alarms.set("good", clock.now())
        assert rung.get(timeout=5) == "good"
    assert "boom" in caplog.text


def test_a_ring_may_set_and_cancel(started: Make, rung: "queue.Queue[str]") -> None:
    clock = clock_from({})

    def ring(key: str) -> None:
        rung.put(key)
        if key == "first":
            alarms.set("second", clock.now())
            alarms.cancel("third")

    alarms = started(ring, clock)
    alarms.set("third", clock.now() + HOUR)
    alarms.set("first", clock.now())
    assert [rung.get(timeout=5), rung.get(timeout=5)] == ["first", "second"]


def test_stopping_is_prompt_and_final(rung: "queue.Queue[str]") -> None:
    clock = clock_from({})
    ringing, go_on = threading.Event(), threading.Event()

    def ring(key: str) -> None:
        ringing.set()
        assert go_on.wait(5)
        rung.put(key)

    alarms = AlarmClock(ring, clock)
    alarms.start()
    alarms.set("under way", clock.now())
    assert ringing.wait(5)
    for number in range(20):
        alarms.set(f"waits {number}", clock.now())
    before = clock.monotonic()
    alarms.stop()
    assert clock.monotonic() - before < 1
    alarms.stop()
    alarms.set("too late", clock.now())
    alarms.wake()
    go_on.set()
    assert rung.get(timeout=5) == "under way"
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and "ThreadPool" in thread.name:
            thread.join(5)
    assert rung.empty()


def test_stopping_in_the_midst_of_a_ring_raises_in_no_thread(
    rung: "queue.Queue[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    clock = clock_from({})
    for _ in range(300):
        alarms = AlarmClock(rung.put, clock)
        alarms.start()
        alarms.set("habit:3", clock.now())
        assert rung.get(timeout=5) == "habit:3"
        alarms.stop()
    assert raised == []


def test_a_program_that_forgets_to_stop_still_ends() -> None:
    code = (
        "from datetime import timedelta; from habitcoach.clock import clock_from;"
        "from habitcoach.scheduler.alarms import AlarmClock; clock = clock_from({});"
        "alarms = AlarmClock(print, clock); alarms.start();"
        "alarms.set('habit:3', clock.now() + timedelta(hours=1)); print('end')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=True
    )
    assert (answer.stdout, answer.stderr) == ("end\n", "")
