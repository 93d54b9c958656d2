"""A session bus and a notification server of the test's own, and the notifier on them."""

import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.notify.notifier import SystemNotifier
from tests.desktop.coach import plain_env
from tests.desktop.notifications import Notifications, notification_server
from tests.desktop.session_bus import session_bus

Serve = Callable[..., Notifications]

ICON = asset("icons", "app.svg")
#: Seconds. Short, for tests of what is late; a test of what arrives has the usual ones.
SHORT = 0.5

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only Linux has a session bus."""
    for item in items:
        if item.path.is_relative_to(_HERE) and not sys.platform.startswith("linux"):
            item.add_marker(pytest.mark.skip(reason="needs a session bus"))


class Tray:
    """The tray as the notifier sees it."""

    def __init__(self) -> None:
        self.there = True
        self.messages: list[tuple[str, str]] = []

    def message(self, title: str, body: str) -> bool:
        if self.there:
            self.messages.append((title, body))
        return self.there


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Run a session bus and return its address."""
    with session_bus(tmp_path / "b", plain_env(tmp_path)) as address:
        yield address


@pytest.fixture
def bus(qtbot: QtBot, address: str) -> Iterator[SessionBus]:
    """Connect to the session bus as the app does."""
    del qtbot
    bus = SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": address})
    yield bus
    bus.close()


@pytest.fixture
def serve(tmp_path: Path, address: str) -> Iterator[Serve]:
    """Return a way to start a notification server with options; it ends with the test."""
    numbers = itertools.count()
    with ExitStack() as stack:

        def start(*options: str) -> Notifications:
            folder = tmp_path / f"server{next(numbers)}"
            folder.mkdir()
            return stack.enter_context(notification_server(folder, plain_env(tmp_path), address, *options))

        yield start


@pytest.fixture
def notifier(bus: SessionBus, tray: Tray) -> SystemNotifier:
    """Return the real notifier; whatever server there should be must be serving already."""
    return SystemNotifier(bus, ICON, tray.message)


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Return a way to put a script before all programs of its name; `$LOG` in it is the path returned."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(name: str, script: str) -> Path:
        log = tmp_path / f"{name}.log"
        program = folder / name
        program.write_text(f"#!/bin/sh\nLOG={log}\n{script}\n", "utf-8")
        program.chmod(0o755)
        return log

    return put
