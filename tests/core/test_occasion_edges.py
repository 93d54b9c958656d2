"""Occasions at their edges: first and last instants of shifts, windows that touch, the third break."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import DutyChange, Lived
from habitcoach.core.occasions import occasions_on, slots_on
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.trigger import AroundShift, At, Every, ShiftAnchor, Trigger
from tests.support.habits import BERLIN, DAY, MONDAY, at, cycle, daily, habit, local

TUESDAY = MONDAY + timedelta(days=1)
THREE_BREAKS = ShiftPattern(
    time(8), time(17), ((time(10), time(10, 15)), (time(12), time(12, 30)), (time(15), time(15, 15)))
)


def windows(trigger: Trigger) -> list[tuple[str, str]]:
    """Return when the occasions of a day shift begin and end, in local time."""
    found = occasions_on(habit(trigger), MONDAY, daily(DAY))
    zone = daily(DAY).zone
    return [
        (f"{one.due.astimezone(zone):%d %H:%M}", f"{one.closes.astimezone(zone):%d %H:%M}") for one in found
    ]


def test_each_window_ends_where_the_next_begins() -> None:
    assert windows(at("10:00", "12:00", "15:00")) == [
        ("23 10:00", "23 12:00"),
        ("23 12:00", "23 15:00"),
        ("23 15:00", "23 17:00"),
    ]


def test_a_clock_time_at_the_start_of_a_shift_is_in_it_and_one_at_its_end_is_not() -> None:
    assert windows(at("09:00")) == [("23 09:00", "23 17:00")]
    assert windows(at("17:00", anyway=True)) == [("23 17:00", "24 04:00")]
    assert windows(AroundShift(ShiftAnchor.END)) == [("23 17:00", "24 04:00")]


def test_an_occasion_knows_its_habit() -> None:
    [one] = occasions_on(habit(at("10:30"), habit_id=7), MONDAY, daily(DAY))
    assert one.habit_id == 7


def test_slots_of_every_second_week_are_those_of_the_occasions() -> None:
    one = habit(At((time(10, 30),), weeks=2))
    for number in range(28):
        day = MONDAY + timedelta(days=number)
        expected = {f"{day}/10:30"} if number // 7 % 2 == 0 else set()
        assert slots_on(one, day, daily(DAY)) == expected
        assert {each.slot for each in occasions_on(one, day, daily(DAY))} == expected


def test_a_window_that_only_touches_a_shift_is_not_counted() -> None:
    round_the_clock = cycle(ShiftPattern(time(9), time(9)), None, None)
    found = occasions_on(habit(Every(60, time(6), time(9))), MONDAY, round_the_clock)
    assert [(one.slot, one.due) for one in found] == [
        (f"{MONDAY}/#{number}", local(TUESDAY, f"0{5 + number}:00")) for number in (1, 2, 3)
    ]
    assert windows(Every(60, time(17), time(19))) == []


def test_a_window_lies_in_the_zone_its_date_was_lived_in() -> None:
    new_york = ZoneInfo("America/New_York")
    lived = Lived(new_york, timedelta(hours=-5), local(TUESDAY, "04:00", new_york))
    calendar = Calendar(BERLIN, changes=[DutyChange(MONDAY, "", DAY, lived=lived)])
    every = Every(60, time(10), time(12))
    found = occasions_on(habit(every), MONDAY, calendar)
    assert [one.due for one in found] == [local(MONDAY, "10:00", new_york), local(MONDAY, "11:00", new_york)]
    [clock] = occasions_on(habit(at("10:30")), MONDAY, calendar)
    assert clock.due == local(MONDAY, "10:30", new_york)
    assert [one.due for one in occasions_on(habit(every), TUESDAY, calendar)][:1] == [local(TUESDAY, "10:00")]


def test_a_time_within_a_shift_is_that_shifts_however_long_the_day_before_was_lived() -> None:
    monday = DutyChange(MONDAY, "", DAY, lived=Lived(BERLIN, timedelta(hours=1), local(TUESDAY, "04:00")))
    brought_forward = DutyChange(TUESDAY, "", ShiftPattern(time(3), time(11)))
    calendar = Calendar(BERLIN, changes=[monday, brought_forward])
    assert calendar.work_date(local(TUESDAY, "03:30")) == MONDAY
    [one] = occasions_on(habit(at("03:30")), TUESDAY, calendar)
    assert one.due == local(TUESDAY, "03:30")


def test_the_last_of_three_breaks_and_each_by_number() -> None:
    found = {
        nth: [one.slot for one in occasions_on(habit(trigger), MONDAY, daily(THREE_BREAKS))]
        for nth in (-1, 1, 2, 3, None)
        for trigger in [AroundShift(ShiftAnchor.AFTER_BREAK, 5, nth)]
    }
    places = [f"{MONDAY}/break{number}+5" for number in (1, 2, 3)]
    assert found == {-1: places[2:], 1: places[:1], 2: places[1:2], 3: places[2:], None: places}


def test_what_is_remembered_of_wall_times_is_of_their_calendar_and_date() -> None:
    one, other = habit(at("10:30", "16:30")), habit(at("10:30", "16:30"), habit_id=8)
    short = ShiftPattern(time(8), time(12))
    for _ in range(2):
        for day in (MONDAY, TUESDAY):
            for pattern, last in ((DAY, "16:30"), (short, "10:30")):
                found = occasions_on(one, day, daily(pattern))
                assert found[-1].slot == f"{day}/{last}"
                assert found[-1].closes == daily(pattern).meant_for(day).end  # type: ignore[union-attr]
                alike = occasions_on(other, day, daily(pattern))
                assert [replace(each, habit_id=one.id) for each in alike] == list(found)
