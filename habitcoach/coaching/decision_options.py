"""What can be decided about a habit, and what a decision takes when the agent chooses nothing else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from habitcoach.coaching.decision_views import ALWAYS_OFFERED
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.core.decision import DecisionKind
from habitcoach.core.errors import InputError
from habitcoach.core.fields import required_line
from habitcoach.core.habit import Habit
from habitcoach.core.reviewing import Tally
from habitcoach.core.sizing import higher_goal, nearer_goal
from habitcoach.core.suggesting import Advice, Reason, Suggestion
from habitcoach.core.target import Target, target_from_json, target_to_json
from habitcoach.core.trigger import Promised, Trigger, trigger_to_json


@dataclass(frozen=True, slots=True)
class Choice:
    """What the agent chose for a decision; what is left out is proposed, or stays as it is."""

    trigger: Trigger | None = None  #: of *change cue*
    when: str = ""  #: of *change cue*: the words of the plan
    routine: str = ""  #: of *make smaller*
    goal: int | None = None  #: of *make smaller* and *raise goal*
    reward: str = ""  #: of *change reward*


def kind_of(suggestion: Suggestion) -> DecisionKind:
    """Return the decision that a suggestion suggests."""
    return DecisionKind(suggestion.value)


def offered(habit: Habit, advice: Advice) -> tuple[DecisionKind, ...]:
    """Return what a habit's row offers: the four, and what is suggested; promises can only be kept."""
    if is_promise_habit(habit):
        return (DecisionKind.KEEP,)
    suggested = kind_of(advice.suggestion)
    return ALWAYS_OFFERED if suggested in ALWAYS_OFFERED else (*ALWAYS_OFFERED, suggested)


def possible(habit: Habit) -> tuple[DecisionKind, ...]:
    """Return what can be decided about a habit at all."""
    if is_promise_habit(habit):
        return (DecisionKind.KEEP,)
    return tuple(one for one in DecisionKind if one is not DecisionKind.FADE)


def needs_choice(kind: DecisionKind, habit: Habit, tally: Tally) -> bool:
    """Whether a decision needs the agent's own choice: there is nothing to propose."""
    if kind in {DecisionKind.CHANGE_CUE, DecisionKind.CHANGE_REWARD}:
        return True
    target = habit.newest.target
    if kind is DecisionKind.MAKE_SMALLER:
        return not habit.newest.plan.tiny and nearer_goal(target, tally) is None
    return kind is DecisionKind.RAISE_GOAL and higher_goal(target) is None


def smaller_of(kind: DecisionKind, habit: Habit, advice: Advice, tally: Tally) -> tuple[str, int | None]:
    """Return the routine and the goal that a decision proposes: one of both, or none."""
    target = habit.newest.target
    if kind is DecisionKind.RAISE_GOAL:
        return "", higher_goal(target)
    if kind is not DecisionKind.MAKE_SMALLER:
        return "", None
    goal, tiny = nearer_goal(target, tally), habit.newest.plan.tiny
    by_goal = goal is not None and (advice.reason is Reason.FEW_HITS or not tiny)
    return ("", goal) if by_goal else (tiny, None)


def parameters_of(
    kind: DecisionKind, choice: Choice, habit: Habit, proposed: tuple[str, int | None]
) -> Mapping[str, int | str]:
    """Return the parameters of a decision. Raises InputError `choice_needed`, or naming what does not fit."""
    found: dict[str, int | str] = {}
    if kind is DecisionKind.CHANGE_CUE:
        found = _of_cue(choice)
    elif kind is DecisionKind.CHANGE_REWARD and choice.reward:
        found = {"reward": required_line("reward", choice.reward)}
    elif kind in {DecisionKind.MAKE_SMALLER, DecisionKind.RAISE_GOAL}:
        found = _of_size(kind, choice, habit.newest.target, proposed)
    if not found and kind not in {DecisionKind.KEEP, DecisionKind.RETIRE, DecisionKind.GRADUATE}:
        raise InputError("choice", "choice_needed", decision=kind.value)
    return found


def _of_cue(choice: Choice) -> dict[str, int | str]:
    found: dict[str, int | str] = {}
    if isinstance(choice.trigger, Promised):
        raise InputError("trigger.kind", "not_a_choice", choices="")
    if choice.trigger is not None:
        found["trigger"] = json.dumps(trigger_to_json(choice.trigger))
    if choice.when:
        found["when"] = required_line("when", choice.when)
    return found


def _of_size(
    kind: DecisionKind, choice: Choice, target: Target, proposed: tuple[str, int | None]
) -> dict[str, int | str]:
    routine, goal = proposed
    if choice.routine or choice.goal is not None:
        routine, goal = choice.routine, choice.goal
    found: dict[str, int | str] = {}
    if routine and kind is DecisionKind.MAKE_SMALLER:
        found["routine"] = required_line("routine", routine)
    if goal is not None:
        # The target's own limits, and its own words for what is wrong.
        target_from_json(target_to_json(target) | {"goal": goal}, target.per, manual=False)
        found["goal"] = goal
    return found
