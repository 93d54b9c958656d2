"""What the desktop offers: the doctor's findings that need Qt. Runs in a child process."""

import os
import shutil
import sys
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from habitcoach.app.presence_desk import system_presence
from habitcoach.app.presence_words import said_by_sources
from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.desktop.display import require_display
from habitcoach.notify.describing import ServerDescription, describe_server
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Delivery
from habitcoach.texts.language import tr
from habitcoach.texts.notices import trial_notice

_T = TypeVar("_T")


def desktop_findings(*, test_cue: bool) -> list[dict[str, object]]:
    """Return the findings as rows of the doctor's; with `test_cue` a real one is shown."""
    require_display(os.environ)
    application = QApplication(["habitcoach"])
    found = [_finding(tr("Qt"), detail=application.platformName()), _tray()]
    bus = SessionBus.connect_session(os.environ)
    server = _answer(ServerDescription, lambda then: describe_server(bus, then))
    found += [_server(server), _way(server), *_presence(application, bus)]
    if test_cue:
        notifier = SystemNotifier(bus, asset("icons", "app.svg"), lambda _title, _body: False)
        found.append(_shown(_answer(Delivery, lambda then: notifier.notify(trial_notice(), then))))
    bus.close()
    return found


def _tray() -> dict[str, object]:
    there = QSystemTrayIcon.isSystemTrayAvailable()
    cure = tr("The window stays open instead. Desktops such as GNOME have an extension for trays.")
    detail = tr("there") if there else tr("none")
    return _finding(tr("Tray"), ok=there, detail=detail, cure="" if there else cure)


def _server(server: ServerDescription) -> dict[str, object]:
    check = tr("Notifications")
    if sys.platform in {"win32", "darwin"}:
        return _finding(check, detail=tr("the system’s own"))
    if not server.answers:
        cure = tr("Cues come as cards. Start the desktop’s notification service to have both.")
        return _finding(check, ok=False, detail=server.line, cure=cure)
    detail = f"{server.line}: {', '.join(sorted(server.capabilities))}"
    cure = "" if server.buttons else tr("It shows no buttons, so the cue card follows each notification.")
    return _finding(check, ok=server.buttons, detail=detail, cure=cure)


def _way(server: ServerDescription) -> dict[str, object]:
    """Say which way a cue would take first; the cue card follows or stands in."""
    if sys.platform in {"win32", "darwin"}:
        way = "plyer"
    elif server.answers:
        way = "dbus"
    else:
        way = "notify-send" if shutil.which("notify-send") else "none"
    cure = tr("Cues come as cards.") if way == "none" else ""
    return _finding(tr("Way of notifications"), ok=way != "none", detail=way, cure=cure)


def _presence(application: QApplication, bus: SessionBus) -> list[dict[str, object]]:
    system_bus = SessionBus.connect_system(os.environ)
    presence = system_presence(application, bus, system_bus, os.environ)
    said = said_by_sources(presence)
    presence.close()
    system_bus.close()
    if said:
        return [
            _finding(tr("Presence, {source}", source=name), detail=detail) for name, detail in said.items()
        ]
    cure = tr("No cue is held by itself: hold them with the tray icon, or with Ctrl+H in the window.")
    return [_finding(tr("Presence"), ok=False, detail=tr("nothing tells of it"), cure=cure)]


def _shown(delivery: Delivery) -> dict[str, object]:
    out = delivery.channel != "none"
    detail = tr("shown by {way}", way=delivery.channel) if out else tr("not shown")
    cure = tr("Cues come as cards. See to the notification service, or allow HabitCoach in its settings.")
    return _finding(tr("Test cue"), ok=out, detail=detail, cure="" if out else cure)


def _answer(_kind: type[_T], ask: Callable[[Callable[[_T], None]], None]) -> _T:
    """Wait for an answer, which always comes."""
    loop = QEventLoop()
    found: list[_T] = []

    def answered(answer: _T) -> None:
        found.append(answer)
        loop.quit()

    ask(answered)
    loop.exec()
    return found[0]


def _finding(check: str, *, ok: bool = True, detail: str, cure: str = "") -> dict[str, object]:
    return {"check": check, "ok": ok, "detail": detail, "cure": cure}
