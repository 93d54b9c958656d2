"""A value that somebody on a bus offers, if anybody does."""

from collections.abc import Callable
from typing import Any

from habitcoach.bus import Answer, Call, SessionBus

_BUS = "org.freedesktop.DBus"
_DAEMON = (_BUS, "/org/freedesktop/DBus", _BUS)


class BusValue:
    """Asks for a value, again whenever its owner changes or a signal says so. It starts no service."""

    def __init__(self, bus: SessionBus, call: Call, told: Callable[[tuple[Any, ...] | None], None]) -> None:
        """Take the call and what is told each answer to it; None where nobody answers, or not in time."""
        self._bus = bus
        self._call = call
        self._told = told
        self._under_way = 0
        bus.watch_name(call.destination, self._owner_changed)

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        return self._under_way > 0

    def ask_after(self, interface: str, member: str, arg0: str = "") -> None:
        """Ask again at every such signal of the owner."""
        rule = {"sender": self._call.destination, "interface": interface, "member": member}
        self._bus.listen(lambda _: self.ask(), **rule, **({"arg0": arg0} if arg0 else {}))

    def ask(self) -> None:
        """Ask now, if there is an owner."""
        self._under_way += 1
        owned = Call(*_DAEMON, "NameHasOwner", "s", (self._call.destination,))
        self._bus.call(owned, self._owner_known)

    def _owner_known(self, answer: Answer) -> None:
        if answer.body == (True,):
            self._bus.call(self._call, self._answered)
        else:
            self._under_way -= 1
            self._told(None)

    def _answered(self, answer: Answer) -> None:
        self._under_way -= 1
        self._told(answer.body if answer.problem is None else None)

    def _owner_changed(self, owner: str) -> None:
        if owner:
            self.ask()
        else:
            self._told(None)
