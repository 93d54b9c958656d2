"""Dates nobody saw: judged as days off, and how two views of them differ."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.attendance import ALWAYS, Attendance
from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import ABSENT, DutyChange
from habitcoach.core.judging import Outcome, Setting, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual, Trigger
from tests.support.habits import BERLIN, MONDAY, Log, at, habit, local, wall

DAY = timedelta(days=1)
OFFICE = ShiftPattern(wall("09:00"), wall("17:00"))
WEEK = [MONDAY + number * DAY for number in range(7)]


def seen(*days: date, today: date = MONDAY + 9 * DAY) -> Attendance:
    return Attendance(today, frozenset(days))


def outcomes(trigger: Trigger, target: Target, where: Setting, log: Log | None = None) -> dict[date, Outcome]:
    days = by_date([] if log is None else log.entries)
    found = judge(habit(trigger, target), days, where, local(MONDAY + 9 * DAY, "12:00"))
    return {one.period.start: one.outcome for one in found}


def test_only_what_has_passed_unseen_is_unknown() -> None:
    there = seen(MONDAY, today=MONDAY + 2 * DAY)
    assert [there.unknown(day) for day in WEEK[:4]] == [False, True, False, False]
    assert not any(ALWAYS.unknown(day) for day in WEEK)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (seen(MONDAY), seen(MONDAY), None),
        (ALWAYS, ALWAYS, None),
        (seen(MONDAY, WEEK[3], WEEK[2]), seen(MONDAY), WEEK[2]),
        (seen(WEEK[4]), seen(WEEK[1]), WEEK[1]),
    ],
)
def test_the_first_date_only_one_knows_of(one: Attendance, other: Attendance, first: date | None) -> None:
    assert one.differs_from(other) == first
    assert other.differs_from(one) == first


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)), st.integers(0, 20))
def test_before_the_difference_both_say_the_same(mine: set[int], others: set[int], today: int) -> None:
    one, other = (
        seen(*(MONDAY + n * DAY for n in days), today=MONDAY + today * DAY) for days in (mine, others)
    )
    first = one.differs_from(other) or date.max
    for number in range(21):
        day = MONDAY + number * DAY
        assert day >= first or one.unknown(day) == other.unknown(day)


@pytest.mark.parametrize(
    ("trigger", "target"),
    [(at("10:30"), Target()), (Contact(), Target(TargetKind.COUNT, 2)), (at("07:00", anyway=True), Target())],
)
def test_an_unknown_duty_date_is_neutral(trigger: Trigger, target: Target) -> None:
    found = outcomes(trigger, target, Setting(Calendar(BERLIN), attendance=seen(*WEEK[:2], *WEEK[5:])))
    assert [found[day] for day in WEEK[1:5]] == [Outcome.MISSED] + [Outcome.NEUTRAL] * 3
    known = outcomes(trigger, target, Setting(Calendar(BERLIN)))
    assert [known[day] for day in WEEK[1:5]] == [Outcome.MISSED] * 4


def test_a_date_without_a_shift_is_not_unknown() -> None:
    where = Setting(Calendar(BERLIN), attendance=seen())
    assert [where.unknown(day) for day in WEEK] == [True] * 5 + [False] * 2
    found = outcomes(at("07:00", anyway=True), Target(), where)
    assert found[WEEK[5]] is Outcome.MISSED


def test_one_who_was_absent_is_judged_as_one_nobody_saw() -> None:
    after = [MONDAY + number * DAY for number in (7, 8)]
    absent = Calendar(BERLIN, (), [DutyChange(day, "", OFFICE, ABSENT) for day in WEEK[1:5]])
    for trigger, target in (
        (at("07:00", "10:30", anyway=True), Target()),
        (Contact(), Target(TargetKind.COUNT, 5, Per.WEEK)),
        (at("10:30"), Target(TargetKind.CHECK, 4, Per.WEEK)),
    ):
        unknown = Setting(Calendar(BERLIN), attendance=seen(WEEK[0], *WEEK[5:], *after))
        assert outcomes(trigger, target, Setting(absent)) == outcomes(trigger, target, unknown)
        assert all(Setting(absent).unknown(day) for day in WEEK[1:5])
        assert not Setting(absent).unknown(MONDAY)


def test_a_weekly_goal_falls_with_what_nobody_saw() -> None:
    log = Log().done(MONDAY).done(WEEK[1])
    target = Target(TargetKind.COUNT, 5, Per.WEEK)
    days = by_date(log.entries)
    where = Setting(Calendar(BERLIN), attendance=seen(*WEEK[:2]))
    [week, _] = judge(habit(Manual(), target), days, where, local(MONDAY + 9 * DAY, "12:00"))
    assert (week.done, week.goal, week.outcome) == (2, 2, Outcome.KEPT)
