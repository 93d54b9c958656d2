"""Graduating: a habit that runs by itself has no cues, and one check a month. Algorithms.md, section 10."""

from habitcoach.core.habit import Habit
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Edge, OncePer, Which

#: With the end card of the month's last shift, so far as its cue has not gone quiet.
MONTHLY = OncePer(Per.MONTH, Which.LAST, Edge.END, -10)
ONE_CHECK = Target(TargetKind.CHECK, "all", Per.MONTH)


def is_graduated(habit: Habit) -> bool:
    """Whether a habit is only checked once a month."""
    return habit.newest.trigger == MONTHLY and habit.newest.target == ONE_CHECK
