"""The session bus, against a real one: it never waits, and every call has one end."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from jeepney import DBusAddress, MessageType, message_bus, new_method_call, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.bus import Answer, Call, Heard, Problem, SessionBus
from habitcoach.bus.address import session_addresses
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus
from tests.support.ticks import Ticks

DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
LIST_NAMES = Call(*DAEMON, "ListNames")
NAME = "org.habitcoach.Test"
SHORT = 0.3
LONG = 1.5


class Daemon:
    """A session bus that can be stopped, gone on with and ended."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self.address = self._running.enter_context(session_bus(folder, plain_env(folder.parent)))

    def pid(self, asker: DBusConnection) -> int:
        reply = asker.send_and_get_reply(message_bus.GetConnectionUnixProcessID(DAEMON[0]), timeout=5)
        return int(reply.body[0])

    def end(self) -> None:
        self._running.close()


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Daemon]:
    daemon = Daemon(tmp_path / "b")
    yield daemon
    daemon.end()


@pytest.fixture
def bus(qtbot: QtBot, daemon: Daemon) -> Iterator[SessionBus]:
    del qtbot
    bus = SessionBus.connect_session({"DBUS_SESSION_BUS_ADDRESS": daemon.address})
    yield bus
    bus.close()


@pytest.fixture
def other(daemon: Daemon) -> Iterator[DBusConnection]:
    """Somebody else on the bus, who owns a name and answers nothing by itself."""
    with open_dbus_connection(daemon.address) as connection:
        connection.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        yield connection


def ask(qtbot: QtBot, bus: SessionBus, call: Call, deadline: float = 10.0) -> Answer:
    answers: list[Answer] = []
    bus.call(call, answers.append, deadline)
    assert answers == [], "it must not call back before it returns"
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return answers[0]


def test_a_call_is_answered(qtbot: QtBot, bus: SessionBus) -> None:
    answer = ask(qtbot, bus, LIST_NAMES)
    assert answer.problem is None
    assert "org.freedesktop.DBus" in answer.body[0]
    assert answer.sender == "org.freedesktop.DBus"
    assert bus.pending == 0


def test_calls_are_answered_each_by_its_own_answer(
    qtbot: QtBot, bus: SessionBus, other: DBusConnection
) -> None:
    answers: list[object] = []
    for name in (NAME, "org.habitcoach.Nobody"):
        call = Call(*DAEMON, "NameHasOwner", "s", (name,))
        bus.call(call, lambda answer, n=name: answers.append((n, answer.body)))  # type: ignore[misc]
    assert bus.pending == 2
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [(NAME, (True,)), ("org.habitcoach.Nobody", (False,))]
    assert other.unique_name


def test_an_error_is_a_refusal(qtbot: QtBot, bus: SessionBus) -> None:
    answer = ask(qtbot, bus, Call(*DAEMON, "NoSuchMethod"))
    assert (answer.problem, answer.error) == (Problem.REFUSED, "org.freedesktop.DBus.Error.UnknownMethod")


def test_nobody_of_that_name(qtbot: QtBot, bus: SessionBus) -> None:
    answer = ask(qtbot, bus, Call("org.habitcoach.Nobody", "/", "org.habitcoach.Nobody", "Do"))
    assert answer.problem is Problem.NO_SERVER


def test_no_answer_in_time_is_late_and_may_still_come(
    qtbot: QtBot, bus: SessionBus, other: DBusConnection
) -> None:
    answers: list[Answer] = []
    afterwards: list[Answer] = []
    call = Call(NAME, "/", NAME, "Do", "s", ("text",))
    bus.call(call, answers.append, SHORT, afterwards.append)
    bus.call(call, answers.append, SHORT)
    qtbot.waitUntil(lambda: answers == [Answer(problem=Problem.LATE)] * 2)
    for _ in range(2):
        message = other.receive(timeout=5)
        while message.header.message_type is not MessageType.method_call:
            message = other.receive(timeout=5)
        other.send(new_method_return(message, "s", ("done",)))
    qtbot.waitUntil(lambda: len(afterwards) == 1)
    assert afterwards[0].body == ("done",)
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    assert len(answers) == 2


