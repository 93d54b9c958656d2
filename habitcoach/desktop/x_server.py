"""A connection of our own to the X server, for what Qt has no call for: a key, the window in front, idleness.

It sees only what it asks for. Everything is done by libxcb, which Qt's plugin for X needs too.
"""

import ctypes
import struct
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Self

_EVENT = 32  # bytes of every event
_CLIENT_MESSAGE = 33
_FROM_THE_AGENT = 2  # EWMH: a pager asks, on the agent's behalf, and is not refused
_TO_THE_MANAGER = 0x180000  # SubstructureRedirect and SubstructureNotify
_VALUE_AT = 32  # where the value of a property begins in its reply
_BAD_ACCESS = 10
_ASYNCHRONOUS = 1
_PRESENT_AT = 8  # whether the server has an extension, in its answer
_QUERY_INFO = 1  # of the screen saver extension
_IDLE_AT = 16  # milliseconds since the last input, in the answer to that
_STATES = 32  # of a window; more than any has


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class _Extension(ctypes.Structure):
    _fields_ = (("name", c_char_p), ("global_id", c_int))


class _Request(ctypes.Structure):
    _fields_ = (("count", c_size_t), ("extension", POINTER(_Extension)), ("code", c_uint8), ("void", c_uint8))


class _Part(ctypes.Structure):
    _fields_ = (("base", c_void_p), ("length", c_size_t))


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
    ("xcb_get_extension_data", c_void_p, (c_void_p, POINTER(_Extension))),
    ("xcb_send_request", c_uint, (c_void_p, c_int, POINTER(_Part), POINTER(_Request))),
    ("xcb_wait_for_reply", c_void_p, (c_void_p, c_uint, c_void_p)),
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
        # The library notes in it which of the connection's extensions this is: it has to stay.
        self._screen_saver = _Extension(b"MIT-SCREEN-SAVER", 0)
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
            values = self._values(root, name, 1)
            if values:
                return values[0]
        return 0

    def full_screen(self) -> bool | None:
        """Whether the window that has the keyboard fills the screen; None when nobody says which it is."""
        window = self.active_window()
        if not window:
            return None
        states = self._values(window, self._atom("_NET_WM_STATE"), _STATES)
        return self._atom("_NET_WM_STATE_FULLSCREEN") in states

    def idle_seconds(self) -> float | None:
        """Return how long nobody has touched keyboard or mouse; None on a server that does not count it."""
        extension = self._screen_saver
        there = self._xcb.xcb_get_extension_data(self._connection, ctypes.byref(extension))
        if not there or not ctypes.string_at(there + _PRESENT_AT, 1)[0]:
            return None
        # The library fills in the first word, and writes before what it is given: two parts are its own.
        said = ctypes.create_string_buffer(struct.pack("=II", 0, self.roots[0]), 8)
        parts = (_Part * 3)()
        parts[2] = _Part(ctypes.cast(said, c_void_p), 8)
        request = _Request(1, ctypes.pointer(extension), _QUERY_INFO, 0)
        ours = ctypes.cast(ctypes.byref(parts, 2 * ctypes.sizeof(_Part)), POINTER(_Part))
        number = self._xcb.xcb_send_request(self._connection, 1, ours, ctypes.byref(request))
        reply = self._xcb.xcb_wait_for_reply(self._connection, number, None)
        if not reply:
            return None
        milliseconds = struct.unpack_from("=I", ctypes.string_at(reply, _VALUE_AT), _IDLE_AT)[0]
        self._free(reply)
        return float(milliseconds) / 1000

    def activate(self, window: int) -> None:
        """Ask the window manager to bring a window to the front and give it the keyboard."""
        kind = self._atom("_NET_ACTIVE_WINDOW")
        event = struct.pack("=BBHII5I", _CLIENT_MESSAGE, _EVENT, 0, window, kind, _FROM_THE_AGENT, 0, 0, 0, 0)
        for root in self.roots:
            self._xcb.xcb_send_event(self._connection, 0, root, _TO_THE_MANAGER, event)
        self._xcb.xcb_flush(self._connection)

    def _values(self, window: int, name: int, most: int) -> tuple[int, ...]:
        """Return the 32-bit values of a window's property; none when it has none, or has gone."""
        cookie = self._xcb.xcb_get_property(self._connection, 0, window, name, 0, 0, most)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return ()
        header = ctypes.string_at(reply, _VALUE_AT)
        length = struct.unpack_from("=I", header, 16)[0] if header[1] == _EVENT else 0
        value = ctypes.string_at(reply + _VALUE_AT, 4 * length)
        self._free(reply)
        return struct.unpack(f"={length}I", value)

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
