"""Undo: of done, skip and snooze, again and again."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import Draft
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

SLOT = f"{MONDAY}/10:30"
LATER = f"{MONDAY}/15:00"
TUESDAY = MONDAY + timedelta(days=1)
RATE = Target(TargetKind.RATE, 80, minimum=5)


def test_undo_of_done_opens_the_cue_without_showing_it_again(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    undone = workplace.undo()
    assert (undone.kind, undone.slot, undone.streak) == ("done", SLOT, 0)
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.answer, prompt.answered_at) == ("shown", None, None)
    assert workplace.today()[SLOT].state.value == "due"
    workplace.cueing.look()
    assert workplace.titles() == ["Smile"]


def test_undo_keeps_the_entry_and_adds_a_line(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    workplace.undo()
    assert [(one.kind.value, one.undoes) for one in workplace.entries()] == [("done", None), ("undo", 1)]


def test_undo_takes_the_reward_back(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    assert _rewards(workplace) == 1
    workplace.undo()
    assert _rewards(workplace) == 0


def test_undo_after_the_window_leaves_the_cue_expired(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    workplace.go_to("17:30")
    workplace.undo()
    assert workplace.state(SLOT) == "expired"


def test_undo_of_a_skip(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.skip(habit, SLOT)
    undone = workplace.undo()
    assert (undone.kind, undone.reason) == ("skip", "outage")
    assert workplace.state(SLOT) == "shown"


def test_undo_of_a_whole_day_leaves_single_skips_alone(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "10:45", "15:00"))
    workplace.go_to("10:31")
    workplace.skip(habit, SLOT)
    workplace.go_to("10:46")
    workplace.skip(habit, whole_day=True)
    assert workplace.state(f"{MONDAY}/10:45") == "answered"
    workplace.undo()
    assert [workplace.state(SLOT), workplace.state(f"{MONDAY}/10:45")] == ["answered", "shown"]
    workplace.go_to("15:00")
    assert len(workplace.titles()) == 3


def test_undo_of_another_day_leaves_todays_answer_alone(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    tuesday = MONDAY + timedelta(days=1)
    workplace.go_to("10:31", tuesday)
    workplace.done(habit)
    workplace.done(habit, at=local(MONDAY, "10:31"))
    assert workplace.undo().work_date == MONDAY
    assert workplace.state(f"{tuesday}/10:30") == "answered"


def test_a_slot_done_twice_stays_done_when_one_is_undone(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.CHECK))
    slot = f"{MONDAY}/contact"
    workplace.done(habit, slot)
    workplace.done(habit, slot)
    workplace.undo()
    assert workplace.streak(habit) == 1
    workplace.undo()
    assert workplace.streak(habit) == 0


def test_undo_of_a_snooze(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.snooze(habit, 15)
    undone = workplace.undo()
    assert (undone.kind, undone.slot, undone.work_date) == ("snooze", SLOT, MONDAY)
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.snoozed_until) == ("shown", None)
    workplace.go_to("12:00")
    assert workplace.titles() == ["Smile"]
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        workplace.undo()


def test_undo_of_done_after_a_snooze_snoozes_again_and_the_next_undo_ends_that(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.snooze(habit, 60)
    workplace.done(habit, SLOT)
    workplace.undo()
    assert workplace.state(SLOT) == "snoozed"
    assert workplace.undo().kind == "snooze"
    assert workplace.state(SLOT) == "shown"


def test_undo_of_done_after_the_snooze_is_over_waits_as_long_as_the_snooze_allowed(
    workplace: Workplace,
) -> None:
    habit = workplace.add(at("16:50"))
    slot = f"{MONDAY}/16:50"
    workplace.go_to("16:51")
    workplace.snooze(habit, 15)
    workplace.done(habit, slot)
    workplace.go_to("17:10")
    workplace.undo()
    assert workplace.state(slot) == "shown"
    assert workplace.today()[slot].closes_at == local(MONDAY, "17:36")


def test_undo_goes_back_through_everything_in_order(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    rate = workplace.add(Contact(), Target(TargetKind.RATE, 80), name="Rate")
    workplace.go_to("10:31")
    workplace.done(rate, count=0, of=1)
    workplace.snooze(habit, 15)
    workplace.done(habit, LATER)
    workplace.skip(habit, SLOT)
    kinds = [workplace.undo().kind for _ in range(4)]
    assert kinds == ["skip", "done", "snooze", "opportunity"]
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        workplace.undo()
    assert workplace.done(habit).kind == "done"
    assert workplace.undo().kind == "done"


def test_undo_of_today_alone_leaves_the_days_before_as_they_are(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    workplace.go_to("10:31", TUESDAY)
    workplace.done(habit, f"{TUESDAY}/10:30")
    undo = workplace.coach.recording.undo
    assert undo(only_today=True).work_date == TUESDAY
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        undo(only_today=True)
    assert undo().work_date == MONDAY


def test_an_undone_cue_that_was_never_shown_is_listed_as_unconfirmed(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.notifier.waits = True
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    workplace.undo()
    assert workplace.state(SLOT) == "unconfirmed"


def test_undo_of_what_was_done_ahead_lets_its_cue_come(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("09:30")
    workplace.done(habit)
    workplace.undo()
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]


def test_undo_of_a_manual_habit_and_of_a_retired_one(workplace: Workplace) -> None:
    habit = workplace.add(Manual())
    workplace.done(habit)
    workplace.coach.habits.archive(habit.id)
    assert workplace.undo().kind == "done"


def test_undo_after_an_edit_that_moved_the_cue(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit, SLOT)
    newest = habit.newest
    workplace.coach.habits.edit(
        habit.id, Draft(habit.name, habit.category, newest.plan, at("15:00"), newest.target)
    )
    workplace.undo()
    assert workplace.state(SLOT) == "shown"
    workplace.go_on(timedelta(days=1))
    assert workplace.state(SLOT) == "expired"


def _rewards(workplace: Workplace) -> int:
    with closing(sqlite3.connect(workplace.path)) as db:
        return int(db.execute("SELECT count(*) FROM reward").fetchone()[0])


def test_the_last_of_one_habit_is_taken_back_whatever_came_after(workplace: Workplace) -> None:
    names, other = workplace.add(Contact(), RATE), workplace.add(at("10:30"), name="Sip")
    take_back = workplace.coach.recording.undo_of
    workplace.go_to("10:31")
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        take_back(names.id)
    workplace.done(names, count=2, of=2)
    workplace.done(other, SLOT)
    assert (take_back(names.id).habit_id, take_back(other.id).habit_id) == (names.id, other.id)
    workplace.done(names, count=1, of=1)
    workplace.go_to("10:31", TUESDAY)
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        take_back(names.id)