def test_signals_that_fit_are_heard(qtbot: QtBot, bus: SessionBus, other: DBusConnection) -> None:
    heard: list[Heard] = []
    bus.listen(heard.append, sender=NAME, interface=NAME, path="/here", member="Rang")
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    for path, member, body in (("/there", "Rang", "1"), ("/here", "Sang", "2"), ("/here", "Rang", "3")):
        other.send(new_signal(DBusAddress(path, interface=NAME), member, "s", (body,)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [Heard(other.unique_name, "Rang", ("3",))]


def test_a_name_that_comes_and_goes(qtbot: QtBot, bus: SessionBus, daemon: Daemon) -> None:
    owners: list[str] = []
    others: list[str] = []
    bus.watch_name(NAME, owners.append)
    bus.watch_name("org.habitcoach.Other", others.append)
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    with open_dbus_connection(daemon.address) as one:
        one.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        qtbot.waitUntil(lambda: owners == [one.unique_name])
    qtbot.waitUntil(lambda: len(owners) == 2)
    assert owners[1] == ""
    assert others == []


def test_who_calls_us_is_told_that_there_is_nothing(
    qtbot: QtBot, bus: SessionBus, other: DBusConnection
) -> None:
    owner: list[str] = []
    bus.watch_name(NAME, owner.append)
    names = ask(qtbot, bus, LIST_NAMES).body[0]
    us = next(name for name in names if name.startswith(":") and name != other.unique_name)
    other.send(new_method_call(DBusAddress("/", bus_name=us, interface="a.b"), "Do"), serial=77)
    answers: list[object] = []

    def look() -> bool:
        try:
            answers.append(other.receive(timeout=0).header.fields)
        except TimeoutError:
            return False
        return "org.freedesktop.DBus.Error.UnknownMethod" in str(answers[-1])

    qtbot.waitUntil(look)


def test_a_bus_that_ends_loses_calls_and_a_new_one_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    configured = Daemon(tmp_path / "b")
    path = configured.address.removeprefix("unix:path=").split(",")[0]
    bus = SessionBus([path])
    owners: list[str] = []
    bus.watch_name(NAME, owners.append)
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    with open_dbus_connection(configured.address) as other:
        other.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        qtbot.waitUntil(lambda: owners == [other.unique_name])
        answers: list[Answer] = []
        bus.call(Call(NAME, "/", NAME, "Do"), answers.append, 30)
        message = other.receive(timeout=5)
        assert message is not None
        configured.end()
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert answers[0].problem in {Problem.LOST, Problem.NO_SERVER}  # the bus may clear up before it goes
    qtbot.waitUntil(lambda: owners[-1] == "")
    assert ask(qtbot, bus, LIST_NAMES) == Answer(problem=Problem.NO_BUS)

    again = Daemon(tmp_path / "b2")
    Path(path).unlink(missing_ok=True)
    Path(path).symlink_to(again.address.removeprefix("unix:path=").split(",")[0])
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    with open_dbus_connection(again.address) as other:
        other.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        qtbot.waitUntil(lambda: owners[-1] == other.unique_name)
    bus.close()
    again.end()


def test_a_closed_bus_stays_closed(qtbot: QtBot, bus: SessionBus, other: DBusConnection) -> None:
    answers: list[Answer] = []
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    bus.call(Call(NAME, "/", NAME, "Do"), answers.append, 30)
    bus.close()
    bus.close()
    qtbot.waitUntil(lambda: answers == [Answer(problem=Problem.LOST)])
    assert ask(qtbot, bus, LIST_NAMES) == Answer(problem=Problem.NO_BUS)
    assert bus.pending == 0
    assert other.unique_name


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[socket.socket]:
    """A socket that takes connections and never says a word."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "silent"))
        listening.listen(1)
        yield listening


def test_a_bus_that_never_lets_us_in_is_none(qtbot: QtBot, silent: socket.socket) -> None:
    ticks = Ticks()
    bus = SessionBus([silent.getsockname()])
    assert ask(qtbot, bus, LIST_NAMES, LONG) == Answer(problem=Problem.NO_BUS)
    assert ticks.count > 10
    assert ticks.longest < LONG / 2
    bus.close()


def test_a_bus_with_no_time_for_anybody_is_none(qtbot: QtBot, silent: socket.socket) -> None:
    buses = [SessionBus([silent.getsockname()]) for _ in range(10)]  # more than may wait at its door
    assert ask(qtbot, buses[-1], LIST_NAMES, SHORT) == Answer(problem=Problem.NO_BUS)
    for bus in buses:
        bus.close()


@pytest.mark.parametrize("said", [b"REJECTED\r\n", b"x" * 10_000, b"OK 1234\r\nmore", b"\xff\r\n", b""])
def test_what_is_no_bus_is_none(qtbot: QtBot, silent: socket.socket, said: bytes) -> None:
    bus = SessionBus([silent.getsockname()])
    answers: list[Answer] = []
    bus.call(LIST_NAMES, answers.append, 30)
    taken, _ = silent.accept()
    taken.sendall(said)
    taken.close()
    qtbot.waitUntil(lambda: answers == [Answer(problem=Problem.NO_BUS)])
    bus.close()


def test_what_is_no_message_ends_the_conversation(qtbot: QtBot, silent: socket.socket) -> None:
    bus = SessionBus([silent.getsockname()])
    answers: list[Answer] = []
    bus.call(LIST_NAMES, answers.append, 30)
    taken, _ = silent.accept()
    taken.sendall(b"OK 1234\r\n")
    assert bus.pending == 1
    received = bytearray()
    taken.setblocking(False)

    def begun() -> bool:
        try:
            received.extend(taken.recv(65_536))
        except BlockingIOError:
            return False
        return b"ListNames" in received

    qtbot.waitUntil(begun)
    taken.setblocking(True)
    taken.sendall(b"no message " * 100)
    qtbot.waitUntil(lambda: answers == [Answer(problem=Problem.LOST)])
    taken.close()
    bus.close()


def test_a_bus_that_stops_taking_stops_nobody(qtbot: QtBot, daemon: Daemon, bus: SessionBus) -> None:
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    with open_dbus_connection(daemon.address) as asker:
        number = daemon.pid(asker)
    stopped = _Stopped(number)
    try:
        ticks = Ticks()
        answers: list[Answer] = []
        big = Call(*DAEMON, "NameHasOwner", "s", ("n" * 100_000,))
        for _ in range(50):
            bus.call(big, answers.append, LONG)
        assert answers == []
        qtbot.waitUntil(lambda: len(answers) == 50)
        problems = [answer.problem for answer in answers]
        assert set(problems) == {Problem.LATE, Problem.NO_BUS}, "some were taken, the others withdrawn"
        assert problems == sorted(problems, key=lambda problem: problem is Problem.NO_BUS)
        assert ticks.longest < LONG / 2
    finally:
        stopped.go_on()
    assert ask(qtbot, bus, LIST_NAMES).problem is None


class _Stopped:
    """A process that stands still."""

    def __init__(self, number: int) -> None:
        self._number = number
        os.kill(number, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self._number, signal.SIGCONT)


def test_messages_in_pieces_are_put_together(qtbot: QtBot, bus: SessionBus, other: DBusConnection) -> None:
    heard: list[Heard] = []
    bus.listen(heard.append, interface=NAME)
    assert ask(qtbot, bus, LIST_NAMES).problem is None
    text = "n" * 3_000_000
    for number in range(3):
        other.send(new_signal(DBusAddress("/", interface=NAME), "Rang", "us", (number, text)))
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert [one.body for one in heard] == [(number, text) for number in range(3)]


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, 0),
        ({"DBUS_SESSION_BUS_ADDRESS": ""}, 0),
        ({"DBUS_SESSION_BUS_ADDRESS": "nonsense"}, 0),
        ({"DBUS_SESSION_BUS_ADDRESS": "autolaunch:;unix:path=/a"}, 1),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a;unix:abstract=b,guid=1"}, 2),
        ({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"}, 0),
        ({"XDG_RUNTIME_DIR": "/nowhere"}, 0),
    ],
    ids=str,
)
def test_addresses(environment: dict[str, str], found: int) -> None:
    assert len(session_addresses(environment)) == found


def test_the_bus_of_the_login_session_is_found(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        assert session_addresses({"XDG_RUNTIME_DIR": str(tmp_path)}) == (str(tmp_path / "bus"),)
