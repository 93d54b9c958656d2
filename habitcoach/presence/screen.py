"""The X server: how long nobody touched anything, and whether the window in front fills the screen."""

from datetime import timedelta
from typing import Protocol

from habitcoach.ports import Seen
from habitcoach.presence.source import AtOnce


class Screen(Protocol):
    """What is asked of the X server; None where it does not say."""

    def idle_seconds(self) -> float | None:
        """Return the seconds since the last input."""
        ...

    def full_screen(self) -> bool | None:
        """Whether the window that has the keyboard fills the screen."""
        ...

    def close(self) -> None:
        """Leave the server."""
        ...


class OnScreen(AtOnce):
    """Asks the server, which answers at once: it draws our own windows, too."""

    def __init__(self, screen: Screen) -> None:
        """Take the server of this display."""
        super().__init__("X")
        self._screen = screen

    def ask(self) -> None:
        """Ask anew."""
        seconds = self._screen.idle_seconds()
        idle = None if seconds is None else timedelta(seconds=seconds)
        self.seen = Seen(idle=idle, full_screen=self._screen.full_screen())
