"""Habits after habits: cued when the other one is done, once each time, through undo and kill."""

from datetime import timedelta

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Category, Draft, Habit, HabitId
from habitcoach.core.judging import Outcome
from habitcoach.core.trigger import After, Manual, Trigger
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
FIRST, SECOND, THIRD = HabitId(1), HabitId(2), HabitId(3)
AFTER_1, AFTER_2 = f"{MONDAY}/after#1", f"{MONDAY}/after#2"


def chain(workplace: Workplace, minutes: int = 10) -> list[Habit]:
    """Start three habits, each after the one before."""
    return [
        workplace.add(at("10:30"), name="Read"),
        workplace.add(After(FIRST, minutes), name="Write"),
        workplace.add(After(SECOND, minutes), name="Call"),
    ]


def edit(workplace: Workplace, habit: Habit, trigger: Trigger) -> Habit:
    """Change the trigger of a habit."""
    return workplace.coach.habits.edit(habit.id, Draft(habit.name, Category.WORDS, PLAN, trigger))


def test_a_chain_of_three_goes_on_link_by_link(workplace: Workplace) -> None:
    read, write, call = chain(workplace)
    workplace.go_to("10:30")
    assert workplace.titles() == ["Read"]
    workplace.go_to("10:32")
    workplace.done(read)
    assert workplace.state(AFTER_1, SECOND) == ""
    workplace.go_to("10:41")
    assert workplace.titles() == ["Read"]
    workplace.go_to("10:42")
    assert workplace.titles() == ["Read", "Write"]
    assert workplace.prompt(AFTER_1, SECOND).due_at == local(MONDAY, "10:42")
    workplace.go_to("10:50")
    workplace.done(write, AFTER_1)
    workplace.go_to("11:00")
    assert workplace.titles() == ["Read", "Write", "Call"]
    workplace.done(call)
    assert workplace.entries(THIRD)[0].slot == AFTER_1
    assert [workplace.streak(one) for one in (read, write, call)] == [1, 1, 1]
    workplace.go_to("16:59")
    assert len(workplace.titles()) == 3


def test_without_minutes_it_comes_at_once(workplace: Workplace) -> None:
    read, _, _ = chain(workplace, 0)
    workplace.go_to("10:00")
    workplace.done(read)
    workplace.go_on(timedelta(0))
    assert workplace.titles() == ["Write"]


def test_each_time_brings_one_cue(workplace: Workplace) -> None:
    count = workplace.add(Manual(), name="Read")
    write = workplace.add(After(FIRST, 10), name="Write")
    workplace.go_to("10:00")
    workplace.done(count)
    workplace.go_to("12:00")
    workplace.done(count)
    workplace.go_to("12:10")
    assert workplace.titles() == ["Write", "Write"]
    assert [workplace.state(one, SECOND) for one in (AFTER_1, AFTER_2)] == ["expired", "shown"]
    workplace.done(write, AFTER_2)
    judged = workplace.coach.standings.of(workplace.coach.agenda(), write).running
    assert judged is not None
    assert (judged.done, judged.goal, judged.outcome) == (1, 2, Outcome.OPEN)


def test_undo_takes_an_unclaimed_cue_away_and_leaves_the_others_theirs(workplace: Workplace) -> None:
    read, _, _ = chain(workplace)
    workplace.go_to("10:31")
    workplace.done(read)
    workplace.undo()
    assert AFTER_1 not in {one.slot for one in workplace.coach.today().occasions}
    workplace.go_to("12:00")
    assert workplace.titles() == ["Read"]
    workplace.done(read)
    workplace.go_to("12:10")
    assert workplace.titles() == ["Read", "Write"]
    # The first time was taken back, its number stays.
    assert [workplace.state(one, SECOND) for one in (AFTER_1, AFTER_2)] == ["", "shown"]


def test_undo_changes_what_the_follower_is_judged_by(workplace: Workplace) -> None:
    read, write, _ = chain(workplace)
    workplace.go_to("10:31")

    def goal() -> int:
        judged = workplace.coach.standings.of(workplace.coach.agenda(), write).running
        assert judged is not None
        return judged.goal

    assert goal() == 0
    workplace.done(read)
    assert goal() == 1
    workplace.undo()
    assert goal() == 0


