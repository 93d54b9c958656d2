"""When no cue comes: done or skipped before, kept, off duty, archived, never prompted."""

from datetime import timedelta

from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, OncePer, Which
from tests.support.habits import MONDAY, at
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)
SLOT = f"{MONDAY}/10:30"


def test_no_cue_for_what_was_done_before_it_was_due(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("09:30")
    assert workplace.done(habit).slot == SLOT
    workplace.go_to("12:00")
    assert workplace.titles() == []
    assert workplace.state(SLOT) == ""


def test_no_cue_for_what_was_skipped_before_it_was_due(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.go_to("09:30")
    workplace.skip(habit, whole_day=True)
    workplace.go_to("16:00")
    assert workplace.titles() == []


def test_no_cue_once_the_target_is_kept(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 2))
    workplace.go_to("10:30")
    workplace.done(habit, count=2)
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]
    assert workplace.today()[f"{MONDAY}/15:00"].state.value == "passed"


def test_a_week_kept_early_brings_no_cue(workplace: Workplace) -> None:
    weekly = Target(TargetKind.CHECK, "all", Per.WEEK)
    habit = workplace.add(OncePer(Per.WEEK, Which.LAST, Edge.END, -90), weekly)
    workplace.go_to("12:00", TUESDAY)
    assert workplace.done(habit).slot is None
    workplace.go_to("16:00", FRIDAY)
    assert workplace.titles() == []


def test_nothing_off_duty_and_nothing_while_archived(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("20:00", MONDAY + timedelta(days=2))
    workplace.done(habit)
    workplace.go_to("20:00", FRIDAY)
    assert len(workplace.cue_titles()) == 5
    workplace.go_to("20:00", MONDAY + timedelta(days=6))
    assert len(workplace.cue_titles()) == 5
    workplace.coach.habits.archive(habit.id)
    workplace.cueing.settle()
    workplace.go_to("20:00", MONDAY + timedelta(days=8))
    assert len(workplace.cue_titles()) == 5


def test_a_contact_habit_has_no_cue_but_the_two_cards(workplace: Workplace) -> None:
    workplace.add(Contact(), Target(TargetKind.RATE, 80))
    workplace.go_to("18:00")
    assert workplace.titles() == ["Your shift, 09:00 to 17:00", "10 minutes to go"]


def test_nothing_from_before_a_habit_was_made(workplace: Workplace) -> None:
    workplace.go_to("12:00")
    workplace.add(at("10:30"))
    workplace.cueing.look()
    assert workplace.titles() == []
    assert workplace.state(SLOT) == ""
