"""Judging with patterns and fractions remembered comes to the same as judging every day by itself."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.attendance import Attendance
from habitcoach.core.following import DoneTime
from habitcoach.core.habit import HabitId
from habitcoach.core.judging import Setting, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.occasions import slots_on
from tests.support.any_habit import any_calendar, any_habit, any_log, any_pauses, any_time
from tests.support.slow_judging import judge_slowly
from tests.support.thoroughness import examples


@given(st.data())
@settings(max_examples=examples(300), deadline=None)
def test_any_life_is_judged_as_day_by_day(data: st.DataObject) -> None:
    zone, first = data.draw(any_time())
    calendar = data.draw(any_calendar(zone, first))
    one = data.draw(any_habit(first))

    def done(_: HabitId, day: date) -> tuple[DoneTime, ...]:
        shift = calendar.shift_on(day)
        return () if shift is None else (DoneTime(day.day % 2 + 1, shift.middle),)

    days = [first + timedelta(days=n) for n in range(41)]
    attendance = Attendance(data.draw(st.sampled_from(days)), data.draw(st.frozensets(st.sampled_from(days))))
    week_start = data.draw(st.integers(1, 7))
    around = Setting(calendar, data.draw(any_pauses(first)), week_start, done, attendance)
    slots = {day: sorted(slots_on(one, day, calendar, around.week_start, around.done_times)) for day in days}
    logs = by_date(data.draw(any_log(first, slots)))
    now = calendar.end_of(days[data.draw(st.integers(0, 40))]) - timedelta(minutes=1)
    assert judge(one, logs, around, now) == judge_slowly(one, logs, around, now)
