"""Notification servers come and go; what each can do is asked of each."""

from contextlib import ExitStack
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.notify.describing import describe_server
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Action, Delivery, Notice
from tests.desktop.coach import plain_env
from tests.desktop.notifications import Notifications, notification_server
from tests.notify.conftest import ICON, Serve, Tray

BUTTONS = Delivery("dbus", buttons=True)
PLAIN = Delivery("dbus", buttons=False)
NONE = Delivery("none", buttons=False, problem="no_server")
NOTICE = Notice("delivery:1", "Smile & go", "<b>", (Action("done", "Done"),))


def say(address: str, member: str, signature: str, body: tuple[object, ...]) -> None:
    """Send a signal that looks like the server's, straight to everybody on the bus."""
    source = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
    with open_dbus_connection(address) as stranger:
        names = stranger.send_and_get_reply(message_bus.ListNames(), timeout=5).body[0]
        for name in names:
            if name.startswith(":") and name != stranger.unique_name:
                signal = new_signal(source, member, signature or None, body)
                signal.header.fields[HeaderFields.destination] = name
                stranger.send(signal)
        stranger.send_and_get_reply(message_bus.ListNames(), timeout=5)  # all of it has arrived


class Stand:
    """A place for one server after the other."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self._number = 0
        self._running = ExitStack()

    def start(self, *options: str) -> Notifications:
        self._number += 1
        folder = self._folder / f"stand{self._number}"
        folder.mkdir()
        server = notification_server(folder, plain_env(self._folder), self._address, *options)
        return self._running.enter_context(server)

    def stop(self) -> None:
        self._running.close()


def test_each_server_is_asked_what_it_can_do(
    qtbot: QtBot, bus: SessionBus, tray: Tray, tmp_path: Path, address: str
) -> None:
    tray.there = False
    stand = Stand(tmp_path, address)
    notifier = SystemNotifier(bus, ICON, tray.message)
    gone: list[str] = []
    notifier.on_closed(gone.append)
    out: list[Delivery] = []

    def notify() -> Delivery:
        before = len(out)
        notifier.notify(NOTICE, out.append)
        qtbot.waitUntil(lambda: len(out) > before)
        return out[-1]

    assert notify() == NONE

    first = stand.start("--markup")
    assert notify() == BUTTONS
    assert notify() == BUTTONS
    assert [one["body"] for one in first.shown()] == ["&lt;b&gt;"] * 2
    assert len(first.calls("GetCapabilities")) <= 2, "known until another server comes"

    stand.stop()
    qtbot.waitUntil(lambda: gone == ["delivery:1"])
    assert notify() == NONE

    second = stand.start("--no-actions")
    assert notify() == PLAIN
    (shown,) = second.shown()
    assert (shown["body"], shown["actions"], shown["replaces_id"]) == ("<b>", [], 0)
    stand.stop()


def test_a_server_that_dies_before_it_answers_is_none(
    qtbot: QtBot, bus: SessionBus, tray: Tray, tmp_path: Path, address: str
) -> None:
    stand = Stand(tmp_path, address)
    server = stand.start()
    notifier = SystemNotifier(bus, ICON, tray.message)
    out: list[Delivery] = []
    notifier.notify(NOTICE, out.append)
    qtbot.waitUntil(lambda: out == [BUTTONS])
    server.hang(30)
    notifier.notify(Notice("delivery:2", "Breathe", "Now"), out.append)
    qtbot.waitUntil(lambda: len(server.shown()) == 2)
    stand.stop()
    qtbot.waitUntil(lambda: len(out) == 2)
    assert out[1] == Delivery("tray", buttons=False, problem="no_server")


def test_clicks_of_strangers_do_not_count(
    qtbot: QtBot, bus: SessionBus, tray: Tray, serve: Serve, address: str
) -> None:
    server = serve()
    notifier = SystemNotifier(bus, ICON, tray.message)
    actions: list[tuple[str, str]] = []
    notifier.on_action(lambda key, action: actions.append((key, action)))
    out: list[Delivery] = []
    notifier.notify(NOTICE, out.append)
    qtbot.waitUntil(lambda: out == [BUTTONS])
    shown = server.wait_for("Smile")
    say(address, "ActionInvoked", "us", (shown["id"], "done"))
    say(address, "ActionInvoked", "", ())
    server.press({"id": 999}, "done")
    server.press(shown, "snooze")
    qtbot.waitUntil(lambda: bool(actions))
    assert actions == [("delivery:1", "snooze")]


def test_a_server_that_never_says_what_has_gone_costs_little(
    qtbot: QtBot, bus: SessionBus, tray: Tray, serve: Serve
) -> None:
    server = serve()
    notifier = SystemNotifier(bus, ICON, tray.message)
    actions: list[tuple[str, str]] = []
    notifier.on_action(lambda key, action: actions.append((key, action)))
    out: list[Delivery] = []
    for number in range(70):
        notifier.notify(Notice(f"delivery:{number}", f"Cue {number}.", "Now"), out.append)
    qtbot.waitUntil(lambda: len(out) == 70)
    for number in (0, 6, 69):
        server.press(server.wait_for(f"Cue {number}."), "default")
    qtbot.waitUntil(lambda: len(actions) == 2)
    assert actions == [("delivery:6", "default"), ("delivery:69", "default")], "the oldest are forgotten"


def test_the_doctor_hears_of_the_server(qtbot: QtBot, bus: SessionBus, serve: Serve) -> None:
    told: list[tuple[bool, str]] = []

    def ask(whom: SessionBus) -> tuple[bool, str]:
        before = len(told)
        describe_server(whom, lambda found: told.append((found.answers, found.line)))
        qtbot.waitUntil(lambda: len(told) > before, timeout=10_000)
        return told[-1]

    assert ask(SessionBus.connect_session({})) == (False, "no message bus")
    assert ask(bus) == (False, "none")
    server = serve("--no-actions")
    assert ask(bus) == (True, "test server 1, without buttons")
    server.hang(30)
    assert ask(bus) == (False, "does not answer")
