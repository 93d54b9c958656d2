"""What the use cases rely on, held against the fake they are tested with and against the real thing."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.ports import Presence, Seen
from habitcoach.presence import SystemPresence
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus
from tests.support.fake_presence import FakePresence
from tests.support.presence_services import SAVER, PresenceServices


class FakeSystem:
    def __init__(self) -> None:
        self.presence = FakePresence()

    def begin(self) -> None:
        """It is read from the start."""

    def say(self, *, locked: bool, quiet: bool) -> None:
        self.presence.say(Seen(locked=locked, do_not_disturb=quiet))

    def go(self) -> None:
        self.presence.say(Seen())

    def pump(self) -> None:
        """Nothing is on its way."""


class RealSystem:
    def __init__(self, presence: SystemPresence, services: PresenceServices) -> None:
        self.presence = presence
        self.services = services

    def begin(self) -> None:
        self.presence.start()

    def say(self, *, locked: bool, quiet: bool) -> None:
        self.services.quieten(quiet=quiet)
        self.services.lock(locked=locked)

    def go(self) -> None:
        self.services.leave()

    def pump(self) -> None:
        self.services.pump()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path / "b", plain_env(tmp_path)) as address:
        yield address


@pytest.fixture
def services(address: str) -> Iterator[PresenceServices]:
    with open_dbus_connection(address) as connection:
        yield PresenceServices(connection)


@pytest.fixture
def real(qtbot: QtBot, address: str, services: PresenceServices) -> Iterator[RealSystem]:
    del qtbot
    buses = [
        SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": address}),
        SessionBus.connect_system({"DBUS_SYSTEM_BUS_ADDRESS": address}),
    ]
    presence = SystemPresence(buses[0], buses[1], {"XDG_RUNTIME_DIR": "/run"})
    yield RealSystem(presence, services)
    presence.stop()
    for bus in buses:
        bus.close()


@pytest.fixture(params=["fake", "real"])
def system(request: pytest.FixtureRequest) -> FakeSystem | RealSystem:
    if request.param == "fake":
        return FakeSystem()
    found = request.getfixturevalue("real")
    assert isinstance(found, RealSystem)
    return found


def until(qtbot: QtBot, system: FakeSystem | RealSystem, wanted: Callable[[], bool]) -> None:
    def check() -> bool:
        system.pump()
        return wanted()

    qtbot.waitUntil(check)


def test_nothing_is_known_before_anything_was_said(system: FakeSystem | RealSystem) -> None:
    presence: Presence = system.presence
    assert presence.seen() == Seen()


def test_what_the_system_says_is_told_and_forgotten_when_it_goes(
    qtbot: QtBot, system: FakeSystem | RealSystem
) -> None:
    read: list[Seen] = []
    system.presence.on_read(lambda: read.append(system.presence.seen()))
    system.begin()
    for locked, quiet in ((True, False), (False, True)):
        system.say(locked=locked, quiet=quiet)
        wanted = Seen(locked=locked, do_not_disturb=quiet)
        until(qtbot, system, lambda seen=wanted: read[-1:] == [seen])  # type: ignore[misc]
    system.go()
    until(qtbot, system, lambda: read[-1] == Seen())


# ------------------------------------------------------------------ the real one alone


def test_a_lock_is_heard_at_once_and_so_is_a_covered_screen(qtbot: QtBot, real: RealSystem) -> None:
    real.presence.read()
    until(qtbot, real, lambda: real.presence.seen() == Seen(locked=False))
    real.services.lock(locked=True)
    until(qtbot, real, lambda: real.presence.seen().locked is True)
    real.services.lock(locked=False)
    until(qtbot, real, lambda: real.presence.seen().locked is False)
    real.services.covered = True
    real.services.say("/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", "b", (True,))
    until(qtbot, real, lambda: real.presence.seen().locked is True)


def test_a_service_that_comes_later_is_asked(qtbot: QtBot, real: RealSystem) -> None:
    # Once it has answered, the bus knows that its coming and going are to be told.
    real.presence.read()
    until(qtbot, real, lambda: real.presence.seen() == Seen(locked=False))
    real.services.covered = True
    real.services.leave()
    until(qtbot, real, lambda: real.presence.seen() == Seen())
    real.services.come()
    until(qtbot, real, lambda: real.presence.seen().locked is True)


def test_idleness_counts_once_somebody_was_there(qtbot: QtBot, real: RealSystem) -> None:
    real.services.idle_ms = 3_600_000
    real.presence.read()
    until(qtbot, real, lambda: "GetIdletime" in real.services.asked)
    until(qtbot, real, lambda: real.presence.seen().locked is False)
    assert real.presence.seen().idle is None
    for milliseconds in (0, 600_000):
        real.services.idle_ms = milliseconds
        real.presence.read()
        idle = timedelta(milliseconds=milliseconds)
        until(qtbot, real, lambda wanted=idle: real.presence.seen().idle == wanted)  # type: ignore[misc]


def test_the_sessions_own_hint_of_idleness_begins_a_count(qtbot: QtBot, real: RealSystem) -> None:
    real.services.session = {"LockedHint": ("b", False), "IdleHint": ("b", True)}
    real.presence.read()
    until(qtbot, real, lambda: real.presence.seen().idle is not None)
    real.services.lock(locked=False)
    until(qtbot, real, lambda: real.presence.seen().idle is None)


def test_what_tells_of_its_changes_is_not_asked_every_time(qtbot: QtBot, real: RealSystem) -> None:
    real.services.idle_ms = 0
    for _ in range(5):
        before = real.services.asked.count("GetIdletime")
        real.presence.read()
        until(qtbot, real, lambda seen=before: real.services.asked.count("GetIdletime") > seen)  # type: ignore[misc]
    real.services.idle_ms = 5
    until(qtbot, real, lambda: real.services.asked.count("GetAll") == 2)
    assert real.services.asked.count("GetIdletime") == 5


def test_where_there_is_no_login_session_another_ones_lock_is_not_ours(
    qtbot: QtBot, address: str, services: PresenceServices
) -> None:
    bus = SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": address})
    presence = SystemPresence(bus, bus, {})
    services.idle_ms = 0
    services.lock(locked=True)
    presence.start()
    until(qtbot, RealSystem(presence, services), lambda: presence.seen().idle is not None)
    assert presence.seen() == Seen(idle=timedelta(0))
    assert "GetAll" not in services.asked
    presence.stop()
    bus.close()


def test_without_any_bus_nothing_is_known(qtbot: QtBot) -> None:
    bus = SessionBus([])
    presence = SystemPresence(bus, bus, {"XDG_RUNTIME_DIR": "/run"})
    readings: list[Seen] = []
    presence.on_read(lambda: readings.append(presence.seen()))
    presence.start()
    qtbot.waitUntil(lambda: bus.pending == 0)
    presence.stop()
    assert set(readings) == {Seen()}
