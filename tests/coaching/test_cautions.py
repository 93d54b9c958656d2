"""What asks for a second look while a habit is written."""

from datetime import date, time

import pytest

from habitcoach.coaching.cautions import Cautions, CloseCue, OutsideShift, cautions
from habitcoach.core.habit import RESTING, Category, Draft, HabitId, Pause
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Target
from habitcoach.core.trigger import AroundShift, Manual, ShiftAnchor, Trigger
from tests.support.habits import BERLIN, MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

EARLY, LATE, NIGHT = (
    ShiftPattern(time(8), time(16, 30)),
    ShiftPattern(time(13), time(21, 30)),
    ShiftPattern(time(21, 30), time(6)),
)


def draft(trigger: Trigger) -> Draft:
    return Draft("New one", Category.WORDS, PLAN, trigger, Target())


def found(place: Workplace, trigger: Trigger, own: int | None = None) -> Cautions:
    number = None if own is None else HabitId(own)
    wanted = draft(trigger)
    cues = place.coach.habits.preview(wanted, 5, number)
    return cautions(place.coach.agenda(), wanted, number, cues)


def roster(place: Workplace, *, night: bool = False) -> None:
    shifts = {"Early": EARLY, "Late": LATE, "Night": NIGHT}
    first = "Night" if night else "Early"
    place.coach.duty.set_roster(Roster(MONDAY, MONDAY, shifts, (*[first] * 5, None, None)))


def test_nothing_to_say(workplace: Workplace) -> None:
    assert found(workplace, at("10:30")) == Cautions()
    assert found(workplace, Manual()) == Cautions()


@pytest.mark.parametrize(("clock", "close"), [("10:34", True), ("10:26", True), ("10:35", False)])
def test_another_cue_within_five_minutes(workplace: Workplace, clock: str, close: bool) -> None:
    workplace.add(at("10:30"))
    there = CloseCue("Smile", local(MONDAY, "10:30").astimezone(BERLIN))
    assert found(workplace, at(clock)).close == (there if close else None)


def test_its_own_cue_and_a_resting_one_are_not_in_the_way(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    assert found(workplace, at("10:30"), habit.id).close is None
    workplace.store.add_pause(Pause(habit.id, MONDAY, None, RESTING))
    assert found(workplace, at("10:30")).close is None


def test_a_time_outside_the_shift(workplace: Workplace) -> None:
    roster(workplace)
    assert found(workplace, at("10:30", "17:15")).outside == OutsideShift(
        time(17, 15), before=False, shift="Early", edge=time(16, 30), elsewhere=True
    )
    assert found(workplace, at("07:00")).outside == OutsideShift(
        time(7), before=True, shift="Early", edge=time(8), elsewhere=False
    )
    # The end is no part of the shift: its cue would never come.
    at_end = found(workplace, at("16:30")).outside
    assert at_end is not None
    assert at_end.at == at_end.edge == time(16, 30)
    assert found(workplace, at("16:29")).outside is None
    assert found(workplace, at("08:00")).outside is None
    assert found(workplace, at("17:15", anyway=True)).outside is None
    assert found(workplace, AroundShift(ShiftAnchor.END, 30)).outside is None


def test_a_night_shift_goes_over_midnight(workplace: Workplace) -> None:
    roster(workplace, night=True)
    assert found(workplace, at("23:00", "05:00")).outside is None
    outside = found(workplace, at("12:00")).outside
    assert outside is not None
    assert (outside.before, outside.edge, outside.elsewhere) == (False, time(6), True)


def test_the_next_shift_counts_once_todays_is_over(workplace: Workplace) -> None:
    late_on_tuesday = Roster(
        MONDAY, MONDAY, {"Early": EARLY, "Late": LATE}, ("Early", "Late", "Late", "Late", "Late", None, None)
    )
    workplace.coach.duty.set_roster(late_on_tuesday)
    workplace.go_to("18:00")
    outside = found(workplace, at("10:30")).outside
    assert outside is not None
    assert outside.shift == "Late"


def test_without_a_shift_nothing_is_outside(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(Roster(MONDAY, MONDAY, {"": EARLY}, (None,)))
    assert found(workplace, at("10:30")).outside is None


def test_a_fourth_habit_at_first_and_a_sixth_later(workplace: Workplace) -> None:
    for number in range(3):
        workplace.add(Manual(), name=f"Habit {number}")
    assert found(workplace, Manual()).building == 3
    assert found(workplace, Manual(), 1).building is None
    workplace.clock.moment = local(date(2027, 1, 4), "08:00")
    assert found(workplace, Manual()).building is None
    for number in range(3, 5):
        workplace.add(Manual(), name=f"Habit {number}")
    assert found(workplace, Manual()).building == 5


def test_a_cue_around_the_shift_moves_with_it(workplace: Workplace) -> None:
    assert found(workplace, AroundShift(ShiftAnchor.END, -20)).moves == ()  # there is one shift only
    roster(workplace)
    times = {"Early": time(16, 10), "Late": time(21, 10), "Night": time(5, 40)}
    assert dict(found(workplace, AroundShift(ShiftAnchor.END, -20)).moves) == times
    starts = {"Early": time(8, 5), "Late": time(13, 5), "Night": time(21, 35)}
    assert dict(found(workplace, AroundShift(ShiftAnchor.START, 5)).moves) == starts
    middles = {"Early": time(12, 15), "Late": time(17, 15), "Night": time(1, 45)}
    assert dict(found(workplace, AroundShift(ShiftAnchor.MIDDLE)).moves) == middles
    assert found(workplace, AroundShift(ShiftAnchor.AFTER_BREAK)).moves == ()
