"""Whether a display is found before Qt is asked: with real X servers, dead ones and missing libraries."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.display import missing_libraries, require_display

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")


@contextmanager
def x_server(*options: str) -> "Iterator[tuple[subprocess.Popen[bytes], str]]":
    """Run a virtual X server on a free number; yield it with its DISPLAY, when it listens."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", *options],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield server, f":{told.readline().strip()}"
    finally:
        server.kill()
        server.wait(10)


@pytest.fixture
def display() -> Iterator[str]:
    # Unlike a bare one, a display with a desktop on it does not start over when a client leaves.
    with x_server("-noreset") as (_, name):
        yield name


def refused(environment: dict[str, str]) -> str:
    with pytest.raises(EnvironmentFaultError) as fault:
        require_display(environment)
    return fault.value.code


def test_a_living_x_server_is_found_by_all_its_names(display: str) -> None:
    for name in (display, f"{display}.0", f"unix{display}", f"unix/{display}"):
        require_display({"DISPLAY": name})
    require_display({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})


def test_without_any_display_there_is_none() -> None:
    assert refused({}) == "no_display"
    assert refused({"DISPLAY": ""}) == "no_display"


@pytest.mark.parametrize(
    "name", [":7777", "localhost:77", "[::1]:77", "::1:77", "localhost:99999", "nonsense"]
)
def test_a_dead_display_is_none(name: str) -> None:
    assert refused({"DISPLAY": name}) == "no_display"


def test_a_display_that_died_is_none() -> None:
    with x_server() as (server, name):
        require_display({"DISPLAY": name}).release()
        server.kill()
        server.wait(10)
        assert refused({"DISPLAY": name}) == "no_display"


def test_a_display_that_does_not_let_us_in_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, cookie = tmp_path / "keys", "0123456789abcdef" * 2
    subprocess.run(["xauth", "-f", keys, "add", ":0", ".", cookie], check=True, capture_output=True)
    with x_server("-auth", str(keys)) as (_, name):
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "none"))
        assert refused({"DISPLAY": name}) == "no_display"
        mine = tmp_path / "mine"
        subprocess.run(["xauth", "-f", mine, "add", name, ".", cookie], check=True, capture_output=True)
        monkeypatch.setenv("XAUTHORITY", str(mine))
        require_display({"DISPLAY": name}).release()


def test_a_bare_display_stays_up_until_the_next_client_is_there() -> None:
    # Without -noreset: were the first let go too early, the server would drop about every third that follows.
    with x_server() as (_, name):
        found = require_display({"DISPLAY": name})
        for _ in range(30):
            after = require_display({"DISPLAY": name})
            found.release()
            found.release()  # a second time changes nothing
            found = after
        found.release()


def test_qt_starts_where_a_display_was_found() -> None:
    program = (
        "import os; from habitcoach.desktop.display import require_display\n"
        "found = require_display(os.environ)\n"
        "from PySide6.QtGui import QGuiApplication; app = QGuiApplication([])\n"
        "found.release(); print(app.platformName())"
    )
    with x_server() as (_, name):
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        answer = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
        )
    assert (answer.returncode, answer.stdout) == (0, "xcb\n")


def test_wayland_is_tried_first_and_x_after_it(tmp_path: Path, display: str) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-5", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert refused(environment) == "no_display"
    require_display({**environment, "DISPLAY": display})
    assert refused({**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "wayland"}) == "no_display"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-5"))
        compositor.listen()
        require_display(environment)
        require_display(
            {**environment, "WAYLAND_DISPLAY": str(tmp_path / "wayland-5"), "XDG_RUNTIME_DIR": "/"}
        )
        assert refused({**environment, "QT_QPA_PLATFORM": "xcb"}) == "no_display"


def test_a_platform_without_a_display_needs_none() -> None:
    for platform in ("offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"):
        require_display({"QT_QPA_PLATFORM": platform})


def test_missing_libraries_are_named() -> None:
    assert missing_libraries(["libc.so.6", "libhabitcoach-has-none.so.9"]) == ["libhabitcoach-has-none.so.9"]


@pytest.mark.parametrize(
    ("library", "code"),
    [("libxcb-cursor.so.0", "no_xcb_cursor"), ("libxcb-keysyms.so.1", "no_library")],
)
def test_a_library_that_qt_lacks_is_told_with_its_package(
    display: str, tmp_path: Path, library: str, code: str
) -> None:
    (tmp_path / library).write_bytes(b"")  # what lies first on the path and cannot be loaded
    program = (
        "import os; from habitcoach.desktop.display import require_display\n"
        "try: require_display(os.environ)\n"
        "except Exception as error: print(error.code, error.params['library'], error.params['package'])"
    )
    environment = {**os.environ, "DISPLAY": display, "LD_LIBRARY_PATH": str(tmp_path)}
    del environment["QT_QPA_PLATFORM"]
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    package = library.removeprefix("libxcb-").split(".")[0]
    assert answer.stdout.startswith(f"{code} {library} libxcb-{package}")


def test_asking_does_not_bring_qt() -> None:
    program = (
        "import sys; from habitcoach.desktop.display import require_display\n"
        "require_display({'QT_QPA_PLATFORM': 'offscreen'}); print('PySide6' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
