"""What rewards were worth: the agent's yes and no, in a row. Algorithms.md, sections 9 and 10."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from habitcoach.core.habit import Habit, Version


@dataclass(frozen=True, slots=True)
class Worth:
    """One answer to "worth it?"."""

    at: datetime  #: UTC
    worth_it: bool


def pale_in_a_row(answers: Iterable[Worth]) -> int:
    """Return how many of the last answers in a row were no; their order does not matter."""
    newest_first = sorted(answers, key=lambda one: one.at, reverse=True)
    return sum(1 for _ in takewhile(lambda one: not one.worth_it, newest_first))


def same_reward(habit: Habit, version: Version) -> Version:
    """Return the version from which a version's reward has been the habit's without a break."""
    found = version
    for earlier in reversed([one for one in habit.versions if one.from_date < version.from_date]):
        if earlier.plan.reward != version.plan.reward:
            break
        found = earlier
    return found
