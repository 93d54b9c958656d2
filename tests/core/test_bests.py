"""Personal bests: the vectors of algorithms.md, section 9."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.bests import BestDay, best_day, height, is_new_best, wilson_lower
from habitcoach.core.entry import Source
from habitcoach.core.ledger import NOTHING, DayLog, by_date
from habitcoach.core.target import TargetKind
from tests.support.habits import MONDAY, Log

RATE, COUNT, CHECK = TargetKind.RATE, TargetKind.COUNT, TargetKind.CHECK
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.mark.parametrize(
    ("hits", "of", "bound"),
    [(3, 3, 0.4385), (14, 20, 0.4810), (5, 5, 0.5655), (19, 20, 0.7639), (20, 20, 0.8389), (0, 0, 0)],
)
def test_the_lower_bound_of_a_rate(hits: int, of: int, bound: float) -> None:
    assert wilson_lower(hits, of) == pytest.approx(bound, abs=5e-5)


@given(st.integers(1, 999), st.data())
def test_the_bound_lies_below_the_rate_and_rises_with_each_hit(of: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(1, of))
    assert -1e-12 <= wilson_lower(hits - 1, of) < wilson_lower(hits, of) < hits / of


def test_the_best_day_of_a_rate_is_the_surest_and_of_equal_ones_the_first() -> None:
    log = Log().done(MONDAY, count=5, of=5).done(TUESDAY, count=19, of=20).done(WEDNESDAY, count=19, of=20)
    assert best_day(RATE, by_date(log.entries)) == BestDay(TUESDAY, 19, 20)


def test_the_best_day_of_a_count_has_most_of_it() -> None:
    log = Log().done(MONDAY, count=3).done(TUESDAY, count=2).done(TUESDAY, count=2)
    assert best_day(COUNT, by_date(log.entries)) == BestDay(TUESDAY, 4, None)


def test_no_best_without_a_count() -> None:
    days = by_date(Log().done(MONDAY).entries)
    assert best_day(CHECK, days) is None
    assert best_day(RATE, {}) is None
    assert best_day(RATE, by_date(Log().done(MONDAY, count=0, of=5).entries)) is None


def test_an_estimate_never_sets_a_best() -> None:
    log = Log().done(MONDAY, count=10, of=10, source=Source.ESTIMATE).done(TUESDAY, count=1, of=9)
    days = by_date(log.entries)
    assert days[MONDAY].estimated
    assert best_day(RATE, days) == BestDay(TUESDAY, 1, 9)


def rate(hits: int, of: int) -> DayLog:
    return DayLog(hits=hits, of=of)


@pytest.mark.parametrize(
    ("before", "after", "others", "new"),
    [
        (NOTHING, rate(5, 5), [rate(14, 20)], True),
        (NOTHING, rate(5, 5), [], False),  # there was nothing to beat
        (NOTHING, rate(5, 5), [rate(0, 9)], False),
        (NOTHING, rate(14, 20), [rate(5, 5)], False),
        (NOTHING, rate(5, 5), [rate(5, 5)], False),
        (rate(5, 5), rate(6, 6), [rate(14, 20)], False),  # it stood above already
        (rate(6, 6), rate(6, 7), [rate(3, 3)], False),
        (rate(5, 5), rate(6, 6), [rate(5, 5), rate(1, 1)], True),
    ],
)
def test_a_log_lifts_its_day_above_all_others_once(
    before: DayLog, after: DayLog, others: list[DayLog], *, new: bool
) -> None:
    assert is_new_best(RATE, before, after, others) is new


def test_a_check_habit_stands_nowhere() -> None:
    assert height(CHECK, DayLog(times=4)) == 0
