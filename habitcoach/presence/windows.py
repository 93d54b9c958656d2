"""Presence on Windows. Written after Microsoft's documentation and run only against a stand-in so far."""

import ctypes
import sys
from datetime import timedelta
from typing import Protocol

from habitcoach.ports import Seen
from habitcoach.presence.source import AtOnce

# QUERY_USER_NOTIFICATION_STATE
_NOT_PRESENT = 1  # a screen saver, a locked screen, another user
_FULL_SCREEN = frozenset({2, 3, 4})  # a full-screen program, one by Direct3D, presentation settings
_QUIET_TIME = 6
_WRAP = 1 << 32  # ticks are milliseconds since the start, in 32 bits


class LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = (("size", ctypes.c_uint), ("ticks", ctypes.c_uint))


class System(Protocol):
    """What is used of the system."""

    def last_input(self, found: LastInput) -> bool:
        """Fill in when the last input was; False when refused."""
        ...

    def ticks(self) -> int:
        """Return the present ticks."""
        ...

    def state(self) -> int:
        """Return the state for notifications; 0 when refused."""
        ...


class WindowsPresence(AtOnce):
    """Asks GetLastInputInfo and SHQueryUserNotificationState."""

    def __init__(self, system: System) -> None:
        """Take the system's calls."""
        super().__init__("Windows")
        self._system = system

    def ask(self) -> None:
        """Ask anew."""
        found, idle = LastInput(ctypes.sizeof(LastInput), 0), None
        if self._system.last_input(found):
            idle = timedelta(milliseconds=(self._system.ticks() - found.ticks) % _WRAP)
        state = self._system.state()
        if not state:
            self.seen = Seen(idle=idle)
            return
        self.seen = Seen(state == _NOT_PRESENT, idle, state in _FULL_SCREEN, state == _QUIET_TIME)


if sys.platform == "win32":

    class Dlls:
        """The calls of user32, kernel32 and shell32."""

        def last_input(self, found: LastInput) -> bool:
            """Fill in when the last input was."""
            return bool(ctypes.windll.user32.GetLastInputInfo(ctypes.byref(found)))

        def ticks(self) -> int:
            """Return the present ticks."""
            return int(ctypes.windll.kernel32.GetTickCount())

        def state(self) -> int:
            """Return the state for notifications."""
            found = ctypes.c_int(0)
            refused = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(found))
            return 0 if refused else found.value


def windows_presence() -> WindowsPresence | None:
    """Return the source of this system; None where it is not Windows."""
    if sys.platform == "win32":
        return WindowsPresence(Dlls())
    return None
