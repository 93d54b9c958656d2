"""A combination of keys from any program on X11: a passive grab of that key and no other."""

from collections.abc import Callable
from itertools import combinations

from PySide6.QtCore import QSocketNotifier

from habitcoach.core.key_combination import KeyCombination, Modifier
from habitcoach.desktop.key_way import KeyState
from habitcoach.desktop.x_server import XServer

_MASKS = {Modifier.SHIFT: 1, Modifier.CTRL: 4, Modifier.ALT: 8, Modifier.META: 64}
_LOCKS = (2, 16)  # Caps Lock and Num Lock: the key works whichever of them are on
_PRESS, _NEW_LAYOUT = 2, 34
_SENT = 0x80  # set in the kind of an event that another program has sent
_SYMBOLS = {
    "Space": 0x20,
    "Insert": 0xFF63,
    "Home": 0xFF50,
    "End": 0xFF57,
    "PageUp": 0xFF55,
    "PageDown": 0xFF56,
    "Pause": 0xFF13,
} | {f"F{number}": 0xFFBD + number for number in range(1, 13)}


class XKeys:
    """Hears one combination on the X server, by a connection that is there only while one is wanted."""

    def __init__(self, display: str) -> None:
        """Take the name of the display, such as ":0"."""
        self._display = display
        self._server: XServer | None = None
        self._notifier: QSocketNotifier | None = None
        self._grabbed: list[tuple[int, int]] = []
        self._keys: KeyCombination | None = None
        self._pressed: Callable[[], None] = lambda: None
        self._told: Callable[[KeyState], None] = lambda _: None

    def take(
        self, keys: KeyCombination, pressed: Callable[[], None], told: Callable[[KeyState], None]
    ) -> None:
        """Grab a combination, whatever locks are on; `told` at once, and again with another layout."""
        self._keys, self._pressed, self._told = keys, pressed, told
        server = XServer.connect(self._display)
        if server is None:
            told(KeyState.IMPOSSIBLE)
            return
        self._server = server
        self._notifier = QSocketNotifier(server.descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        told(self._grab(server, keys))
        self._read()

    def close(self) -> None:
        """Give the combination back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._server is not None:
            self._server.close()
            self._server = None
        self._grabbed.clear()

    def _grab(self, server: XServer, keys: KeyCombination) -> KeyState:
        symbol = _SYMBOLS.get(keys.key) or ord(keys.key.lower())
        codes = server.codes_of(symbol)
        held = sum(_MASKS[one] for one in keys.modifiers)
        for code in codes:
            for locks in _each_way(_LOCKS):
                if not server.grab(code, held | locks):
                    self._ungrab(server)
                    return KeyState.TAKEN
                self._grabbed.append((code, held | locks))
        return KeyState.ON if codes else KeyState.NO_SUCH_KEY

    def _ungrab(self, server: XServer) -> None:
        for code, modifiers in self._grabbed:
            server.ungrab(code, modifiers)
        self._grabbed.clear()

    def _read(self) -> None:
        """Take in all that has arrived; asking the server anything may have fetched more."""
        while (server := self._server) is not None and (kinds := _kinds(server)):
            if _NEW_LAYOUT in kinds and self._keys is not None:
                self._ungrab(server)
                self._told(self._grab(server, self._keys))
            if _PRESS in kinds:
                # The agent goes on typing at once; what comes before the key is up must not be lost on us.
                server.let_keyboard_go()
                self._pressed()
        if server is not None and server.lost and self._notifier is not None:
            self._notifier.setEnabled(False)


def _kinds(server: XServer) -> set[int]:
    return {event[0] & ~_SENT for event in server.events()}


def _each_way(locks: tuple[int, ...]) -> list[int]:
    """Return the masks of every choice of locks, none of them first."""
    return [sum(some) for size in range(len(locks) + 1) for some in combinations(locks, size)]
