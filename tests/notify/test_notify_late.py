"""A server that does not answer: the window goes on, nothing comes twice, and nobody is kept waiting."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Delivery, Notice
from tests.desktop.notifications import Notifications
from tests.notify.conftest import ICON, SHORT, Serve, Tray
from tests.support.ticks import Ticks

Put = Callable[[str, str], Path]

LATE = Delivery("none", buttons=False, problem="late")
LONG = 1.5  #: a deadline that nobody could mistake for a busy machine
OUT = Delivery("dbus", buttons=False)


def warmed_up(
    qtbot: QtBot, bus: SessionBus, tray: Tray, server: Notifications, deadline: float = SHORT
) -> SystemNotifier:
    """Return a notifier that knows the server and believes that it answers."""
    notifier = SystemNotifier(bus, ICON, tray.message, deadline=deadline)
    out: list[Delivery] = []
    notifier.notify(Notice("warm-up", "First", "One"), out.append)
    qtbot.waitUntil(lambda: out == [OUT])
    assert len(server.shown()) == 1
    return notifier


def test_a_server_that_hangs_stops_nothing(qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray) -> None:
    server = serve("--hang", "30")
    ticks = Ticks()
    notifier = SystemNotifier(bus, ICON, tray.message, deadline=LONG)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Smile", "Now"), out.append)
    assert out == []
    qtbot.waitUntil(lambda: out == [LATE])
    assert ticks.count > 10
    assert ticks.longest < LONG / 2, "the event loop stood still until the deadline"
    assert tray.messages == [], "the tray of many desktops is the same server"
    assert server.shown() == []


def test_the_next_notices_do_not_wait(qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray) -> None:
    server = serve()
    notifier = warmed_up(qtbot, bus, tray, server, LONG)
    server.hang(30)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Smile", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE])
    for number in range(2, 12):
        notifier.notify(Notice(f"delivery:{number}", "Smile", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE] * 11, timeout=round(LONG * 500))
    assert [one["summary"] for one in server.shown()] == ["First", "Smile"]


def test_what_comes_late_is_taken_away(qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray) -> None:
    server = serve()
    notifier = warmed_up(qtbot, bus, tray, server)
    server.hang(3 * SHORT)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Late", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE])
    server.hang(0)
    qtbot.waitUntil(lambda: server.closed() == [server.wait_for("Late")["id"]])
    notifier.notify(Notice("delivery:1", "In time", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE, OUT])
    assert [one["summary"] for one in server.shown()] == ["First", "Late", "In time"]
    assert server.wait_for("In time")["replaces_id"] == 0
    assert tray.messages == []


def test_a_notice_closed_under_way_does_not_stay(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray
) -> None:
    server = serve()
    notifier = SystemNotifier(bus, ICON, tray.message)
    out: list[Delivery] = []
    notifier.notify(Notice("warm-up", "First", "One"), out.append)
    qtbot.waitUntil(lambda: out == [OUT])
    server.hang(SHORT)
    notifier.notify(Notice("delivery:1", "Answered", "Now"), out.append)
    qtbot.waitUntil(lambda: len(server.shown()) == 2)
    notifier.close("delivery:1")
    qtbot.waitUntil(lambda: out == [OUT, OUT])
    qtbot.waitUntil(lambda: server.closed() == [server.wait_for("Answered")["id"]])


def test_what_waited_for_a_late_one_is_late_too(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray
) -> None:
    server = serve()
    notifier = warmed_up(qtbot, bus, tray, server)
    server.hang(30)
    out: list[Delivery] = []
    for title in ("one", "two", "three"):
        notifier.notify(Notice("delivery:1", title, "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE] * 3)
    assert [one["summary"] for one in server.shown()] == ["First", "one"]


def test_a_queued_notice_that_is_closed_never_comes(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray
) -> None:
    server = serve()
    notifier = SystemNotifier(bus, ICON, tray.message)
    out: list[Delivery] = []
    notifier.notify(Notice("warm-up", "First", "One"), out.append)
    qtbot.waitUntil(lambda: out == [OUT])
    server.hang(SHORT)
    notifier.notify(Notice("delivery:1", "one", "Now"), out.append)
    notifier.notify(Notice("delivery:1", "two", "Now"), out.append)
    qtbot.waitUntil(lambda: len(server.shown()) == 2)
    notifier.close("delivery:1")
    qtbot.waitUntil(lambda: out == [OUT] * 3)
    qtbot.waitUntil(lambda: server.closed() == [server.wait_for("one")["id"]])
    assert [one["summary"] for one in server.shown()] == ["First", "one"]


def test_a_server_that_was_slow_to_start_is_used_from_then_on(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray
) -> None:
    server = serve("--hang", str(3 * SHORT))
    notifier = SystemNotifier(bus, ICON, tray.message, deadline=SHORT)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Too early", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE])
    server.hang(0)

    def is_shown() -> bool:
        notifier.notify(Notice("delivery:2", "Smile", "Now"), out.append)
        return OUT in out

    qtbot.waitUntil(is_shown)
    assert {one["summary"] for one in server.shown()} == {"Smile"}
    assert len(server.calls("GetCapabilities")) == 2, "one at the start, one for the first notice, no more"


def test_what_is_closed_on_quitting_goes(qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray) -> None:
    server = serve()
    notifier = warmed_up(qtbot, bus, tray, server)
    notifier.close("warm-up")
    notifier.drain(10)
    bus.close()
    assert server.closed() == [server.wait_for("First")["id"]]


def test_draining_ends_though_the_server_hangs(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray
) -> None:
    serve("--hang", "30")
    notifier = SystemNotifier(bus, ICON, tray.message, deadline=60)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Smile", "Now"), out.append)
    with qtbot.captureExceptions() as mistakes:
        notifier.drain(SHORT)
    assert out == []
    assert mistakes == []


def test_notify_send_that_hangs_is_given_up(qtbot: QtBot, tray: Tray, on_path: Put) -> None:
    log = on_path("notify-send", 'echo $$ >> "$LOG"; exec sleep 60')
    ticks = Ticks()
    notifier = SystemNotifier(None, ICON, tray.message, deadline=LONG)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Smile", "Now"), out.append)
    qtbot.waitUntil(lambda: out == [LATE])
    assert ticks.longest < LONG / 2
    assert tray.messages == []
    (number,) = log.read_text("utf-8").split()
    qtbot.waitUntil(lambda: not Path("/proc", number).exists())
