"""The heartbeat: what surprises it and what does not. Times in seconds."""

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from habitcoach.clock import clock_from
from habitcoach.scheduler.heartbeat import ClockStep, Heartbeat, Reading, WokeUp, ZoneChange

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
START = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)


def reading(wall: float, monotonic: float, zone: tzinfo = BERLIN, *, runs: bool = True) -> Reading:
    return Reading(START + timedelta(seconds=wall), 1000.0 + monotonic, zone, runs)


@pytest.fixture
def heartbeat() -> Heartbeat:
    return Heartbeat(reading(0, 0), interval=30)


def test_an_even_beat_surprises_nobody(heartbeat: Heartbeat) -> None:
    for beat in range(1, 100):
        late = 0.4 * (beat % 3)
        assert heartbeat.beat(reading(30 * beat + late + 0.3, 30 * beat + late)) == ()


def test_beats_between_the_timers_are_welcome(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(2, 2)) == ()
    assert heartbeat.beat(reading(30, 30)) == ()


@pytest.mark.parametrize("step", [3600.0, 1.5, -1.5, -86_400.0])
def test_a_step_of_the_clock_is_told_once_with_its_size(heartbeat: Heartbeat, step: float) -> None:
    assert heartbeat.beat(reading(30 + step, 30)) == (ClockStep(step),)
    assert heartbeat.beat(reading(60 + step, 60)) == ()


def test_suspend_shows_as_a_step_ahead_since_the_monotonic_clock_stood(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(8 * 3600, 30)) == (ClockStep(8 * 3600 - 30.0),)


def test_sleep_or_a_stall_that_both_clocks_count_is_a_late_beat(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(3600, 3600)) == (WokeUp(3570.0),)
    assert heartbeat.beat(reading(3630, 3630)) == ()


def test_a_beat_late_by_less_than_another_is_no_stall(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(60, 60)) == ()
    assert heartbeat.beat(reading(121, 121)) == (WokeUp(31.0),)


def test_slow_drift_adds_up_until_it_matters(heartbeat: Heartbeat) -> None:
    found = [heartbeat.beat(reading(30.015 * beat, 30 * beat)) for beat in range(1, 141)]
    steps = [surprise for surprises in found for surprise in surprises]
    assert [type(step) for step in steps] == [ClockStep, ClockStep]
    assert all(isinstance(step, ClockStep) and 1 < step.seconds < 1.02 for step in steps)


def test_another_zone_is_told_once(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(30, 30, TOKYO)) == (ZoneChange(BERLIN, TOKYO),)
    assert heartbeat.beat(reading(60, 60, TOKYO)) == ()


def test_a_zone_and_a_step_may_come_together(heartbeat: Heartbeat) -> None:
    assert heartbeat.beat(reading(-570, 30, TOKYO)) == (ClockStep(-600.0), ZoneChange(BERLIN, TOKYO))


def test_a_frozen_clock_does_not_fall_behind() -> None:
    heartbeat = Heartbeat(reading(0, 0, runs=False), interval=30)
    assert heartbeat.beat(reading(0, 30, runs=False)) == ()
    assert heartbeat.beat(reading(600, 60, runs=False)) == (ClockStep(600.0),)
    assert heartbeat.beat(reading(600, 90, runs=False)) == ()


def test_that_a_clock_starts_or_stops_running_is_a_surprise_of_its_own() -> None:
    heartbeat = Heartbeat(reading(0, 0, runs=False), interval=30)
    assert heartbeat.beat(reading(0, 10)) == (ClockStep(0.0),)
    assert heartbeat.beat(reading(20, 30)) == ()
    assert heartbeat.beat(reading(30, 40, runs=False)) == (ClockStep(0.0),)


def test_a_reading_is_taken_from_a_clock(tmp_path: Path) -> None:
    now_file = tmp_path / "now"
    now_file.write_text(f"{START.isoformat()} Europe/Berlin")
    clock = clock_from({"HABITCOACH_NOW": f"@{now_file}"})
    first = Reading.of(clock)
    assert (first.now, first.zone, first.runs) == (START, BERLIN, False)
    heartbeat = Heartbeat(first, interval=30)
    assert heartbeat.beat(Reading.of(clock)) == ()
    now_file.write_text(f"{(START + timedelta(hours=1)).isoformat()} Asia/Tokyo")
    assert heartbeat.beat(Reading.of(clock)) == (ClockStep(3600.0), ZoneChange(BERLIN, TOKYO))
