"""Dates that have passed stay what they were, where they were lived."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from habitcoach.coaching.duty import span_of
from habitcoach.core.duty import DutyChange, Lived
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.habits import BERLIN, MONDAY, NIGHT, at, local
from tests.support.workplace import Workplace

NEW_YORK = ZoneInfo("America/New_York")
TUESDAY = MONDAY + timedelta(days=1)
WEDNESDAY = MONDAY + timedelta(days=2)
LATE = ShiftPattern(time(13), time(21))


def outcomes(place: Workplace, habit: Habit) -> dict[date, Outcome]:
    periods = place.coach.standings.of(place.coach.agenda(), habit).periods
    return {one.period.start: one.outcome for one in periods}


def record(place: Workplace, day: date) -> DutyChange:
    found = place.store.duty().on(day)
    assert found is not None
    return found


def test_a_date_that_passed_is_written_down_with_its_zone(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("08:00", TUESDAY)
    assert record(workplace, MONDAY) == DutyChange(
        MONDAY,
        "",
        ShiftPattern(time(9), time(17)),
        changed=False,
        lived=Lived(BERLIN, timedelta(hours=1), local(TUESDAY, "04:00")),
        seen=True,
    )
    assert workplace.store.duty().on(TUESDAY) is None


def test_the_app_sees_a_shift_while_it_runs_and_writes_that_once(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    assert workplace.store.duty().seen == frozenset()
    workplace.go_to("09:00")
    assert workplace.store.duty().seen == {MONDAY}
    kept = workplace.store.duty()
    workplace.go_to("16:00")
    assert workplace.store.duty() is kept


def test_running_only_before_a_shift_is_not_being_there(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "18:00")
    workplace.open()
    workplace.start()
    workplace.go_to("23:00")
    assert workplace.store.duty().seen == frozenset()


def test_a_home_without_habits_has_nothing_to_write_down(workplace: Workplace) -> None:
    workplace.go_to("08:00", WEDNESDAY)
    assert {one.work_date for one in workplace.store.duty()} == {MONDAY, TUESDAY}  # seen
    assert all(one.lived is None for one in workplace.store.duty())


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
)
def test_a_flight_moves_no_shift_that_was_lived(workplace: Workplace, zone: str) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)
    workplace.go_to("03:59", WEDNESDAY)
    workplace.go_to("04:01", WEDNESDAY)
    before = outcomes(workplace, habit)
    workplace.clock.place = ZoneInfo(zone)
    workplace.cueing.look()
    after = outcomes(workplace, habit)
    assert {day: after[day] for day in (MONDAY, TUESDAY)} == {day: before[day] for day in (MONDAY, TUESDAY)}
    shift = workplace.coach.agenda().calendar.shift_on(TUESDAY)
    assert shift is not None
    assert (shift.start, shift.end) == (local(TUESDAY, "09:00"), local(TUESDAY, "17:00"))


def test_the_day_that_ran_on_landing_was_lived_where_it_began(workplace: Workplace) -> None:
    workplace.clock.place = NEW_YORK
    workplace.add(at("10:30"))
    workplace.cueing.look()
    workplace.go_on(local(TUESDAY, "23:00", NEW_YORK) - workplace.clock.now())
    assert workplace.coach.agenda().today == TUESDAY
    workplace.clock.place = BERLIN  # 05:00 on Wednesday there
    shown = workplace.coach.agenda()
    assert shown.calendar.zone_on(TUESDAY) == NEW_YORK
    workplace.cueing.look()
    lived = record(workplace, TUESDAY).lived
    assert lived is not None
    assert str(lived.zone) == "America/New_York"
    agenda = workplace.coach.agenda()
    assert (agenda.today, agenda.calendar.zone_on(WEDNESDAY)) == (shown.today, BERLIN)
    workplace.go_to("09:30", WEDNESDAY)
    assert workplace.coach.agenda().today == WEDNESDAY


def test_a_zone_without_a_known_name_is_lived_by_its_offset(workplace: Workplace) -> None:
    with Path("/usr/share/zoneinfo/Asia/Kolkata").open("rb") as file:
        nameless = ZoneInfo.from_file(file, key="localtime-here")
    workplace.clock.place = nameless
    workplace.cueing.look()
    workplace.add(at("10:30"))
    workplace.go_to("12:00", WEDNESDAY)
    kept = workplace.store.duty()
    workplace.go_to("12:30", WEDNESDAY)
    workplace.cueing.look()
    assert workplace.store.duty() is kept
    workplace.restart()
    workplace.clock.place = BERLIN
    workplace.cueing.look()
    shift = workplace.coach.agenda().calendar.shift_on(MONDAY)
    assert shift is not None
    assert shift.start == datetime(2026, 11, 23, 3, 30, tzinfo=UTC)


def test_rules_of_a_zone_that_change_later_move_nothing(workplace: Workplace) -> None:
    wrong = Lived(BERLIN, timedelta(hours=2), local(TUESDAY, "04:00"))  # as if there had been summer time
    workplace.store.put_duty(DutyChange(MONDAY, "", LATE, changed=False, lived=wrong))
    shift = workplace.coach.agenda().calendar.shift_on(MONDAY)
    assert shift is not None
    assert shift.start == datetime(2026, 11, 23, 11, tzinfo=UTC)


def test_a_later_roster_leaves_the_past_and_an_earlier_one_corrects_it(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("08:00", WEDNESDAY)
    calendar = workplace.coach.agenda().calendar
    workplace.coach.duty.set_roster(Roster(WEDNESDAY, WEDNESDAY, {"Late": LATE}, ("Late",)))
    later = workplace.coach.agenda().calendar
    assert [later.plan_on(day) for day in (MONDAY, TUESDAY)] == [calendar.plan_on(MONDAY)] * 2
    workplace.coach.duty.move_shift(MONDAY, "08:00-16:00")
    workplace.coach.duty.set_roster(Roster(MONDAY, MONDAY, {"Night": NIGHT}, ("Night", "Night", None)))
    assert record(workplace, MONDAY).pattern == ShiftPattern(time(8), time(16))  # said by hand
    assert (record(workplace, TUESDAY).name, record(workplace, TUESDAY).pattern) == ("Night", NIGHT)
    assert record(workplace, TUESDAY).lived is not None
    assert record(workplace, TUESDAY).seen
    assert later.plan_on(WEDNESDAY)[0] == "Late"


def test_a_past_date_can_be_corrected_by_hand(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("08:00", WEDNESDAY)
    workplace.clock.place = NEW_YORK
    workplace.cueing.look()
    assert outcomes(workplace, habit)[TUESDAY] is Outcome.MISSED
    workplace.coach.duty.move_shift(TUESDAY, "13:00-21:00")  # no cue at 10:30 then
    assert outcomes(workplace, habit)[TUESDAY] is Outcome.NEUTRAL
    shift = workplace.coach.agenda().calendar.shift_on(TUESDAY)
    assert shift is not None
    assert shift.start == local(TUESDAY, "13:00")  # in Berlin, where it was lived
    workplace.coach.duty.move_shift(TUESDAY, "default")
    assert outcomes(workplace, habit)[TUESDAY] is Outcome.MISSED
    workplace.coach.duty.take_off(span_of("2026-11-24"), "leave")
    assert outcomes(workplace, habit)[TUESDAY] is Outcome.NEUTRAL
    workplace.coach.duty.work_again(span_of("2026-11-24"))
    found = record(workplace, TUESDAY)
    assert (found.changed, found.reason, found.seen) == (False, "", True)
    assert outcomes(workplace, habit)[TUESDAY] is Outcome.MISSED


def test_another_start_of_the_day_holds_from_now_on(workplace: Workplace) -> None:
    habit = workplace.add(at("03:30", anyway=True))
    workplace.go_to("05:00", WEDNESDAY)
    before = outcomes(workplace, habit)
    entry = workplace.done(habit, at=local(TUESDAY, "03:30"))
    assert entry.work_date == MONDAY
    workplace.undo()
    workplace.coach.settings.choose("day_start", "03:00")
    after = outcomes(workplace, habit)
    assert {day: after[day] for day in (MONDAY, TUESDAY)} == {day: before[day] for day in (MONDAY, TUESDAY)}
    assert workplace.coach.agenda().calendar.work_date(local(TUESDAY, "03:30")) == MONDAY
    assert workplace.coach.agenda().calendar.work_date(local(WEDNESDAY + timedelta(days=1), "03:30")) == (
        WEDNESDAY + timedelta(days=1)
    )


def test_a_wall_time_is_the_one_of_where_it_was_lived(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "20:00", anyway=True))
    workplace.go_to("08:00", TUESDAY)
    workplace.clock.place = NEW_YORK
    workplace.cueing.look()
    agenda = workplace.coach.agenda()
    assert [one.due for one in agenda.occasions(habit, MONDAY)] == [
        local(MONDAY, "10:30"),
        local(MONDAY, "20:00"),
    ]
