"""Sizes to go on with: a nearer goal, or a higher one. The steps are ours."""

from habitcoach.core.reviewing import Tally
from habitcoach.core.target import PERCENT, Target, TargetKind

#: A rate is raised by so many percent points, and lowered to a multiple of the other.
RAISE_BY = 10
_ROUND_TO = 5


def nearer_goal(target: Target, tally: Tally) -> int | None:
    """Return a goal that is easier to reach; None where there is none.

    A rate goes half the way down to what was reached lately, a count to its half.
    """
    if target.goal == "all":
        return None
    goal = target.goal
    if target.kind is not TargetKind.RATE:
        return (goal + 1) // 2 if goal > 1 else None
    reached = tally.hits * PERCENT // tally.of if tally.of else 0
    nearer = max(_ROUND_TO, (min(reached, goal) + goal) // 2 // _ROUND_TO * _ROUND_TO)
    return nearer if nearer < goal else None


def higher_goal(target: Target) -> int | None:
    """Return the next goal of a rate; None where there is none."""
    if target.kind is not TargetKind.RATE or target.goal == "all" or target.goal >= PERCENT:
        return None
    return min(PERCENT, target.goal + RAISE_BY)
