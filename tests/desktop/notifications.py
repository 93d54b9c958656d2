"""The notification server of the tests, as a program on a bus of its own, and what it was asked to show."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop.programs import Program
from tests.desktop.waiting import until

_SERVER = Path(__file__).parents[1] / "support" / "notification_server.py"
_CONTROL = "org.habitcoach.TestServer"


class Notifications:
    """What reached the server, in the order it came."""

    def __init__(self, log: Path, address: str) -> None:
        """Read `log`, one JSON object a line; `address` is that of the bus."""
        self._log = log
        self._address = address

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Return every call of a method so far."""
        *lines, _unfinished = self._log.read_text("utf-8").split("\n")
        return [call for call in map(json.loads, lines) if call["method"] == method]

    def shown(self) -> list[dict[str, Any]]:
        """Return every Notify so far."""
        return self.calls("Notify")

    def closed(self) -> list[int]:
        """Return the ids that the program has taken away."""
        return [call["args"][0] for call in self.calls("CloseNotification")]

    def wait_for(self, text: str, seconds: float = 15.0) -> dict[str, Any]:
        """Return the first Notify whose title or body holds `text`."""

        def look() -> dict[str, Any] | None:
            return next((one for one in self.shown() if text in one["summary"] + one["body"]), None)

        return until(look, f"a notification with {text!r}; there were {self.shown()}", seconds)

    def press(self, shown: Mapping[str, Any], key: str) -> None:
        """Press a button of a notification."""
        self._steer("Invoke", "us", shown["id"], key)

    def expire(self, shown: Mapping[str, Any]) -> None:
        """Let the time of a notification run out."""
        self._steer("Expire", "u", shown["id"])

    def hang(self, seconds: float) -> None:
        """Have every answer come so much later from now on."""
        self._steer("Hang", "d", seconds)

    def _steer(self, method: str, signature: str, *values: object) -> None:
        address = DBusAddress("/org/habitcoach/TestServer", bus_name=_CONTROL, interface=_CONTROL)
        with open_dbus_connection(self._address) as connection:
            connection.send_and_get_reply(new_method_call(address, method, signature, values), timeout=5)


@contextmanager
def notification_server(
    folder: Path, env: Mapping[str, str], address: str, *options: str
) -> Iterator[Notifications]:
    """Run the server with these options on the bus at an address."""
    log = folder / "notifications.jsonl"
    words = [sys.executable, str(_SERVER), "--log", str(log), *options]
    on_bus = {**env, "DBUS_SESSION_BUS_ADDRESS": address}
    with Program(words, on_bus, folder / "server.log") as server:
        until(lambda: "ready" in server.said or not server.running, "the notification server")
        assert server.running, server.said
        yield Notifications(log, address)
