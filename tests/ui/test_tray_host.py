"""A StatusNotifier tray that comes up late is noticed, over a real bus."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, MessageType, message_bus, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.programs import Program
from tests.desktop.session_bus import session_bus
from tests.desktop.waiting import until

WATCHER = "org.kde.StatusNotifierWatcher"

# A process of its own: Qt opens its session bus once, and the tests' process must not have one.
LISTENER = """
from PySide6.QtWidgets import QApplication
from habitcoach.ui.tray_host import TrayHost
app = QApplication([])
host = TrayHost(app)
host.registered.connect(lambda: print("registered", flush=True))
print("ready", flush=True)
app.exec()
"""

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path / "bus", os.environ) as address:
        yield address


@pytest.fixture
def listener(tmp_path: Path, bus: str) -> Iterator[Program]:
    env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "PYTHONPATH": os.pathsep.join(sys.path)}
    with Program([sys.executable, "-c", LISTENER], env, tmp_path / "listener.log") as program:
        until(lambda: "ready" in program.said, "the listener")
        yield program


@pytest.fixture
def watcher(bus: str) -> Iterator[DBusConnection]:
    """Connect as what will be the watcher."""
    with open_dbus_connection(bus) as connection:
        yield connection


def claim(connection: DBusConnection) -> None:
    reply = connection.send_and_get_reply(message_bus.RequestName(WATCHER))
    assert reply.header.message_type is MessageType.method_return


def test_a_late_watcher_and_a_late_host_are_noticed(listener: Program, watcher: DBusConnection) -> None:
    claim(watcher)
    until(lambda: listener.said.count("registered") == 1, "the watcher noticed")
    emitter = DBusAddress("/StatusNotifierWatcher", interface=WATCHER)
    watcher.send(new_signal(emitter, "StatusNotifierHostRegistered"))
    until(lambda: listener.said.count("registered") == 2, "the host noticed")
