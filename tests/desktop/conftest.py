"""The desktop lane: the installed program, driven as an agent drives it."""

import re
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.desktop.coach import EARLY, Coach, plain_env
from tests.desktop.installation import ROOT
from tests.desktop.notifications import Notifications, notification_server
from tests.desktop.pointer import Pointer
from tests.desktop.screen import Screen, desktop_screen
from tests.desktop.session_bus import session_bus

_HERE = Path(__file__).parent
_PICTURES = ROOT / "build" / "pictures-of-failures"
_PROGRAMS = ("Xvfb", "openbox", "tint2", "dbus-daemon", "xdotool")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as the desktop lane."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.desktop)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Save what is on the screen when a test fails, and say where."""
    report = yield
    screen = getattr(item, "funcargs", {}).get("screen")
    if report.failed and isinstance(screen, Screen):
        name = re.sub(r"[^\w-]+", "_", item.name)
        picture = _PICTURES / f"{name}-{report.when}.png"
        screen.save(picture)
        report.sections.append(("screen", f"picture: {picture}"))
    coach = getattr(item, "funcargs", {}).get("coach")
    if report.failed and isinstance(coach, Coach):
        report.sections.append(("what the app said", coach.said))
    return report


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Run a screen with a window manager and a tray."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    assert not missing, f"scripts/test installs what the desktop lane needs: {missing}"
    folder = tmp_path_factory.mktemp("screen")
    with desktop_screen(folder, plain_env(folder)) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a short folder for one agent; sockets lie in it."""
    return tmp_path / "agent"


@pytest.fixture
def bus(home: Path) -> Iterator[str]:
    """Run a session bus and return its address."""
    with session_bus(home / "bus", plain_env(home)) as address:
        yield address


@pytest.fixture
def serve(home: Path, bus: str) -> Iterator[Callable[..., Notifications]]:
    """Return a way to start the notification server with options."""
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(notification_server(home, plain_env(home), bus, *options))


@pytest.fixture
def coach(python: Path, home: Path, screen: Screen, bus: str) -> Iterator[Coach]:
    """Return an agent's home on the desktop."""
    env = {**plain_env(home), "DISPLAY": screen.display, "DBUS_SESSION_BUS_ADDRESS": bus}
    agent = Coach(python, home / "home", env)
    agent.set_clock(EARLY)
    yield agent
    agent.end()


@pytest.fixture
def pointer(screen: Screen, home: Path) -> Pointer:
    """Return a hand on the mouse and keyboard of the desktop."""
    hand = Pointer(screen, {**plain_env(home), "DISPLAY": screen.display})
    hand.move_away()
    return hand
