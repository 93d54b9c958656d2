"""The desktop portal, played by the test on a real bus: the key is asked for, pressed and given back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.core.key_combination import key_combination
from habitcoach.desktop.key_portal import PortalKeys
from habitcoach.desktop.key_way import KeyState
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
SESSION = "/org/freedesktop/portal/desktop/session/1_2/habitcoach"
SPACE = key_combination("key", "Ctrl+Shift+Space")


class Portal:
    """What a desktop does when it is asked for a key."""

    def __init__(self, bus: DBusConnection, qtbot: QtBot) -> None:
        self.bus = bus
        self.qtbot = qtbot
        self.asker = ""
        bus.send_and_get_reply(message_bus.RequestName(PORTAL), timeout=5)

    def call(self, member: str) -> Message:
        """Return the next call, which must be of this name."""
        found: list[Message] = []

        def look() -> bool:
            try:
                message = self.bus.receive(timeout=0.01)
            except TimeoutError:
                return False
            if message.header.message_type is MessageType.method_call:
                found.append(message)
            return bool(found)

        self.qtbot.waitUntil(look)
        assert found[0].header.fields[HeaderFields.member] == member
        self.asker = found[0].header.fields[HeaderFields.sender]
        return found[0]

    def answer(self, call: Message, signature: str = "", *body: Any) -> None:
        self.bus.send(new_method_return(call, signature or None, body))

    def respond(self, code: int, results: dict[str, Any]) -> None:
        """Answer a request for good."""
        source = DBusAddress(f"{PATH}/request/1_2/x", interface="org.freedesktop.portal.Request")
        self.bus.send(self._to_asker(new_signal(source, "Response", "ua{sv}", (code, results))))

    def press(self, session: str = SESSION, shortcut: str = "quick") -> None:
        source = DBusAddress(PATH, interface=SHORTCUTS)
        body: tuple[Any, ...] = (session, shortcut, 1, {})
        self.bus.send(self._to_asker(new_signal(source, "Activated", "osta{sv}", body)))

    def _to_asker(self, signal: Message) -> Message:
        signal.header.fields[HeaderFields.destination] = self.asker
        return signal


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path / "b", plain_env(tmp_path)) as address:
        yield address


@pytest.fixture
def portal(qtbot: QtBot, address: str) -> Iterator[Portal]:
    connection = open_dbus_connection(address)
    yield Portal(connection, qtbot)
    connection.close()


@pytest.fixture
def keys(qtbot: QtBot, address: str) -> Iterator[PortalKeys]:
    del qtbot
    bus = SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": address})
    yield PortalKeys(bus)
    bus.close()


class Heard:
    def __init__(self) -> None:
        self.states: list[KeyState] = []
        self.presses = 0

    def press(self) -> None:
        self.presses += 1

    def said(self, state: KeyState) -> Callable[[], bool]:
        return lambda: self.states[-1:] == [state]


def open_session(portal: Portal) -> None:
    """Go as far as an open session; such an older portal knows no registry."""
    portal.bus.send(new_error(portal.call("Register"), "org.freedesktop.DBus.Error.UnknownInterface"))
    portal.answer(portal.call("CreateSession"), "o", f"{PATH}/request/1_2/x")
    portal.respond(0, {"session_handle": ("s", SESSION)})


def test_a_key_is_bound_pressed_and_given_back(qtbot: QtBot, portal: Portal, keys: PortalKeys) -> None:
    heard = Heard()
    keys.take(SPACE, heard.press, heard.states.append)
    assert heard.states == [KeyState.ASKING]
    open_session(portal)
    bind = portal.call("BindShortcuts")
    session, [(name, wish)], window, _ = bind.body
    assert (session, name, window) == (SESSION, "quick", "")
    assert wish["preferred_trigger"] == ("s", "CTRL+SHIFT+space")
    portal.answer(bind, "o", f"{PATH}/request/1_2/x")
    portal.respond(0, {"shortcuts": ("a(sa{sv})", [("quick", {})])})
    qtbot.waitUntil(heard.said(KeyState.ON))
    portal.press(shortcut="other")
    portal.press(session="/another")
    portal.press()
    qtbot.waitUntil(lambda: heard.presses == 1)
    keys.close()
    closed = portal.call("Close")
    assert closed.header.fields[HeaderFields.path] == SESSION


def test_an_agent_who_says_no_is_heard(qtbot: QtBot, portal: Portal, keys: PortalKeys) -> None:
    heard = Heard()
    keys.take(SPACE, heard.press, heard.states.append)
    open_session(portal)
    portal.answer(portal.call("BindShortcuts"), "o", f"{PATH}/request/1_2/x")
    portal.respond(1, {})
    qtbot.waitUntil(heard.said(KeyState.DENIED))


def test_a_portal_without_shortcuts_gives_none(qtbot: QtBot, portal: Portal, keys: PortalKeys) -> None:
    heard = Heard()
    keys.take(SPACE, heard.press, heard.states.append)
    portal.answer(portal.call("Register"))
    portal.bus.send(new_error(portal.call("CreateSession"), "org.freedesktop.DBus.Error.UnknownMethod"))
    qtbot.waitUntil(heard.said(KeyState.IMPOSSIBLE))


def test_a_session_that_is_refused_is_none(qtbot: QtBot, portal: Portal, keys: PortalKeys) -> None:
    heard = Heard()
    keys.take(SPACE, heard.press, heard.states.append)
    portal.answer(portal.call("Register"))
    portal.answer(portal.call("CreateSession"), "o", f"{PATH}/request/1_2/x")
    portal.respond(2, {})
    qtbot.waitUntil(heard.said(KeyState.IMPOSSIBLE))


def test_what_was_asked_before_is_forgotten(qtbot: QtBot, portal: Portal, keys: PortalKeys) -> None:
    first, second = Heard(), Heard()
    keys.take(SPACE, first.press, first.states.append)
    keys.close()
    keys.take(SPACE, second.press, second.states.append)
    portal.answer(portal.call("Register"))
    portal.answer(portal.call("Register"))
    portal.answer(portal.call("CreateSession"), "o", f"{PATH}/request/1_2/x")
    portal.respond(2, {})
    qtbot.waitUntil(second.said(KeyState.IMPOSSIBLE))
    assert first.states == [KeyState.ASKING]


def test_no_bus_gives_no_key(qtbot: QtBot) -> None:
    bus = SessionBus(())
    heard = Heard()
    PortalKeys(bus).take(SPACE, heard.press, heard.states.append)
    qtbot.waitUntil(heard.said(KeyState.IMPOSSIBLE))
    bus.close()
