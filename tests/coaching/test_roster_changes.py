"""Shifts edited, and days off listed."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from habitcoach.coaching.days_off import DaysOff, days_off
from habitcoach.coaching.roster_changes import TypedShift, faults_in_shifts, roster_with, typed_shifts
from habitcoach.coaching.settings_view import settings_view
from habitcoach.core.errors import InputError
from habitcoach.core.roster import DEFAULT_ROSTER, Roster, ShiftPattern
from tests.support.habits import MONDAY, at
from tests.support.workplace import Workplace

EARLY = ShiftPattern(time(8), time(16), ((time(12), time(12, 30)),))
NIGHT = ShiftPattern(time(22), time(6))
ROSTER = Roster(MONDAY, MONDAY, {"Early": EARLY, "Night": NIGHT}, ("Early", "Night", None))
FRIDAY = MONDAY + timedelta(days=4)


def test_a_roster_comes_through_the_dialog_as_it_was() -> None:
    assert roster_with(ROSTER, typed_shifts(ROSTER), MONDAY) == ROSTER


def test_days_follow_a_shift_that_is_renamed_and_lose_one_that_is_gone() -> None:
    early, _ = typed_shifts(ROSTER)
    late = TypedShift("Late", time(13), time(21))
    found = roster_with(ROSTER, [replace(early, name=" Morning  shift ", end=time(15)), late], FRIDAY)
    assert found.from_date == FRIDAY
    assert found.cycle_start == MONDAY
    assert found.days == ("Morning shift", None, None)
    assert found.shifts == {
        "Morning shift": replace(EARLY, end=time(15)),
        "Late": ShiftPattern(time(13), time(21)),
    }


def test_names_may_change_places() -> None:
    early, night = typed_shifts(ROSTER)
    found = roster_with(ROSTER, [replace(early, name="Night"), replace(night, name="Early")], MONDAY)
    assert found.days == ("Night", "Early", None)


def test_the_unnamed_shift_may_stay_unnamed_while_it_is_alone() -> None:
    alone = typed_shifts(DEFAULT_ROSTER)
    assert faults_in_shifts(alone) == []
    faults = faults_in_shifts([*alone, TypedShift("Late", time(13), time(21))])
    assert [(one.index, one.error.field, one.error.code) for one in faults] == [(0, "name", "empty")]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"name": "early"}, "name", "shift_name_taken"),
        ({"name": "x" * 61}, "name", "too_long"),
        ({"end": time(22)}, "end", "empty_shift"),
        ({"breaks": ((time(12), time(13)),)}, "breaks", "breaks_outside"),
    ],
)
def test_each_shift_says_what_is_wrong_with_it(change: dict[str, object], field: str, code: str) -> None:
    early, night = typed_shifts(ROSTER)
    typed = [early, replace(night, **change)]  # type: ignore[arg-type]  # by the table above
    (fault,) = faults_in_shifts(typed)
    assert (fault.index, fault.error.field, fault.error.code) == (1, field, code)
    with pytest.raises(InputError):
        roster_with(ROSTER, typed, MONDAY)


def test_days_off_are_listed_in_the_stretches_they_were_entered_in(workplace: Workplace) -> None:
    duty = workplace.coach.duty
    week = [MONDAY + timedelta(days=7 + number) for number in range(5)]
    duty.take_off(week, "Holiday")
    duty.take_off([week[-1] + timedelta(days=1)], "Moving house")
    duty.take_off([MONDAY + timedelta(days=30)], "Moving house")
    duty.move_shift(FRIDAY, "10:00-18:00")
    assert days_off(workplace.coach.agenda()) == (
        DaysOff(week[0], week[4], "Holiday"),
        DaysOff(week[4] + timedelta(days=1), week[4] + timedelta(days=1), "Moving house"),
        DaysOff(MONDAY + timedelta(days=30), MONDAY + timedelta(days=30), "Moving house"),
    )
    assert days_off(workplace.coach.agenda())[0].days == week


def test_days_off_long_past_are_listed_no_more(workplace: Workplace) -> None:
    workplace.coach.duty.take_off([MONDAY - timedelta(days=14), MONDAY - timedelta(days=16)], "")
    listed = days_off(workplace.coach.agenda())
    assert [one.first for one in listed] == [MONDAY - timedelta(days=14)]


def test_the_page_is_told_settings_weeks_and_days_off(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    workplace.coach.settings.choose("week_start", "sunday")
    view = settings_view(workplace.coach.agenda(), workplace.coach.settings)
    assert view.today == MONDAY
    assert view.roster == ROSTER
    assert view.pattern is not None
    assert (view.pattern.week_start, len(view.pattern.weeks)) == (7, 3)
    assert view.values["theme"] == "system"


def test_weeks_that_were_turned_have_their_new_first_day(workplace: Workplace) -> None:
    workplace.add(at("10:00"))
    workplace.coach.settings.choose("week_start", "sunday")
    view = settings_view(workplace.coach.agenda(), workplace.coach.settings)
    assert view.pattern is not None
    assert view.pattern.week_start == 7


def test_a_pattern_that_takes_years_to_come_round_is_no_weeks(workplace: Workplace) -> None:
    days = ("Early", *(None for _ in range(90)))
    workplace.coach.duty.set_roster(replace(ROSTER, days=days, from_date=date(2026, 1, 1)))
    assert settings_view(workplace.coach.agenda(), workplace.coach.settings).pattern is None
