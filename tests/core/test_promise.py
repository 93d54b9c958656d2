"""The rules of promises: when they are prompted, what an answer comes to, and which instant a time means."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.entry import EntryKind
from habitcoach.core.promise import (
    EARLY,
    GRACE,
    WAITS,
    Promise,
    PromiseAnswer,
    PromiseId,
    counted,
    in_time,
    moments_of,
    next_instant,
    on_duty_instead,
    place_of,
    promise_of,
    promise_subject,
)
from tests.support.any_habit import CHANGING, walls
from tests.support.habits import BERLIN, MONDAY, NIGHT, daily, local, office

DUE = local(MONDAY, "15:40")
MADE = local(MONDAY, "09:00")
ZONES = sorted({name for name, _ in CHANGING})
MINUTE = timedelta(minutes=1)


def promise(due: datetime = DUE, set_at: datetime = MADE) -> Promise:
    return Promise(PromiseId(7), MADE, set_at, due, place_of(due, BERLIN), MONDAY)


# ---- what an answer comes to


@pytest.mark.parametrize(
    ("answer", "minutes", "expected"),
    [
        (PromiseAnswer.KEEP, -30, (EntryKind.DONE, 1, 1)),
        (PromiseAnswer.KEEP, 0, (EntryKind.DONE, 1, 1)),
        (PromiseAnswer.KEEP, 10, (EntryKind.DONE, 1, 1)),
        (PromiseAnswer.KEEP, 11, (EntryKind.OPPORTUNITY, 0, 1)),
        (PromiseAnswer.RETIME, -1, (EntryKind.DONE, 1, 1)),
        (PromiseAnswer.RETIME, 0, (EntryKind.OPPORTUNITY, 0, 1)),
        (PromiseAnswer.DROP, -1, (EntryKind.OPPORTUNITY, 0, 0)),
        (PromiseAnswer.DROP, 0, (EntryKind.OPPORTUNITY, 0, 1)),
    ],
)
def test_what_an_answer_comes_to(
    answer: PromiseAnswer, minutes: int, expected: tuple[EntryKind, int, int]
) -> None:
    found = counted(promise(), answer, DUE + minutes * MINUTE)
    assert (found.kind, found.hits, found.of) == expected


@given(st.sampled_from(PromiseAnswer), st.integers(-10_000, 10_000))
def test_an_answer_never_counts_for_more_than_one(answer: PromiseAnswer, seconds: int) -> None:
    found = counted(promise(), answer, DUE + timedelta(seconds=seconds))
    assert 0 <= found.hits <= found.of <= 1
    assert (found.kind is EntryKind.DONE) == (found.hits == 1)


@given(st.integers(-10_000, 10_000))
def test_kept_in_time_ends_with_the_grace(seconds: int) -> None:
    assert in_time(promise(), DUE + timedelta(seconds=seconds)) == (timedelta(seconds=seconds) <= GRACE)


# ---- when it is prompted


def test_it_is_prompted_ten_minutes_before_and_on_time() -> None:
    early, due = moments_of(promise(), office())
    assert (early.slot, early.due, early.closes) == ("2026-11-23T15:40/early", DUE - EARLY, DUE)
    assert (due.slot, due.due) == ("2026-11-23T15:40/due", DUE)
    assert due.closes == local(MONDAY + timedelta(days=1), "04:00")


def test_where_the_work_date_ends_at_once_it_still_waits_for_half_an_hour() -> None:
    late = local(MONDAY + timedelta(days=1), "03:55")
    [_, due] = moments_of(promise(late), office())
    assert due.closes == late + WAITS


@given(st.integers(0, 60 * 60))
def test_the_early_prompt_is_left_out_when_it_would_come_at_once(seconds: int) -> None:
    set_at = DUE - timedelta(seconds=seconds)
    slots = [one.slot.partition("/")[2] for one in moments_of(promise(set_at=set_at), office())]
    assert slots == (["early", "due"] if set_at < DUE - EARLY else ["due"])


@given(st.sampled_from(ZONES), st.integers(0, 365 * 24 * 60))
def test_prompts_follow_each_other_and_their_windows_touch(zone: str, minutes: int) -> None:
    place = ZoneInfo(zone)
    due = datetime(2026, 1, 1, tzinfo=UTC) + minutes * MINUTE
    calendar = Calendar(place)
    one = replace(promise(due, due - timedelta(days=1)), work_date=calendar.work_date(due))
    early, at_time = moments_of(one, calendar)
    assert early.due < early.closes == at_time.due < at_time.closes
    assert early.slot != at_time.slot


# ---- which instant a time means


@pytest.mark.parametrize(
    ("zone", "now", "wall", "expected"),
    [
        ("Europe/Berlin", "2026-11-23T09:00+01:00", "15:40", "2026-11-23T15:40+01:00"),
        ("Europe/Berlin", "2026-11-23T15:40+01:00", "15:40", "2026-11-24T15:40+01:00"),
        ("Europe/Berlin", "2026-11-23T15:40:30+01:00", "15:40", "2026-11-24T15:40+01:00"),
        ("Europe/Berlin", "2026-11-23T23:50+01:00", "00:10", "2026-11-24T00:10+01:00"),
        # left out in spring: later by the gap; twice in autumn: the next of both
        ("Europe/Berlin", "2026-03-29T00:30+01:00", "02:30", "2026-03-29T03:30+02:00"),
        ("Europe/Berlin", "2026-03-29T04:00+02:00", "02:30", "2026-03-30T02:30+02:00"),
        ("Europe/Berlin", "2026-10-25T01:00+02:00", "02:30", "2026-10-25T02:30+02:00"),
        ("Europe/Berlin", "2026-10-25T02:40+02:00", "02:30", "2026-10-25T02:30+01:00"),
        ("Europe/Berlin", "2026-10-25T02:40+01:00", "02:30", "2026-10-26T02:30+01:00"),
        ("America/New_York", "2026-11-01T01:45-04:00", "01:30", "2026-11-01T01:30-05:00"),
        ("Australia/Lord_Howe", "2026-04-05T01:50+11:00", "01:45", "2026-04-05T01:45+10:30"),
        ("Asia/Kolkata", "2026-03-29T12:00+05:30", "11:00", "2026-03-30T11:00+05:30"),
        # a day that never was
        ("Pacific/Apia", "2011-12-29T15:00-10:00", "12:00", "2011-12-31T12:00+14:00"),
    ],
)
def test_the_next_time_clocks_show_it(zone: str, now: str, wall: str, expected: str) -> None:
    found = next_instant(time.fromisoformat(wall), datetime.fromisoformat(now), ZoneInfo(zone))
    assert found == datetime.fromisoformat(expected)


@given(st.sampled_from(CHANGING), walls, st.integers(-3 * 24 * 60, 3 * 24 * 60))
def test_it_lies_ahead_and_no_earlier_one_does(change: tuple[str, date], wall: time, minutes: int) -> None:
    zone, day = ZoneInfo(change[0]), change[1]
    now = datetime(day.year, day.month, day.day, tzinfo=UTC) + minutes * MINUTE
    found = next_instant(wall, now, zone)
    assert now < found <= now + timedelta(hours=49)
    between = (now + number * MINUTE for number in range(1, (found - now) // MINUTE))
    assert all(one.astimezone(zone).time() != wall for one in between)


def test_a_place_is_the_local_minute() -> None:
    assert place_of(DUE, BERLIN) == "2026-11-23T15:40"
    assert place_of(DUE, ZoneInfo("America/New_York")) == "2026-11-23T09:40"


# ---- off duty, and names


def test_off_duty_the_next_shift_is_offered() -> None:
    assert on_duty_instead(local(MONDAY, "19:00"), office()) == local(MONDAY + timedelta(days=1), "09:10")
    assert on_duty_instead(local(MONDAY, "10:00"), daily(NIGHT)) == local(MONDAY, "22:10")


def test_without_a_shift_ahead_nothing_is_offered() -> None:
    assert on_duty_instead(DUE, daily(None)) is None


def test_a_subject_names_its_promise() -> None:
    assert promise_subject(PromiseId(7)) == "promise:7"
    assert promise_of("promise:7") == 7
    assert promise_of("habit:7") is None
