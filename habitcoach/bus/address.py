"""Where the session bus listens."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

if sys.platform == "linux":  # where jeepney is a requirement
    from jeepney.bus import get_connectable_addresses


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
    found: list[str] = []
    for one in named.split(";"):
        with suppress(ValueError, RuntimeError):  # malformed, or not a socket of this machine
            found += get_connectable_addresses(one)
    return found
