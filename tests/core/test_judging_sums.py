"""What a period adds up over its days, and the numbers it is told with. Algorithms.md, section 3."""

from datetime import timedelta
from fractions import Fraction

import pytest

from habitcoach.core.attendance import Attendance
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.judging import Judged, Outcome, Setting, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.period import Period
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from tests.core.judged_days import (
    ALL,
    BEFORE,
    FRIDAY,
    NEXT_MONDAY,
    RATE_80,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    TWICE,
    WEDNESDAY,
    judged,
    outcome,
    slot,
    weekly,
)
from tests.support.habits import MONDAY, Log, at, habit, local, office, setting, version

WEEK = Period(MONDAY, SUNDAY)


def week(log: Log, target: Target, *pauses: Pause, off: bool = False, trigger: object = None) -> Judged:
    """Return how a week of a habit that is a week old was judged."""
    days = [MONDAY + timedelta(days=n) for n in range(5)] if off else []
    one = habit(trigger or Contact(), target, since=BEFORE)  # type: ignore[arg-type]
    around = setting(office(*days), *pauses)
    return judged(one, log, today=NEXT_MONDAY, around=around)[MONDAY]


def test_a_rate_adds_up_all_days_of_its_week() -> None:
    log = Log().done(MONDAY, count=8, of=10).done(TUESDAY, count=2, of=10).done(WEDNESDAY, count=6, of=10)
    target = Target(TargetKind.RATE, 80, Per.WEEK, 5)
    assert week(log, target) == Judged(WEEK, Outcome.PART, Fraction(2, 3), 16, 30)


def test_a_count_adds_up_all_days_of_its_week() -> None:
    log = Log().done(MONDAY, count=2).done(TUESDAY).skip(FRIDAY)
    assert week(log, weekly(TargetKind.COUNT, 5)) == Judged(WEEK, Outcome.PART, Fraction(3, 4), 3, 4)


def test_a_log_early_in_a_week_nobody_asked_for_still_counts_after_a_skip() -> None:
    log = Log().done(MONDAY).skip(FRIDAY)
    assert week(log, weekly(TargetKind.CHECK, 4), trigger=Manual()).outcome is Outcome.PART


def test_paused_days_of_a_week_are_lost_one_by_one() -> None:
    pause = Pause(HabitId(1), TUESDAY, THURSDAY, "paused")
    log = Log().done(FRIDAY, count=2)
    assert week(log, weekly(TargetKind.COUNT, 5), pause) == Judged(WEEK, Outcome.KEPT, Fraction(1), 2, 2)


def test_a_log_in_a_week_that_is_paused_as_a_whole_is_judged() -> None:
    pause = Pause(HabitId(1), MONDAY, SUNDAY, "paused")
    kept = week(Log().done(MONDAY), weekly(TargetKind.COUNT, 5), pause)
    assert kept == Judged(WEEK, Outcome.KEPT, Fraction(1), 1, 0)
    assert week(Log(), weekly(TargetKind.COUNT, 5), pause) == Judged(WEEK, Outcome.NEUTRAL, Fraction(0), 0, 0)


def test_in_a_week_off_one_log_keeps_and_none_is_neutral() -> None:
    target = weekly(TargetKind.COUNT, 3)
    assert week(Log(), target, off=True) == Judged(WEEK, Outcome.NEUTRAL, Fraction(0), 0, 0)
    assert week(Log().done(TUESDAY), target, off=True) == Judged(WEEK, Outcome.KEPT, Fraction(1), 1, 0)


@pytest.mark.parametrize("target", [ALL, Target(goal=2)])
def test_a_day_off_is_told_with_what_was_done(target: Target) -> None:
    one = habit(TWICE, target, since=BEFORE)
    found = judged(one, Log().done(SATURDAY), today=NEXT_MONDAY)
    assert found[SATURDAY] == Judged(Period(SATURDAY, SATURDAY), Outcome.KEPT, Fraction(1), 1, 1)
    assert found[SUNDAY] == Judged(Period(SUNDAY, SUNDAY), Outcome.NEUTRAL, Fraction(0), 0, 0)


