"""Consistency against Loop's published rule, at its edges, and what a skip can never do."""

from datetime import timedelta
from decimal import Decimal, localcontext
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.consistency import consistency, half_life, keep_weight, periods_per_week
from habitcoach.core.judging import Outcome, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.roster import Roster
from habitcoach.core.streak import streak_of
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import At, Edge, OncePer, Trigger, Which
from tests.support.habits import BERLIN, DAY, MONDAY, Log, at, habit, local, setting, version
from tests.support.thoroughness import examples

EVERY_DAY = Roster(MONDAY - timedelta(days=1), MONDAY, {"Day": DAY}, ("Day",) * 7)
DAYS = timedelta(days=1)
THREE_OF_FIVE = Roster(MONDAY, MONDAY, {"Day": DAY}, ("Day", "Day", "Day", None, None))


@pytest.mark.parametrize("seed", range(4))
def test_a_daily_habit_follows_loop_to_nine_places(seed: int) -> None:
    """Loop's rule is 0.5^(√f/13) a day; its table is made here by another way, in 40 digits."""
    draw = Random(seed)
    days = 400
    done = [True] + [draw.random() < 0.5 + 0.15 * seed for _ in range(days - 1)]
    log = Log()
    for number, kept in enumerate(done):
        if kept:
            log.done(MONDAY + timedelta(days=number))
    one = habit(at("10:30"))
    around = setting(Calendar(BERLIN, [EVERY_DAY]))
    periods = judge(one, by_date(log.entries), around, local(MONDAY + timedelta(days=days), "12:00"))[:days]
    assert [each.outcome is Outcome.KEPT for each in periods] == done
    with localcontext() as exact:
        exact.prec = 40
        m = Decimal("0.5") ** (Decimal(1) / 13)
        # Σ (1 − m)·m^(n − i) over the days kept
        table = [
            sum(((1 - m) * m ** (n - i) for i in range(n + 1) if done[i]), Decimal(0))
            for n in range(0, days, 7)
        ]
    rate = periods_per_week(one.newest, EVERY_DAY)
    assert rate == 7
    for number, expected in zip(range(0, days, 7), table, strict=True):
        assert consistency(periods[: number + 1], lambda _: rate) == pytest.approx(float(expected), abs=1e-9)


@pytest.mark.parametrize(
    ("trigger", "roster", "expected"),
    [
        (At((at("10:30").times[0],), (1, 3), weeks=2), EVERY_DAY, 1.0),
        (At((at("10:30").times[0],), (1, 3), weeks=4), EVERY_DAY, 0.5),
        (at("10:30", weekdays=(1,)), THREE_OF_FIVE, 0.6),
        (at("10:30"), THREE_OF_FIVE, 4.2),
        (OncePer(Per.WEEK, Which.FIRST, Edge.START), EVERY_DAY, 1.0),
        (OncePer(Per.WEEK, Which.LAST, Edge.START), EVERY_DAY, 1.0),
    ],
)
@pytest.mark.parametrize("week_start", [1, 7])
def test_periods_a_week_of_a_daily_target(
    trigger: Trigger, roster: Roster, expected: float, week_start: int
) -> None:
    assert periods_per_week(version(MONDAY, trigger), roster, week_start) == pytest.approx(expected)


def test_more_than_one_a_day_weighs_as_one_and_seldom_ones_weigh_by_their_own() -> None:
    assert half_life(14) == half_life(7) == 13.0
    assert keep_weight(0.02) == pytest.approx(0.5 ** (1 / (13 * sqrt(0.02 / 7))))


def test_each_period_weighs_by_how_often_its_own_version_is_planned() -> None:
    log = Log().done(MONDAY).done(MONDAY + DAYS)
    one = habit(at("10:30"))
    first, second = judge(one, by_date(log.entries), setting(), local(MONDAY + DAYS, "12:00"))
    found = consistency([first, second], lambda each: 7.0 if each is first else 1.0)
    often, seldom = keep_weight(7.0), keep_weight(1.0)
    assert found == pytest.approx(seldom * (1 - often) + (1 - seldom))


targets = st.sampled_from(
    [
        (at("10:30", "15:00"), Target()),
        (at("10:30"), Target(TargetKind.COUNT, 2)),
        (at("10:30"), Target(TargetKind.COUNT, 3, Per.WEEK)),
        (at("10:30", "15:00"), Target(TargetKind.CHECK, 1)),
    ]
)
logs = st.dictionaries(st.integers(0, 24), st.sampled_from(["both", "one", "skip"]), max_size=20)


@given(targets, logs, st.integers(0, 24), st.booleans())
@settings(max_examples=examples(120), deadline=None)
def test_a_skip_where_nothing_was_done_never_lowers_consistency_or_streak(
    plan: tuple[Trigger, Target], done: dict[int, str], skipped: int, whole: bool
) -> None:
    one = habit(*plan)
    log = Log()
    for number, what in sorted(done.items()):
        day = MONDAY + timedelta(days=number)
        if number == skipped:
            continue
        if what == "skip":
            log.skip(day)
        else:
            log.done(day, f"{day}/10:30")
        if what == "both":
            log.done(day, f"{day}/15:00")

    def numbers() -> tuple[float, int, int]:
        now = local(MONDAY + timedelta(days=25), "12:00")
        periods = judge(one, by_date(log.entries), setting(), now)
        streak = streak_of(periods)
        return consistency(periods, lambda _: 5.0), streak.current, streak.best

    before = numbers()
    day = MONDAY + timedelta(days=skipped)
    log.skip(day, None if whole else f"{day}/10:30")
    assert all(later >= earlier - 1e-12 for earlier, later in zip(before, numbers(), strict=True))
