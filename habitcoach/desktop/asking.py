"""Asking the app that runs for something, without Qt: a command bound to a key must be quick."""

import getpass
import hashlib
import os
import socket
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from habitcoach.desktop.paths import Home

#: What the app answers once it has understood.
HEARD = b"heard\n"
_WAIT = 2.0  # seconds for the app to answer


class Wish(StrEnum):
    """What a second start asks of the app that runs."""

    SHOW = "show"  #: its window
    QUICK = "quick"  #: its quick bar
    HELLO = "hello"  #: only that it is there


#: Bytes of the longest wish.
LONGEST = max(len(one) for one in Wish) + 1


def line_of(wish: Wish) -> bytes:
    """Return a wish as it goes over the socket."""
    return f"{wish.value}\n".encode()


def server_name(home: Home) -> str:
    """Return the socket's name: it lies in a folder shared by all users, and every home has its own."""
    user = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    place = hashlib.sha256(os.fsencode(os.path.realpath(home.folder))).hexdigest()[:16]
    return f"habitcoach-{user}-{place}"


def ask_running(home: Home, wish: Wish, environment: Mapping[str, str]) -> bool:
    """Ask the app of a home for something; False where none runs or it does not answer within 2 s."""
    try:
        answer = _over_pipe(home, wish) if sys.platform == "win32" else _over_socket(home, wish, environment)
    except OSError:
        return False
    return answer == HEARD


def _over_socket(home: Home, wish: Wish, environment: Mapping[str, str]) -> bytes:
    place = Path(environment.get("TMPDIR") or "/tmp") / server_name(home)  # noqa: S108  # where Qt puts it
    with socket.socket(socket.AF_UNIX) as asker:
        asker.settimeout(_WAIT)
        asker.connect(str(place))
        asker.sendall(line_of(wish))
        return asker.recv(len(HEARD))


def _over_pipe(home: Home, wish: Wish) -> bytes:
    with Path(rf"\\.\pipe\{server_name(home)}").open("r+b", buffering=0) as pipe:
        pipe.write(line_of(wish))
        return pipe.read(len(HEARD))
