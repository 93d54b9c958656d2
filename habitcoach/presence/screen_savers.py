"""The desktop's screen saver, which is also what locks the screen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from habitcoach.bus import Call, SessionBus
from habitcoach.ports import Seen
from habitcoach.presence.bus_value import BusValue
from habitcoach.texts.language import tr

#: Names by which desktops offer the same two: `GetActive` and `ActiveChanged`.
DESKTOPS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")


class ScreenSavers:
    """Whether any of them covers the screen. How long nobody typed is not asked: units differ by desktop."""

    def __init__(self, bus: SessionBus, news: Callable[[], None]) -> None:
        """Take the session bus, and what is called after each answer."""
        self._news = news
        self._active: dict[str, bool] = {}
        self._values: list[BusValue] = []
        for desktop in DESKTOPS:
            name = f"org.{desktop}.ScreenSaver"
            call = Call(name, f"/org/{desktop}/ScreenSaver", name, "GetActive")
            value = BusValue(bus, call, partial(self._told, name))
            value.ask_after(name, "ActiveChanged")
            self._values.append(value)

    @property
    def name(self) -> str:
        """What it is called, for the doctor."""
        return tr("screen saver")

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        return any(one.waits for one in self._values)

    @property
    def seen(self) -> Seen:
        """Whether the screen is covered."""
        return Seen(locked=any(self._active.values()) if self._active else None)

    def ask(self) -> None:
        """Ask anew."""
        for value in self._values:
            value.ask()

    def _told(self, name: str, body: tuple[Any, ...] | None) -> None:
        if body is None:
            self._active.pop(name, None)
        else:
            self._active[name] = bool(body[0])
        self._news()
