"""The log: for the owner alone, small, and without the agent's words."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError, InputError
from habitcoach.desktop.log import close_log, open_log
from habitcoach.desktop.paths import Home

WORDS = "Use Ms Øresund's first name"
log = logging.getLogger("habitcoach.test")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    level = logging.getLogger().level
    yield Home(tmp_path)
    logging.getLogger().setLevel(level)


@pytest.fixture
def handler(home: Home) -> Iterator[logging.Handler]:
    opened = open_log(home)
    yield opened
    close_log(opened)


@pytest.mark.usefixtures("handler")
def test_a_line_tells_when_how_bad_where_and_what(home: Home) -> None:
    log.info("started")
    log.debug("detail")
    when, level, name, what = home.log.read_text().split(" ", 3)
    assert len(when) == len("2026-11-22T08:30:00+0100")
    assert (level, name, what) == ("INFO", "habitcoach.test:", "started\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
@pytest.mark.usefixtures("handler")
def test_nobody_else_can_read_it(home: Home) -> None:
    log.info("started")
    assert stat.S_IMODE(home.log.stat().st_mode) == 0o600


@pytest.mark.usefixtures("handler")
def test_it_stays_small(home: Home) -> None:
    for _ in range(400):
        log.info("x" * 10_000)
    files = sorted(home.folder.glob("habitcoach.log*"))
    assert len(files) == 3
    assert all(file.stat().st_size <= 510_000 for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.usefixtures("handler")
def test_a_traceback_has_the_place_and_none_of_the_words(home: Home) -> None:
    def fails() -> None:
        try:
            dict[str, int]().pop(WORDS)
        except KeyError as error:
            raise InputError("name", "name_taken", name=WORDS) from error

    try:
        fails()
    except InputError:
        log.exception("bug")
    try:
        int(f'{WORDS} "quoted"')
    except ValueError:
        log.exception("another")
    text = home.log.read_text()
    assert "in fails" in text
    assert "KeyError: '…'" in text
    assert "which came from" in text
    assert "InputError: name_taken" in text
    assert "ValueError: …" in text
    for word in ("Øresund", "first name", "quoted"):
        assert word not in text.replace('{WORDS} "quoted"', ""), text


def test_lone_surrogates_do_not_stop_it(home: Home, handler: logging.Handler) -> None:
    # Handed to it alone: what pytest keeps of a log it could not send on to who asked for the test.
    handler.handle(logging.LogRecord(log.name, logging.WARNING, __file__, 1, "odd \ud800 text", None, None))
    assert "odd \\ud800 text" in home.log.read_text()


@pytest.mark.usefixtures("handler")
def test_the_alarm_clocks_chatter_stays_out(home: Home) -> None:
    logging.getLogger("apscheduler.scheduler").info("Added job")
    logging.getLogger("apscheduler.executors.default").error("Error running job")
    assert "Added job" not in home.log.read_text()
    assert "Error running job" in home.log.read_text()


def test_closed_it_writes_no_more(home: Home) -> None:
    close_log(open_log(home))
    log.error("late")
    assert "late" not in home.log.read_text()


def test_a_home_that_takes_no_log_is_the_surroundings_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as fault:
        open_log(Home(tmp_path / "not made"))
    assert fault.value.code == "cannot_open"
