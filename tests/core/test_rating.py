"""Ratings as points of the curve."""

import pytest

from habitcoach.core.habit import HabitId
from habitcoach.core.rating import Rating
from tests.support.habits import MONDAY, local


@pytest.mark.parametrize(
    ("marks", "mean", "share"), [((5, 4, 4, 3), 4.0, 0.5), ((6,), 6.0, 5 / 6), ((1, None, 2), 1.5, 1 / 12)]
)
def test_the_mean_of_the_statements_answered(marks: tuple[int, ...], mean: float, share: float) -> None:
    found = Rating(HabitId(1), "2026-W48", MONDAY, local(MONDAY, "17:00"), *marks).answer(7)
    assert (found.kept, found.mean) == (7, mean)
    assert found.share == pytest.approx(share)
