"""What each period of a habit came to. Algorithms.md, section 3."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import Habit, HabitId, Pause
from habitcoach.core.judging import Judged, Outcome, Setting, contact_slot, judge, scaled_goal
from habitcoach.core.ledger import by_date
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Manual, OncePer, Trigger, Which
from tests.core.test_work_dates import any_calendar
from tests.support.habits import DAY, MONDAY, NIGHT, Log, at, daily, habit, local, office, setting, version

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in range(1, 7))
NEXT_MONDAY = MONDAY + timedelta(days=7)
#: A Monday a week before: the habit is no longer new.
BEFORE = MONDAY - timedelta(days=7)
ALL = Target()
COUNT_1 = Target(TargetKind.COUNT, 1)
COUNT_3 = Target(TargetKind.COUNT, 3)
RATE_80 = Target(TargetKind.RATE, 80, minimum=5)
TWICE = at("10:30", "15:00")
THRICE = at("10:00", "12:00", "15:00")


def weekly(kind: TargetKind, goal: int) -> Target:
    return Target(kind, goal, Per.WEEK)


def slot(day: date, wall: str) -> str:
    return f"{day}/{wall}"


def judged(
    one: Habit, log: Log, *, today: date = TUESDAY, around: Setting | None = None, clock: str = "12:00"
) -> dict[date, Judged]:
    found = judge(one, by_date(log.entries), around or setting(), local(today, clock))
    return {each.period.start: each for each in found}


def outcome(
    trigger: Trigger,
    target: Target,
    log: Log,
    *,
    day: date = MONDAY,
    today: date = NEXT_MONDAY,
    around: Setting | None = None,
) -> Outcome:
    """Return how one period of a habit that is a week old ended."""
    return judged(habit(trigger, target, since=BEFORE), log, today=today, around=around)[day].outcome


# ------------------------------------------------------------------ check


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


# ------------------------------------------------------------------ skips


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


# ------------------------------------------------------------------ count


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


# ------------------------------------------------------------------ rate


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


# ------------------------------------------------------------------ off, manual, paused


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


# ------------------------------------------------------------------ the first period


def test_the_first_day_of_a_habit_is_never_missed() -> None:
    found = judged(habit(at("10:30")), Log(), today=WEDNESDAY)
    assert [found[day].outcome for day in (MONDAY, TUESDAY)] == [Outcome.NEUTRAL, Outcome.MISSED]


def test_the_first_period_can_be_kept_or_part() -> None:
    assert judged(habit(TWICE), Log().done(MONDAY))[MONDAY].outcome is Outcome.PART
    assert judged(habit(TWICE), Log().done(MONDAY, count=2))[MONDAY].outcome is Outcome.KEPT


def test_the_first_day_after_a_pause_is_never_missed() -> None:
    pause = Pause(HabitId(1), MONDAY, TUESDAY, "archived")
    found = judged(habit(at("10:30"), since=BEFORE), Log(), today=SATURDAY, around=setting(None, pause))
    assert [found[day].outcome for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)] == [
        Outcome.NEUTRAL,
        Outcome.NEUTRAL,
        Outcome.NEUTRAL,
        Outcome.MISSED,
    ]


def test_the_week_in_which_a_pause_ends_is_never_missed() -> None:
    target = weekly(TargetKind.COUNT, 3)
    within = setting(None, Pause(HabitId(1), BEFORE + timedelta(days=2), TUESDAY, "paused"))
    on_sunday = setting(None, Pause(HabitId(1), BEFORE, MONDAY - timedelta(days=1), "paused"))
    for around in (within, on_sunday):
        one = habit(Contact(), target, since=BEFORE - timedelta(days=7))
        found = judged(one, Log(), today=NEXT_MONDAY + timedelta(days=7), around=around)
        assert found[MONDAY].outcome is Outcome.NEUTRAL
        assert found[NEXT_MONDAY].outcome is Outcome.MISSED


def test_the_rest_of_the_week_a_habit_begins_in_is_never_missed() -> None:
    one = habit(Contact(), weekly(TargetKind.COUNT, 3), since=WEDNESDAY)
    found = judged(one, Log(), today=NEXT_MONDAY + timedelta(days=7))
    assert found[WEDNESDAY].outcome is Outcome.NEUTRAL
    assert found[WEDNESDAY].period.end == SUNDAY
    assert found[NEXT_MONDAY].outcome is Outcome.MISSED


# ------------------------------------------------------------------ versions


def test_each_day_is_judged_by_the_version_of_its_day() -> None:
    one = habit(versions=(version(BEFORE, at("10:30")), version(TUESDAY, TWICE)))
    log = Log().done(MONDAY, slot(MONDAY, "10:30")).done(TUESDAY, slot(TUESDAY, "10:30"))
    found = judged(one, log, today=WEDNESDAY)
    assert [found[day].outcome for day in (MONDAY, TUESDAY)] == [Outcome.KEPT, Outcome.PART]


def test_an_easier_goal_changes_no_day_before_it() -> None:
    one = habit(versions=(version(BEFORE, Contact(), COUNT_3), version(TUESDAY, Contact(), COUNT_1)))
    found = judged(one, Log().done(MONDAY).done(TUESDAY), today=WEDNESDAY)
    assert [found[day].outcome for day in (MONDAY, TUESDAY)] == [Outcome.MISSED, Outcome.KEPT]


def test_a_period_changed_on_the_last_day_of_a_week_still_cuts_it() -> None:
    one = habit(
        versions=(
            version(BEFORE, Contact(), weekly(TargetKind.COUNT, 1)),
            version(SUNDAY, Contact(), COUNT_1),
        )
    )
    found = judged(one, Log(), today=NEXT_MONDAY)
    assert found[MONDAY].period.end == SATURDAY
    assert found[SUNDAY].period.end == SUNDAY


def test_a_week_is_judged_by_the_version_at_its_end() -> None:
    one = habit(
        versions=(
            version(BEFORE, Contact(), weekly(TargetKind.COUNT, 5)),
            version(WEDNESDAY, Contact(), weekly(TargetKind.COUNT, 2)),
        )
    )
    found = judged(one, Log().done(MONDAY, count=2), today=NEXT_MONDAY)
    assert found[MONDAY].outcome is Outcome.KEPT


def test_another_period_cuts_the_week_short_and_what_is_cut_is_never_missed() -> None:
    one = habit(
        versions=(
            version(BEFORE, Contact(), weekly(TargetKind.COUNT, 5)),
            version(WEDNESDAY, Contact(), COUNT_3),
            version(FRIDAY, Contact(), weekly(TargetKind.COUNT, 5)),
        )
    )
    found = judged(one, Log(), today=NEXT_MONDAY)
    assert [(each.period.start, each.period.end) for each in found.values()][1:] == [
        (MONDAY, TUESDAY),
        (WEDNESDAY, WEDNESDAY),
        (THURSDAY, THURSDAY),
        (FRIDAY, SUNDAY),
        (NEXT_MONDAY, NEXT_MONDAY + timedelta(days=6)),
    ]
    assert [found[day].outcome for day in (MONDAY, WEDNESDAY, FRIDAY)] == [
        Outcome.NEUTRAL,
        Outcome.MISSED,
        Outcome.NEUTRAL,
    ]


def test_a_clock_set_back_before_the_habit_began_judges_nothing() -> None:
    assert judge(habit(at("10:30")), {}, setting(), local(BEFORE, "12:00")) == []


# ------------------------------------------------------------------ always

any_target = st.one_of(
    st.builds(Target, st.just(TargetKind.CHECK), st.just("all") | st.integers(1, 4), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.COUNT), st.integers(1, 9), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.RATE), st.integers(1, 100), st.sampled_from(Per), st.integers(1, 9)),
)
triggers = st.sampled_from([at("10:30", "15:00"), at("10:30", anyway=True), Contact(), Manual()])
lines = st.tuples(st.sampled_from(["done", "slot", "skip", "day"]), st.integers(0, 12))


def logged(steps: list[tuple[str, int]], since: date) -> Log:
    log = Log()
    for kind, number in steps:
        day = since + timedelta(days=number)
        match kind:
            case "done":
                log.done(day)
            case "slot":
                log.done(day, slot(day, "10:30"))
            case "skip":
                log.skip(day, slot(day, "15:00"))
            case "day":
                log.skip(day)
    return log


@given(any_calendar, triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 20))
@settings(max_examples=200, deadline=None)
def test_periods_follow_each_other_and_only_the_last_is_open(
    calendar: Calendar, trigger: Trigger, target: Target, steps: list[tuple[str, int]], age: int
) -> None:
    one = habit(trigger, target)
    now: datetime = local(MONDAY + timedelta(days=age), "12:00")
    found = judge(one, by_date(logged(steps, MONDAY).entries), setting(calendar), now)
    for earlier, later in pairwise(found):
        assert later.period.start == earlier.period.end + timedelta(days=1)
    for each in found[:-1]:
        assert each.outcome is not Outcome.OPEN
    assert all(0 <= each.value <= 1 for each in found)
    assert all(
        (each.value == 1) == (each.outcome is Outcome.KEPT)
        for each in found
        if each.outcome in {Outcome.KEPT, Outcome.PART, Outcome.MISSED}
    )
    if isinstance(trigger, Manual):
        assert Outcome.MISSED not in {each.outcome for each in found}


@given(triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 12))
@settings(max_examples=200, deadline=None)
def test_one_more_done_never_makes_a_period_worse(
    trigger: Trigger, target: Target, steps: list[tuple[str, int]], number: int
) -> None:
    one = habit(trigger, target)
    now = local(MONDAY + timedelta(days=20), "12:00")
    log = logged(steps, MONDAY)
    before = judge(one, by_date(log.entries), setting(daily(DAY)), now)
    after = judge(one, by_date(log.done(MONDAY + timedelta(days=number)).entries), setting(daily(DAY)), now)
    assert all(
        later.value >= earlier.value or later.outcome is Outcome.KEPT or target.kind is TargetKind.RATE
        for earlier, later in zip(before, after, strict=True)
    )


@given(triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 12))
@settings(max_examples=200, deadline=None)
def test_a_whole_day_skip_never_turns_a_period_into_a_miss(
    trigger: Trigger, target: Target, steps: list[tuple[str, int]], number: int
) -> None:
    one = habit(trigger, target)
    now = local(MONDAY + timedelta(days=20), "12:00")
    log = logged(steps, MONDAY)
    before = judge(one, by_date(log.entries), setting(daily(DAY)), now)
    after = judge(one, by_date(log.skip(MONDAY + timedelta(days=number)).entries), setting(daily(DAY)), now)
    assert all(
        later.outcome is not Outcome.MISSED or earlier.outcome is Outcome.MISSED
        for earlier, later in zip(before, after, strict=True)
    )
