"""One app per home, with real processes: shown, hidden, killed, hung, and started at the same moment."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.asking import Wish, ask_running, server_name
from habitcoach.desktop.paths import Home
from habitcoach.desktop.single_instance import SingleInstance

pytestmark = pytest.mark.usefixtures("qapp")

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from habitcoach.desktop.asking import Wish
from habitcoach.desktop.paths import Home
from habitcoach.desktop.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(Home(Path(sys.argv[1])))
if instance.claim():
    instance.show_requested.connect(lambda: print("show", flush=True))
    instance.quick_requested.connect(lambda: print("quick", flush=True))
    QTimer.singleShot(0, lambda: print("claimed", flush=True))
    QTimer.singleShot(30_000, app.quit)
    app.exec()
else:
    print("asked", instance.ask_running(Wish(sys.argv[2] if len(sys.argv) > 2 else "show")), flush=True)
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "a home, with spaces and ünïcode")
    made.make()
    return made


@pytest.fixture
def mine(home: Home) -> Iterator[SingleInstance]:
    """Return the instance of this process, let go at the end."""
    instance = SingleInstance(home)
    yield instance
    instance.release()


def start(home: Home, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home.folder), *arguments], stdout=subprocess.PIPE, text=True
    )


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate(timeout=10)


def test_a_second_start_shows_the_first(home: Home) -> None:
    with start(home) as first:
        assert line(first) == "claimed"
        for _ in range(2):
            with start(home) as second:
                assert line(second) == "asked True"
            assert second.returncode == 0
            assert line(first) == "show"
        end(first)


def test_a_hidden_start_shows_nothing(home: Home) -> None:
    with start(home) as first:
        assert line(first) == "claimed"
        with start(home, "hello") as hidden:
            assert line(hidden) == "asked True"
        with start(home) as loud:
            assert line(loud) == "asked True"
        assert line(first) == "show"
        first.kill()
        assert first.communicate(timeout=10)[0] == "", "the hidden start has shown it too"


def test_two_homes_are_two_apps(tmp_path: Path, mine: SingleInstance) -> None:
    assert mine.claim()
    other = Home(tmp_path / "other")
    other.make()
    with start(other) as process:
        assert line(process) == "claimed"
        end(process)


def test_the_claim_survives_a_kill(home: Home, mine: SingleInstance) -> None:
    for _ in range(3):
        with start(home) as killed:
            assert line(killed) == "claimed"
            killed.kill()
        with start(home) as follower:
            assert line(follower) == "claimed"
            with start(home) as second:
                assert line(second) == "asked True"
            assert line(follower) == "show"
            end(follower)
    assert mine.claim()


def test_a_killed_one_that_nobody_buried_holds_nothing(home: Home, mine: SingleInstance) -> None:
    process = start(home)
    assert line(process) == "claimed"
    process.send_signal(signal.SIGKILL)
    # Dead, but its number is in use until somebody waits for it: as in a container without an init.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert mine.claim()
    process.communicate(timeout=10)


@pytest.mark.parametrize("content", ["", "1\npython3.11\nanother-computer\n\n\n"])
def test_a_lock_of_unknown_origin(home: Home, mine: SingleInstance, content: str) -> None:
    home.lock.write_text(content)
    # Torn: nobody has it. Of another computer, on a share: it may be alive there.
    assert mine.claim() is (content == "")


def test_of_ten_at_once_one_wins_and_answers_the_others(home: Home) -> None:
    starts = [start(home) for _ in range(10)]
    answers = [line(process) for process in starts]
    for process in starts:
        end(process)
    assert sorted(answers) == ["asked True"] * 9 + ["claimed"]


def test_one_that_hangs_is_not_waited_for_long(home: Home, mine: SingleInstance) -> None:
    with start(home) as hung:
        assert line(hung) == "claimed"
        hung.send_signal(signal.SIGSTOP)
        assert not mine.claim()
        assert mine.owner() == hung.pid
        assert not mine.ask_running(Wish.SHOW)
        end(hung)


def test_letting_go_lets_another_claim(home: Home, mine: SingleInstance) -> None:
    assert mine.claim()
    another = SingleInstance(home)
    assert not another.claim()
    assert mine.owner() == os.getpid()
    mine.release()
    assert mine.owner() is None
    assert another.claim()
    another.release()


def test_nobody_there_is_said_so(mine: SingleInstance) -> None:
    assert not mine.ask_running(Wish.HELLO)


def test_a_home_that_takes_no_lock_is_the_surroundings_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as fault:
        SingleInstance(Home(tmp_path / "not made")).claim()
    assert fault.value.code == "cannot_open"


@pytest.mark.parametrize("request_", [b"quit\n", b"x" * 100_000, b"\xff\n", b"show then something\n"])
def test_other_words_are_not_answered(
    mine: SingleInstance, home: Home, qtbot: QtBot, request_: bytes
) -> None:
    assert mine.claim()
    shown: list[bool] = []
    mine.show_requested.connect(lambda: shown.append(True))
    stranger = QLocalSocket()
    stranger.connectToServer(server_name(home))
    stranger.write(request_)
    friend = QLocalSocket()
    friend.connectToServer(server_name(home))
    friend.write(b"show\n")
    qtbot.waitUntil(lambda: friend.bytesAvailable() > 0)
    assert (shown, stranger.readAll().data()) == ([True], b"")
    stranger.abort()


def test_words_that_come_in_pieces_are_put_together(mine: SingleInstance, home: Home, qtbot: QtBot) -> None:
    assert mine.claim()
    socket = QLocalSocket()
    socket.connectToServer(server_name(home))
    with qtbot.waitSignal(mine.show_requested):
        for piece in (b"sh", b"o", b"w\n"):
            socket.write(piece)
            socket.flush()
            qtbot.wait(1)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no mode")
def test_the_socket_is_for_this_user_alone(mine: SingleInstance, home: Home) -> None:
    assert mine.claim()
    name = server_name(home)
    assert str(os.getuid()) in name
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert stat.S_IMODE(Path(socket.fullServerName()).stat().st_mode) & 0o077 == 0
    socket.abort()


def test_the_quick_bar_is_asked_for_without_qt(home: Home) -> None:
    environment = dict(os.environ)
    assert not ask_running(home, Wish.QUICK, environment)
    with start(home) as first:
        assert line(first) == "claimed"
        assert ask_running(home, Wish.QUICK, environment)
        assert line(first) == "quick"
        with start(home, "quick") as second:
            assert line(second) == "asked True"
        assert line(first) == "quick"
        first.terminate()


def test_a_folder_that_sockets_are_not_in_is_looked_into_in_vain(home: Home, tmp_path: Path) -> None:
    with start(home) as first:
        assert line(first) == "claimed"
        assert not ask_running(home, Wish.HELLO, {"TMPDIR": str(tmp_path)})
        first.terminate()
