"""Pacing: cues bound to no clock keep a distance, and only so many come in one shift."""

from datetime import timedelta

from habitcoach.core.habit import HabitId
from habitcoach.core.trigger import AroundShift, Every, ShiftAnchor
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
SECOND = HabitId(2)


def middle(offset: int) -> AroundShift:
    return AroundShift(ShiftAnchor.MIDDLE, offset)


def test_paced_cues_keep_a_quarter_of_an_hour_apart(workplace: Workplace) -> None:
    workplace.add(middle(0), name="Stretch")
    workplace.add(middle(5), name="Water")
    workplace.go_to("13:14")
    assert workplace.titles() == ["Stretch"]
    late = workplace.prompt(f"{MONDAY}/middle+5", SECOND)
    assert (late.state.value, late.held_for) == ("held", "budget")
    assert [one.habit for one in workplace.coach.today().waiting] == ["Stretch", "Water"]
    workplace.go_to("13:15")
    assert workplace.titles() == ["Stretch", "Water"]
    assert workplace.prompt(f"{MONDAY}/middle+5", SECOND).shown_at == local(MONDAY, "13:15")


def test_what_comes_within_two_minutes_joins_at_its_own_time(workplace: Workplace) -> None:
    workplace.add(middle(0), name="Stretch")
    workplace.add(middle(1), name="Water")
    workplace.go_to("13:01")
    assert workplace.titles() == ["Stretch", "2 cues are waiting"]


def test_only_so_many_come_in_a_shift_and_the_rest_with_its_end(workplace: Workplace) -> None:
    workplace.add(Every(60), name="Stretch")
    workplace.go_to("09:00")
    for hour in range(10, 17):
        workplace.go_to(f"{hour}:30")
    # That of 09:00 belongs to the start of the shift; 10 to 13 are four, then it is quiet.
    assert workplace.titles() == ["Stretch"] * 5
    assert workplace.prompt(f"{MONDAY}/#6").state.value == "expired"
    assert workplace.prompt(f"{MONDAY}/#8").held_for == "budget"
    workplace.go_to("16:50")
    assert workplace.titles() == ["Stretch"] * 6
    assert workplace.prompt(f"{MONDAY}/#8").shown_at == local(MONDAY, "16:50")


def test_the_next_shift_has_its_own_budget(workplace: Workplace) -> None:
    workplace.coach.settings.choose("budget_most", "1")
    workplace.add(middle(0), name="Stretch")
    workplace.add(middle(60), name="Water")
    workplace.go_to("16:00")
    assert workplace.titles() == ["Stretch"]
    workplace.go_to("13:00", TUESDAY)
    assert workplace.titles() == ["Stretch", "Water", "Stretch"]


def test_clock_times_and_snoozes_come_whatever_the_budget_says_and_take_none_of_it(
    workplace: Workplace,
) -> None:
    workplace.coach.settings.choose("budget_most", "1")
    workplace.add(at("12:50", "13:10"), name="Call back")
    workplace.go_to("12:50")
    stretch = workplace.add(middle(0), name="Stretch")
    workplace.go_to("13:00")
    assert workplace.titles() == ["Call back", "Stretch"]
    workplace.snooze(stretch, 15)
    workplace.go_to("13:15")
    assert workplace.titles() == ["Call back", "Stretch", "Call back", "Stretch"]
    workplace.add(middle(60), name="Water")
    workplace.go_to("14:30")
    # What was snoozed came by the agent's own choice: the one cue of the budget is still to be had.
    assert workplace.titles()[4:] == ["Water"]


def test_a_listed_cue_rides_along_with_one_that_comes(workplace: Workplace) -> None:
    workplace.coach.settings.choose("budget_most", "0")
    workplace.add(middle(0), name="Stretch")
    workplace.add(at("14:00"), name="Call back")
    workplace.go_to("13:30")
    assert workplace.titles() == []
    workplace.go_to("14:00")
    assert workplace.titles() == ["2 cues are waiting"]


def test_a_wider_gap_can_be_chosen(workplace: Workplace) -> None:
    workplace.coach.settings.choose("budget_gap", "40")
    workplace.add(middle(0), name="Stretch")
    workplace.add(middle(20), name="Water")
    workplace.go_to("13:39")
    assert workplace.titles() == ["Stretch"]
    workplace.go_to("13:40")
    assert workplace.titles() == ["Stretch", "Water"]


def test_a_restart_keeps_the_pace(workplace: Workplace) -> None:
    workplace.add(middle(0), name="Stretch")
    workplace.add(middle(5), name="Water")
    workplace.go_to("13:10")
    workplace.restart()
    assert workplace.titles() == []
    workplace.go_to("13:15")
    assert workplace.titles() == ["Water"]
