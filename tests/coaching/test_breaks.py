"""Breaks hold cues, except those that are meant for a minute or for the break."""

from datetime import timedelta

import pytest

from habitcoach.core.entry import Source
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.trigger import AroundShift, Every, ShiftAnchor
from tests.support.habits import MONDAY, at, local, wall
from tests.support.workplace import Workplace

MIDDLE = AroundShift(ShiftAnchor.MIDDLE)


@pytest.fixture
def at_lunch(workplace: Workplace) -> Workplace:
    """Return a workplace with a break from 12:45 to 13:30."""
    breaks = ((wall("12:45"), wall("13:30")),)
    pattern = ShiftPattern(wall("09:00"), wall("17:00"), breaks)
    workplace.coach.duty.set_roster(Roster(MONDAY, MONDAY, {"Day": pattern}, ("Day",)))
    return workplace


def test_a_cue_due_in_a_break_comes_ten_seconds_after_it(at_lunch: Workplace) -> None:
    at_lunch.add(MIDDLE)
    at_lunch.go_to("13:29")
    assert at_lunch.titles() == []
    prompt = at_lunch.prompt(f"{MONDAY}/middle+0")
    assert (prompt.state.value, prompt.held_for) == ("held", "break")
    hold = at_lunch.coach.today().hold
    assert hold is not None
    assert (hold.reason.value, f"{hold.until:%H:%M}") == ("break", "13:30")
    at_lunch.go_on(timedelta(seconds=69))
    assert at_lunch.titles() == []
    at_lunch.go_on(timedelta(seconds=1))
    assert at_lunch.titles() == ["Smile"]
    assert at_lunch.coach.today().hold is None


def test_clock_times_and_what_hangs_on_the_break_come_all_the_same(at_lunch: Workplace) -> None:
    at_lunch.add(at("13:00"), name="Call back")
    at_lunch.add(AroundShift(ShiftAnchor.AFTER_BREAK, -10), name="Stand up")
    at_lunch.go_to("13:20")
    assert at_lunch.titles() == ["Call back", "Stand up"]


def test_a_snooze_ends_in_a_break(at_lunch: Workplace) -> None:
    habit = at_lunch.add(AroundShift(ShiftAnchor.MIDDLE, -30))
    at_lunch.go_to("12:30")
    at_lunch.snooze(habit, 30)
    at_lunch.go_to("13:00")
    assert at_lunch.titles() == ["Smile", "Smile"]


def test_a_window_that_lies_in_the_break_is_skipped_by_the_app(at_lunch: Workplace) -> None:
    at_lunch.add(Every(10, wall("12:50"), wall("13:20")))
    at_lunch.go_to("13:12")
    by_app = [(one.slot, one.reason) for one in at_lunch.entries() if one.source is Source.APP]
    assert by_app == [(f"{MONDAY}/#1", "held:break"), (f"{MONDAY}/#2", "held:break")]
    at_lunch.go_to("14:00")
    # The last one lasts to the end of the shift, so it comes after the break.
    assert at_lunch.prompt(f"{MONDAY}/#3").shown_at == local(MONDAY, "13:30") + timedelta(seconds=10)


def test_a_call_outlasts_a_break(at_lunch: Workplace) -> None:
    at_lunch.add(MIDDLE)
    at_lunch.go_to("13:25")
    at_lunch.call(on=True)
    at_lunch.go_to("13:40")
    assert at_lunch.titles() == []
    at_lunch.call(on=False)
    at_lunch.go_to("13:41")
    assert at_lunch.titles() == ["Smile"]