def test_too_few_opportunities_are_worth_nothing() -> None:
    found = judged(habit(Contact(), RATE_80, since=BEFORE), Log().done(MONDAY, count=4, of=4))
    assert found[MONDAY] == Judged(Period(MONDAY, MONDAY), Outcome.NEUTRAL, Fraction(0), 4, 4)


def test_the_one_occasion_of_a_contact_habit_can_be_skipped() -> None:
    assert outcome(Contact(), ALL, Log().skip(MONDAY, slot(MONDAY, "contact"))) is Outcome.NEUTRAL
    assert outcome(Contact(), ALL, Log().skip(MONDAY, slot(MONDAY, "other"))) is Outcome.MISSED


@pytest.mark.parametrize("target", [ALL, weekly(TargetKind.COUNT, 3)])
def test_what_was_judged_before_is_taken_over(target: Target) -> None:
    one = habit(at("10:30"), target, since=BEFORE - timedelta(days=7))
    log = Log().done(MONDAY).done(TUESDAY).done(BEFORE).skip(WEDNESDAY)
    now = local(NEXT_MONDAY + timedelta(days=2), "12:00")
    around = setting(week_start=7)
    whole = judge(one, by_date(log.entries), around, now)
    assert len(whole) > 3
    for number in range(len(whole) + 1):
        assert judge(one, by_date(log.entries), around, now, whole[:number]) == whole


def test_a_week_starts_on_the_day_the_agent_chose() -> None:
    one = habit(Contact(), weekly(TargetKind.COUNT, 3), since=BEFORE)
    found = judged(one, Log(), today=NEXT_MONDAY, around=setting(week_start=7))
    assert [day.isoweekday() for day in found] == [1, 7, 7]


def test_dates_nobody_saw_lower_the_goal_of_their_week_one_by_one() -> None:
    seen = frozenset({MONDAY, TUESDAY, THURSDAY})
    around = Setting(office(), attendance=Attendance(NEXT_MONDAY, seen))
    one = habit(Contact(), weekly(TargetKind.COUNT, 5), since=BEFORE)
    found = judged(one, Log().done(MONDAY), today=NEXT_MONDAY, around=around)
    assert found[MONDAY] == Judged(WEEK, Outcome.MISSED, Fraction(1, 3), 1, 3)
    assert around.unknown(WEDNESDAY)
    assert not around.unknown(THURSDAY)
    assert not around.unknown(SATURDAY)  # no shift: nothing to know


def test_a_week_is_judged_by_its_own_version_and_not_by_the_newest() -> None:
    versions = (
        version(BEFORE, Contact(), weekly(TargetKind.COUNT, 3)),
        version(NEXT_MONDAY, Contact(), weekly(TargetKind.COUNT, 5)),
    )
    log = Log().done(MONDAY, count=3)
    found = judged(habit(versions=versions), log, today=NEXT_MONDAY + timedelta(days=9))
    assert found[MONDAY] == Judged(WEEK, Outcome.KEPT, Fraction(1), 3, 3)
    assert found[NEXT_MONDAY].goal == 5


def test_a_day_skipped_without_an_occasion_is_lost_and_one_skipped_in_part_is_not() -> None:
    mondays = at("10:30", "15:00", weekdays=(1,))
    assert week(Log().skip(TUESDAY), weekly(TargetKind.COUNT, 5), trigger=mondays).goal == 4
    one_of_two = Log().skip(MONDAY, slot(MONDAY, "10:30"))
    assert week(one_of_two, weekly(TargetKind.COUNT, 5), trigger=mondays).goal == 5
    assert (
        week(
            one_of_two.skip(MONDAY, slot(MONDAY, "15:00")), weekly(TargetKind.COUNT, 5), trigger=mondays
        ).goal
        == 4
    )
