"""What each period of a habit came to: checks, counts, days off, pauses. Algorithms.md, section 3."""

from datetime import date

import pytest

from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.judging import Outcome, scaled_goal
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Manual, OncePer, Which
from tests.core.judged_days import (
    ALL,
    BEFORE,
    COUNT_3,
    FRIDAY,
    NEXT_MONDAY,
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
from tests.support.habits import MONDAY, NIGHT, Log, at, daily, habit, office, setting


@pytest.mark.parametrize(
    ("done", "expected"),
    [((), Outcome.MISSED), (("10:30",), Outcome.PART), (("10:30", "15:00"), Outcome.KEPT)],
)
def test_a_check_is_kept_in_part_or_missed(done: tuple[str, ...], expected: Outcome) -> None:
    log = Log()
    for wall in done:
        log.done(MONDAY, slot(MONDAY, wall))
    assert outcome(TWICE, ALL, log) is expected


def test_a_check_is_kept_as_soon_as_all_is_done_and_open_until_then() -> None:
    one = habit(TWICE, ALL, since=BEFORE)
    log = Log().done(MONDAY, slot(MONDAY, "10:30"))
    assert judged(one, log, today=MONDAY)[MONDAY].outcome is Outcome.OPEN
    log.done(MONDAY, slot(MONDAY, "15:00"))
    assert judged(one, log, today=MONDAY)[MONDAY].outcome is Outcome.KEPT


def test_a_period_ends_when_an_entry_now_would_belong_to_a_later_one() -> None:
    one = habit(at("02:00"), ALL, since=BEFORE)
    nights = setting(daily(NIGHT))
    assert judged(one, Log(), today=TUESDAY, clock="08:59", around=nights)[MONDAY].outcome is Outcome.OPEN
    assert judged(one, Log(), today=TUESDAY, clock="09:00", around=nights)[MONDAY].outcome is Outcome.MISSED


def test_done_without_a_slot_counts_for_a_check_too() -> None:
    assert outcome(TWICE, ALL, Log().done(MONDAY, count=2)) is Outcome.KEPT


def test_one_slot_done_twice_is_one() -> None:
    log = Log().done(MONDAY, slot(MONDAY, "10:30")).done(MONDAY, slot(MONDAY, "10:30"))
    assert outcome(TWICE, ALL, log) is Outcome.PART


def test_an_undone_entry_counts_for_nothing() -> None:
    assert outcome(at("10:30"), ALL, Log().done(MONDAY, slot(MONDAY, "10:30")).undo(1)) is Outcome.MISSED


def test_a_number_instead_of_all() -> None:
    assert outcome(TWICE, Target(TargetKind.CHECK, 1), Log().done(MONDAY, slot(MONDAY, "15:00"))) is (
        Outcome.KEPT
    )


@pytest.mark.parametrize(
    ("times", "expected"),
    [(0, Outcome.MISSED), (1, Outcome.MISSED), (2, Outcome.PART), (3, Outcome.KEPT), (9, Outcome.KEPT)],
)
def test_a_count_per_day(times: int, expected: Outcome) -> None:
    log = Log().done(MONDAY, contact_slot(MONDAY), times) if times else Log()
    assert outcome(Contact(), COUNT_3, log) is expected


def test_a_count_on_a_day_without_an_occasion_is_neutral() -> None:
    assert outcome(at("10:30", weekdays=(2,)), COUNT_3, Log()) is Outcome.NEUTRAL


@pytest.mark.parametrize(
    ("off", "skipped", "times", "expected"),
    [
        ((), (), 3, Outcome.KEPT),
        ((), (), 2, Outcome.PART),
        ((), (), 1, Outcome.MISSED),
        ((TUESDAY, WEDNESDAY), (), 2, Outcome.KEPT),  # ⌈3 · 3/5⌉ = 2
        ((TUESDAY,), (WEDNESDAY,), 2, Outcome.KEPT),
        ((TUESDAY, WEDNESDAY, THURSDAY), (FRIDAY,), 1, Outcome.KEPT),  # ⌈3 · 1/5⌉ = 1
        ((TUESDAY,), (), 2, Outcome.PART),  # ⌈3 · 4/5⌉ = 3
        ((), (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), 0, Outcome.NEUTRAL),
        ((), (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), 0, Outcome.MISSED),
        ((MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), (), 0, Outcome.NEUTRAL),
    ],
)
def test_three_times_a_week_is_lowered_by_days_off_and_skipped_days(
    off: tuple[date, ...], skipped: tuple[date, ...], times: int, expected: Outcome
) -> None:
    log = Log()
    for day in skipped:
        log.skip(day)
    if times:
        log.done(MONDAY, contact_slot(MONDAY), times)
    around = setting(office(*off))
    assert outcome(Contact(), weekly(TargetKind.COUNT, 3), log, around=around) is expected


def test_days_skipped_occasion_by_occasion_lower_the_week_too() -> None:
    log = Log().skip(TUESDAY, slot(TUESDAY, "10:30")).skip(WEDNESDAY, slot(WEDNESDAY, "10:30"))
    log.done(MONDAY, slot(MONDAY, "10:30")).done(FRIDAY, slot(FRIDAY, "10:30"))
    assert outcome(at("10:30"), weekly(TargetKind.COUNT, 3), log) is Outcome.KEPT  # ⌈3 · 3/5⌉ = 2


def test_a_skipped_day_takes_its_occasions_out_of_a_week() -> None:
    log = Log().skip(FRIDAY)
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY):
        log.done(day, slot(day, "10:30"))
    assert outcome(at("10:30"), Target(TargetKind.CHECK, "all", Per.WEEK), log) is Outcome.KEPT


