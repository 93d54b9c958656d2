"""A combination of keys from any program on Windows: a hot key of the thread."""

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from habitcoach.core.key_combination import KeyCombination, Modifier
from habitcoach.desktop.key_way import KeyState

_HOT_KEY = 0x0312  # WM_HOTKEY
_NO_REPEAT = 0x4000
_MASKS = {Modifier.ALT: 1, Modifier.CTRL: 2, Modifier.SHIFT: 4, Modifier.META: 8}
_CODES = {
    "Space": 0x20,
    "PageUp": 0x21,
    "PageDown": 0x22,
    "End": 0x23,
    "Home": 0x24,
    "Insert": 0x2D,
    "Pause": 0x13,
} | {f"F{number}": 0x6F + number for number in range(1, 13)}
_OURS = 1  # the number of our only hot key


class _Message(ctypes.Structure):
    """The beginning of MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("number", ctypes.c_size_t),
    )


class HotKeys(Protocol):
    """What is used of user32.dll; both return 0 when they are refused."""

    def RegisterHotKey(  # noqa: N802  # the system's names
        self, window: None, number: int, modifiers: int, code: int, /
    ) -> int:
        """Ask for a hot key."""

    def UnregisterHotKey(self, window: None, number: int, /) -> int:  # noqa: N802
        """Give it back."""


class WindowsKeys(QAbstractNativeEventFilter):
    """Hears one hot key of this thread."""

    def __init__(self, system: HotKeys) -> None:
        """Take user32.dll."""
        super().__init__()
        self._system = system
        self._pressed: Callable[[], None] | None = None

    def take(
        self, keys: KeyCombination, pressed: Callable[[], None], told: Callable[[KeyState], None]
    ) -> None:
        """Register a combination; `told` at once."""
        held = sum(_MASKS[one] for one in keys.modifiers) | _NO_REPEAT
        code = _CODES.get(keys.key) or ord(keys.key)
        if not self._system.RegisterHotKey(None, _OURS, held, code):
            told(KeyState.TAKEN)
            return
        self._pressed = pressed
        _application().installNativeEventFilter(self)
        told(KeyState.ON)

    def close(self) -> None:
        """Give the combination back."""
        if self._pressed is not None:
            self._pressed = None
            _application().removeNativeEventFilter(self)
            self._system.UnregisterHotKey(None, _OURS)

    def nativeEventFilter(  # noqa: N802  # Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look for our hot key among the messages of the thread."""
        if self._pressed is not None and QByteArray(kind).data() == b"windows_generic_MSG":
            found = _Message.from_address(int(message))
            if found.kind == _HOT_KEY and found.number == _OURS:
                self._pressed()
                return True, 0
        return False, 0


def windows_keys() -> WindowsKeys | None:
    """Return the way of this system; None where it is not Windows."""
    if sys.platform == "win32":
        return WindowsKeys(ctypes.windll.user32)
    return None


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    if found is None:
        raise RuntimeError("hot keys need a running application")
    return found
