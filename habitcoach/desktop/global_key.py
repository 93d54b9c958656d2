"""One combination of keys that reaches the app from any program, by the way this desktop offers.

Each way asks the system for that one combination and hears of nothing else that is typed.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from habitcoach.bus import SessionBus
from habitcoach.core.key_combination import KeyCombination
from habitcoach.desktop.key_portal import PortalKeys
from habitcoach.desktop.key_way import KeyState, KeyWay
from habitcoach.desktop.key_windows import windows_keys
from habitcoach.desktop.key_x11 import XKeys


def way_for(platform: str, environment: Mapping[str, str], bus: SessionBus) -> KeyWay | None:
    """Return the way that a desktop offers; None where it offers none.

    `platform` is Qt's name for what it draws on.
    """
    wayland = bool(environment.get("WAYLAND_DISPLAY")) or platform.startswith("wayland")
    if wayland:
        # Also for a window that is drawn by way of X: a grab there hears nothing of Wayland's own windows.
        return PortalKeys(bus)
    if platform == "xcb":
        return XKeys(environment.get("DISPLAY", ""))
    return windows_keys()


class GlobalKey(QObject):
    """The key of the quick bar: the combination that was chosen, and how it stands."""

    pressed = Signal()
    changed = Signal(object)  #: how it stands now, a KeyState

    def __init__(self, way: KeyWay | None, parent: QObject | None = None) -> None:
        """Take the way of this desktop; None where there is none."""
        super().__init__(parent)
        self._way = way
        self._keys: KeyCombination | None = None
        self._state = KeyState.OFF

    @property
    def keys(self) -> KeyCombination | None:
        """The combination that was chosen; None for none."""
        return self._keys

    @property
    def state(self) -> KeyState:
        """How it stands."""
        return self._state

    def choose(self, keys: KeyCombination | None) -> None:
        """Take a combination, or none; the one before it is given back. Nothing happens for the same one."""
        if keys == self._keys:
            return
        if self._way is not None:
            self._way.close()
        self._keys = keys
        if keys is None:
            self._tell(KeyState.OFF)
        elif self._way is None:
            self._tell(KeyState.IMPOSSIBLE)
        else:
            self._way.take(keys, self.pressed.emit, self._tell)

    def close(self) -> None:
        """Give the combination back."""
        self.choose(None)

    def _tell(self, state: KeyState) -> None:
        self._state = state
        self.changed.emit(state)
