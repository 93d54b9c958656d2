"""A stand-in for what tells of presence on a bus: logind, a screen saver, GNOME's idleness, quiet."""

from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney import new_signal as signal_message
from jeepney.io.blocking import DBusConnection

from habitcoach.presence import idle_monitor, logind
from habitcoach.presence import quiet as quiet_source

SAVER = "org.freedesktop.ScreenSaver"
NAMES = (logind.NAME, SAVER, idle_monitor.NAME, quiet_source.NAME)
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class PresenceServices:
    """Owns the names, and answers when it is pumped. A value of None is answered with an error."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.session: dict[str, tuple[str, Any]] | None = {"LockedHint": ("b", False)}
        self.covered: bool | None = None
        self.idle_ms: int | None = None
        self.inhibited: bool | None = None
        self.asked: list[str] = []
        self.come()

    def pump(self) -> None:
        """Answer what has been asked."""
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))

    def say(
        self, path: str, interface: str, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> None:
        """Send a signal."""
        self._connection.send(signal_message(DBusAddress(path, interface=interface), member, signature, body))

    def lock(self, *, locked: bool) -> None:
        """Lock the session, or unlock it, and tell of it as logind does."""
        self.session = {"LockedHint": ("b", locked)}
        body: tuple[Any, ...] = (logind.SESSION, self.session, [])
        self.say(f"{logind.OWN_SESSION[:-4]}_31", logind.PROPERTIES, "PropertiesChanged", "sa{sv}as", body)

    def quieten(self, *, quiet: bool) -> None:
        """Ask for no disturbance, or end that, and tell of it as Plasma does."""
        self.inhibited = quiet
        body: tuple[Any, ...] = (quiet_source.NAME, {"Inhibited": ("b", quiet)}, [])
        self.say(quiet_source.PATH, quiet_source.PROPERTIES, "PropertiesChanged", "sa{sv}as", body)

    def come(self) -> None:
        """Own every name."""
        for name in NAMES:
            self._connection.send(message_bus.RequestName(name))

    def leave(self) -> None:
        """Give every name back."""
        for name in NAMES:
            self._connection.send(message_bus.ReleaseName(name))

    def _answer(self, call: Message) -> Message:
        member = call.header.fields[HeaderFields.member]
        self.asked.append(member)
        values: dict[str, tuple[str, Any]] = {
            "GetAll": ("a{sv}", self.session),
            "GetActive": ("b", self.covered),
            "GetIdletime": ("t", self.idle_ms),
            "Get": ("v", None if self.inhibited is None else ("b", self.inhibited)),
        }
        signature, value = values[member]
        return new_error(call, UNKNOWN) if value is None else new_method_return(call, signature, (value,))
