"""A hand on mouse and keyboard."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from tests.desktop.screen import Screen
from tests.desktop.waiting import until


@dataclass(frozen=True)
class Window:
    """A visible window and its place on the screen, in pixels."""

    id: str
    title: str
    x: int
    y: int
    width: int
    height: int

    @property
    def place(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self.x, self.y, self.width, self.height)

    @property
    def middle(self) -> tuple[int, int]:
        """The point to click when it is one thing."""
        return self.x + self.width // 2, self.y + self.height // 2


class Pointer:
    """Clicks and keys on one screen."""

    def __init__(self, screen: Screen, env: Mapping[str, str]) -> None:
        """Work on `screen`; `env` names its display."""
        self._screen = screen
        self._env = dict(env)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click a place on the screen."""
        self._do("mousemove", str(x), str(y), "click", str(button))

    def put_window(self, window: Window, place: QRect) -> None:
        """Move and resize a window, as by its frame."""
        self._do("windowsize", "--sync", window.id, str(place.width()), str(place.height()))
        self._do("windowmove", "--sync", window.id, str(place.x()), str(place.y()))

    def move_away(self) -> None:
        """Put the pointer where nothing is."""
        self._do("mousemove", "2", "2")

    def key(self, *keys: str) -> None:
        """Press keys, one after the other, on whatever has the focus."""
        self._do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus, some forty letters a second."""
        self._do("type", "--clearmodifiers", "--delay", "25", text, seconds=60)

    def windows(self, pid: int) -> list[Window]:
        """Return the visible windows of a process."""
        found = self._do("search", "--onlyvisible", "--pid", str(pid), ok_statuses=(0, 1)).split()
        windows = (self._window(one) for one in found)
        return [one for one in windows if one is not None]

    def titled(self, title: str) -> list[Window]:
        """Return the visible windows of a title, whosever they are."""
        found = self._do("search", "--onlyvisible", "--name", f"^{title}$", ok_statuses=(0, 1)).split()
        windows = (self._window(one) for one in found)
        return [one for one in windows if one is not None]

    def popups(self, pid: int) -> list[Window]:
        """Return what a process shows beside its main window and its tray icon: cards, menus, panels."""
        return [one for one in self.windows(pid) if not _is_docked(one) and not _is_main(one)]

    def cards(self, pid: int) -> list[Window]:
        """Return the cue card of a process, when it is up; a tray's balloon is none."""
        return [one for one in self.popups(pid) if one.title == "Cue"]

    def main_windows(self, pid: int) -> list[Window]:
        """Return the main window of a process, when it is up."""
        return [one for one in self.windows(pid) if _is_main(one)]

    def tray_icon(self, pid: int, seconds: float = 15.0) -> Window:
        """Return the icon of a process in the panel, once it is docked there."""

        def look() -> Window | None:
            return next((one for one in self.windows(pid) if _is_docked(one)), None)

        return until(look, "a tray icon", seconds)

    def focused(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self._do("getactivewindow", "getwindowname", ok_statuses=(0, 1)).strip()

    def _window(self, window: str) -> Window | None:
        lines = self._do("getwindowgeometry", "--shell", window, ok_statuses=(0, 1)).splitlines()
        place = dict(line.split("=", 1) for line in lines if "=" in line)
        if "X" not in place:
            return None  # it has gone since
        title = self._do("getwindowname", window, ok_statuses=(0, 1)).strip()
        numbers = (int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return Window(window, title, *numbers)

    def _do(self, *words: str, ok_statuses: Sequence[int] = (0,), seconds: float = 20) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._env, capture_output=True, text=True, check=False, timeout=seconds
        )
        assert done.returncode in ok_statuses, (words, done.stderr)
        return done.stdout


def _is_docked(window: Window) -> bool:
    return window.width <= 48 and window.height <= 48 and window.y > 700


def _is_main(window: Window) -> bool:
    # The window of the first run stands in for it, and bears its title.
    return window.width >= 900 or (window.width >= 700 and window.title.startswith("HabitCoach"))
