"""Patterns taken over from date to date give the very slots that every date's own reckoning gives."""

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.due_slots import DueSlots
from habitcoach.core.following import DoneTime
from habitcoach.core.habit import HabitId
from habitcoach.core.occasions import slots_on
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.any_habit import any_calendar, any_habit, any_time
from tests.support.habits import BERLIN, DAY, MONDAY, at, daily, habit
from tests.support.thoroughness import examples


@given(st.data())
@settings(max_examples=examples(250), deadline=None)
def test_the_slots_of_every_date_are_those_of_its_own_reckoning(data: st.DataObject) -> None:
    zone, first = data.draw(any_time())
    calendar = data.draw(any_calendar(zone, first))
    one = data.draw(any_habit(first))
    week_start = data.draw(st.integers(1, 7))

    def done(_: HabitId, day: date) -> tuple[DoneTime, ...]:
        shift = calendar.shift_on(day)
        return () if shift is None else (DoneTime(day.day, shift.middle),)

    due = DueSlots(one, calendar, week_start, done)
    for number in range(-2, 45):
        day = first + timedelta(days=number)
        expected = slots_on(one, day, calendar, week_start, done)
        assert due.on(day) == expected
        assert due.count(day) == len(expected)


def test_dates_with_the_same_layout_share_a_number_and_dates_near_a_clock_change_have_none() -> None:
    calendar = daily(DAY)
    numbers = {calendar.near.on(MONDAY + timedelta(days=n)) for n in range(30)}
    assert len(numbers) == 1
    assert None not in numbers
    assert calendar.near.on(date(2026, 10, 24)) is None
    assert calendar.far.on(date(2026, 10, 20)) is None
    assert calendar.near.on(date(2026, 10, 20)) is not None


def test_a_pattern_is_worked_out_once() -> None:
    calendar = daily(DAY)
    due = DueSlots(habit(at("10:30"), since=MONDAY), calendar)
    assert due.on(MONDAY) == {"2026-11-23/10:30"}
    assert due.on(MONDAY + timedelta(days=1)) == {"2026-11-24/10:30"}
    assert due.on(MONDAY - timedelta(days=1)) == set()


def test_a_shift_two_days_before_can_push_a_time_to_another_work_date() -> None:
    long = ShiftPattern(time(23, 30), time(23))
    roster = Roster(date.min, MONDAY, {"Long": long}, ("Long", None, None, None, None))
    calendar = Calendar(BERLIN, (roster,), day_start=time())
    one = habit(at("01:00", anyway=True), since=MONDAY)
    due = DueSlots(one, calendar)
    days = [MONDAY + timedelta(days=n) for n in range(20)]
    found = [due.on(day) for day in days]
    assert found == [slots_on(one, day, calendar) for day in days]
    assert len({len(slots) for slots in found}) > 1
