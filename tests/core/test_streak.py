"""Streaks, spares and milestones. Algorithms.md, section 4."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import Period
from habitcoach.core.streak import Run, Streak, is_milestone, next_milestone, streak_of
from habitcoach.core.target import Per
from tests.support.habits import MONDAY

OUTCOMES = {
    "k": Outcome.KEPT,
    "m": Outcome.MISSED,
    "n": Outcome.NEUTRAL,
    "p": Outcome.PART,
    "o": Outcome.OPEN,
}


def judged(letters: str) -> list[Judged]:
    days = [MONDAY + timedelta(days=n) for n in range(len(letters))]
    return [
        Judged(Period(day, day), OUTCOMES[letter], Fraction(1), 1, 1)
        for day, letter in zip(days, letters, strict=True)
    ]


def streak(letters: str) -> Streak:
    return streak_of(judged(letters))


def test_the_table_of_the_rules() -> None:
    letters = "kkkkkkmkknnkmkkkmkk"
    lengths = [1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 8, 9, 9, 10, 11, 12, 0, 1, 2]
    spares = [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    so_far = [streak(letters[: n + 1]) for n in range(len(letters))]
    assert [one.current for one in so_far] == lengths
    assert [one.spares for one in so_far] == spares
    last = so_far[-1]
    assert (last.best, last.total, last.bounced, last.misses) == (12, 14, 3, 3)


@pytest.mark.parametrize("letter", "pno")
def test_part_neutral_and_open_change_nothing(letter: str) -> None:
    assert streak(f"kk{letter}k").current == 3
    assert streak(letter) == Streak()


def test_a_miss_without_a_streak_costs_no_spare() -> None:
    assert streak("m") == Streak(after_miss=True)


def test_at_most_two_spares() -> None:
    assert streak("k" * 21).spares == 2


def test_a_miss_not_yet_followed_by_a_judged_period_is_not_counted_as_one_to_bounce_from() -> None:
    assert (streak("km").misses, streak("km").bounced) == (0, 0)
    assert (streak("kmn").misses, streak("kmp").misses, streak("kmp").bounced) == (0, 1, 0)
    assert (streak("kmm").misses, streak("kmmk").bounced, streak("kmmk").misses) == (1, 1, 2)


def test_runs_are_the_rows_of_the_streak_table() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    assert streak("kkmmnkk").runs == (
        Run(days[0], days[1], 2, open=False),
        Run(days[5], days[6], 2, open=True),
    )
    assert streak("mm").runs == ()


@given(st.text("kmnpo", max_size=80))
def test_numbers_that_always_hold(letters: str) -> None:
    found = streak(letters)
    assert found.total == letters.count("k") == sum(run.length for run in found.runs)
    assert found.current <= found.best <= found.total
    assert 0 <= found.spares <= 2
    assert found.bounced <= found.misses <= letters.count("m")
    assert found.best == max((run.length for run in found.runs), default=0)
    assert [run.open for run in found.runs[:-1]] == [False] * max(0, len(found.runs) - 1)
    assert found.current == sum(run.length for run in found.runs if run.open)


@pytest.mark.parametrize(
    ("per", "marks"),
    [
        (Per.DAY, [3, 7, 14, 21, 30, 66, 100, 200, 300, 400]),
        (Per.WEEK, [2, 4, 8, 12, 26, 52, 78, 104]),
        (Per.MONTH, [2, 4, 8, 12, 26, 52, 78]),
    ],
)
def test_milestones(per: Per, marks: list[int]) -> None:
    assert [n for n in range(marks[-1] + 1) if is_milestone(n, per)] == marks
    assert [next_milestone(mark - 1, per) for mark in marks] == marks
    assert [next_milestone(mark, per) for mark in [0, *marks[:-1]]] == marks
