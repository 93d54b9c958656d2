"""Where the session bus and the system bus listen."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

if sys.platform == "linux":  # where jeepney is a requirement
    from jeepney.bus import get_connectable_addresses

#: The D-Bus specification's address of the system bus, where the environment names no other.
_SYSTEM = "unix:path=/var/run/dbus/system_bus_socket"


def session_addresses(environment: Mapping[str, str]) -> Sequence[str]:
    """Return the sockets of the session bus: those the environment names, else that of the login session.

    None where there is no such bus, or only one that is reached by other means than a local socket.
    """
    if sys.platform != "linux":
        return ()
    named, runtime = environment.get("DBUS_SESSION_BUS_ADDRESS"), environment.get("XDG_RUNTIME_DIR")
    if not named:
        usual = Path(runtime, "bus") if runtime else None
        return (str(usual),) if usual is not None and usual.is_socket() else ()
    return _sockets(named)


def system_addresses(environment: Mapping[str, str]) -> Sequence[str]:
    """Return the sockets of the system bus: those the environment names, else the usual one."""
    if sys.platform != "linux":
        return ()
    return _sockets(environment.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM)


def _sockets(named: str) -> list[str]:
    found: list[str] = []
    for one in named.split(";"):
        with suppress(ValueError, RuntimeError):  # malformed, or not a socket of this machine
            found += get_connectable_addresses(one)
    return found
