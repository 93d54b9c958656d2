"""What rewards were worth: no's in a row, and since when a reward has been the same."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.habit import Version
from habitcoach.core.trigger import Manual
from habitcoach.core.worth import Worth, pale_in_a_row, same_reward
from tests.support.habits import MONDAY, ONE_CHECK, PLAN, habit, local

NOON = local(MONDAY, "12:00")


@pytest.mark.parametrize(
    ("answers", "pale"), [("", 0), ("y", 0), ("n", 1), ("ny", 0), ("yn", 1), ("nynn", 2), ("nnn", 3)]
)
def test_no_in_a_row(answers: str, pale: int) -> None:
    found = [Worth(NOON + timedelta(days=n), one == "y") for n, one in enumerate(answers)]
    assert pale_in_a_row(found) == pale_in_a_row(reversed(found)) == pale


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=6))
def test_a_reward_is_the_same_without_a_break(rewards: list[str]) -> None:
    versions = tuple(
        Version(MONDAY + timedelta(days=n), replace(PLAN, reward=one), Manual(), ONE_CHECK)
        for n, one in enumerate(rewards)
    )
    found = same_reward(habit(versions=versions), versions[-1])
    since = versions.index(found)
    assert set(rewards[since:]) == {rewards[-1]}
    assert since == 0 or rewards[since - 1] != rewards[-1]
