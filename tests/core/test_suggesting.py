"""The rules of the review: every vector of algorithms.md, section 10, each edge, and what always holds."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.cue_statistics import CueStatistics
from habitcoach.core.fading import Stage
from habitcoach.core.habit import HabitId
from habitcoach.core.reviewing import SlotCount, Slots, Tally
from habitcoach.core.suggesting import (
    Advice,
    Advised,
    Evidence,
    Hindrance,
    Reason,
    Rule,
    Suggestion,
    advise,
    offers_further_habit,
    strongest,
)

KEEP, CUE, SMALLER = Suggestion.KEEP, Suggestion.CHANGE_CUE, Suggestion.MAKE_SMALLER


def of(kept: int, due: int, skipped: int = 0) -> Evidence:
    return Evidence(Tally(due, kept, skipped))


def said(kept: int, due: int, *hindrances: Hindrance) -> Evidence:
    return replace(of(kept, due), hindrances=frozenset(hindrances))


def before(evidence: Evidence, *percents: int) -> Evidence:
    return replace(evidence, former=tuple(Fraction(one, 100) for one in percents))


def two_slots(*missed: int, a_day: int = 2) -> Slots:
    return Slots(
        tuple(SlotCount(f"{9 + n}:00", 10, 10 - count, count) for n, count in enumerate(missed)), a_day
    )


def rate(evidence: Evidence, hits: int, of_them: int, goal: int = 80) -> Evidence:
    return replace(evidence, tally=replace(evidence.tally, hits=hits, of=of_them), rate_goal=goal)


QUIET = replace(of(10, 10), stage=Stage.SILENT, stage_weeks=4, consistency=0.85, automaticity=0.67)
GOAL = before(replace(rate(of(9, 10), 170, 200), automaticity=0.5), 90, 90)

VECTORS = [
    (of(2, 2), KEEP, Reason.TOO_EARLY),
    (of(3, 3, skipped=5), CUE, Reason.OFTEN_SKIPPED),
    (before(of(2, 10), 20, 25), Suggestion.RETIRE, Reason.RARELY_KEPT),
    (before(said(4, 10, Hindrance.NOT_WORTH_IT), 45), Suggestion.RETIRE, Reason.NOT_WORTH_IT),
    (said(6, 10, Hindrance.FORGOT), CUE, Reason.FORGOT),
    (replace(of(7, 10), slots=two_slots(2, 1)), CUE, Reason.ONE_SLOT),
    (of(5, 10), SMALLER, Reason.SELDOM_KEPT),
    (said(7, 10, Hindrance.TOOK_TOO_LONG), SMALLER, Reason.TOOK_TOO_LONG),
    (replace(of(9, 10), pale_rewards=2), Suggestion.CHANGE_REWARD, Reason.REWARD_PALE),
    (of(9, 10), KEEP, Reason.WELL_KEPT),
]
EDGES = [
    (of(2, 2, skipped=1), KEEP, Reason.TOO_EARLY),
    (of(2, 2, skipped=2), CUE, Reason.OFTEN_SKIPPED),
    (of(0, 0, skipped=4), CUE, Reason.OFTEN_SKIPPED),
    (of(0, 0), KEEP, Reason.TOO_EARLY),
    (of(6, 6, skipped=4), CUE, Reason.OFTEN_SKIPPED),
    (of(7, 7, skipped=4), KEEP, Reason.WELL_KEPT),
    (of(3, 3), KEEP, Reason.WELL_KEPT),
    (QUIET, Suggestion.GRADUATE, Reason.RUNS_BY_ITSELF),
    (replace(QUIET, stage_weeks=3), KEEP, Reason.WELL_KEPT),
    (replace(QUIET, stage=Stage.OCCASIONAL), KEEP, Reason.WELL_KEPT),
    (replace(QUIET, consistency=0.849), KEEP, Reason.WELL_KEPT),
    (replace(QUIET, automaticity=0.66), KEEP, Reason.WELL_KEPT),
    (replace(QUIET, automaticity=None), KEEP, Reason.WELL_KEPT),
    (before(of(3, 10), 20, 25), SMALLER, Reason.SELDOM_KEPT),
    (before(of(2, 10), 30, 25), SMALLER, Reason.SELDOM_KEPT),
    (before(of(2, 10), 25), SMALLER, Reason.SELDOM_KEPT),
    (before(of(2, 10), 90, 20, 25), Suggestion.RETIRE, Reason.RARELY_KEPT),
    (before(said(4, 10, Hindrance.NOT_WORTH_IT), 50), SMALLER, Reason.SELDOM_KEPT),
    (before(said(5, 10, Hindrance.NOT_WORTH_IT), 45), SMALLER, Reason.SELDOM_KEPT),
    (before(of(4, 10), 45), SMALLER, Reason.SELDOM_KEPT),
    (said(4, 10, Hindrance.NOT_WORTH_IT), SMALLER, Reason.SELDOM_KEPT),
    (said(79, 100, Hindrance.WRONG_MOMENT), CUE, Reason.WRONG_MOMENT),
    (said(8, 10, Hindrance.FORGOT, Hindrance.WRONG_MOMENT), KEEP, Reason.WELL_KEPT),
    (said(7, 10, Hindrance.NO_OCCASION, Hindrance.FELT_ROBOTIC), KEEP, Reason.NO_CAUSE),
    (said(5, 10, Hindrance.FORGOT), CUE, Reason.FORGOT),
    (replace(of(7, 10), cue=CueStatistics(timedelta(minutes=31))), CUE, Reason.LATE),
    (replace(of(7, 10), cue=CueStatistics(timedelta(minutes=30))), KEEP, Reason.NO_CAUSE),
    (replace(of(7, 10), cue=CueStatistics(put_off=Fraction(2, 5))), CUE, Reason.PUT_OFF),
    (replace(of(7, 10), cue=CueStatistics(put_off=Fraction(39, 100))), KEEP, Reason.NO_CAUSE),
    (replace(of(8, 10), cue=CueStatistics(timedelta(minutes=99), Fraction(1))), KEEP, Reason.WELL_KEPT),
    (replace(of(7, 10), slots=two_slots(2, 0)), KEEP, Reason.NO_CAUSE),
    (replace(of(7, 10), slots=two_slots(3, 2)), CUE, Reason.ONE_SLOT),
    (replace(of(7, 10), slots=two_slots(4, 3)), KEEP, Reason.NO_CAUSE),
    (replace(of(7, 10), slots=two_slots(3, 0, a_day=1)), KEEP, Reason.NO_CAUSE),
    (of(6, 10), KEEP, Reason.NO_CAUSE),
    (of(0, 10), SMALLER, Reason.SELDOM_KEPT),
    (rate(of(8, 10), 399, 1000), SMALLER, Reason.FEW_HITS),
    (said(8, 10, Hindrance.TOOK_TOO_LONG), KEEP, Reason.WELL_KEPT),
    (rate(of(8, 10), 39, 100), SMALLER, Reason.FEW_HITS),
    (rate(of(8, 10), 40, 100), KEEP, Reason.WELL_KEPT),
    (rate(of(8, 10), 0, 0), KEEP, Reason.WELL_KEPT),
    (replace(rate(of(8, 10), 1, 100), rate_goal=None), KEEP, Reason.WELL_KEPT),
    (replace(of(9, 10), pale_rewards=1), KEEP, Reason.WELL_KEPT),
    (GOAL, Suggestion.RAISE_GOAL, Reason.GOAL_REACHED),
    (replace(GOAL, pale_rewards=2), Suggestion.CHANGE_REWARD, Reason.REWARD_PALE),
    (replace(GOAL, rate_goal=None), KEEP, Reason.WELL_KEPT),
    (replace(GOAL, automaticity=0.49), KEEP, Reason.WELL_KEPT),
    (replace(GOAL, automaticity=None), KEEP, Reason.WELL_KEPT),
    (before(GOAL, 90, 89), KEEP, Reason.WELL_KEPT),
    (before(GOAL, 90), KEEP, Reason.WELL_KEPT),
]


@pytest.mark.parametrize(("evidence", "suggestion", "reason"), VECTORS)
def test_the_vectors_of_the_rules(evidence: Evidence, suggestion: Suggestion, reason: Reason) -> None:
    found = advise(evidence)
    assert (found.suggestion, found.reason) == (suggestion, reason)


@pytest.mark.parametrize(("evidence", "suggestion", "reason"), EDGES)
def test_the_edges_of_the_rules(evidence: Evidence, suggestion: Suggestion, reason: Reason) -> None:
    found = advise(evidence)
    assert (found.suggestion, found.reason) == (suggestion, reason)


@pytest.mark.parametrize(
    ("evidence", "params"),
    [
        (of(2, 3), {}),
        (of(0, 3), {}),
        (replace(of(7, 10), cue=CueStatistics(timedelta(hours=2))), {"minutes": 120}),
        (of(2, 3, skipped=5), {"skipped": 5, "of": 8}),
        (QUIET, {"weeks": 4}),
        (before(of(2, 10), 20, 25), {"reviews": 3}),
        (before(said(4, 10, Hindrance.NOT_WORTH_IT), 45), {"reviews": 2}),
        (replace(of(7, 10), cue=CueStatistics(timedelta(minutes=44, seconds=59))), {"minutes": 44}),
        (replace(of(7, 10), cue=CueStatistics(put_off=Fraction(2, 3))), {"share": 66}),
        (replace(of(7, 10), slots=two_slots(1, 2)), {"place": "10:00", "missed": 2, "misses": 3}),
        (rate(of(8, 10), 3, 10), {"hits": 3, "of": 10, "goal": 80}),
        (GOAL, {"reviews": 3}),
    ],
)
def test_a_reason_carries_its_numbers(evidence: Evidence, params: dict[str, object]) -> None:
    tally = evidence.tally
    common = {"due": tally.due, "kept": tally.kept, "percent": 100 * tally.kept // tally.due}
    assert advise(evidence).params == common | params


def test_the_rules_stand_in_the_order_of_the_document() -> None:
    named = [
        of(3, 3, 5),
        of(2, 2),
        QUIET,
        before(of(2, 10), 20, 25),
        said(6, 10, Hindrance.FORGOT),
        of(5, 10),
    ]
    named += [replace(of(9, 10), pale_rewards=2), GOAL, of(9, 10)]
    assert [advise(one).rule for one in named] == list(range(1, 10))


shares = st.builds(Fraction, st.integers(0, 10), st.just(10))
tallies = st.builds(
    lambda due, kept, skipped, hits: Tally(due, min(due, kept), skipped, hits, 10),
    *(st.integers(0, 12), st.integers(0, 12), st.integers(0, 8), st.integers(0, 10)),
)
evidences = st.builds(
    Evidence,
    tally=tallies,
    cue=st.builds(
        CueStatistics, st.none() | st.timedeltas(timedelta(0), timedelta(hours=2)), st.none() | shares
    ),
    slots=st.lists(st.integers(0, 10), max_size=3).map(lambda missed: two_slots(*missed, a_day=len(missed))),
    former=st.lists(shares, max_size=4).map(tuple),
    hindrances=st.frozensets(st.sampled_from(Hindrance)),
    stage=st.sampled_from(Stage),
    stage_weeks=st.integers(0, 8),
    consistency=st.floats(0, 1),
    automaticity=st.none() | st.floats(0, 1),
    rate_goal=st.none() | st.integers(1, 100),
    pale_rewards=st.integers(0, 3),
)


@given(evidences)
def test_a_suggestion_always_has_its_reason(evidence: Evidence) -> None:
    found = advise(evidence)
    assert isinstance(found.reason, Reason)
    assert {"due", "kept", "percent"} <= found.params.keys()
    if found.suggestion is KEEP:
        assert found.rule in {Rule.TOO_EARLY, Rule.NOTHING_AMISS}


@given(evidences)
def test_with_less_than_three_due_nothing_is_changed_but_a_cue_skipped_often(evidence: Evidence) -> None:
    few = replace(evidence, tally=replace(evidence.tally, due=2, kept=min(2, evidence.tally.kept)))
    assert advise(few).suggestion in {KEEP, CUE}
    assert (advise(few).suggestion is CUE) == (few.tally.skipped >= 2)


def advised(number: int, rule: Rule, percent: int, suggestion: Suggestion = SMALLER) -> Advised:
    return Advised(HabitId(number), Advice(suggestion, rule, Reason.NO_CAUSE), Fraction(percent, 100))


@pytest.mark.parametrize(
    ("found", "number"),
    [
        ([], None),
        ([advised(1, Rule.TOO_EARLY, 0, KEEP), advised(2, Rule.NOTHING_AMISS, 90, KEEP)], None),
        ([advised(1, Rule.TOO_EARLY, 0, KEEP), advised(2, Rule.TOO_BIG, 50)], 2),
        ([advised(1, Rule.TOO_BIG, 10), advised(2, Rule.CUE_FAILS, 70)], 2),
        ([advised(1, Rule.TOO_BIG, 50), advised(2, Rule.TOO_BIG, 40)], 2),
        ([advised(1, Rule.TOO_BIG, 40), advised(2, Rule.TOO_BIG, 40)], 1),
        ([advised(1, Rule.REWARD_FAILS, 95), advised(2, Rule.SKIPPED, 100)], 2),
    ],
)
def test_the_strongest_of_all_habits(found: list[Advised], number: int | None) -> None:
    best = strongest(found)
    assert (None if best is None else best.habit_id) == number


@pytest.mark.parametrize(
    ("percents", "weeks", "offered"),
    [
        ([], 0, True),
        ([None], 0, False),
        ([70], 0, True),
        ([69], 0, False),
        ([100, 40], 2, True),
        ([100, 39], 2, False),
        ([100, None], 2, True),
        ([100, 100, 100], 2, False),
        ([100, 100, 100], 3, True),
        ([100] * 4, 3, True),
        ([100] * 5, 30, False),
    ],
)
def test_when_a_further_habit_is_offered(percents: list[int | None], weeks: int, offered: bool) -> None:
    found = [None if one is None else Fraction(one, 100) for one in percents]
    assert offers_further_habit(found, weeks) is offered
