"""The next way is tried where the one before surely failed, down to none at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Action, Delivery, Notice
from tests.notify.conftest import ICON, Tray

Put = Callable[[str, str], Path]

NOTICE = Notice("delivery:1", "Smile", "When it rings: smile.", (Action("done", "Done"),))


def delivery(qtbot: QtBot, notifier: SystemNotifier) -> Delivery:
    """Return how the notice went out; that it is told once is seen by who tells twice."""
    out: list[Delivery] = []
    notifier.notify(NOTICE, out.append)
    assert out == [], "it must not call back before it returns"
    qtbot.waitUntil(lambda: bool(out))
    notifier.drain(1)
    (one,) = out
    return one


def test_without_a_server_and_notify_send_the_tray(
    qtbot: QtBot, bus: SessionBus, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    notifier = SystemNotifier(bus, ICON, tray.message)
    assert delivery(qtbot, notifier) == Delivery("tray", buttons=False, problem="no_server")
    assert tray.messages == [("Smile", "When it rings: smile.")]


def test_without_anything_it_says_so(
    qtbot: QtBot, bus: SessionBus, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    tray.there = False
    notifier = SystemNotifier(bus, ICON, tray.message)
    assert delivery(qtbot, notifier) == Delivery("none", buttons=False, problem="no_server")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": ""},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        {"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"},
        {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/" + "n" * 200},
        {"XDG_RUNTIME_DIR": "/nowhere"},
    ],
    ids=str,
)
def test_without_a_bus_it_says_so(
    qtbot: QtBot, tray: Tray, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    tray.there = False
    notifier = SystemNotifier(SessionBus.connect_session(environment), ICON, tray.message)
    assert delivery(qtbot, notifier) == Delivery("none", buttons=False, problem="no_bus")
    notifier.close("delivery:1")


def test_notify_send_that_fails_leads_to_the_tray(qtbot: QtBot, tray: Tray, on_path: Put) -> None:
    log = on_path("notify-send", 'printf "%s\\n" "$@" >> "$LOG"; exit 1')
    notifier = SystemNotifier(None, ICON, tray.message)
    assert delivery(qtbot, notifier) == Delivery("tray", buttons=False, problem="no_bus")
    words = log.read_text("utf-8").splitlines()
    assert words[-3:] == ["--", "Smile", "When it rings: smile."]


def test_what_the_server_got_does_not_come_twice(
    qtbot: QtBot, bus: SessionBus, tray: Tray, on_path: Put, serve: Callable[[], object]
) -> None:
    log = on_path("notify-send", 'touch "$LOG"')
    serve()
    notifier = SystemNotifier(bus, ICON, tray.message)
    assert delivery(qtbot, notifier) == Delivery("dbus", buttons=True)
    assert not log.exists()
    assert tray.messages == []


def test_without_an_icon_there_is_no_icon(qtbot: QtBot, tray: Tray, on_path: Put, tmp_path: Path) -> None:
    log = on_path("notify-send", 'printf "%s\\n" "$@" >> "$LOG"')
    notifier = SystemNotifier(None, tmp_path / "none.svg", tray.message)
    assert delivery(qtbot, notifier) == Delivery("notify-send", buttons=False)
    assert "--icon" not in log.read_text("utf-8")


def test_the_tray_gets_no_markup(qtbot: QtBot, tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    notifier = SystemNotifier(None, ICON, tray.message)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "<b>x</b> & <img src=x>", "<b>&amp;"), out.append)
    qtbot.waitUntil(lambda: bool(out))
    ((title, body),) = tray.messages
    assert not set("<>&") & set(title + body)
