"""Whether a window can be shown, found out before Qt: where it cannot, Qt aborts with a core dump."""

import ctypes
import re
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError

_WAIT = 2.0  # seconds for a display on another computer to answer
_X_NAME = re.compile(r"(?:(?P<protocol>\w+)/)?(?P<host>[^/]*):(?P<number>\d{1,5})(?:\.\d+)?")
_X_PORT = 6000

# What Qt's plugin for X loads and a desktop may lack; the first is the one that mostly does.
_X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_ALWAYS = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libxkbcommon.so.0": "libxkbcommon0"}


class FoundDisplay:
    """A display that is there, held so that it stays.

    An X server without a window manager starts over when its last client leaves, and drops whoever comes just
    then. So the connection that found it is kept until Qt has its own.
    """

    def __init__(self, release: Callable[[], object] | None = None) -> None:
        """Take what lets go of the display."""
        self._release = release

    def release(self) -> None:
        """Let go; call it once the QApplication is made. Without a call it is held until the process ends."""
        if self._release is not None:
            self._release()
            self._release = None


def require_display(environment: Mapping[str, str]) -> FoundDisplay:
    """Return if Qt will find a display, in at most a few seconds.

    Raises EnvironmentFaultError: `no_display`; `no_xcb_cursor` and `no_library` (with `library`, `package`).
    """
    if sys.platform in ("win32", "darwin"):
        return FoundDisplay()
    _require_libraries(_ALWAYS)
    wanted = _platforms(environment)
    if any(platform not in ("wayland", "xcb") for platform in wanted):
        return FoundDisplay()  # offscreen, vnc and their like bring their own
    if "wayland" in wanted and _wayland_answers(environment):
        return FoundDisplay()
    display = environment.get("DISPLAY", "")
    if "xcb" not in wanted or not _may_listen(display):
        raise EnvironmentFaultError("no_display", display=display)
    _require_libraries(_X_LIBRARIES)
    return _connect_to_x(display)


def missing_libraries(names: Iterable[str]) -> list[str]:
    """Return those of the shared libraries that cannot be loaded."""
    missing = []
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def _require_libraries(packages: Mapping[str, str]) -> None:
    for library in missing_libraries(packages):
        code = "no_xcb_cursor" if library == "libxcb-cursor.so.0" else "no_library"
        raise EnvironmentFaultError(code, library=library, package=packages[library])


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """Return the names of Qt's platform plugins that it will try."""
    named = environment.get("QT_QPA_PLATFORM", "")
    if named:
        names = [name.partition(":")[0].strip() for name in named.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names]
    return ["wayland", "xcb"] if environment.get("WAYLAND_DISPLAY") else ["xcb"]


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
        compositor.settimeout(_WAIT)
        compositor.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))
        return True
    return False


def _may_listen(display: str) -> bool:
    """Say False if nobody listens there; only another computer has to be asked with a limit of time."""
    found = _X_NAME.fullmatch(display)
    if found is None:
        return False
    host = found["host"].strip("[]")
    if found["protocol"] == "unix" or host in ("", "unix"):
        return True
    with (
        suppress(OSError, OverflowError),
        socket.create_connection((host, _X_PORT + int(found["number"])), _WAIT),
    ):
        return True
    return False


def _connect_to_x(display: str) -> FoundDisplay:
    """Connect by the library that Qt itself uses: it also knows whether the server lets this user in."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        raise EnvironmentFaultError("no_display", display=display)
    return FoundDisplay(lambda: xcb.xcb_disconnect(connection))
