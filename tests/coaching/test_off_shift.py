"""Clock times between the shifts, which the editor tells from the cues that come."""

from datetime import date, datetime, time, timedelta

from habitcoach.coaching.off_shift import off_shift
from habitcoach.core.habit import Category, Draft
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Target
from habitcoach.core.trigger import AroundShift, At, ShiftAnchor, Trigger
from tests.support.habits import MONDAY, PLAN, at, local, wall
from tests.support.workplace import Workplace

EARLY = ShiftPattern(time(8), time(16, 30))
LATE = ShiftPattern(time(13), time(21, 30))
NIGHT = ShiftPattern(time(21, 30), time(6))
TUESDAY = date(2026, 11, 24)


def found(place: Workplace, trigger: Trigger) -> list[datetime]:
    draft = Draft("New one", Category.WORDS, PLAN, trigger, Target())
    return off_shift(place.coach.agenda(), draft)


def roster(place: Workplace, *days: str | None) -> None:
    shifts = {"Early": EARLY, "Late": LATE, "Night": NIGHT}
    place.coach.duty.set_roster(Roster(MONDAY, MONDAY, shifts, days))


def test_the_next_two_times_outside_the_shifts(workplace: Workplace) -> None:
    roster(workplace, "Early", "Early", "Late", "Early", "Early", None, None)
    wanted = [local(MONDAY, "17:15"), local(TUESDAY, "17:15")]
    assert found(workplace, at("10:30", "17:15")) == wanted
    workplace.go_to("18:00")
    # On Wednesday a Late shift has begun by then, but not yet at 10:30.
    assert found(workplace, at("10:30", "17:15")) == [wanted[1], local(date(2026, 11, 25), "10:30")]


def test_a_day_off_has_no_time_outside_its_shift(workplace: Workplace) -> None:
    roster(workplace, None, None, None, None, None, "Early", None)
    assert found(workplace, at("07:00", weekdays=(1, 7))) == []
    saturdays = [local(date(2026, 11, day), "07:00") for day in (28,)]
    assert found(workplace, at("07:00", weekdays=(5, 6)))[:1] == saturdays


def test_hours_after_midnight_belong_to_the_night(workplace: Workplace) -> None:
    roster(workplace, *["Night"] * 7)
    assert found(workplace, at("02:00", "23:00")) == []
    assert found(workplace, at("12:00")) == [local(MONDAY, "12:00"), local(TUESDAY, "12:00")]


def test_every_other_week(workplace: Workplace) -> None:
    roster(workplace, *["Early"] * 7)
    trigger = At((wall("17:15"),), (1,), weeks=2)
    assert found(workplace, trigger) == [local(MONDAY, "17:15"), local(MONDAY + timedelta(14), "17:15")]


def test_none_where_the_cue_comes_all_the_same(workplace: Workplace) -> None:
    roster(workplace, *["Early"] * 7)
    assert found(workplace, at("17:15", anyway=True)) == []
    assert found(workplace, AroundShift(ShiftAnchor.END, 10)) == []
