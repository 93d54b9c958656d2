"""Slow work beside the window: told back in order in the GUI thread, ended at quitting."""

import logging
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.app.background import Background
from habitcoach.app.in_background import done_in_background
from habitcoach.core.errors import RefusedError


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    made = Background()
    yield made
    made.stop(2.0)


def test_it_works_in_another_thread_and_tells_in_this_one(background: Background, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    here = threading.get_ident()
    for name in "ab":
        background.do(
            partial(lambda one: (one, threading.get_ident() != here), name),
            lambda result: told.append((result[0], result[1] and threading.get_ident() == here)),
        )
    qtbot.waitUntil(lambda: told == [("a", True), ("b", True)])


def test_what_fails_is_told_and_the_next_job_is_done(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise RefusedError("nothing_to_undo")

    failed: list[Exception] = []
    told: list[object] = []
    background.do(refuse, failed=failed.append)
    background.do(lambda: 1 // 0, failed=failed.append)
    background.do(lambda: "done", told.append)
    qtbot.waitUntil(lambda: told == ["done"])
    assert [type(one) for one in failed] == [RefusedError, ZeroDivisionError]
    assert "ZeroDivisionError" in caplog.text


def test_a_start_waits_for_its_work(background: Background) -> None:
    assert done_in_background(background, lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        done_in_background(background, lambda: 1 // 0)


def test_quitting_ends_a_copy_under_way_and_begins_nothing(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    under_way, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def copy() -> None:
        try:
            background.step(1, 2)
            under_way.set()
            go_on.wait(10)
            background.step(2, 2)
        finally:
            ended.set()

    told: list[object] = []
    background.do(copy, told.append)
    background.do(lambda: "next", told.append)
    assert under_way.wait(10)
    background.stop(0.0)
    go_on.set()
    assert ended.wait(10)
    background.do(lambda: "late", told.append)
    qtbot.wait(50)
    assert told == []
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
