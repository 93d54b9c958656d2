"""*Do not disturb*, where the desktop's notification server says it."""

from collections.abc import Callable
from typing import Any

from habitcoach.bus import Call, SessionBus
from habitcoach.ports import Seen
from habitcoach.presence.bus_value import BusValue
from habitcoach.texts.language import tr

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Quiet:
    """Reads the property `Inhibited`: KDE Plasma has it, others answer with an error."""

    def __init__(self, bus: SessionBus, news: Callable[[], None]) -> None:
        """Take the session bus, and what is called after each answer."""
        self._news = news
        self._quiet: bool | None = None
        call = Call(NAME, PATH, PROPERTIES, "Get", "ss", (NAME, "Inhibited"))
        self._value = BusValue(bus, call, self._told)
        self._value.ask_after(PROPERTIES, "PropertiesChanged", NAME)

    @property
    def name(self) -> str:
        """What it is called, for the doctor."""
        return tr("notification server")

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        return self._value.waits

    @property
    def seen(self) -> Seen:
        """Whether notifications are kept back."""
        return Seen(do_not_disturb=self._quiet)

    def ask(self) -> None:
        """Ask anew."""
        self._value.ask()

    def _told(self, body: tuple[Any, ...] | None) -> None:
        self._quiet = None if body is None else bool(body[0][1])
        self._news()
