"""Time passing: an even beat, a jump seen by the clocks, a word from logind, a clock set by a file."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from jeepney import DBusAddress, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from habitcoach.app import time_passing
from habitcoach.app.time_passing import TimePassing
from habitcoach.bus import SessionBus
from habitcoach.clock import AppClock, clock_from
from habitcoach.scheduler.heartbeat import ClockStep, Surprise
from tests.desktop.coach import plain_env
from tests.desktop.session_bus import session_bus

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", bus_name=LOGIND, interface=f"{LOGIND}.Manager")


class Watched:
    """What was told of the time."""

    def __init__(self, clock: AppClock, bus: SessionBus) -> None:
        self.beats = 0
        self.jumps: list[tuple[Surprise, ...]] = []
        self.passing = TimePassing(clock, bus)
        self.passing.beaten.connect(self._beat)
        self.passing.jumped.connect(self.jumps.append)

    def _beat(self) -> None:
        self.beats += 1

    @property
    def steps(self) -> list[int]:
        """The hours by which the clock was found to have stepped."""
        every = [one for jump in self.jumps for one in jump if isinstance(one, ClockStep)]
        return [round(one.seconds / 3600) for one in every]


@pytest.fixture
def no_bus(qtbot: QtBot) -> Iterator[SessionBus]:
    del qtbot
    bus = SessionBus([])
    yield bus
    bus.close()


def test_an_even_beat_is_told_as_such(
    no_bus: SessionBus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_passing, "HEARTBEAT_SECONDS", 1)
    watched = Watched(clock_from({}), no_bus)
    watched.passing.start()
    qtbot.waitUntil(lambda: watched.beats > 0)
    watched.passing.stop()
    assert watched.steps == []


class SteppingClock:
    """The machine's clock, put ahead by hand."""

    is_set, runs, watched_file = False, True, None

    def __init__(self) -> None:
        self._real = clock_from({"TZ": "Europe/Berlin"})
        self.ahead = timedelta()
        self.reread_times = 0
        self.zone, self.monotonic = self._real.zone, self._real.monotonic

    def now(self) -> datetime:
        return self._real.now() + self.ahead

    def real_instant(self, due: datetime) -> datetime | None:
        return due - self.ahead

    def reread(self) -> None:
        self.reread_times += 1


def test_a_beat_notices_a_clock_that_was_set(
    no_bus: SessionBus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_passing, "HEARTBEAT_SECONDS", 1)
    clock = SteppingClock()
    watched = Watched(clock, no_bus)
    watched.passing.start()
    clock.ahead = timedelta(hours=-1)
    qtbot.waitUntil(lambda: watched.steps == [-1])
    watched.passing.stop()
    assert clock.reread_times == 1


def test_logind_tells_of_waking_before_the_next_beat(tmp_path: Path, qtbot: QtBot) -> None:
    with session_bus(tmp_path / "b", plain_env(tmp_path)) as address:
        bus = SessionBus.connect_system({"DBUS_SYSTEM_BUS_ADDRESS": address})
        clock = SteppingClock()
        watched = Watched(clock, bus)
        with open_dbus_connection(address) as logind:
            logind.send_and_get_reply(message_bus.RequestName(LOGIND), timeout=5)
            clock.ahead = timedelta(hours=8)

            def resume() -> bool:
                logind.send(new_signal(MANAGER, "PrepareForSleep", "b", (False,)))
                return bool(watched.jumps)

            qtbot.waitUntil(resume)
        bus.close()
    assert watched.steps == [8]


def test_a_file_that_sets_the_clock_is_a_jump_at_once(
    no_bus: SessionBus, qtbot: QtBot, tmp_path: Path
) -> None:
    now = tmp_path / "now"
    now.write_text(f"{datetime(2026, 11, 23, 9, tzinfo=UTC).isoformat()}")
    watched = Watched(clock_from({"HABITCOACH_NOW": f"@{now}"}), no_bus)
    now.write_text(f"{datetime(2026, 11, 26, 9, tzinfo=UTC).isoformat()}")
    qtbot.waitUntil(lambda: watched.steps == [72])
    watched.passing.stop()
