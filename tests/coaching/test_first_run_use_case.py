"""The first run: what is said is kept at once, and becomes habits in the end."""

from datetime import timedelta

import pytest

from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.first_run import FIRST_RUN, FirstRun, is_first_cue
from habitcoach.coaching.first_shifts import STARTING_SHIFTS, FirstShifts
from habitcoach.coaching.preferences import CHANNELS, Channel
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import Category, Draft, HabitId, Plan
from habitcoach.core.imported_roster import ImportedDay, ImportedRoster
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Manual
from habitcoach.core.wall import DAY
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace

EARLY, LATE, NIGHT = STARTING_SHIFTS
OFFERED = {"Early": EARLY, "Late": LATE, "Night": NIGHT}
SUNDAY = MONDAY - DAY
ONCE = Target(TargetKind.CHECK, 1)


def draft(name: str) -> Draft:
    plan = Plan(f"I see {name}", f"Do {name}", "Let it go")
    return Draft(name, Category.FOCUS, plan, Manual(), ONCE)


def draft_of(template_id: str) -> Draft | None:
    return None if template_id == "gone" else draft(template_id)


BREATH = draft("One slow breath")


@pytest.fixture
def first_run(workplace: Workplace) -> FirstRun:
    return first_run_of(workplace)


@pytest.fixture
def first_shifts(workplace: Workplace, first_run: FirstRun) -> FirstShifts:
    coach = workplace.coach
    return FirstShifts(workplace.store, workplace.clock, coach.duty, coach.shift_choosing, first_run)


def first_run_of(workplace: Workplace) -> FirstRun:
    coach = workplace.coach
    return FirstRun(workplace.store, workplace.clock, coach.habits, coach.settings, coach.announcer)


def names(workplace: Workplace) -> list[str]:
    return [one.name for one in workplace.coach.habits.all() if not one.archived]


# ---- when it is shown


def test_it_is_wanted_in_a_home_without_habits(first_run: FirstRun) -> None:
    assert first_run.is_wanted
    assert not first_run.is_left_over


def test_it_is_not_wanted_where_there_are_habits(workplace: Workplace, first_run: FirstRun) -> None:
    workplace.coach.habits.add(draft("Mine"))
    assert not first_run.is_wanted
    assert not first_run.is_left_over


def test_it_never_comes_twice(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.finish(draft_of)
    assert not first_run.is_wanted
    workplace.restart()
    assert not first_run_of(workplace).is_wanted


def test_a_crash_loses_nothing(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.go_to(2)
    first_run.pick("one", picked=True)
    first_run.pick("two", picked=True)
    first_run.pick("one", picked=False)
    workplace.restart()
    again = first_run_of(workplace)
    assert again.is_wanted
    assert again.view().step == 2
    assert again.view().picked == ("two",)


def test_what_was_ticked_before_a_crash_joins_habits_that_came_since(
    workplace: Workplace, first_run: FirstRun
) -> None:
    first_run.pick("one", picked=True)
    workplace.coach.habits.add(draft("Mine"))
    assert first_run.is_left_over
    assert not first_run.is_wanted
    first_run.finish(draft_of)
    assert names(workplace) == ["Mine", "one"]
    assert not first_run.is_left_over


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (2, 2), (4, 3)])
def test_there_are_three_steps(first_run: FirstRun, asked: int, kept: int) -> None:
    first_run.go_to(asked)
    assert first_run.view().step == kept


# ---- what it comes to


def test_what_is_ticked_becomes_habits_in_the_end(workplace: Workplace, first_run: FirstRun) -> None:
    for name in ("one", "two", "gone"):
        first_run.pick(name, picked=True)
    assert names(workplace) == []
    added = first_run.finish(draft_of)
    assert names(workplace) == ["one", "two"]
    assert len(added) == 2


