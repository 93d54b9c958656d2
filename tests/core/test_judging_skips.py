"""What a skip does to the judgement of a period. Algorithms.md, section 3."""

import pytest

from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.entry import SkipReason
from habitcoach.core.judging import Outcome
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact
from tests.core.judged_days import (
    ALL,
    COUNT_3,
    SATURDAY,
    THRICE,
    THURSDAY,
    TUESDAY,
    TWICE,
    WEDNESDAY,
    outcome,
    slot,
    weekly,
)
from tests.support.habits import MONDAY, Log, at


def test_a_skipped_occasion_is_not_asked_for() -> None:
    log = Log().skip(MONDAY, slot(MONDAY, "10:30")).done(MONDAY, slot(MONDAY, "15:00"))
    assert outcome(TWICE, ALL, log) is Outcome.KEPT


def test_a_skip_alone_never_keeps_or_misses() -> None:
    log = Log().skip(MONDAY, slot(MONDAY, "10:30")).skip(MONDAY, slot(MONDAY, "15:00"))
    assert outcome(TWICE, ALL, log) is Outcome.NEUTRAL
    assert outcome(TWICE, ALL, Log().skip(MONDAY)) is Outcome.NEUTRAL


def test_the_rest_of_a_half_skipped_day_can_be_missed() -> None:
    assert outcome(TWICE, ALL, Log().skip(MONDAY, slot(MONDAY, "10:30"))) is Outcome.MISSED


def test_did_not_get_to_it_counts_as_not_done() -> None:
    log = Log().skip(MONDAY, slot(MONDAY, "10:30"), SkipReason.NOT_DONE)
    assert outcome(at("10:30"), ALL, log) is Outcome.MISSED
    assert outcome(at("10:30"), ALL, Log().skip(MONDAY, reason=SkipReason.NOT_DONE)) is Outcome.MISSED


def test_a_number_falls_to_what_was_left_unskipped() -> None:
    log = Log().skip(MONDAY, slot(MONDAY, "10:00")).skip(MONDAY, slot(MONDAY, "12:00"))
    log.done(MONDAY, slot(MONDAY, "15:00"))
    assert outcome(THRICE, Target(TargetKind.CHECK, 2), log) is Outcome.KEPT


@pytest.mark.parametrize(
    ("done", "expected"),
    [((), Outcome.NEUTRAL), (("10:00",), Outcome.NEUTRAL), (("10:00", "12:00", "15:00"), Outcome.KEPT)],
)
def test_a_whole_day_skip_makes_an_unkept_day_neutral_and_leaves_a_kept_one(
    done: tuple[str, ...], expected: Outcome
) -> None:
    log = Log()
    for wall in done:
        log.done(MONDAY, slot(MONDAY, wall))
    assert outcome(THRICE, ALL, log.skip(MONDAY)) is expected


def test_what_was_skipped_one_by_one_before_the_day_still_lowers_its_goal() -> None:
    log = Log().skip(MONDAY, slot(MONDAY, "10:00")).done(MONDAY, slot(MONDAY, "12:00"))
    log.done(MONDAY, slot(MONDAY, "15:00")).skip(MONDAY)
    assert outcome(THRICE, ALL, log) is Outcome.KEPT


@pytest.mark.parametrize(("times", "expected"), [(2, Outcome.NEUTRAL), (3, Outcome.KEPT)])
def test_a_whole_day_skip_of_a_counted_habit(times: int, expected: Outcome) -> None:
    log = Log().done(MONDAY, contact_slot(MONDAY), times).skip(MONDAY)
    assert outcome(Contact(), COUNT_3, log) is expected


def test_a_day_off_asks_for_no_contact_though_it_was_skipped_and_done() -> None:
    log = Log()
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY):
        log.done(day, contact_slot(day))
    assert outcome(Contact(), weekly(TargetKind.CHECK, 6), log.skip(SATURDAY)) is Outcome.KEPT
