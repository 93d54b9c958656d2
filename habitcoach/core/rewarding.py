"""Which one sentence stands beside a reward: the most interesting. Algorithms.md, section 9."""

from dataclasses import dataclass
from enum import StrEnum

from habitcoach.core.streak import Streak, is_milestone, next_milestone
from habitcoach.core.target import Per

#: A milestone is worth a word when it is this close, in periods.
NEAR = 2


class RewardLine(StrEnum):
    """The sentence to say."""

    WELCOME_BACK = "welcome_back"
    MILESTONE = "milestone"
    BEST_DAY = "best_day"  #: more in a day, or a better rate, than ever before
    NEW_BEST = "new_best"
    NEAR_MILESTONE = "near_milestone"
    STREAK = "streak"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class RewardFacts:
    """What the sentence is chosen from."""

    before: Streak  #: before this log
    after: Streak
    per: Per
    first: bool  #: nothing was logged before in the period that runs
    best_day: bool = False  #: the day has just become the personal best


def reward_line(facts: RewardFacts) -> RewardLine:
    """Choose the sentence; the first that fits."""
    before, after = facts.before, facts.after
    if before.after_miss and facts.first:
        return RewardLine.WELCOME_BACK
    grew = after.current != before.current
    if grew and is_milestone(after.current, facts.per):
        return RewardLine.MILESTONE
    if facts.best_day:
        return RewardLine.BEST_DAY
    return _streak_line(facts) if grew else RewardLine.PROGRESS


def _streak_line(facts: RewardFacts) -> RewardLine:
    """Choose among the sentences about a streak that has just grown."""
    before, after = facts.before, facts.after
    if after.current > before.best > 0:
        return RewardLine.NEW_BEST
    if next_milestone(after.current, facts.per) - after.current <= NEAR:
        return RewardLine.NEAR_MILESTONE
    return RewardLine.STREAK
