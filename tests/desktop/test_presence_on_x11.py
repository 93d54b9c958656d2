"""Idleness and full screen on a real X server with a window manager."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.desktop.x_server import XServer
from tests.desktop.coach import plain_env
from tests.desktop.pointer import Pointer
from tests.desktop.programs import Program
from tests.desktop.screen import Screen
from tests.desktop.waiting import until

#: A program of somebody else's that fills the screen, and leaves that at a key.
_PRESENTING = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Slide(QWidget):
    def keyPressEvent(self, event):
        self.showNormal()
slide = Slide()
slide.showFullScreen()
application.exec()
"""


@pytest.fixture
def server(screen: Screen) -> Iterator[XServer]:
    server = XServer.connect(screen.display)
    assert server is not None
    yield server
    server.close()


def test_input_ends_idleness(server: XServer, pointer: Pointer) -> None:
    until(lambda: (server.idle_seconds() or 0) > 1, "some idleness")
    begun = time.monotonic()
    pointer.key("a")
    found = server.idle_seconds()
    assert found is not None
    assert found < time.monotonic() - begun + 0.5


def test_a_window_that_fills_the_screen_is_seen(
    server: XServer, screen: Screen, pointer: Pointer, tmp_path: Path
) -> None:
    assert not server.full_screen()
    env = {**plain_env(tmp_path), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    with Program([sys.executable, "-c", _PRESENTING], env, tmp_path / "slide.log"):
        until(server.full_screen, "the slide")
        pointer.key("a")
        until(lambda: server.full_screen() is False, "a window again")
    until(lambda: not server.full_screen(), "no window")


def test_a_server_that_went_away_says_nothing() -> None:
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdout is not None
        server = XServer.connect(f":{running.stdout.readline().decode().strip()}")
        assert server is not None
        assert server.idle_seconds() is not None
        running.terminate()
        running.wait(10)
        assert (server.idle_seconds(), server.full_screen()) == (None, None)
        server.close()
