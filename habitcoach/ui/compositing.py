"""Whether windows can be translucent on this screen."""

import ctypes
import logging
import os

_log = logging.getLogger(__name__)


def can_be_translucent(platform: str) -> bool:
    """Return False on an X11 screen without a compositor, where translucent margins come out black.

    `platform` is `QGuiApplication.platformName()`. Asked again at every showing: compositors come and go.
    """
    if platform != "xcb":
        return True
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        _log.info("libX11 is not there; pop-ups are drawn without a shadow")
        return False
    return _has_owner(x11, os.environ.get("DISPLAY", ""))


def _has_owner(x11: ctypes.CDLL, name: str) -> bool:
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(name.encode())
    if not display:
        return False
    try:
        # ICCCM and EWMH: a compositor owns the selection named after its screen.
        atom = x11.XInternAtom(display, f"_NET_WM_CM_S{_screen_number(name)}".encode(), 0)
        return bool(x11.XGetSelectionOwner(display, atom))
    finally:
        x11.XCloseDisplay(display)


def _screen_number(display: str) -> int:
    tail = display.rpartition(":")[2].partition(".")[2]
    return int(tail) if tail.isdigit() else 0
