"""Which sentence stands beside a reward."""

import pytest

from habitcoach.core.rewarding import RewardFacts, RewardLine, reward_line
from habitcoach.core.streak import Streak
from habitcoach.core.target import Per


@pytest.mark.parametrize(
    ("before", "after", "first", "expected"),
    [
        (Streak(after_miss=True), Streak(current=1), True, RewardLine.WELCOME_BACK),
        (
            Streak(after_miss=True, current=4),
            Streak(after_miss=True, current=4),
            True,
            RewardLine.WELCOME_BACK,
        ),
        (Streak(after_miss=True, current=4), Streak(after_miss=True, current=4), False, RewardLine.PROGRESS),
        (Streak(after_miss=True, current=3), Streak(current=4), False, RewardLine.STREAK),
        (Streak(current=4), Streak(current=4), True, RewardLine.PROGRESS),
        (Streak(current=6), Streak(current=7), True, RewardLine.MILESTONE),
        (Streak(current=8, best=8), Streak(current=9), True, RewardLine.NEW_BEST),
        (Streak(current=0, best=0), Streak(current=1), True, RewardLine.NEAR_MILESTONE),
        (Streak(current=11, best=20), Streak(current=12), True, RewardLine.NEAR_MILESTONE),
        (Streak(current=8, best=20), Streak(current=9), True, RewardLine.STREAK),
    ],
)
def test_the_most_interesting_sentence_is_said(
    before: Streak, after: Streak, *, first: bool, expected: RewardLine
) -> None:
    assert reward_line(RewardFacts(before, after, Per.DAY, first=first)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Streak(current=4), Streak(current=4), RewardLine.BEST_DAY),
        (Streak(current=8, best=8), Streak(current=9), RewardLine.BEST_DAY),
        (Streak(current=6), Streak(current=7), RewardLine.MILESTONE),
        (Streak(after_miss=True), Streak(current=1), RewardLine.WELCOME_BACK),
    ],
)
def test_a_new_personal_best_is_said_before_all_but_a_milestone_and_a_welcome(
    before: Streak, after: Streak, expected: RewardLine
) -> None:
    assert reward_line(RewardFacts(before, after, Per.DAY, first=True, best_day=True)) is expected
