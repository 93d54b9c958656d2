"""The desktop's notification server: what it can do, and whether it answers at all."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QTimer

from habitcoach.bus import Answer, Call, Heard, Problem, SessionBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

#: After a late answer nothing more is asked for so many seconds, unless it arrives or another server comes.
PATIENCE = 60.0


class NotificationServer:
    """Whoever owns the name, one after the other; known at any time by what it can do.

    A server that did not answer in time is silent: until it does, every further call is LATE at once, without
    being made. So a server that hangs costs one wait, not one for each cue, and has one call to catch up with
    when it comes to itself.
    """

    def __init__(self, bus: SessionBus, deadline: float) -> None:
        """Ask for the capabilities now, which also starts a server that is started when asked for."""
        self._bus = bus
        self._deadline = deadline
        self._capabilities: frozenset[str] | None = None
        self._silent = QDeadlineTimer(0)
        self._changed: Callable[[str], None] = lambda _: None
        self._changes = 0
        bus.watch_name(NAME, self._owner_changed)
        self._ask(lambda _: None)

    def on_change(self, callback: Callable[[str], None]) -> None:
        """Have `callback(unique name)` called when another server came, or "": none.

        All that the former one showed is gone.
        """
        self._changed = callback

    def listen(self, member: str, callback: Callable[[Heard], None]) -> None:
        """Hear a signal of the server."""
        self._bus.listen(callback, sender=NAME, interface=NAME, path=PATH, member=member)

    def capabilities(self, then: Callable[[frozenset[str] | Problem], None]) -> None:
        """Have `then` called with what the server can do, at once when that is known; or why it is not."""
        if self._capabilities is not None:
            then(self._capabilities)
        else:
            self._ask(then)

    def call(
        self,
        member: str,
        signature: str,
        body: tuple[Any, ...],
        then: Callable[[Answer], None],
        afterwards: Callable[[Answer], None] | None = None,
    ) -> None:
        """Call the server; `afterwards` gets an answer that comes when `then` has been told it is late."""

        def answered(answer: Answer) -> None:
            if answer.problem is Problem.LATE:
                self._silent.setRemainingTime(round(PATIENCE * 1000))
            then(answer)

        def answered_late(answer: Answer) -> None:
            self._silent.setRemainingTime(0)
            if afterwards is not None:
                afterwards(answer)

        if not self._silent.hasExpired():
            QTimer.singleShot(0, partial(then, Answer(problem=Problem.LATE)))
            return
        call = Call(NAME, PATH, NAME, member, signature, body)
        self._bus.call(call, answered, self._deadline, answered_late)

    def _ask(self, then: Callable[[frozenset[str] | Problem], None]) -> None:
        def answered(answer: Answer) -> None:
            if answer.problem in {None, Problem.REFUSED}:  # one that refuses shows plain text all the same
                self._capabilities = frozenset(answer.body[0] if answer.body else ())
                then(self._capabilities)
            else:
                then(answer.problem or Problem.NO_SERVER)

        asked_at = self._changes

        def answered_late(answer: Answer) -> None:
            if answer.problem is None and asked_at == self._changes:  # not of a server that has gone since
                self._capabilities = frozenset(answer.body[0])

        self.call("GetCapabilities", "", (), answered, answered_late)

    def _owner_changed(self, owner: str) -> None:
        self._changes += 1
        self._capabilities = None
        self._silent.setRemainingTime(0)
        self._changed(owner)
        if owner:
            self._ask(lambda _: None)
