"""The key of the quick bar on a real X server, pressed as by hand."""

import subprocess
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.core.key_combination import KeyCombination, key_combination
from habitcoach.desktop.key_way import KeyState
from habitcoach.desktop.key_x11 import XKeys
from tests.desktop.pointer import Pointer
from tests.desktop.screen import Screen

SPACE = key_combination("key", "Ctrl+Shift+Space")


class Program:
    """A program that wants a key."""

    def __init__(self, display: str) -> None:
        self.keys = XKeys(display)
        self.states: list[KeyState] = []
        self.presses = 0

    def take(self, keys: KeyCombination = SPACE) -> None:
        self.keys.take(keys, self._pressed, self.states.append)

    def _pressed(self) -> None:
        self.presses += 1


@pytest.fixture
def program(qtbot: QtBot, screen: Screen) -> Iterator[Program]:
    del qtbot
    made = Program(screen.display)
    yield made
    made.keys.close()


def test_a_key_comes_from_anywhere_whatever_locks_are_on(
    qtbot: QtBot, program: Program, pointer: Pointer
) -> None:
    program.take()
    assert program.states == [KeyState.ON]
    pointer.key("ctrl+shift+space")
    qtbot.waitUntil(lambda: program.presses == 1)
    pointer.key("Num_Lock", "ctrl+shift+space", "Num_Lock")
    qtbot.waitUntil(lambda: program.presses == 2)
    pointer.key("ctrl+space", "shift+space", "a")
    program.keys.close()
    pointer.key("ctrl+shift+space")
    program.take()
    pointer.key("ctrl+shift+space")
    qtbot.waitUntil(lambda: program.presses == 3)


def test_a_key_of_another_program_is_taken_until_it_lets_go(
    qtbot: QtBot, program: Program, screen: Screen, pointer: Pointer
) -> None:
    other = Program(screen.display)
    other.take()
    program.take()
    assert program.states == [KeyState.TAKEN]
    other.keys.close()
    program.keys.close()
    program.take()
    assert program.states == [KeyState.TAKEN, KeyState.ON]
    pointer.key("ctrl+shift+space")
    qtbot.waitUntil(lambda: program.presses == 1)
    assert other.presses == 0


def test_another_layout_moves_no_key(
    qtbot: QtBot, program: Program, screen: Screen, pointer: Pointer
) -> None:
    program.take(key_combination("key", "Ctrl+Shift+Z"))
    for layout in ("de", "us"):  # where Z and Y change places
        program.states.clear()
        subprocess.run(["setxkbmap", "-display", screen.display, layout], check=True, timeout=10)
        qtbot.waitUntil(lambda: KeyState.ON in program.states)
        program.presses = 0
        pointer.key("ctrl+shift+z")
        qtbot.waitUntil(lambda: program.presses == 1)
