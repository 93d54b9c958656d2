"""The headline of a week: the rarest good fact wins."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from habitcoach.core.headline import Headline, HeadlineCode, WeekOfHabit, headline
from habitcoach.core.target import Per

THURSDAY = date(2026, 11, 26)
#: An ordinary week: four of five, the streak from 4 to 5, best 9.
PLAIN = WeekOfHabit("Smile", Per.DAY, 4, 5, 7, 10, 4, 5, 9, 0, 0)


def code_of(*habits: WeekOfHabit, best_day: date | None = None) -> HeadlineCode:
    return headline(habits, best_day).code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, HeadlineCode.STEADY),
        ({"done": 8}, HeadlineCode.GOOD),
        ({"done": 10}, HeadlineCode.ALL_DONE),
        ({"done": 4}, HeadlineCode.THIN),
        ({"done": 5}, HeadlineCode.STEADY),
        ({"after": 7}, HeadlineCode.MILESTONE),
        ({"before": 6, "after": 9}, HeadlineCode.MILESTONE),
        ({"before": 9, "after": 10, "best_before": 9}, HeadlineCode.NEW_BEST),
        ({"before": 0, "after": 2, "best_before": 0}, HeadlineCode.STEADY),
        ({"before": 10, "after": 10, "best_before": 9}, HeadlineCode.STEADY),
        ({"misses": 2, "bounced": 2}, HeadlineCode.CAME_BACK),
        ({"misses": 2, "bounced": 1}, HeadlineCode.STEADY),
        ({"done": 0, "of": 0, "due": 0, "kept": 0}, HeadlineCode.QUIET),
    ],
)
def test_which_fact_is_told(changes: dict[str, Any], code: HeadlineCode) -> None:
    assert code_of(replace(PLAIN, **changes)) is code


def test_the_best_day_comes_before_all() -> None:
    found = headline([replace(PLAIN, done=10, after=7)], THURSDAY)
    assert found == Headline(HeadlineCode.BEST_DAY, 10, 10, THURSDAY, streaks=1)


def test_of_two_streaks_the_longer_is_told() -> None:
    longer = replace(PLAIN, habit="Thanks", before=20, after=21)
    found = headline([replace(PLAIN, after=7), longer], None)
    assert (found.code, found.habit, found.length) == (HeadlineCode.MILESTONE, "Thanks", 21)


def test_weekly_streaks_have_their_own_marks() -> None:
    weekly = replace(PLAIN, per=Per.WEEK, before=3, after=4, best_before=6)
    assert code_of(weekly) is HeadlineCode.MILESTONE


def test_habits_that_are_merely_counted_are_told_by_their_days() -> None:
    counted = replace(PLAIN, done=0, of=0)
    found = headline([counted, counted], None)
    assert (found.done, found.of, found.code, found.streaks) == (8, 10, HeadlineCode.GOOD, 2)
    found = headline([counted, PLAIN], None)
    assert (found.done, found.of) == (7, 10)


def test_nothing_at_all() -> None:
    assert headline([], None) == Headline(HeadlineCode.QUIET)
    assert headline([], None, runs=True) == Headline(HeadlineCode.BEGUN)
