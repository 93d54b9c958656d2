"""What the desktop offers: the doctor's findings that need Qt. Runs in a child process."""

import os

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from habitcoach.bus import Answer, Call, SessionBus
from habitcoach.desktop.display import require_display
from habitcoach.texts.language import tr

SERVER = "org.freedesktop.Notifications"
SERVER_PATH = "/org/freedesktop/Notifications"


def desktop_findings() -> list[dict[str, object]]:
    """Return the findings as rows of the doctor's."""
    require_display(os.environ)
    application = QApplication(["habitcoach"])
    found = [_finding(tr("Qt"), detail=application.platformName())]
    tray = QSystemTrayIcon.isSystemTrayAvailable()
    cure = (
        ""
        if tray
        else tr("The window stays open instead. Desktops such as GNOME have an extension for trays.")
    )
    found.append(_finding(tr("Tray"), ok=tray, detail=tr("there") if tray else tr("none"), cure=cure))
    found.append(_server())
    return found


def _server() -> dict[str, object]:
    name = _answer_to("GetServerInformation")
    able = _answer_to("GetCapabilities")
    check = tr("Notifications")
    if name.problem is not None or able.problem is not None:
        cure = tr("Cues come as cards. Start the desktop's notification service to have both.")
        return _finding(check, ok=False, detail=tr("no server answers"), cure=cure)
    detail = f"{name.body[0]} {name.body[2]}: {', '.join(sorted(able.body[0]))}"
    buttons = "actions" in able.body[0]
    cure = "" if buttons else tr("It shows no buttons, so the cue card follows each notification.")
    return _finding(check, ok=buttons, detail=detail, cure=cure)


def _answer_to(member: str) -> Answer:
    """Ask the notification server and wait for its answer; a call always ends in one."""
    loop = QEventLoop()
    found: list[Answer] = []

    def answered(answer: Answer) -> None:
        found.append(answer)
        loop.quit()

    bus = SessionBus.connect_session(os.environ)
    bus.call(Call(SERVER, SERVER_PATH, SERVER, member), answered)
    loop.exec()
    bus.close()
    return found[0]


def _finding(check: str, *, ok: bool = True, detail: str, cure: str = "") -> dict[str, object]:
    return {"check": check, "ok": ok, "detail": detail, "cure": cure}