def test_a_goal_is_rounded_up_and_a_days_goal_is_not_scaled() -> None:
    assert scaled_goal(weekly(TargetKind.COUNT, 5), 5, 2) == 3
    assert scaled_goal(weekly(TargetKind.COUNT, 4), 5, 1) == 4
    assert scaled_goal(Target(TargetKind.COUNT, 5), 1, 1) == 5
    assert scaled_goal(weekly(TargetKind.COUNT, 5), 0, 0) == 5


def test_a_week_with_a_single_shift_that_is_off_is_neutral() -> None:
    calendar = office(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
    around = setting(calendar)
    assert outcome(Contact(), weekly(TargetKind.COUNT, 3), Log().skip(MONDAY), around=around) is (
        Outcome.NEUTRAL
    )


def test_a_day_off_is_neutral_and_judged_at_worst_part_when_logged() -> None:
    assert outcome(Contact(), COUNT_3, Log(), day=SATURDAY) is Outcome.NEUTRAL
    log = Log().done(SATURDAY, count=1)
    assert outcome(Contact(), COUNT_3, log, day=SATURDAY) is Outcome.PART
    assert outcome(at("10:30"), ALL, log, day=SATURDAY) is Outcome.KEPT


def test_a_day_off_of_a_cue_that_comes_anyway_is_asked_for() -> None:
    assert outcome(at("10:30", anyway=True), ALL, Log(), day=SATURDAY) is Outcome.MISSED


def test_a_weekday_without_the_cue_is_neutral() -> None:
    assert outcome(at("10:30", weekdays=(2,)), ALL, Log()) is Outcome.NEUTRAL


@pytest.mark.parametrize(("times", "expected"), [(0, Outcome.NEUTRAL), (1, Outcome.PART), (3, Outcome.KEPT)])
def test_a_manual_habit_is_never_missed(times: int, expected: Outcome) -> None:
    log = Log().done(MONDAY, count=times) if times else Log()
    assert outcome(Manual(), Target(TargetKind.CHECK, 3), log) is expected


def test_a_manual_week_asks_for_its_number() -> None:
    target = weekly(TargetKind.CHECK, 3)
    assert outcome(Manual(), target, Log().done(TUESDAY).done(THURSDAY)) is Outcome.PART
    assert outcome(Manual(), target, Log().done(TUESDAY).done(THURSDAY).done(SUNDAY)) is Outcome.KEPT


def test_a_contact_week_counts_days_ticked() -> None:
    log = Log()
    for day in (MONDAY, WEDNESDAY, FRIDAY):
        log.done(day, contact_slot(day)).done(day, contact_slot(day))
    assert outcome(Contact(), weekly(TargetKind.CHECK, 3), log) is Outcome.KEPT
    assert outcome(Contact(), weekly(TargetKind.CHECK, 4), log) is Outcome.PART


def test_once_a_week_is_kept_on_any_day_of_it() -> None:
    trigger = OncePer(Per.WEEK, Which.FIRST, Edge.START)
    target = Target(TargetKind.CHECK, "all", Per.WEEK)
    assert outcome(trigger, target, Log()) is Outcome.MISSED
    assert outcome(trigger, target, Log().done(THURSDAY)) is Outcome.KEPT
    assert outcome(trigger, target, Log().skip(MONDAY, "2026-W48")) is Outcome.NEUTRAL


def test_paused_dates_are_neutral_and_a_log_among_them_is_judged() -> None:
    pause = Pause(HabitId(1), MONDAY, WEDNESDAY, "paused")
    around = setting(None, pause)
    found = judged(habit(at("10:30"), since=BEFORE), Log().done(TUESDAY), today=NEXT_MONDAY, around=around)
    assert [found[day].outcome for day in (MONDAY, TUESDAY, WEDNESDAY)] == [
        Outcome.NEUTRAL,
        Outcome.KEPT,
        Outcome.NEUTRAL,
    ]


def test_a_pause_of_everything_and_one_of_another_habit() -> None:
    everything = setting(None, Pause(None, MONDAY, None, "paused"))
    other = setting(None, Pause(HabitId(2), MONDAY, None, "paused"))
    assert outcome(at("10:30"), ALL, Log(), around=everything) is Outcome.NEUTRAL
    assert outcome(at("10:30"), ALL, Log(), around=other) is Outcome.MISSED
