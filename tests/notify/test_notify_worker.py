"""One thread, a deadline for each job, and one answer to each."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.notify.attempt import Attempt
from habitcoach.notify.worker import Worker
from tests.notify.conftest import SHORT

OUT = Attempt(buttons=False)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Return what holds jobs up until it is set; set at the end, so that no thread stays behind."""
    gate = threading.Event()
    yield gate
    gate.set()


def after(gate: threading.Event) -> Callable[[], Attempt]:
    def work() -> Attempt:
        gate.wait(30)
        return OUT

    return work


def test_jobs_are_done_in_order_in_one_other_thread(qtbot: QtBot) -> None:
    worker = Worker(20)
    threads: list[int] = []
    told: list[tuple[int, Attempt, int]] = []

    def work() -> Attempt:
        threads.append(threading.get_ident())
        return OUT

    for number in range(3):
        worker.do(work, lambda attempt, n=number: told.append((n, attempt, threading.get_ident())))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(told) == 3)
    here = threading.get_ident()
    assert told == [(0, OUT, here), (1, OUT, here), (2, OUT, here)]
    assert len(set(threads)) == 1
    assert here not in threads


def test_a_job_that_overstays_is_late_and_told_once(qtbot: QtBot, gate: threading.Event) -> None:
    worker = Worker(SHORT)
    told: list[Attempt] = []
    worker.do(after(gate), told.append)
    qtbot.waitUntil(lambda: told == [Attempt("late", final=True)])
    gate.set()
    worker.do(lambda: OUT, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == OUT


def test_those_behind_it_are_given_up_without_having_begun(qtbot: QtBot, gate: threading.Event) -> None:
    worker = Worker(SHORT)
    told: list[Attempt] = []
    begun: list[int] = []
    worker.do(after(gate), told.append)

    def work() -> Attempt:
        begun.append(1)
        return OUT

    worker.do(work, told.append)
    qtbot.waitUntil(lambda: told == [Attempt("late", final=True), Attempt("late")])
    gate.set()
    worker.do(lambda: OUT, told.append)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert begun == []


def test_a_thread_at_rest_ends_and_a_later_job_gets_another(qtbot: QtBot) -> None:
    worker = Worker(20)
    threads: list[threading.Thread] = []
    told: list[Attempt] = []

    def work() -> Attempt:
        threads.append(threading.current_thread())
        return OUT

    worker.do(work, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    worker.rest()
    threads[0].join(20)
    assert not threads[0].is_alive()
    worker.do(work, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert threads[1] is not threads[0]
    worker.rest()
    worker.rest()
    threads[1].join(20)
    assert not threads[1].is_alive()
