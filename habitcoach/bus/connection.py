"""One socket to the bus and the conversation on it, from connecting to its end."""

import socket
import struct
import sys
from collections import deque
from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QSocketNotifier

if sys.platform == "linux":  # a requirement there alone; elsewhere there is no address to connect to
    from jeepney import Message, Parser
    from jeepney.auth import BEGIN, Authenticator

_READ = 65_536  # bytes taken at once
_READS = 16  # before the rest of the window gets its turn
# What jeepney's parser raises on bytes that are no message.
_MALFORMED = (ValueError, KeyError, IndexError, AssertionError, struct.error, RecursionError)


class Connection:
    """Does what the socket takes at once and goes on when it is ready again; never waits.

    Messages sent before the bus has let us in are kept until it has. The end is told once, through `on_lost`;
    whoever drops the connection then must do so from the event loop, for a notifier may be in the middle of
    its signal. No Qt object here has a parent: Python alone decides when they go.
    """

    def __init__(
        self,
        sock: socket.socket,
        on_message: Callable[["Message"], None],
        on_lost: Callable[[], None],
    ) -> None:
        self._sock = sock
        self._on_message = on_message
        self._on_lost = on_lost
        self._auth = Authenticator()
        self._parser = Parser()
        self._greeting = bytearray(self._auth.data_to_send())
        self._outgoing: deque[tuple[int, bytes]] = deque()  # serial and bytes not sent yet
        self._part_sent = False  # whether the first of them is on its way
        self._open = True
        self._readable = QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Read)
        self._writable = QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Write)
        self._writable.setEnabled(False)
        self._readable.activated.connect(self._read)
        self._writable.activated.connect(self._write)

    @classmethod
    def open(
        cls,
        address: str,
        on_message: Callable[["Message"], None],
        on_lost: Callable[[], None],
    ) -> Self | None:
        """Connect to a socket; None when nobody listens there, or nobody has time for us."""
        sock = socket.socket(socket.AF_UNIX)
        sock.setblocking(False)  # noqa: FBT003  # the signature is Python's
        try:
            sock.connect(address)
        except (OSError, ValueError):  # ValueError: a path that is none
            sock.close()
            return None
        return cls(sock, on_message, on_lost)

    def send(self, serial: int, message: "Message") -> None:
        """Send a message as soon as the socket takes it."""
        self._outgoing.append((serial, message.serialise(serial=serial)))
        self._write()

    def withdraw(self, serial: int) -> bool:
        """Take a message back; False when the bus has taken it or is taking it."""
        kept = deque(one for one in self._outgoing if one[0] != serial)
        if len(kept) == len(self._outgoing) or (self._part_sent and self._outgoing[0][0] == serial):
            return False
        self._outgoing = kept
        return True

    def close(self) -> None:
        """End it; `on_lost` is not called any more."""
        if self._open:
            self._open = False
            self._readable.setEnabled(False)
            self._writable.setEnabled(False)
            self._sock.close()

    def _end(self) -> None:
        if self._open:
            self.close()
            self._on_lost()

    def _write(self) -> None:
        if not self._open:
            return
        try:
            self._send_what_goes()
        except BlockingIOError:
            self._writable.setEnabled(True)
        except OSError:
            self._end()
        else:
            self._writable.setEnabled(False)

    def _send_what_goes(self) -> None:
        while self._greeting:
            del self._greeting[: self._sock.send(self._greeting)]
        while self._auth.authenticated and self._outgoing:
            serial, data = self._outgoing[0]
            sent = self._sock.send(data)
            self._part_sent = sent < len(data)
            if self._part_sent:
                self._outgoing[0] = (serial, data[sent:])
            else:
                self._outgoing.popleft()

    def _read(self) -> None:
        for _ in range(_READS):
            if not self._open:
                return
            try:
                data = self._sock.recv(_READ)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if not data:
                self._end()
                return
            try:
                self._take(data)
            except _MALFORMED:
                self._end()
                return

    def _take(self, data: bytes) -> None:
        if self._auth.authenticated:
            for message in self._parser.feed(data):
                self._on_message(message)
            return
        self._auth.feed(data)
        if self._auth.authenticated:
            self._greeting += BEGIN
            self._write()
