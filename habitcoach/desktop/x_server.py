"""A connection of our own to the X server, for what Qt has no call for: a key, and the window in front.

It sees only what it asks for. Everything is done by libxcb, which Qt's plugin for X needs too.
"""

import ctypes
import struct
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Self

_EVENT = 32  # bytes of every event
_CLIENT_MESSAGE = 33
_FROM_THE_AGENT = 2  # EWMH: a pager asks, on the agent's behalf, and is not refused
_TO_THE_MANAGER = 0x180000  # SubstructureRedirect and SubstructureNotify
_VALUE_AT = 32  # where the value of a property begins in its reply
_BAD_ACCESS = 10
_ASYNCHRONOUS = 1


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class _ScreenIterator(ctypes.Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


_SIGNATURES: tuple[tuple[str, object, tuple[object, ...]], ...] = (
    ("xcb_connect", c_void_p, (c_char_p, c_void_p)),
    ("xcb_connection_has_error", c_int, (c_void_p,)),
    ("xcb_disconnect", None, (c_void_p,)),
    ("xcb_get_file_descriptor", c_int, (c_void_p,)),
    ("xcb_get_setup", c_void_p, (c_void_p,)),
    ("xcb_setup_roots_iterator", _ScreenIterator, (c_void_p,)),
    ("xcb_screen_next", None, (POINTER(_ScreenIterator),)),
    ("xcb_flush", c_int, (c_void_p,)),
    ("xcb_poll_for_event", c_void_p, (c_void_p,)),
    ("xcb_request_check", c_void_p, (c_void_p, _Cookie)),
    (
        "xcb_grab_key_checked",
        _Cookie,
        (c_void_p, c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8),
    ),
    ("xcb_ungrab_key", _Cookie, (c_void_p, c_uint8, c_uint32, c_uint16)),
    ("xcb_ungrab_keyboard", _Cookie, (c_void_p, c_uint32)),
    ("xcb_intern_atom", _Cookie, (c_void_p, c_uint8, c_uint16, c_char_p)),
    ("xcb_intern_atom_reply", POINTER(c_uint32), (c_void_p, _Cookie, c_void_p)),
    (
        "xcb_get_property",
        _Cookie,
        (c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32),
    ),
    ("xcb_get_property_reply", c_void_p, (c_void_p, _Cookie, c_void_p)),
    ("xcb_send_event", _Cookie, (c_void_p, c_uint8, c_uint32, c_uint32, c_char_p)),
)
_KEY_SIGNATURES: tuple[tuple[str, object, tuple[object, ...]], ...] = (
    ("xcb_key_symbols_alloc", c_void_p, (c_void_p,)),
    ("xcb_key_symbols_free", None, (c_void_p,)),
    ("xcb_key_symbols_get_keycode", POINTER(c_uint8), (c_void_p, c_uint32)),
)


class XServer:
    """The server of one display, once it is connected."""

    def __init__(self, xcb: ctypes.CDLL, keysyms: ctypes.CDLL, connection: int) -> None:
        """Take the libraries with their signatures, and a connection without an error; see `connect`."""
        self._xcb = xcb
        self._keysyms = keysyms
        self._connection = connection
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]
        self.roots = tuple(self._find_roots())  #: the root window of every screen

    @classmethod
    def connect(cls, display: str) -> Self | None:
        """Connect to a display such as ":0"; None where that or a library of it is missing."""
        try:
            xcb = _library("libxcb.so.1", _SIGNATURES)
            keysyms = _library("libxcb-keysyms.so.1", _KEY_SIGNATURES)
        except OSError:
            return None
        connection = xcb.xcb_connect(display.encode(), None)
        if xcb.xcb_connection_has_error(connection):
            xcb.xcb_disconnect(connection)
            return None
        return cls(xcb, keysyms, connection)

    @property
    def lost(self) -> bool:
        """Whether the server has gone."""
        return bool(self._xcb.xcb_connection_has_error(self._connection))

    @property
    def descriptor(self) -> int:
        """The file descriptor on which events arrive."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def close(self) -> None:
        """Disconnect; whatever was asked for is given back by that."""
        self._xcb.xcb_disconnect(self._connection)

    def events(self) -> Iterator[bytes]:
        """Yield what has arrived, 32 bytes each; errors are left out."""
        while address := self._xcb.xcb_poll_for_event(self._connection):
            event = ctypes.string_at(address, _EVENT)
            self._free(address)
            if event[0]:
                yield event

    # ---- keys

    def codes_of(self, symbol: int) -> tuple[int, ...]:
        """Return the keys of this keyboard that bear a symbol; none where it has no such key."""
        symbols = self._keysyms.xcb_key_symbols_alloc(self._connection)
        codes = self._keysyms.xcb_key_symbols_get_keycode(symbols, symbol)
        found: list[int] = []
        while codes and codes[len(found)]:
            found.append(codes[len(found)])
        if codes:
            self._free(codes)
        self._keysyms.xcb_key_symbols_free(symbols)
        return tuple(found)

    def grab(self, code: int, modifiers: int) -> bool:
        """Ask to hear of a key with modifiers wherever it is pressed; False where another program has it."""
        for root in self.roots:
            cookie = self._xcb.xcb_grab_key_checked(
                self._connection, 0, root, modifiers, code, _ASYNCHRONOUS, _ASYNCHRONOUS
            )
            error = self._xcb.xcb_request_check(self._connection, cookie)
            if error:
                refused = ctypes.string_at(error, 2)[1] == _BAD_ACCESS
                self._free(error)
                if refused:
                    return False
        return True

    def ungrab(self, code: int, modifiers: int) -> None:
        """Give a key back."""
        for root in self.roots:
            self._xcb.xcb_ungrab_key(self._connection, code, root, modifiers)
        self._xcb.xcb_flush(self._connection)

    def let_keyboard_go(self) -> None:
        """Have what is typed next go where it belongs, though our key is still down."""
        self._xcb.xcb_ungrab_keyboard(self._connection, 0)
        self._xcb.xcb_flush(self._connection)

    # ---- the window in front

    def active_window(self) -> int:
        """Return the number of the window that has the keyboard; 0 when there is none, or nobody says so."""
        name = self._atom("_NET_ACTIVE_WINDOW")
        for root in self.roots:
            cookie = self._xcb.xcb_get_property(self._connection, 0, root, name, 0, 0, 1)
            reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
            if not reply:
                continue
            header = ctypes.string_at(reply, _VALUE_AT)
            length = struct.unpack_from("=I", header, 16)[0]
            value = ctypes.string_at(reply + _VALUE_AT, 4) if length and header[1] == _EVENT else b""
            self._free(reply)
            if value:
                return int(struct.unpack("=I", value)[0])
        return 0

    def activate(self, window: int) -> None:
        """Ask the window manager to bring a window to the front and give it the keyboard."""
        kind = self._atom("_NET_ACTIVE_WINDOW")
        event = struct.pack("=BBHII5I", _CLIENT_MESSAGE, _EVENT, 0, window, kind, _FROM_THE_AGENT, 0, 0, 0, 0)
        for root in self.roots:
            self._xcb.xcb_send_event(self._connection, 0, root, _TO_THE_MANAGER, event)
        self._xcb.xcb_flush(self._connection)

    def _atom(self, name: str) -> int:
        spelled = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._connection, 0, len(spelled), spelled)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        if not reply:
            return 0
        atom = int(reply[2])
        self._free(reply)
        return atom

    def _find_roots(self) -> Iterator[int]:
        setup = self._xcb.xcb_get_setup(self._connection)
        screens = self._xcb.xcb_setup_roots_iterator(setup)
        while screens.rem:
            yield int(screens.data[0])
            self._xcb.xcb_screen_next(ctypes.byref(screens))


def _library(name: str, signatures: tuple[tuple[str, object, tuple[object, ...]], ...]) -> ctypes.CDLL:
    """Load a library with the types of what is called in it. Raises OSError where it is missing."""
    library = ctypes.CDLL(name)
    for function, result, arguments in signatures:
        called = getattr(library, function)
        called.restype, called.argtypes = result, list(arguments)
    return library
