"""The key of the quick bar on a real X server, pressed as by hand."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.core.key_combination import KeyCombination, key_combination
from habitcoach.desktop.key_way import KeyState
from habitcoach.desktop.key_x11 import XKeys
from habitcoach.desktop.x_server import XServer
from tests.desktop.pointer import Pointer
from tests.desktop.screen import Screen

SPACE = key_combination("key", "Ctrl+Shift+Space")


class Program:
    """A program that wants a key, with a connection of its own."""

    def __init__(self, display: str) -> None:
        server = XServer.connect(display)
        assert server is not None
        self.server = server
        self.keys = XKeys(server)
        self.states: list[KeyState] = []
        self.presses = 0

    def take(self, keys: KeyCombination = SPACE) -> None:
        self.keys.take(keys, self._pressed, self.states.append)

    def _pressed(self) -> None:
        self.presses += 1

    def end(self) -> None:
        self.keys.close()
        self.keys._notifier.setEnabled(False)
        self.server.close()


@pytest.fixture
def program(qtbot: QtBot, screen: Screen) -> Iterator[Program]:
    del qtbot
    made = Program(screen.display)
    yield made
    made.end()


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
    program.take()
    assert program.states == [KeyState.TAKEN, KeyState.ON]
    pointer.key("ctrl+shift+space")
    qtbot.waitUntil(lambda: program.presses == 1)
    assert other.presses == 0
    other.end()
