"""What every alarm clock must do: the real one and the fake stand before the same tests."""

import queue
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from habitcoach.clock import clock_from
from habitcoach.ports import Alarms
from habitcoach.scheduler.alarms import AlarmClock
from tests.support.fake_alarms import FakeAlarms

SOON = timedelta(milliseconds=30)


class Rig(Protocol):
    """An alarm clock on a clock that a test can let run."""

    alarms: Alarms

    def now(self) -> datetime: ...
    def rung_until(self, last: str) -> list[str]:
        """Let time pass until `last` rings; return what rang since the last call, `last` included."""
        ...


class RealRig:
    def __init__(self) -> None:
        self._rung: queue.Queue[str] = queue.Queue()
        self._clock = clock_from({})
        self.clock = AlarmClock(self._rung.put, self._clock)
        self.alarms: Alarms = self.clock
        self.clock.start()

    def now(self) -> datetime:
        return self._clock.now()

    def rung_until(self, last: str) -> list[str]:
        keys = [self._rung.get(timeout=5)]
        while keys[-1] != last:
            keys.append(self._rung.get(timeout=5))
        return keys


class FakeRig:
    def __init__(self) -> None:
        self._rung: list[str] = []
        self._now = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
        self._fake = FakeAlarms(self._rung.append)
        self.alarms: Alarms = self._fake

    def now(self) -> datetime:
        return self._now

    def rung_until(self, last: str) -> list[str]:
        while last not in self._rung:
            due = self._fake.next_due()
            assert due is not None, f"{last} is not set"
            self._now = max(self._now, due)
            self._fake.ring_due(self._now)
        keys, self._rung[:] = list(self._rung), []
        return keys


@pytest.fixture(params=["real", "fake"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    if request.param == "fake":
        yield FakeRig()
    else:
        real = RealRig()
        yield real
        real.clock.stop()


def test_an_alarm_rings_its_key_not_before_its_instant(rig: Rig) -> None:
    due = rig.now() + SOON
    rig.alarms.set("habit:3", due)
    assert rig.rung_until("habit:3") == ["habit:3"]
    assert rig.now() >= due


def test_alarms_ring_in_the_order_of_their_instants(rig: Rig) -> None:
    start = rig.now() + 2 * SOON
    for place in (3, 1, 2):
        rig.alarms.set(f"habit:{place}", start + place * SOON)
    assert rig.rung_until("habit:3") == ["habit:1", "habit:2", "habit:3"]


def test_a_key_has_one_alarm_the_latest_set(rig: Rig) -> None:
    rig.alarms.set("habit:3", rig.now() + timedelta(days=1))
    rig.alarms.set("habit:3", rig.now() + SOON)
    rig.alarms.set("habit:4", rig.now() + SOON)
    rig.alarms.set("habit:4", rig.now() + timedelta(days=1))
    rig.alarms.set("end", rig.now() + 3 * SOON)
    assert rig.rung_until("end") == ["habit:3", "end"]


def test_an_alarm_rings_once(rig: Rig) -> None:
    rig.alarms.set("habit:3", rig.now())
    rig.alarms.set("end", rig.now() + 2 * SOON)
    assert rig.rung_until("end") == ["habit:3", "end"]
    rig.alarms.set("end", rig.now() + SOON)
    assert rig.rung_until("end") == ["end"]


def test_a_cancelled_alarm_stays_silent(rig: Rig) -> None:
    rig.alarms.set("habit:3", rig.now() + SOON)
    rig.alarms.cancel("habit:3")
    rig.alarms.set("end", rig.now() + 2 * SOON)
    assert rig.rung_until("end") == ["end"]


def test_cancelling_an_unknown_key_is_fine(rig: Rig) -> None:
    rig.alarms.cancel("habit:3")
    rig.alarms.set("habit:3", rig.now())
    assert rig.rung_until("habit:3") == ["habit:3"]
    rig.alarms.cancel("habit:3")


def test_a_past_instant_rings_at_once_however_long_past(rig: Rig) -> None:
    rig.alarms.set("habit:3", rig.now() - timedelta(days=400))
    assert rig.rung_until("habit:3") == ["habit:3"]


def test_a_key_that_rang_can_be_set_again(rig: Rig) -> None:
    for _ in range(5):
        rig.alarms.set("habit:3", rig.now() + SOON)
        assert rig.rung_until("habit:3") == ["habit:3"]


def test_keys_are_any_text(rig: Rig) -> None:
    for key in ("", "--help", "habit:3|2026-11-23/10:30", "💬" * 50):
        rig.alarms.set(key, rig.now())
        assert rig.rung_until(key) == [key]
