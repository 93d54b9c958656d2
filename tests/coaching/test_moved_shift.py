"""A shift moved on its day lets nothing come late, and nothing twice."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.trigger import AroundShift, Every, ShiftAnchor
from tests.support.habits import MONDAY, at, local, wall
from tests.support.workplace import Workplace

EARLY = Roster(MONDAY, MONDAY, {"Early": ShiftPattern(wall("06:00"), wall("14:00"))}, ("Early",))
WAYS: dict[str, Callable[[Workplace], None]] = {
    "shift": lambda place: place.coach.duty.move_shift(MONDAY, "06:00-14:00"),
    "roster": lambda place: place.coach.duty.set_roster(EARLY),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_cue_whose_time_went_by_comes_at_once(workplace: Workplace, way: str) -> None:
    workplace.add(AroundShift(ShiftAnchor.MIDDLE, 0))  # 13:00
    workplace.go_to("12:00")
    WAYS[way](workplace)
    workplace.cueing.settle()
    workplace.go_to("12:01")
    slot = f"{MONDAY}/middle+0"  # 10:00 now
    assert workplace.prompt(slot).due_at == local(MONDAY, "10:00")
    assert workplace.state(slot) == "shown"
    workplace.go_to("20:00")
    assert workplace.titles() == ["Smile"]


def test_working_after_all_brings_the_cues_of_the_day(workplace: Workplace) -> None:
    workplace.coach.duty.take_off([MONDAY], "leave")
    workplace.add(at("10:30"))
    workplace.go_to("12:00")
    assert workplace.titles() == []
    workplace.coach.duty.work_again([MONDAY])
    workplace.cueing.settle()
    workplace.go_to("12:01")
    assert workplace.state(f"{MONDAY}/10:30") == "shown"


def test_windows_that_are_over_are_recorded_and_the_open_one_is_shown(workplace: Workplace) -> None:
    workplace.add(Every(120))
    workplace.go_to("09:30")
    WAYS["shift"](workplace)
    workplace.cueing.settle()
    workplace.go_to("09:31")
    states = [workplace.state(f"{MONDAY}/#{number}") for number in range(1, 5)]
    assert states == ["expired", "shown", "", ""]
    assert workplace.titles() == ["Smile", "Smile"]  # at 09:00 the first one, which is over now
    workplace.go_to("23:00")
    assert all(workplace.state(f"{MONDAY}/#{number}") for number in range(1, 5))


def test_a_shift_moved_while_the_app_is_closed(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.coach.duty.move_shift(MONDAY, "12:00-20:00")
    workplace.cueing.settle()
    workplace.go_to("12:30")
    workplace.kill()
    workplace.open()
    workplace.coach.duty.move_shift(MONDAY, "default")
    workplace.start()
    assert workplace.state(f"{MONDAY}/10:30") == "shown"


def test_a_shift_of_another_day_changes_nothing_today(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("12:00")
    workplace.coach.duty.move_shift(MONDAY + timedelta(days=1), "06:00-14:00")
    workplace.cueing.settle()
    workplace.go_to("23:00")
    assert workplace.titles() == ["Smile"]
    assert workplace.state(f"{MONDAY}/10:30") == "expired"