def test_a_habit_that_is_there_already_stays_as_it_is(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.pick("one", picked=True)
    workplace.coach.habits.add(draft("one"))
    assert first_run.finish(draft_of) == []
    assert names(workplace) == ["one"]


def test_it_shows_settings_as_they_stand(workplace: Workplace, first_run: FirstRun) -> None:
    workplace.coach.settings.choose(CHANNELS, "email,chat")
    workplace.coach.settings.choose(SURFACE, Surface.CARD.value)
    view = first_run.view()
    assert view.channels == (Channel.EMAIL, Channel.CHAT)
    assert view.surface is Surface.CARD
    assert view.own == ()
    assert view.cue is None


# ---- the first cue


def test_the_first_cue_is_a_real_one_and_its_done_the_first_log(
    workplace: Workplace, first_run: FirstRun
) -> None:
    workplace.go_on(timedelta(minutes=72))
    delivery = first_run.send_cue(BREATH)
    workplace.cueing.deliveries.show(delivery, 0)
    assert [one.habit for one in workplace.cueing.deliveries.view(delivery).occasions] == ["One slow breath"]
    cue = first_run.view().cue
    assert cue is not None
    assert (f"{cue.sent_at:%H:%M}", cue.done_at, cue.waits) == ("09:12", None, True)
    answered = workplace.coach.recording.done(Log(HabitId(cue.habit_id), Source.CARD, cue.slot))
    assert answered.reward is not None
    assert answered.reward.text == "Let it go"
    assert is_first_cue(answered.slot)
    done = first_run.view().cue
    assert done is not None
    assert done.done_at is not None
    assert not done.waits
    assert len(workplace.store.entries(HabitId(cue.habit_id))) == 1


def test_a_look_at_the_clock_leaves_it_waiting(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.send_cue(BREATH)
    workplace.cueing.look()
    cue = first_run.view().cue
    assert cue is not None
    assert cue.waits


def test_one_that_waits_is_shown_again(first_run: FirstRun, workplace: Workplace) -> None:
    assert first_run.send_cue(BREATH) == first_run.send_cue(BREATH)
    assert names(workplace) == ["One slow breath"]


def test_after_a_skip_another_one_can_be_sent(workplace: Workplace, first_run: FirstRun) -> None:
    first = first_run.send_cue(BREATH)
    cue = first_run.view().cue
    assert cue is not None
    skip = Skip(HabitId(cue.habit_id), SkipReason.NO_OCCASION, Source.CARD, cue.slot)
    workplace.coach.recording.skip(skip)
    skipped = first_run.view().cue
    assert skipped is not None
    assert (skipped.done_at, skipped.waits) == (None, False)
    assert first_run.send_cue(BREATH) != first
    again = first_run.view().cue
    assert again is not None
    assert again.slot == f"{MONDAY}/first2"
    assert again.waits


def test_it_can_be_snoozed_and_comes_again(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.send_cue(BREATH)
    cue = first_run.view().cue
    assert cue is not None
    workplace.coach.recording.snooze(HabitId(cue.habit_id), timedelta(minutes=5), cue.slot)
    workplace.cueing.settle()
    workplace.go_to("08:05")
    assert [one.state for one in workplace.store.open_prompts()] == ["shown"]


def test_its_habit_is_retired_in_the_end_and_its_log_stays(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.send_cue(BREATH)
    cue = first_run.view().cue
    assert cue is not None
    workplace.coach.recording.done(Log(HabitId(cue.habit_id), Source.CARD, cue.slot))
    assert first_run.is_wanted, "its own habit is no reason to leave off"
    assert first_run.view().own == ()
    first_run.finish(draft_of)
    assert names(workplace) == []
    assert [one.name for one in workplace.coach.habits.all()] == ["One slow breath"]


def test_unanswered_its_habit_goes(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.send_cue(BREATH)
    first_run.finish(draft_of)
    assert workplace.coach.habits.all() == []
    assert workplace.store.open_prompts() == []


@pytest.mark.parametrize(
    ("slot", "expected"),
    [("2026-11-23/first", True), ("2026-11-23/first2", True), ("2026-11-23/10:30", False), (None, False)],
)
def test_its_slot_is_told_from_others(slot: str | None, expected: bool) -> None:
    assert is_first_cue(slot) is expected


# ---- shifts


def test_before_anything_is_said_shifts_are_only_offered(
    first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    view = first_run.view()
    assert not view.chosen
    assert view.shifts == {}
    assert first_shifts.shifts(OFFERED) == OFFERED


def test_todays_shift_is_that_of_every_work_day(
    workplace: Workplace, first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    first_shifts.work_today(OFFERED, "Early")
    view = first_run.view()
    assert view.today is not None
    assert (view.chosen, view.today.name, view.rotates) == (True, "Early", False)
    assert set(view.shifts) == set(OFFERED)
    assert view.pattern is not None
    assert view.pattern.weeks == (("Early",) * 5 + (None, None),)
    first_shifts.work_today(first_shifts.shifts(OFFERED), "Late")
    assert workplace.coach.agenda().calendar.plan_on(MONDAY + 4 * DAY)[0] == "Late"
    assert len(workplace.store.rosters()) == 1


def test_on_a_sunday_today_alone_is_worked_beside_the_week(
    workplace: Workplace, first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    workplace.clock.advance(-DAY)
    first_shifts.work_today(OFFERED, "Late")
    view = first_run.view()
    assert view.today is not None
    assert view.today.name == "Late"
    calendar = workplace.coach.agenda().calendar
    assert calendar.plan_on(SUNDAY + 7 * DAY)[1] is None


def test_shifts_that_rotate_are_two_weeks_of_todays_and_the_next(
    first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    first_shifts.work_today(OFFERED, "Late")
    first_shifts.rotate(first_shifts.shifts(OFFERED), rotates=True)
    view = first_run.view()
    assert view.rotates
    assert view.pattern is not None
    assert [week[0] for week in view.pattern.weeks] == ["Late", "Night"]
    first_shifts.rotate(first_shifts.shifts(OFFERED), rotates=False)
    again = first_run.view()
    assert not again.rotates
    assert again.pattern is not None
    assert [week[0] for week in again.pattern.weeks] == ["Late"]


def test_rotating_before_a_shift_is_chosen_begins_with_the_first(
    first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    first_shifts.rotate(OFFERED, rotates=True)
    view = first_run.view()
    assert view.pattern is not None
    assert [week[0] for week in view.pattern.weeks] == ["Early", "Late"]


def test_with_a_rotation_today_is_chosen_for_today_alone(
    workplace: Workplace, first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    first_shifts.rotate(OFFERED, rotates=True)
    first_shifts.work_today(first_shifts.shifts(OFFERED), "Night")
    view = first_run.view()
    assert view.today is not None
    assert view.today.name == "Night"
    assert view.pattern is not None
    assert view.pattern.weeks[0][0] == "Early"
    assert workplace.coach.agenda().calendar.plan_on(MONDAY + DAY)[0] == "Early"


def test_other_hours_join_a_rotation(first_run: FirstRun, first_shifts: FirstShifts) -> None:
    first_shifts.rotate(OFFERED, rotates=True)
    first_shifts.work_today({"": LATE}, "")
    view = first_run.view()
    assert view.today is not None
    assert view.today.name == ""
    assert set(view.shifts) == {*OFFERED, ""}


def test_a_changed_day_of_the_grid_is_todays_when_it_is_today(
    first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    first_shifts.rotate(OFFERED, rotates=True)
    first_shifts.work_today(first_shifts.shifts(OFFERED), "Night")
    pattern = first_run.view().pattern
    assert pattern is not None
    first_shifts.change(pattern.with_day(1, 3, "Early"))
    tuesday = first_run.view()
    assert tuesday.today is not None
    assert tuesday.today.name == "Night"
    assert tuesday.pattern is not None
    first_shifts.change(tuesday.pattern.with_day(0, 0, "Late"))
    monday = first_run.view()
    assert monday.today is not None
    assert monday.today.name == "Late"


def test_weeks_begin_where_they_do(
    workplace: Workplace, first_run: FirstRun, first_shifts: FirstShifts
) -> None:
    workplace.coach.settings.choose("week_start", "7")
    first_shifts.work_today(OFFERED, "Early")
    pattern = first_run.view().pattern
    assert pattern is not None
    assert pattern.weeks == ((None, *("Early",) * 5, None),)
    workplace.coach.habits.add(draft("Mine"))
    workplace.coach.settings.choose("week_start", "1")
    first_shifts.work_today(OFFERED, "Late")
    turned = first_run.view().pattern
    assert turned is not None
    assert turned.weeks == (("Late",) * 5 + (None, None),)


@pytest.mark.parametrize(("weeks", "rotates"), [(1, False), (2, True)])
def test_a_planners_file_says_whether_shifts_rotate(
    first_run: FirstRun, first_shifts: FirstShifts, weeks: int, rotates: bool
) -> None:
    turn = [EARLY, LATE][:weeks]
    days = tuple(
        ImportedDay(MONDAY + number * DAY, "Shift", None if number % 7 > 4 else turn[number // 7 % weeks])
        for number in range(42)
    )
    first_shifts.take_in(ImportedRoster(days, MONDAY, MONDAY + 41 * DAY))
    assert first_run.view().rotates is rotates
    assert first_run.view().chosen


def test_what_is_no_setting_of_ours_is_kept_in_one(workplace: Workplace, first_run: FirstRun) -> None:
    first_run.say_rotating(rotates=True)
    assert workplace.store.setting(FIRST_RUN) == (
        '{"step": 1, "rotates": true, "picked": [], "cue_habit": null}'
    )
