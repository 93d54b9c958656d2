"""A notification server to test against: it owns org.freedesktop.Notifications and writes down every call.

Run it with DBUS_SESSION_BUS_ADDRESS set:

    python tests/support/notification_server.py --log FILE [--no-actions] [--markup] [--sound]
        [--hang SECONDS]

It prints `ready` once it owns the name. FILE gets one JSON object per line. A `Notify` has the keys
`method`, `sender`, `app_name`, `replaces_id`, `app_icon`, `summary`, `body`, `actions` (a list: key, label,
key, label), `hints` (plain values), `expire_timeout`, `id` and `monotonic` (seconds of CLOCK_MONOTONIC, the
same clock in every process); other calls have `method`, `sender`, `args` and `monotonic`. A call is written
when it arrives, whether or not it will be answered.

It is steered over the same bus, at /org/habitcoach/TestServer, interface and name org.habitcoach.TestServer:

    Invoke(u id, s action_key)   the agent clicks: ActionInvoked, then NotificationClosed with reason 2
    Close(u id)                  the agent dismisses: NotificationClosed with reason 2
    Expire(u id)                 it times out: NotificationClosed with reason 1
    Hang(d seconds)              from now on, answer calls of the notification interface so much later

for instance `gdbus call --session -d org.habitcoach.TestServer -o /org/habitcoach/TestServer
-m org.habitcoach.TestServer.Invoke 1 done`.
"""

from __future__ import annotations

import argparse
import heapq
import itertools
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NOTIFICATIONS = "org.freedesktop.Notifications"
CONTROL = "org.habitcoach.TestServer"
NOTIFY_FIELDS = (
    "app_name",
    "replaces_id",
    "app_icon",
    "summary",
    "body",
    "actions",
    "hints",
    "expire_timeout",
)
DO_NOT_QUEUE = 4
EXPIRED, DISMISSED, CLOSED_BY_CALL = 1, 2, 3


@dataclass
class Server:
    """The notifications that are up, and what is still to be sent."""

    connection: DBusConnection
    log: TextIO
    capabilities: list[str]
    hang: float  #: seconds by which answers are late
    shown: set[int] = field(default_factory=set)
    ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    late: list[tuple[float, int, Message]] = field(default_factory=list)  #: heap of due time, order, message
    order: itertools.count[int] = field(default_factory=itertools.count)

    def run(self) -> None:
        """Serve until the bus goes away."""
        while True:
            wait = max(0.0, self.late[0][0] - time.monotonic()) if self.late else None
            try:
                message = self.connection.receive(timeout=wait)
            except TimeoutError:
                pass
            except ConnectionResetError:
                return
            else:
                if message.header.message_type is MessageType.method_call:
                    self._call(message)
            while self.late and self.late[0][0] <= time.monotonic():
                self.connection.send(heapq.heappop(self.late)[2])

    def _call(self, call: Message) -> None:
        interface = call.header.fields.get(HeaderFields.interface)
        member = call.header.fields[HeaderFields.member]
        handler = getattr(self, f"_{interface.split('.')[-1]}_{member}".lower(), None) if interface else None
        if handler is None or interface not in (NOTIFICATIONS, CONTROL):
            self.connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        signature, body = handler(call, *call.body)
        if call.header.flags & MessageFlag.no_reply_expected:
            return
        delay = self.hang if interface == NOTIFICATIONS else 0.0
        self._send(new_method_return(call, signature, body), delay)

    def _send(self, message: Message, delay: float = 0.0) -> None:
        heapq.heappush(self.late, (time.monotonic() + delay, next(self.order), message))

    def _signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        source = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
        self._send(new_signal(source, member, signature, body))

    def _write(self, call: Message, **entries: object) -> None:
        line = {
            "method": call.header.fields[HeaderFields.member],
            "sender": call.header.fields.get(HeaderFields.sender),
            **entries,
            "monotonic": time.monotonic(),
        }
        self.log.write(json.dumps(line, default=repr) + "\n")
        self.log.flush()

    def _gone(self, shown_id: int, reason: int) -> None:
        if shown_id in self.shown:
            self.shown.discard(shown_id)
            self._signal("NotificationClosed", "uu", (shown_id, reason))

    # the notification interface: each returns the signature and the body of its answer

    def _notifications_notify(self, call: Message, *args: Any) -> tuple[str, tuple[Any, ...]]:
        said = dict(zip(NOTIFY_FIELDS, args, strict=True))
        said["hints"] = {name: value for name, (_signature, value) in said["hints"].items()}
        shown_id = said["replaces_id"] or next(self.ids)
        self.shown.add(shown_id)
        self._write(call, **said, id=shown_id)
        return "u", (shown_id,)

    def _notifications_closenotification(self, call: Message, shown_id: int) -> tuple[None, tuple[()]]:
        self._write(call, args=[shown_id])
        self._gone(shown_id, CLOSED_BY_CALL)
        return None, ()

    def _notifications_getcapabilities(self, call: Message) -> tuple[str, tuple[Any, ...]]:
        self._write(call, args=[])
        return "as", (self.capabilities,)

    def _notifications_getserverinformation(self, call: Message) -> tuple[str, tuple[Any, ...]]:
        self._write(call, args=[])
        return "ssss", ("test server", "HabitCoach", "1", "1.2")

    # the steering interface

    def _testserver_invoke(self, _call: Message, shown_id: int, action: str) -> tuple[None, tuple[()]]:
        self._signal("ActionInvoked", "us", (shown_id, action))
        self._gone(shown_id, DISMISSED)
        return None, ()

    def _testserver_close(self, _call: Message, shown_id: int) -> tuple[None, tuple[()]]:
        self._gone(shown_id, DISMISSED)
        return None, ()

    def _testserver_expire(self, _call: Message, shown_id: int) -> tuple[None, tuple[()]]:
        self._gone(shown_id, EXPIRED)
        return None, ()

    def _testserver_hang(self, _call: Message, seconds: float) -> tuple[None, tuple[()]]:
        self.hang = seconds
        return None, ()


def main() -> int:
    """Claim the names and serve; exit 1 when another server owns them."""
    parser = argparse.ArgumentParser(description="A notification server that writes down every call.")
    parser.add_argument("--log", type=Path, required=True, help="file that gets one JSON object per call")
    parser.add_argument("--no-actions", action="store_true", help="offer no buttons")
    parser.add_argument("--markup", action="store_true", help="claim that bodies are markup")
    parser.add_argument("--sound", action="store_true", help="claim to play sounds")
    parser.add_argument("--hang", type=float, default=0.0, metavar="SECONDS", help="answer so much later")
    options = parser.parse_args()
    capabilities = ["body", "persistence"]
    if not options.no_actions:
        capabilities.append("actions")
    if options.markup:
        capabilities.append("body-markup")
    if options.sound:
        capabilities.append("sound")
    with open_dbus_connection("SESSION") as connection, options.log.open("a", encoding="utf-8") as log:
        for name in (NOTIFICATIONS, CONTROL):
            reply = connection.send_and_get_reply(message_bus.RequestName(name, DO_NOT_QUEUE), timeout=5)
            if reply.body != (1,):
                sys.stderr.write(f"{name} is taken\n")
                return 1
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        Server(connection, log, capabilities, options.hang).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
