"""The window in front: kept in mind while the quick bar is open, and given the keyboard back after it."""

from habitcoach.desktop.x_server import XServer


class Foreground:
    """Remembers which window had the keyboard, where that can be known.

    On X11 alone: elsewhere the system gives the keyboard back by itself, and tells nobody where it was.
    """

    def __init__(self, server: XServer | None) -> None:
        """Take the X server; None on other systems."""
        self._server = server
        self._before = 0

    def remember(self) -> None:
        """Keep in mind which window is in front now."""
        self._before = 0 if self._server is None else self._server.active_window()

    def bring(self, window: int) -> None:
        """Bring a window of ours to the front though the agent's last key went to another program."""
        if self._server is not None:
            self._server.activate(window)

    def give_back(self) -> None:
        """Give the keyboard back to the window that had it."""
        before, self._before = self._before, 0
        if self._server is not None and before:
            self._server.activate(before)
