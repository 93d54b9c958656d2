"""Streaks after some periods: the same as reckoned from the start, whatever was remembered."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from habitcoach.coaching.past_streaks import A_STRETCH, PastStreaks
from habitcoach.core.habit import HabitId
from habitcoach.core.judging import ONE, Judged, Outcome
from habitcoach.core.period import one_day
from habitcoach.core.streak import streak_of
from tests.support.habits import MONDAY

SMILE = HabitId(1)
LONG = 3 * A_STRETCH


def periods(outcomes: list[Outcome]) -> list[Judged]:
    return [
        Judged(one_day(MONDAY + timedelta(days=number)), outcome, ONE, 1, 1)
        for number, outcome in enumerate(outcomes)
    ]


@given(
    st.lists(st.sampled_from(Outcome), min_size=LONG, max_size=LONG),
    st.lists(st.tuples(st.integers(0, LONG), st.integers(0, LONG - 1)), min_size=1, max_size=8),
)
def test_the_same_as_from_the_start_though_the_past_changes(
    outcomes: list[Outcome], asked: list[tuple[int, int]]
) -> None:
    past, lived = PastStreaks(), periods(outcomes)
    for count, changed in asked:
        assert past.after(SMILE, lived, count) == streak_of(lived[:count])
        # From a changed period on, everything is judged anew: other objects.
        lived = [*lived[:changed], *(replace(one) for one in lived[changed:])]
        lived[changed] = replace(lived[changed], outcome=Outcome.KEPT)
        assert past.after(SMILE, lived, count) == streak_of(lived[:count])


def test_each_habit_has_its_own() -> None:
    past = PastStreaks()
    kept, missed = periods([Outcome.KEPT] * A_STRETCH), periods([Outcome.MISSED] * A_STRETCH)
    assert past.after(SMILE, kept, A_STRETCH).current == A_STRETCH
    assert past.after(HabitId(2), missed, A_STRETCH).current == 0


def test_fewer_periods_than_were_there_before() -> None:
    past, lived = PastStreaks(), periods([Outcome.KEPT] * LONG)
    assert past.after(SMILE, lived, LONG).current == LONG
    assert past.after(SMILE, lived[:10], 10).current == 10
