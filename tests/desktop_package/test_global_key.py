"""The key of the quick bar: the way of each desktop, and what it says."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import addressof

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from habitcoach.bus import SessionBus
from habitcoach.core.key_combination import KeyCombination, key_combination
from habitcoach.desktop.foreground import Foreground
from habitcoach.desktop.global_key import GlobalKey, way_for
from habitcoach.desktop.key_portal import PortalKeys, trigger
from habitcoach.desktop.key_way import KeyState
from habitcoach.desktop.key_windows import WindowsKeys
from habitcoach.desktop.key_x11 import XKeys

SPACE = key_combination("key", "Ctrl+Shift+Space")
F9 = key_combination("key", "Meta+F9")


class Way:
    """A desktop that gives whatever it is asked for, as `answer` says."""

    def __init__(self, answer: KeyState = KeyState.ON) -> None:
        self.answer = answer
        self.taken: list[KeyCombination] = []
        self.closed = 0
        self.press: Callable[[], None] = lambda: None

    def take(
        self, keys: KeyCombination, pressed: Callable[[], None], told: Callable[[KeyState], None]
    ) -> None:
        self.taken.append(keys)
        self.press = pressed
        told(self.answer)

    def close(self) -> None:
        self.closed += 1


@pytest.mark.usefixtures("qapp")
def test_a_chosen_key_is_taken_once_and_given_back(qtbot: QtBot) -> None:
    way = Way()
    key = GlobalKey(way)
    assert key.state is KeyState.OFF
    with qtbot.waitSignal(key.changed) as told:
        key.choose(SPACE)
    assert told.args == [KeyState.ON]
    key.choose(SPACE)
    assert way.taken == [SPACE]
    with qtbot.waitSignal(key.pressed):
        way.press()
    key.choose(F9)
    assert way.taken == [SPACE, F9]
    assert way.closed == 2
    key.close()
    assert (key.state, key.keys) == (KeyState.OFF, None)


def test_a_taken_key_is_told_for_each_choice(qtbot: QtBot) -> None:
    key = GlobalKey(Way(KeyState.TAKEN))
    with qtbot.waitSignal(key.changed):
        key.choose(SPACE)
    with qtbot.waitSignal(key.changed):
        key.choose(F9)
    assert key.state is KeyState.TAKEN


def test_without_a_way_it_is_impossible_and_off_is_off() -> None:
    key = GlobalKey(None)
    key.choose(SPACE)
    assert key.state is KeyState.IMPOSSIBLE
    key.choose(None)
    assert key.state.value == "off"


@pytest.mark.usefixtures("qapp")
def test_each_desktop_has_its_way() -> None:
    bus = SessionBus(())
    assert way_for("offscreen", {}, bus) is None
    assert isinstance(way_for("xcb", {"DISPLAY": ":0"}, bus), XKeys)
    assert isinstance(way_for("wayland", {}, bus), PortalKeys)
    # Drawn by way of X on a Wayland desktop: a grab would hear nothing of its other windows.
    assert isinstance(way_for("xcb", {"WAYLAND_DISPLAY": "wayland-0"}, bus), PortalKeys)
    bus.close()


def test_without_an_x_server_there_is_no_key() -> None:
    states = list[KeyState]()
    keys = XKeys(":59999")
    keys.take(SPACE, lambda: None, states.append)
    assert states == [KeyState.IMPOSSIBLE]
    keys.close()


def test_without_an_x_server_nobody_knows_the_window_in_front() -> None:
    for display in ("", ":59999"):
        front = Foreground(display)
        front.remember()
        front.bring(1)
        front.give_back()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ctrl+Shift+Space", "CTRL+SHIFT+space"),
        ("Meta+H", "LOGO+h"),
        ("Alt+F9", "ALT+F9"),
        ("Ctrl+PageUp", "CTRL+Page_Up"),
    ],
)
def test_portals_write_keys_in_their_way(text: str, written: str) -> None:
    assert trigger(key_combination("key", text)) == written


class User32:
    """The hot keys of a Windows thread."""

    def __init__(self, *, free: bool = True) -> None:
        self.free = free
        self.registered: list[tuple[int, int]] = []

    def RegisterHotKey(self, _window: None, number: int, modifiers: int, code: int, /) -> int:
        if self.free:
            self.registered.append((modifiers, code))
        return int(self.free and number == 1)

    def UnregisterHotKey(self, _window: None, _number: int, /) -> int:
        self.registered.pop()
        return 1


class Msg(ctypes.Structure):
    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_size_t),
    )


@pytest.mark.usefixtures("qapp")
def test_windows_has_hot_keys() -> None:
    system, heard, states = User32(), [], list[KeyState]()
    keys = WindowsKeys(system)
    keys.take(SPACE, lambda: heard.append("pressed"), states.append)
    assert states == [KeyState.ON]
    assert system.registered == [(0x4000 | 2 | 4, 0x20)]
    ours, other = Msg(None, 0x0312, 1, 0), Msg(None, 0x0312, 2, 0)
    generic = QByteArray(b"windows_generic_MSG")
    assert keys.nativeEventFilter(generic, addressof(ours)) == (True, 0)
    assert keys.nativeEventFilter(generic, addressof(other)) == (False, 0)
    assert keys.nativeEventFilter(QByteArray(b"other"), addressof(ours)) == (False, 0)
    assert heard == ["pressed"]
    keys.close()
    keys.close()
    assert system.registered == []


def test_a_hot_key_of_another_program_is_taken() -> None:
    states = list[KeyState]()
    keys = WindowsKeys(User32(free=False))
    keys.take(F9, lambda: None, states.append)
    assert states == [KeyState.TAKEN]


@pytest.mark.skipif(sys.platform == "win32", reason="there it is the way")
def test_elsewhere_there_is_no_user32() -> None:
    bus = SessionBus(())
    assert way_for("cocoa", {}, bus) is None
