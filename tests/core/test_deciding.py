"""What decisions make of a habit: versions, nearer and higher goals, and one check a month."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from habitcoach.core.deciding import version_after
from habitcoach.core.decision import DecisionKind
from habitcoach.core.graduating import MONTHLY, ONE_CHECK, is_graduated
from habitcoach.core.reviewing import Tally
from habitcoach.core.sizing import higher_goal, nearer_goal
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, ShiftAnchor, trigger_to_json
from tests.support.habits import MONDAY, PLAN, at, habit, version

NEXT = MONDAY + timedelta(days=1)
PLAN_WITH_TINY = replace(PLAN, tiny="one smile")
BEFORE = replace(version(MONDAY, at("10:30")), plan=PLAN_WITH_TINY)
RATE = Target(TargetKind.RATE, 80, minimum=5)


def test_the_tiny_version_becomes_the_routine() -> None:
    after = version_after(BEFORE, DecisionKind.MAKE_SMALLER, {"routine": "one smile"}, NEXT)
    assert after == replace(BEFORE, from_date=NEXT, plan=replace(PLAN, routine="one smile"))


def test_another_routine_leaves_the_tiny_version() -> None:
    after = version_after(BEFORE, DecisionKind.MAKE_SMALLER, {"routine": "half a smile"}, NEXT)
    assert (after.plan.routine, after.plan.tiny) == ("half a smile", "one smile")


def test_another_cue_with_its_words_or_without() -> None:
    start = AroundShift(ShiftAnchor.START, 5)
    text = json.dumps(trigger_to_json(start))
    after = version_after(BEFORE, DecisionKind.CHANGE_CUE, {"trigger": text, "when": "I log in"}, NEXT)
    assert (after.trigger, after.plan.when) == (start, "I log in")
    after = version_after(BEFORE, DecisionKind.CHANGE_CUE, {"trigger": text}, NEXT)
    assert (after.trigger, after.plan) == (start, PLAN_WITH_TINY)


def test_another_reward_and_another_goal() -> None:
    after = version_after(BEFORE, DecisionKind.CHANGE_REWARD, {"reward": "a nut"}, NEXT)
    assert after.plan == replace(PLAN_WITH_TINY, reward="a nut")
    rate = replace(BEFORE, target=RATE)
    after = version_after(rate, DecisionKind.RAISE_GOAL, {"goal": 90}, NEXT)
    assert (after.target, after.plan) == (replace(RATE, goal=90), rate.plan)


def test_a_graduated_habit_is_checked_once_a_month() -> None:
    after = version_after(BEFORE, DecisionKind.GRADUATE, {}, NEXT)
    assert (after.trigger, after.target, after.plan) == (MONTHLY, ONE_CHECK, PLAN_WITH_TINY)
    assert is_graduated(habit(versions=(BEFORE, after)))
    assert not is_graduated(habit(versions=(BEFORE,)))
    assert not is_graduated(habit(versions=(replace(after, target=Target()),)))


@pytest.mark.parametrize(
    ("target", "tally", "goal"),
    [
        (Target(), Tally(), None),
        (Target(TargetKind.CHECK, 4), Tally(), 2),
        (Target(TargetKind.COUNT, 3), Tally(), 2),
        (Target(TargetKind.COUNT, 1), Tally(), None),
        (RATE, Tally(hits=30, of=100), 55),
        (RATE, Tally(), 40),
        (RATE, Tally(hits=9, of=10), None),
        (replace(RATE, goal=6), Tally(hits=0, of=10), 5),
        (replace(RATE, goal=5), Tally(hits=0, of=10), None),
    ],
)
def test_a_nearer_goal(target: Target, tally: Tally, goal: int | None) -> None:
    assert nearer_goal(target, tally) == goal


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        (RATE, 90),
        (replace(RATE, goal=95), 100),
        (replace(RATE, goal=100), None),
        (Target(TargetKind.COUNT, 3), None),
    ],
)
def test_a_higher_goal(target: Target, goal: int | None) -> None:
    assert higher_goal(target) == goal
