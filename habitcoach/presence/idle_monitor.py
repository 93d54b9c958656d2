"""GNOME's own measure of idleness, also on Wayland, where no program sees what is typed elsewhere."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from habitcoach.bus import Call, SessionBus
from habitcoach.ports import Seen
from habitcoach.presence.bus_value import BusValue

NAME = "org.gnome.Mutter.IdleMonitor"
PATH = "/org/gnome/Mutter/IdleMonitor/Core"


class IdleMonitor:
    """Reads `GetIdletime`, in milliseconds; it has to be asked."""

    def __init__(self, bus: SessionBus, news: Callable[[], None]) -> None:
        """Take the session bus, and what is called after each answer."""
        self._news = news
        self._idle: timedelta | None = None
        self._value = BusValue(bus, Call(NAME, PATH, NAME, "GetIdletime"), self._told)

    @property
    def name(self) -> str:
        """What it is called, for the doctor."""
        return "GNOME"

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        return self._value.waits

    @property
    def seen(self) -> Seen:
        """How long nobody touched anything."""
        return Seen(idle=self._idle)

    def ask(self) -> None:
        """Ask anew."""
        self._value.ask()

    def _told(self, body: tuple[Any, ...] | None) -> None:
        self._idle = None if body is None else timedelta(milliseconds=body[0])
        self._news()
