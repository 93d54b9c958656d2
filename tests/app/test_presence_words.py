"""What the doctor says of presence: a line for each source, and what it tells."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from habitcoach.app.presence_words import said_by_sources, seen_words
from habitcoach.bus import SessionBus
from habitcoach.ports import Seen
from habitcoach.presence import SystemPresence
from habitcoach.presence.microphone import Microphone
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus
from tests.support.presence_services import PresenceServices


class Server:
    """An X server that nobody has touched for a while."""

    def __init__(self) -> None:
        self.closed = 0

    def idle_seconds(self) -> float | None:
        return 12.4

    def full_screen(self) -> bool | None:
        return False

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def bus(qtbot: QtBot, tmp_path: Path) -> Iterator[str]:
    del qtbot
    with session_bus(tmp_path / "bus", plain_env(tmp_path)) as address:
        yield address


def test_every_source_has_its_words(bus: str) -> None:
    session = SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": bus})
    system = SessionBus.connect_system({"DBUS_SYSTEM_BUS_ADDRESS": bus})
    server = Server()
    with open_dbus_connection(bus) as connection:
        services = PresenceServices(connection)
        services.covered, services.inhibited = True, True
        answering = QTimer(interval=5)
        answering.timeout.connect(services.pump)
        answering.start()
        presence = SystemPresence(
            session, system, {"XDG_RUNTIME_DIR": "/run"}, server, Microphone(lambda: True)
        )
        said = said_by_sources(presence)
        answering.stop()
    assert said == {
        "logind": "not locked",
        "screen saver": "locked",
        "notification server": "do not disturb",
        "GNOME": "says nothing",
        "sound devices": "microphone in use",
        "X": "12 s without input, no full screen",
    }
    presence.close()
    presence.close()
    assert server.closed == 1
    session.close()
    system.close()


def test_where_nothing_tells_there_are_no_words(qtbot: QtBot) -> None:
    del qtbot
    bus = SessionBus.connect_session({})
    presence = SystemPresence(bus, bus, {})
    assert said_by_sources(presence) == {}
    presence.close()
    bus.close()


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (Seen(), ""),
        (Seen(locked=False, idle=timedelta(seconds=0.2)), "not locked, 0 s without input"),
        (Seen(microphone=True), "microphone in use"),
        (Seen(microphone=False), "microphone not in use"),
        (Seen(full_screen=True, do_not_disturb=False), "full screen, may be disturbed"),
    ],
)
def test_the_words(seen: Seen, words: str) -> None:
    assert seen_words(seen) == words
