"""What the agent typed reaches a real server as text, whatever it looks like."""

import html
import os

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.notify.cleaning import clean_body, clean_title, without_markup
from habitcoach.notify.freedesktop import FreedesktopNotification
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Action, Delivery, Notice
from tests.notify.conftest import ICON, Serve, Tray

AWKWARD = {
    "option": "--help",
    "minus": "-5 minutes",
    "markup": "<b>x</b> & <img src=x>",
    "emoji": "\N{SMILING FACE WITH SMILING EYES}" * 60,
    "rtl": "שלום אבג 12",
    "nul": "a\0b",
    "surrogate": "x\ud83d",
    "long": "n" * 10_000,
    "invisible": "\N{ZERO WIDTH SPACE}\N{WORD JOINER}",
    "empty": "",
    "format": "%s {0} $HOME `id` \\n",
}
SOUND = asset("sounds", "soft.wav")
BUTTONS = (Action("done", "Done"), Action("snooze", "Snooze 15 min"), Action("default", "Show"))


@pytest.mark.parametrize(
    "options", [(), ("--markup",), ("--no-actions",), ("--markup", "--no-actions")], ids=str
)
def test_a_server_gets_text(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray, options: tuple[str, ...]
) -> None:
    server = serve(*options)
    notifier = SystemNotifier(bus, ICON, tray.message)
    out: list[Delivery] = []
    for name, text in AWKWARD.items():
        notifier.notify(Notice(name, text, f"When {text}: {text}", BUTTONS, 20.0, 6.0), out.append)
    qtbot.waitUntil(lambda: len(out) == len(AWKWARD))
    buttons = "--no-actions" not in options
    assert set(out) == {Delivery("dbus", buttons)}
    assert tray.messages == []
    for text, shown in zip(AWKWARD.values(), server.shown(), strict=True):
        body = clean_body(f"When {text}: {text}")
        assert shown["summary"] == clean_title(text)
        assert shown["body"] == (html.escape(body, quote=False) if "--markup" in options else body)
        assert shown["app_name"] == "HabitCoach"
        assert shown["app_icon"] == ICON.as_uri()
        assert shown["hints"]["image-path"] == ICON.as_uri()
        assert shown["hints"]["desktop-entry"] == "habitcoach"
        assert shown["hints"]["urgency"] == 1
        assert shown["replaces_id"] == 0
        if buttons:
            assert shown["actions"] == ["done", "Done", "snooze", "Snooze 15 min", "default", "Show"]
            assert shown["expire_timeout"] == 20_000
        else:
            assert shown["actions"] == []
            assert shown["expire_timeout"] == 6_000


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_notify_send_gets_text(
    qtbot: QtBot, serve: Serve, tray: Tray, address: str, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    server = serve()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier = SystemNotifier(None, ICON, tray.message, deadline=20)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", text, text, BUTTONS, 20.0, 6.0), out.append)
    qtbot.waitUntil(lambda: bool(out), timeout=20_000)
    assert out == [Delivery("notify-send", buttons=False)]
    (shown,) = server.shown()
    assert shown["summary"] == clean_title(text)
    assert shown["body"] == without_markup(clean_body(text))
    assert shown["app_name"] == "HabitCoach"
    assert shown["expire_timeout"] == 6_000
    assert os.fspath(ICON) in shown["app_icon"] + str(shown["hints"])


def test_it_is_a_backend_of_plyer(qtbot: QtBot, serve: Serve, bus: SessionBus) -> None:
    server = serve("--markup")
    backend = FreedesktopNotification(bus, ICON, 2.0)
    backend.notify(title="--help", message="<b>", timeout=7, hints={"category": ("s", "im")})
    qtbot.waitUntil(lambda: bool(server.shown()))
    (shown,) = server.shown()
    assert (shown["summary"], shown["body"]) == ("\N{WORD JOINER}--help", "&lt;b&gt;")
    assert (shown["expire_timeout"], shown["hints"]["category"]) == (7_000, "im")
    assert shown["actions"] == []


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("able", [True, False])
def test_a_server_makes_a_sound_only_where_one_is_wanted(
    qtbot: QtBot, serve: Serve, bus: SessionBus, tray: Tray, able: bool, wanted: bool
) -> None:
    server = serve(*(["--sound"] if able else []))
    notifier = SystemNotifier(bus, ICON, tray.message, sound=SOUND)
    out: list[Delivery] = []
    notifier.notify(Notice("delivery:1", "Smile", "", BUTTONS, sound=wanted), out.append)
    qtbot.waitUntil(lambda: bool(out))
    (shown,) = server.shown()
    sounds = able and wanted
    assert shown["hints"].get("sound-file") == (str(SOUND) if sounds else None)
    assert shown["hints"].get("suppress-sound") == (None if sounds else True)
    assert out == [Delivery("dbus", buttons=True, sounded=sounds)]
