"""Period by period: the steps end where the folds themselves do."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.consistency import consistency, half_life, keep_weight
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import Period
from habitcoach.core.streak import streak_of
from habitcoach.core.tracing import Frequency, SpareMove, trace
from tests.support.habits import MONDAY

OUTCOMES = {
    "k": Outcome.KEPT,
    "p": Outcome.PART,
    "m": Outcome.MISSED,
    "n": Outcome.NEUTRAL,
    "o": Outcome.OPEN,
}
VALUES = {"k": Fraction(1), "p": Fraction(2, 3), "m": Fraction(1, 4), "n": Fraction(0), "o": Fraction(1, 2)}


def judged(letters: str) -> list[Judged]:
    days = [MONDAY + timedelta(days=n) for n in range(len(letters))]
    return [
        Judged(Period(day, day), OUTCOMES[letter], VALUES[letter], 1, 1)
        for day, letter in zip(days, letters, strict=True)
    ]


def test_the_table_of_streaks_and_spares() -> None:
    steps = list(trace(judged("kkkkkkmkknnkmkkkmkk"), lambda _: 5.0))
    assert [one.streak.current for one in steps] == [
        *(1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 8, 9, 9, 10, 11, 12, 0, 1, 2),
    ]
    moves = [(number, one.spare) for number, one in enumerate(steps, start=1) if one.spare is not None]
    assert moves == [
        (7, SpareMove.SPENT),
        (8, SpareMove.EARNED),
        (13, SpareMove.SPENT),
        (19, SpareMove.EARNED),
    ]


def test_a_spare_over_the_most_there_may_be() -> None:
    steps = list(trace(judged("k" * 14), lambda _: 5.0))
    assert [one.spare for one in steps if one.spare] == [SpareMove.EARNED, SpareMove.FULL]


def test_a_spare_is_earned_in_one_period_only() -> None:
    steps = list(trace(judged("k" * 14 + "np"), lambda _: 5.0))
    assert [one.spare for one in steps[-3:]] == [SpareMove.FULL, None, None]


def test_neutral_periods_move_nothing() -> None:
    first, second = trace(judged("kn"), lambda _: 5.0)
    assert (second.streak, second.consistency, second.spare) == (first.streak, first.consistency, None)


@pytest.mark.parametrize(("kept", "value"), [(1, 0.0611), (5, 0.2705), (20, 0.7168)])
def test_consistency_after_each_kept_period(kept: int, value: float) -> None:
    steps = list(trace(judged("k" * 20), lambda _: 5.0))
    assert steps[kept - 1].consistency == pytest.approx(value, abs=5e-5)
    assert steps[0].frequency == Frequency(5.0, half_life(5), keep_weight(5))


@given(st.text("kpmno", max_size=60), st.lists(st.sampled_from([1.0, 3.0, 5.0, 7.0]), min_size=60))
def test_the_last_step_is_what_the_folds_give(letters: str, planned: list[float]) -> None:
    periods = judged(letters)
    per_week = dict(zip(periods, planned, strict=False))
    steps = list(trace(periods, lambda one: per_week[one]))
    assert len(steps) == len(periods)
    if steps:
        assert steps[-1].streak == streak_of(periods)
        assert steps[-1].consistency == consistency(periods, lambda one: per_week[one])


@given(st.text("kpmno", max_size=80))
def test_spares_earned_and_spent_are_the_difference(letters: str) -> None:
    steps = list(trace(judged(letters), lambda _: 5.0))
    moved = [one.spare for one in steps]
    left = 1 + moved.count(SpareMove.EARNED) - moved.count(SpareMove.SPENT)
    assert left == (steps[-1].streak.spares if steps else 1)
