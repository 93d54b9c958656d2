"""First periods, and days judged by the version of their day. Algorithms.md, section 3."""

from datetime import timedelta

from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.judging import Outcome, judge
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Contact
from tests.core.judged_days import (
    BEFORE,
    COUNT_1,
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
    slot,
    weekly,
)
from tests.support.habits import MONDAY, Log, at, habit, local, setting, version


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
