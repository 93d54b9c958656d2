"""The command line, run in-process on a home and a clock of its own."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habitcoach.cli.main import run
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store

NOON = "2026-11-23T12:00+01:00 Europe/Berlin"


class Line:
    """What one command said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self) -> Any:  # what a script reads
        """Return stdout as JSON."""
        return json.loads(self.out)


Command = Callable[..., Line]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return where the home will be; the fixture of all tests points HABITCOACH_HOME there."""
    return tmp_path / "home"


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what sets the clock: "10:31" of the Monday, or "24 10:31"."""

    def set_to(text: str) -> None:
        day, _, wall = text.rpartition(" ")
        moment = f"2026-11-{day or 23}T{wall}+01:00 Europe/Berlin"
        monkeypatch.setenv("HABITCOACH_NOW", moment)

    set_to("08:00")
    return set_to


@pytest.fixture
def command(set_clock: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> Command:
    """Return what runs one command in-process."""
    del set_clock

    def run_it(*arguments: str) -> Line:
        capsys.readouterr()
        code = run(arguments)
        out, err = capsys.readouterr()
        return Line(code, out, err)

    return run_it


@pytest.fixture
def smile(command: Command) -> Line:
    """Add a habit with a cue at 10:30 and return what was said."""
    return add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')


@pytest.fixture
def was_there(home: Path) -> Callable[..., None]:
    """Return what has the app have run on some days of that month: what was not logged then was missed."""

    def see(*days: int) -> None:
        store = open_store(home / "habitcoach.db", COMMAND_WAIT_MS)
        store.mark_seen([date(2026, 11, day) for day in days])
        store.close()

    return see


def add(command: Command, name: str, **options: str) -> Line:
    """Add a habit of one's own."""
    words = ["--when", "it rings", "--routine", "smile", "--reward", "a sip of tea"]
    for option, value in options.items():
        words += [f"--{option}", value]
    return command("add", "--json", f"--name={name}", *words)
