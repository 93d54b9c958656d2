"""The login session: whether it is locked, and whether the desktop calls it idle."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QElapsedTimer

from habitcoach.bus import Call, SessionBus
from habitcoach.ports import Seen
from habitcoach.presence.bus_value import BusValue

NAME = "org.freedesktop.login1"
#: Stands for the session of whoever asks, or else for the one on the agent's screen.
OWN_SESSION = "/org/freedesktop/login1/session/auto"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


class LoginSession:
    """Reads `LockedHint` and `IdleHint` of systemd's logind, at once when it says that they changed.

    Many desktops never set the hint of idleness, so that only its being set says something.
    """

    def __init__(self, system_bus: SessionBus, news: Callable[[], None]) -> None:
        """Take the system bus, and what is called after each answer."""
        self._news = news
        self._locked: bool | None = None
        self._idle_since = QElapsedTimer()
        call = Call(NAME, OWN_SESSION, PROPERTIES, "GetAll", "s", (SESSION,))
        self._value = BusValue(system_bus, call, self._told)
        self._value.ask_after(PROPERTIES, "PropertiesChanged", SESSION)
        # Signals of any session: each only has ours looked at again.
        self._value.ask_after(SESSION, "Lock")
        self._value.ask_after(SESSION, "Unlock")

    @property
    def name(self) -> str:
        """What it is called, for the doctor."""
        return "logind"

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        return self._value.waits

    @property
    def seen(self) -> Seen:
        """What the session is."""
        idle = None
        if self._idle_since.isValid():
            idle = timedelta(milliseconds=self._idle_since.elapsed())
        return Seen(locked=self._locked, idle=idle)

    def ask(self) -> None:
        """Ask anew."""
        self._value.ask()

    def _told(self, body: tuple[Any, ...] | None) -> None:
        found = {name: value for name, (_, value) in body[0].items()} if body else {}
        self._locked = found.get("LockedHint")
        if not found.get("IdleHint"):
            self._idle_since.invalidate()
        elif not self._idle_since.isValid():
            self._idle_since.start()
        self._news()
