"""Shifts written out by the library and read back are the same shifts."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.imported_roster import ImportedDay
from habitcoach.core.roster import ShiftPattern, spans_midnight
from tests.interchange.producers import understood
from tests.support.thoroughness import examples

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata")
FIRST = date(2027, 3, 1)  # five weeks over most zones' change of clock
#: Starts that leave 15 hours between one shift and the next, and no wall time that a change of clock skips.
STARTS = st.times(min_value=time(9), max_value=time(15)).map(lambda one: one.replace(second=0, microsecond=0))


@st.composite
def shifts(draw: st.DrawFn) -> list[ImportedDay]:
    """Return five weeks of shifts with breaks and days off, each first and last date worked."""
    found = []
    for number in range(35):
        day = FIRST + timedelta(days=number)
        if 0 < number < 34 and draw(st.integers(0, 3)) == 0:
            found.append(ImportedDay(day))
            continue
        start = datetime.combine(day, draw(STARTS))
        minutes = draw(st.integers(60, 12 * 60))
        marks = sorted(draw(st.lists(st.integers(1, minutes - 1), max_size=4, unique=True)))
        pairs = [(begin, min(end, begin + 240)) for begin, end in zip(marks[::2], marks[1::2], strict=False)]
        pauses = tuple((_later(start, begin), _later(start, end)) for begin, end in pairs)
        name = draw(st.sampled_from(["Early", "Spät", "N, 2; x\\n", "🙂"]))
        found.append(ImportedDay(day, name, ShiftPattern(start.time(), _later(start, minutes), pauses)))
    return found


def _later(start: datetime, minutes: int) -> time:
    return (start + timedelta(minutes=minutes)).time()


def written(days: list[ImportedDay], zone: ZoneInfo, how: str) -> bytes:
    """Write shifts as a planner does; a break as an entry of its own."""
    calendar = icalendar.Calendar({"VERSION": "2.0", "PRODID": "-//test//EN"})
    for day in days:
        if day.pattern is None:
            continue
        calendar.add_component(_entry(day, day.name, day.pattern.start, day.pattern.end, zone, how))
        for begin, end in day.pattern.breaks:
            calendar.add_component(_entry(day, "Break", begin, end, zone, how))
    return bytes(calendar.to_ical())


def _entry(day: ImportedDay, name: str, start: time, end: time, zone: ZoneInfo, how: str) -> icalendar.Event:
    assert day.pattern is not None
    night = spans_midnight(day.pattern)
    moments = [
        datetime.combine(day.work_date + timedelta(days=night and wall < day.pattern.start), wall, zone)
        for wall in (start, end)
    ]
    if end == day.pattern.end and night:
        moments[1] = datetime.combine(day.work_date + timedelta(days=1), end, zone)
    if how == "utc":
        moments = [one.astimezone(ZoneInfo("UTC")) for one in moments]
    if how == "floating":
        moments = [one.replace(tzinfo=None) for one in moments]
    entry = icalendar.Event()
    entry.add("uid", f"{day.work_date}{name}{start}")
    entry.add("summary", name)
    entry.add("dtstart", moments[0])
    entry.add("dtend", moments[1])
    return entry


@pytest.mark.parametrize("how", ["zone", "utc", "floating"])
@settings(deadline=None, max_examples=examples(25))
@given(days=shifts(), zone=st.sampled_from(ZONES).map(ZoneInfo))
def test_what_was_written_is_read(how: str, days: list[ImportedDay], zone: ZoneInfo) -> None:
    found = understood(written(days, zone, how), zone, FIRST)
    assert list(found.days) == days
    assert found.left_out == 0
