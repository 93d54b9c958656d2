"""The count of jumps that the doctor tells of."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from habitcoach.scheduler.heartbeat import ClockStep, Surprise, WokeUp, ZoneChange
from habitcoach.scheduler.jumps import ClockJumps

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MOVE = ZoneChange(ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo"))


@pytest.mark.parametrize(
    ("surprises", "seconds", "zone"),
    [
        ([ClockStep(3600.4)], 3600, ""),
        ([MOVE], 0, "Asia/Tokyo"),
        ([ClockStep(-60.0), MOVE], -60, "Asia/Tokyo"),
    ],
)
def test_a_jump_is_counted_once_with_its_size(surprises: list[Surprise], seconds: int, zone: str) -> None:
    before = ClockJumps(2)
    seen = before.with_seen(surprises, NOW)
    assert seen == ClockJumps(3, "2026-11-23T09:30:00+00:00", seconds, zone)
    assert ClockJumps.of_text(seen.text) == seen


def test_a_stall_is_no_jump() -> None:
    before = ClockJumps(2, "then", 5)
    assert before.with_seen([WokeUp(90.0)], NOW) is before


@pytest.mark.parametrize("text", [None, "", "no json", "[]", '{"unheard": 1}'])
def test_what_cannot_be_read_is_nothing_seen(text: str | None) -> None:
    assert ClockJumps.of_text(text) == ClockJumps()
