"""How a rate is judged. Algorithms.md, section 3."""

from fractions import Fraction

import pytest

from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.entry import SkipReason
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.trigger import Contact
from tests.core.judged_days import BEFORE, RATE_80, SATURDAY, TUESDAY, judged, outcome
from tests.support.habits import MONDAY, Log, habit


def rate(hits: int, of: int) -> Judged:
    log = Log().done(MONDAY, contact_slot(MONDAY), hits, of)
    return judged(habit(Contact(), RATE_80, since=BEFORE), log)[MONDAY]


def test_fourteen_of_twenty_at_a_goal_of_eighty_is_part() -> None:
    found = rate(14, 20)
    assert (found.value, found.outcome) == (Fraction(7, 8), Outcome.PART)
    assert (found.done, found.goal) == (14, 20)


@pytest.mark.parametrize(
    ("hits", "of", "expected"),
    [
        (16, 20, Outcome.KEPT),  # exactly 80 %, compared in integers
        (8, 20, Outcome.PART),
        (7, 20, Outcome.MISSED),
        (4, 4, Outcome.NEUTRAL),  # fewer than `min`
        (0, 5, Outcome.MISSED),
        (4, 5, Outcome.KEPT),
    ],
)
def test_a_rate_is_hits_against_opportunities(hits: int, of: int, expected: Outcome) -> None:
    assert rate(hits, of).outcome is expected


def test_a_rate_is_judged_when_its_period_ends() -> None:
    one = habit(Contact(), RATE_80, since=BEFORE)
    log = Log().done(MONDAY, contact_slot(MONDAY), 20, 20)
    running = judged(one, log, today=MONDAY)[MONDAY]
    assert (running.outcome, running.value) == (Outcome.OPEN, Fraction(1))
    assert judged(one, log, today=TUESDAY)[MONDAY].outcome is Outcome.KEPT


def test_a_rate_without_a_log_is_neutral_even_on_duty() -> None:
    assert outcome(Contact(), RATE_80, Log()) is Outcome.NEUTRAL


def test_too_few_today_is_neutral() -> None:
    log = Log().done(MONDAY, contact_slot(MONDAY), 1, 8).skip(MONDAY, reason=SkipReason.NO_OCCASION)
    assert outcome(Contact(), RATE_80, log) is Outcome.NEUTRAL


@pytest.mark.parametrize(("hits", "expected"), [(1, Outcome.PART), (8, Outcome.KEPT)])
def test_a_rate_logged_on_a_day_off_is_at_worst_part(hits: int, expected: Outcome) -> None:
    log = Log().done(SATURDAY, contact_slot(SATURDAY), hits, 8)
    assert outcome(Contact(), RATE_80, log, day=SATURDAY) is expected
