"""logind's word on sleep, from a real bus on which the test stands in for logind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, message_bus, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.bus.address import system_addresses
from habitcoach.desktop.waking import Waking
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus

MANAGER = DBusAddress(
    "/org/freedesktop/login1", bus_name="org.freedesktop.login1", interface="org.freedesktop.login1.Manager"
)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path / "b", plain_env(tmp_path)) as address:
        yield address


@pytest.fixture
def logind(address: str) -> Iterator[DBusConnection]:
    with open_dbus_connection(address) as connection:
        connection.send_and_get_reply(message_bus.RequestName(MANAGER.bus_name), timeout=5)
        yield connection


def test_it_tells_of_waking_and_not_of_going_to_sleep(
    qtbot: QtBot, address: str, logind: DBusConnection
) -> None:
    bus = SessionBus.connect_system({"DBUS_SYSTEM_BUS_ADDRESS": address})
    woken: list[str] = []
    waking = Waking(bus)
    waking.woke.connect(lambda: woken.append("woke"))
    heard: list[bool] = []
    bus.listen(lambda signal: heard.append(signal.body[0]), interface=MANAGER.interface)

    def suspend_and_resume() -> bool:
        # Until the bus has taken our subscription nothing arrives; a machine may sleep more than once.
        for asleep in (True, False):
            logind.send(new_signal(MANAGER, "PrepareForSleep", "b", (asleep,)))
        return bool(woken)

    qtbot.waitUntil(suspend_and_resume)
    qtbot.waitUntil(lambda: len(heard) >= 2)
    assert True in heard
    assert len(woken) <= heard.count(False)
    bus.close()


def test_the_usual_address_stands_in_for_an_unnamed_one() -> None:
    assert system_addresses({}) == ["/var/run/dbus/system_bus_socket"]
    assert system_addresses({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=far"}) == []
