"""Consistency, automaticity and strength: the vectors of the rules, and what always holds."""

from datetime import date, time
from fractions import Fraction
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.automaticity import PRIOR, PRIOR_RATE, Answer, Curve, fit
from habitcoach.core.consistency import consistency, half_life, keep_weight, periods_per_week
from habitcoach.core.habit import Plan, Version
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import Period
from habitcoach.core.roster import DEFAULT_ROSTER, Roster, ShiftPattern
from habitcoach.core.strength import Band, band_of, least_of, strength
from habitcoach.core.target import Per, Target, target_from_json
from habitcoach.core.trigger import natural_period, trigger_from_json

DAY = date(2026, 6, 1)
ANSWERS = [Answer(n, y) for n, y in ((0, 2.0), (5, 2.75), (10, 3.25), (15, 3.75), (20, 4.25), (25, 4.5))]


def judged(outcome: Outcome, value: Fraction | int = 0) -> Judged:
    return Judged(Period(DAY, DAY), outcome, Fraction(value), 0, 0)


KEPT = judged(Outcome.KEPT, 1)
MISS = judged(Outcome.MISSED)
SKIP = judged(Outcome.NEUTRAL)


def c_of(periods: list[Judged], per_week: float = 5.0) -> float:
    return consistency(periods, lambda _: per_week)


@pytest.mark.parametrize(
    ("per_week", "length", "weight"),
    [(7, 13.0, 0.94808), (5, 10.987, 0.93886), (3, 8.510, 0.92178), (1, 4.914, 0.86843)],
)
def test_half_life_and_weight_follow_the_table(per_week: float, length: float, weight: float) -> None:
    assert half_life(per_week) == pytest.approx(length, abs=5e-4)
    assert keep_weight(per_week) == pytest.approx(weight, abs=5e-6)


def test_nothing_planned_weighs_nothing_in() -> None:
    assert keep_weight(0) == 1.0


@pytest.mark.parametrize(
    ("kept", "expected"),
    [(1, 0.0611), (5, 0.2705), (10, 0.4679), (15, 0.6118), (20, 0.7168), (26, 0.8061), (66, 0.9845)],
)
def test_five_a_week_all_kept(kept: int, expected: float) -> None:
    assert c_of([KEPT] * kept) == pytest.approx(expected, abs=5e-5)


def test_a_miss_a_skip_and_a_miss_made_good() -> None:
    run = [KEPT] * 21
    assert c_of([*run, MISS]) == pytest.approx(0.6893, abs=5e-5)
    assert c_of([*run, SKIP]) == pytest.approx(0.7342, abs=5e-5)
    assert c_of([*run, MISS, KEPT]) == pytest.approx(0.7083, abs=5e-5)


def test_weekly_six_and_seven_kept() -> None:
    assert c_of([KEPT] * 6, 1.0) == pytest.approx(0.5710, abs=5e-5)
    assert c_of([KEPT] * 7, 1.0) == pytest.approx(0.6275, abs=5e-5)


def test_daily_habits_follow_the_published_loop_rule() -> None:
    """Loop: score ← score·m + value·(1 − m), m = 0.5^(√frequency / 13), one step a day."""
    pattern = [True, True, False, True, True, True, False] * 30
    score = 0.0
    weight = 0.5 ** (1 / 13)
    for done in pattern:
        score = score * weight + done * (1 - weight)
    assert c_of([KEPT if one else MISS for one in pattern], 7.0) == pytest.approx(score, abs=1e-9)


@given(st.lists(st.sampled_from([KEPT, MISS, SKIP, judged(Outcome.PART, Fraction(3, 4))]), max_size=60))
def test_consistency_stays_between_0_and_1_and_a_skip_never_moves_it(periods: list[Judged]) -> None:
    found = c_of(periods)
    assert 0.0 <= found <= 1.0
    assert c_of([*periods, SKIP]) == found


EARLY_LATE = Roster(
    DAY,
    DAY,
    {"E": ShiftPattern(time(6), time(14)), "L": ShiftPattern(time(14), time(22))},
    ("E",) * 5 + (None, None) + ("L",) * 5 + (None, None),
)


@pytest.mark.parametrize(
    ("trigger", "target", "roster", "expected"),
    [
        ({"kind": "contact"}, {}, DEFAULT_ROSTER, 5.0),
        ({"kind": "manual"}, {}, DEFAULT_ROSTER, 1.0),
        ({"kind": "at", "times": ["10:30"], "weekdays": [1, 3]}, {}, DEFAULT_ROSTER, 2.0),
        ({"kind": "at", "times": ["08:00"], "anyway": True}, {}, DEFAULT_ROSTER, 7.0),
        ({"kind": "at", "times": ["08:00"]}, {}, EARLY_LATE, 2.5),
        (
            {"kind": "shift", "anchor": "start"},
            {"kind": "count", "goal": 3, "per": "week"},
            DEFAULT_ROSTER,
            1.0,
        ),
        ({"kind": "month", "shift": "last", "anchor": "end"}, {}, DEFAULT_ROSTER, 12 / 52.18),
    ],
)
def test_periods_per_week_come_from_trigger_and_roster(
    trigger: dict[str, object], target: dict[str, object], roster: Roster, expected: float
) -> None:
    made = trigger_from_json(trigger)
    aim: Target = target_from_json(target, natural_period(made), manual=trigger["kind"] == "manual")
    assert isinstance(aim.per, Per)
    version = Version(DAY, Plan("a", "b", "c"), made, aim)
    assert periods_per_week(version, roster) == pytest.approx(expected)