def test_a_kill_between_done_and_cue_loses_and_doubles_nothing(workplace: Workplace) -> None:
    read, _, _ = chain(workplace)
    workplace.go_to("10:31")
    workplace.done(read)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "10:45")
    workplace.open()
    workplace.start()
    assert workplace.titles() == ["Write"]
    workplace.restart()
    workplace.go_to("16:59")
    assert workplace.titles() == []
    assert workplace.state(AFTER_1, SECOND) == "shown"


def test_a_late_log_brings_its_cue_while_the_window_is_open(workplace: Workplace) -> None:
    read, _, _ = chain(workplace)
    workplace.go_to("12:00")
    workplace.done(read, at=local(MONDAY, "10:31"))
    assert workplace.alarms.next_due() == local(MONDAY, "10:41")
    workplace.go_on(timedelta(0))
    assert workplace.titles() == ["Read", "Write"]
    workplace.go_to("16:59")
    assert workplace.titles() == ["Read", "Write"]


def test_a_log_for_yesterday_brings_none(workplace: Workplace) -> None:
    read, write, _ = chain(workplace)
    workplace.go_to("09:00", TUESDAY)
    told = len(workplace.titles())
    workplace.done(read, at=local(MONDAY, "10:31"))
    workplace.go_to("10:00", TUESDAY)
    assert len(workplace.titles()) == told
    assert workplace.state(AFTER_1, SECOND) == ""
    # It was due then, and has been missed; the first day of a habit is never counted so.
    judged = workplace.coach.standings.of(workplace.coach.agenda(), write).periods[0]
    assert (judged.goal, judged.outcome) == (1, Outcome.NEUTRAL)


def test_done_before_the_other_needs_no_cue(workplace: Workplace) -> None:
    read, write, _ = chain(workplace)
    workplace.go_to("10:00")
    workplace.done(write)
    workplace.done(read)
    workplace.go_to("11:00")
    assert "Write" not in workplace.titles()


def test_another_process_logs_the_other_habit(workplace: Workplace) -> None:
    chain(workplace)
    workplace.go_to("10:31")
    store = open_store(workplace.path, 0)
    Coach(store, workplace.clock).recording.done(Log(FIRST, Source.COMMAND))
    store.close()
    assert workplace.coach.notice_other_writers()
    workplace.cueing.settle()
    workplace.go_to("10:41")
    assert workplace.titles() == ["Read", "Write"]


def test_after_a_retired_habit_nothing_comes(workplace: Workplace) -> None:
    read, _, _ = chain(workplace)
    workplace.go_to("10:31")
    workplace.done(read)
    workplace.coach.habits.archive(read.id)
    workplace.cueing.settle()
    workplace.go_to("16:00")
    assert workplace.titles() == ["Read"]
    assert workplace.coach.today().occasions == ()


def test_after_a_deleted_habit_nothing_comes(workplace: Workplace) -> None:
    read, write, _ = chain(workplace)
    assert [one.follows for one in workplace.coach.habits.all()] == ["", "Read", "Write"]
    workplace.coach.habits.delete(read.id)
    assert [one.follows for one in workplace.coach.habits.all()] == ["", "Write"]
    workplace.go_to("16:00")
    assert workplace.titles() == []
    with pytest.raises(InputError) as caught:
        edit(workplace, write, After(FIRST, 5))
    assert (caught.value.field, caught.value.code) == ("trigger.habit", "no_such_habit")


def test_an_unknown_habit_is_refused(workplace: Workplace) -> None:
    with pytest.raises(InputError) as caught:
        workplace.add(After(7))
    assert (caught.value.field, caught.value.code, caught.value.params) == (
        "trigger.habit",
        "no_such_habit",
        {"query": 7},
    )
    assert workplace.coach.habits.all() == []


def test_a_circle_is_refused_and_named(workplace: Workplace) -> None:
    read, write, call = chain(workplace)
    with pytest.raises(InputError) as caught:
        edit(workplace, read, After(THIRD))
    assert (caught.value.field, caught.value.code) == ("trigger.habit", "circle")
    assert caught.value.params == {"chain": "Read → Call → Write → Read"}
    with pytest.raises(InputError) as caught:
        edit(workplace, write, After(SECOND))
    assert caught.value.params == {"chain": "Write → Write"}
    assert edit(workplace, call, After(FIRST)).newest.trigger == After(FIRST)
    assert edit(workplace, write, After(THIRD)).newest.trigger == After(THIRD)
