"""The window in front: kept in mind while the quick bar is open, and given the keyboard back after it."""

from habitcoach.desktop.x_server import XServer


class Foreground:
    """Remembers which window had the keyboard, where that can be known.

    On X11 alone: elsewhere the system gives the keyboard back by itself, and tells nobody where it was.
    """

    def __init__(self, display: str) -> None:
        """Take the name of the X display, "" on other systems."""
        self._display = display
        self._before = 0

    def remember(self) -> None:
        """Keep in mind which window is in front now."""
        server = self._connect()
        if server is not None:
            self._before = server.active_window()
            server.close()

    def bring(self, window: int) -> None:
        """Bring a window of ours to the front though the agent's last key went to another program."""
        self._activate(window)

    def give_back(self) -> None:
        """Give the keyboard back to the window that had it."""
        before, self._before = self._before, 0
        if before:
            self._activate(before)

    def _activate(self, window: int) -> None:
        server = self._connect()
        if server is not None:
            server.activate(window)
            server.close()

    def _connect(self) -> XServer | None:
        return XServer.connect(self._display) if self._display else None
