"""The session bus, or the system bus: calls with a deadline, signals, and names that come and go.

Nothing here blocks or raises. A call always ends in one `Answer`, delivered later from the event loop and
never from within `call` itself: the reply, or the reason why there is none. A bus that is absent or went away
is tried again by the next call. Systems without a session bus have one that is always absent.
"""

import itertools
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Self, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from habitcoach.bus.address import session_addresses, system_addresses
from habitcoach.bus.connection import Connection
from habitcoach.bus.conversation import DEADLINE, Answer, Call, Heard, Problem

if sys.platform == "linux":  # a requirement there alone; elsewhere there is no connection to speak on
    from jeepney import (
        DBusAddress,
        HeaderFields,
        MatchRule,
        Message,
        MessageFlag,
        MessageType,
        new_error,
        new_method_call,
    )
    from jeepney import message_bus as bus_messages

_BUS = "org.freedesktop.DBus"
_ERROR = f"{_BUS}.Error."
_NOBODY = frozenset(_ERROR + name for name in ("ServiceUnknown", "NameHasNoOwner", "NoReply", "Disconnected"))
_SPAWN = _ERROR + "Spawn."  # a service that should have started by itself, and did not
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A call under way."""

    then: Callable[[Answer], None]
    afterwards: Callable[[Answer], None] | None


class SessionBus(QObject):
    """The agent's session bus; belongs to the GUI thread."""

    _soon = Signal(object)

    def __init__(self, addresses: Sequence[str], parent: QObject | None = None) -> None:
        """Begin to connect to the first of the socket addresses that takes us; none means an absent bus."""
        super().__init__(parent)
        self._addresses = tuple(addresses)
        self._connection: Connection | None = None
        self._closed = False
        self._serials = itertools.count(1)
        self._asked: dict[int, _Asked] = {}
        self._afterwards: dict[int, Callable[[Answer], None]] = {}  # who still waits for a late answer
        self._listeners: list[tuple[Mapping[str, str], Callable[[Heard], None]]] = []
        self._lost_callbacks: list[Callable[[str], None]] = []
        self._due = 0  # callbacks on their way
        self._soon.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._connect()

    @classmethod
    def connect_session(cls, environment: Mapping[str, str]) -> Self:
        """Return the bus that an environment names; an absent one when it names none that can be reached."""
        return cls(session_addresses(environment))

    @classmethod
    def connect_system(cls, environment: Mapping[str, str]) -> Self:
        """Return the machine's bus, on which it tells of sleep; an absent one where it cannot be reached."""
        return cls(system_addresses(environment))

    @property
    def pending(self) -> int:
        """How many answers are still awaited or about to be delivered."""
        return self._due + len(self._asked)

    def call(
        self,
        call: Call,
        then: Callable[[Answer], None],
        deadline: float = DEADLINE,
        afterwards: Callable[[Answer], None] | None = None,
    ) -> None:
        """Make a call; `then` gets its answer, or a problem after `deadline` seconds at the latest.

        A call that the bus has not begun to take by then is withdrawn (NO_BUS). One that it has is LATE, and
        `afterwards` gets its answer should it come after all.
        """
        connection = self._connection or self._connect()
        if connection is None:
            self._deliver(then, Answer(problem=Problem.NO_BUS))
            return
        address = DBusAddress(call.path, bus_name=call.destination, interface=call.interface)
        serial = next(self._serials)
        self._asked[serial] = _Asked(then, afterwards)
        QTimer.singleShot(round(deadline * 1000), partial(self._late, serial))
        connection.send(serial, new_method_call(address, call.member, call.signature or None, call.body))

    def listen(self, callback: Callable[[Heard], None], **rule: str) -> None:
        """Hear the signals that fit a rule, for good: any of sender, interface, member, path and arg0."""
        self._listeners.append((rule, callback))
        if self._connection is not None:
            self._subscribe(self._connection, rule)

    def watch_name(self, name: str, callback: Callable[[str], None]) -> None:
        """Have `callback(unique name)` called whenever a name gets another owner; "" when it has none.

        A bus that goes away takes the owners of all names with it.
        """

        def heard(signal: Heard) -> None:
            if signal.sender == _BUS:
                callback(signal.body[2])

        self.listen(heard, sender=_BUS, interface=_BUS, member="NameOwnerChanged", arg0=name)
        self._lost_callbacks.append(callback)

    def close(self) -> None:
        """Leave the bus for good; what is still awaited ends with a problem."""
        self._closed = True
        if self._connection is not None:
            self._connection.close()
            self._lost()

    # ---- the connection

    def _connect(self) -> Connection | None:
        if self._closed:
            return None
        for address in self._addresses:
            connection = Connection.open(address, self._take, self._lost)
            if connection is None:
                continue
            self._connection = connection
            connection.send(next(self._serials), bus_messages.Hello())
            for rule, _ in self._listeners:
                self._subscribe(connection, rule)
            return self._connection  # None again when it was lost over the first words
        return None

    def _subscribe(self, connection: Connection, rule: Mapping[str, str]) -> None:
        match = MatchRule(type="signal", **{name: value for name, value in rule.items() if name != "arg0"})
        if "arg0" in rule:
            match.add_arg_condition(0, rule["arg0"])
        connection.send(next(self._serials), bus_messages.AddMatch(match))

    def _lost(self) -> None:
        connection, self._connection = self._connection, None
        asked, self._asked = self._asked, {}
        self._afterwards.clear()
        for serial, one in asked.items():
            unsent = connection is not None and connection.withdraw(serial)
            self._deliver(one.then, Answer(problem=Problem.NO_BUS if unsent else Problem.LOST))
        for callback in self._lost_callbacks:
            self._deliver(callback, "")
        self._deliver(_let_go, connection)

    # ---- what comes in

    def _take(self, message: "Message") -> None:
        fields, kind = message.header.fields, message.header.message_type
        sender = fields.get(HeaderFields.sender, "")
        if kind is MessageType.signal:
            heard = Heard(sender, fields.get(HeaderFields.member, ""), message.body)
            for rule, callback in self._listeners:
                if _fits(rule, fields, message.body):
                    self._deliver(callback, heard)
        elif kind is MessageType.method_return:
            self._answered(fields[HeaderFields.reply_serial], Answer(message.body, sender))
        elif kind is MessageType.error:
            error = fields.get(HeaderFields.error_name, "")
            nobody = error in _NOBODY or error.startswith(_SPAWN)
            problem = Problem.NO_SERVER if nobody else Problem.REFUSED
            self._answered(fields[HeaderFields.reply_serial], Answer((), sender, problem, error))
        elif self._connection is not None and not message.header.flags & MessageFlag.no_reply_expected:
            # Somebody calls us, who offer nothing.
            self._connection.send(next(self._serials), new_error(message, _ERROR + "UnknownMethod"))

    def _answered(self, serial: int, answer: Answer) -> None:
        asked = self._asked.pop(serial, None)
        if asked is not None:
            self._deliver(asked.then, answer)
        elif serial in self._afterwards:
            self._deliver(self._afterwards.pop(serial), answer)

    def _late(self, serial: int) -> None:
        asked = self._asked.pop(serial, None)
        if asked is None:  # answered in time
            return
        if self._connection is None or self._connection.withdraw(serial):
            self._deliver(asked.then, Answer(problem=Problem.NO_BUS))
            return
        if asked.afterwards is not None:
            self._afterwards[serial] = asked.afterwards
        self._deliver(asked.then, Answer(problem=Problem.LATE))

    # ---- handing over

    def _deliver(self, callback: Callable[[_T], None], value: _T) -> None:
        """Call back from the event loop, in order: no callback finds us in the middle of something."""
        self._due += 1
        self._soon.emit(partial(callback, value))

    @Slot(object)
    def _run(self, callback: Callable[[], None]) -> None:
        self._due -= 1
        callback()


def _let_go(_: object) -> None:
    """Be the last to hold something."""


def _fits(rule: Mapping[str, str], fields: Mapping[int, Any], body: tuple[Any, ...]) -> bool:
    """Whether a signal is one that a rule is about; who owns the name of its sender, only the bus knows."""
    for name, value in rule.items():
        if name == "arg0":
            if not body or body[0] != value:
                return False
        elif name != "sender" and fields.get(HeaderFields[name]) != value:
            return False
    return True