def test_the_curve_through_six_answers() -> None:
    curve = fit(ANSWERS)
    assert curve.plateau == pytest.approx(6.005, abs=5e-4)
    assert curve.drop == pytest.approx(4.006, abs=5e-4)
    assert curve.rate == pytest.approx(0.0394, abs=5e-5)
    assert curve.kept_to_plateau == pytest.approx(65.8, abs=0.05)


def brute(answers: list[Answer]) -> Curve:
    """Return the best curve by the rule as written: each rate's weighted line by its normal equations."""
    points = [(one.kept, one.mean, 1.0) for one in answers]
    points += [(n, 6 - 4 * exp(-log(4 / 0.3) / 66 * n), 0.25) for n in (0, 33, 66)]
    found = []
    for k in range(120):
        rate = exp(log(0.005) + (log(0.30) - log(0.005)) * k / 119)
        xs = [exp(-rate * n) for n, _, _ in points]
        w = sum(weight for _, _, weight in points)
        wx = sum(weight * x for x, (_, _, weight) in zip(xs, points, strict=True))
        wxx = sum(weight * x * x for x, (_, _, weight) in zip(xs, points, strict=True))
        wy = sum(weight * y for _, y, weight in points)
        wxy = sum(weight * x * y for x, (_, y, weight) in zip(xs, points, strict=True))
        slope = (w * wxy - wx * wy) / (w * wxx - wx * wx)
        plateau = min(7.0, (wy - slope * wx) / w)
        drop = min(plateau - 1, max(0.0, -slope))
        errors = [
            (plateau - drop * x - y) ** 2 * weight for x, (_, y, weight) in zip(xs, points, strict=True)
        ]
        found.append((sum(errors) + 0.10 * log(rate / (log(4 / 0.3) / 66)) ** 2, plateau, drop, rate))
    _, plateau, drop, rate = min(found)
    return Curve(plateau, drop, rate)


@pytest.mark.parametrize(
    "answers",
    [
        ANSWERS,
        [Answer(0, 2.0), Answer(3, 5.5), Answer(8, 6.0), Answer(20, 6.0)],  # faster than most
        [Answer(0, 1.0), Answer(60, 2.0), Answer(150, 3.0), Answer(300, 5.0)],  # slower
        [Answer(0, 6.5), Answer(30, 4.0), Answer(60, 2.0)],  # falling: a flat curve
        [Answer(0, 1.0), Answer(10, 7.0), Answer(20, 7.0), Answer(40, 7.0), Answer(80, 7.0)],  # at the bounds
        [Answer(0, 3.4), Answer(10, 3.5), Answer(20, 3.4), Answer(70, 3.8), Answer(90, 3.7)],  # nearly flat
        [Answer(12, 2.5)],
    ],
)
def test_the_fit_is_the_best_curve_of_the_rule(answers: list[Answer]) -> None:
    found, expected = fit(answers), brute(answers)
    assert found.plateau == pytest.approx(expected.plateau, abs=1e-9)
    assert found.drop == pytest.approx(expected.drop, abs=1e-9)
    assert found.rate == pytest.approx(expected.rate, abs=1e-12)


def test_without_answers_the_prior_stands() -> None:
    assert fit([]) == PRIOR
    assert pytest.approx(0.0392465, abs=5e-8) == PRIOR_RATE
    found = [round(PRIOR.at(n), 3) for n in (0, 10, 21, 40, 66)]
    assert found == [2.0, 3.298, 4.246, 5.168, 5.7]


def test_a_flat_curve_has_no_way_to_go() -> None:
    assert Curve(3.0, 0.0, 0.1).kept_to_plateau == 0.0


def test_four_statements_make_one_share() -> None:
    assert Answer(0, (5 + 4 + 4 + 3) / 4).share == pytest.approx(0.5)


@given(st.lists(st.tuples(st.integers(0, 500), st.floats(1, 7)), min_size=1, max_size=30))
def test_the_fit_keeps_its_bounds(points: list[tuple[int, float]]) -> None:
    curve = fit([Answer(n, y) for n, y in points])
    assert curve.plateau <= 7
    assert 0 <= curve.drop <= max(0.0, curve.plateau - 1) + 1e-9
    assert all(1 <= curve.at(n) <= 7 for n in range(0, 300, 7))


@pytest.mark.parametrize(("kept", "expected"), [(0, 0.0), (21, 63.0), (66, 87.8)])
def test_strength_at_five_a_week(kept: int, expected: float) -> None:
    assert strength(c_of([KEPT] * kept), PRIOR, kept) == pytest.approx(expected, abs=0.05)


def test_strength_with_six_answers() -> None:
    assert strength(0.7934, fit(ANSWERS), 25) == pytest.approx(68.1, abs=0.05)


@given(st.floats(0, 1), st.integers(0, 2000))
def test_strength_stays_within_its_scale(steadiness: float, kept: int) -> None:
    assert 0 <= strength(steadiness, PRIOR, kept) <= 100


def test_bands_begin_at_a_quarter_each() -> None:
    found = [band_of(value) for value in (0, 24.9, 25, 49.9, 50, 74.9, 75, 100)]
    assert found == [
        Band.NEW,
        Band.NEW,
        Band.GROWING,
        Band.GROWING,
        Band.SETTLING,
        Band.SETTLING,
        Band.SECOND_NATURE,
        Band.SECOND_NATURE,
    ]


@pytest.mark.parametrize("band", Band)
def test_a_word_holds_from_its_least_strength_on(band: Band) -> None:
    assert least_of(Band.NEW) == 0
    assert band_of(least_of(band)) is band
    assert band_of(least_of(band) - 1e-9) is not band or band is Band.NEW
