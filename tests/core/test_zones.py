"""Wall times that do not exist or exist twice, zone by zone."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from habitcoach.core.occasions import occasions_on
from habitcoach.core.planner import came_due
from habitcoach.core.wall import date_exists, instant
from tests.support.habits import at, daily, habit, setting


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "02:30", "2026-03-29T01:30"),  # moved to 03:30
        ("Europe/Berlin", date(2026, 3, 29), "03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", date(2026, 10, 25), "02:30", "2026-10-25T00:30"),  # the first of two
        ("America/New_York", date(2026, 3, 8), "02:30", "2026-03-08T07:30"),
        ("America/New_York", date(2026, 11, 1), "01:30", "2026-11-01T05:30"),
        ("Australia/Lord_Howe", date(2026, 10, 4), "02:15", "2026-10-03T15:45"),  # a gap of 30 min
        ("Australia/Lord_Howe", date(2026, 4, 5), "01:45", "2026-04-04T14:45"),
        ("Africa/Casablanca", date(2026, 3, 22), "02:30", "2026-03-22T02:30"),  # Ramadan is over
        ("Africa/Casablanca", date(2026, 2, 15), "02:30", "2026-02-15T01:30"),
        ("Asia/Kolkata", date(2026, 3, 29), "02:30", "2026-03-28T21:00"),
        ("Pacific/Apia", date(2011, 12, 30), "10:00", "2011-12-30T20:00"),  # 10:00 on the 31st
        ("UTC", date(2026, 3, 29), "02:30", "2026-03-29T02:30"),
    ],
)
def test_a_wall_time_names_one_instant(zone: str, day: date, wall: str, expected: str) -> None:
    found = instant(day, time.fromisoformat(wall), ZoneInfo(zone))
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_apia_had_no_thirtieth_of_december_in_2011() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert [date_exists(date(2011, 12, day), apia) for day in (29, 30, 31)] == [True, False, True]


CHANGES = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Africa/Casablanca", date(2026, 2, 15)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("Asia/Kolkata", date(2026, 3, 29)),
    ("Pacific/Apia", date(2011, 12, 30)),
]


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_every_slot_comes_once_around_a_clock_change(zone: str, day: date) -> None:
    calendar = daily(None, ZoneInfo(zone))
    half_hours = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]
    one = habit(at(*half_hours, anyway=True), since=day - timedelta(days=3))
    days = [day + timedelta(days=n) for n in (-2, -1, 0, 1, 2)]
    found = [occasion for each in days for occasion in occasions_on(one, each, calendar)]
    slots = [occasion.slot for occasion in found]
    assert len(set(slots)) == len(slots)
    existing = [each for each in days if date_exists(each, calendar.zone)]
    assert len(slots) == 48 * len(existing)
    assert [occasion.due for occasion in found] == sorted(occasion.due for occasion in found)
    assert all(calendar.work_date(occasion.due) == occasion.work_date for occasion in found)
    assert all(occasion.closes > occasion.due for occasion in found)


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_half_past_two_comes_due_once_a_night_across_a_clock_change(zone: str, day: date) -> None:
    calendar = daily(None, ZoneInfo(zone))
    one = habit(at("02:30", anyway=True), since=day - timedelta(days=3))
    start = instant(day - timedelta(days=2), time(12), calendar.zone)
    days = sum(date_exists(day + timedelta(days=n), calendar.zone) for n in (-1, 0, 1))
    looks = [start + timedelta(minutes=30) * n for n in range(days * 48 + 1)]
    found = []
    for earlier, later in pairwise(looks):
        found += [occasion.slot for occasion in came_due(one, setting(calendar), earlier, later)]
    assert len(found) == len(set(found)) == days
