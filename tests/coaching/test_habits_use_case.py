"""Adding, changing, retiring and finding habits."""

from datetime import timedelta

import pytest

from habitcoach.coaching.drafting import Typed, draft_from, faults_in, typed_from
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Category, Draft, HabitId, Plan
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import At, Contact, Edge, Manual, OncePer, Trigger, Which
from tests.support.habits import MONDAY, PLAN, at, local, wall
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)


def draft(trigger: Trigger, name: str = "Smile") -> Draft:
    return Draft(name, Category.WORDS, PLAN, trigger)


# ------------------------------------------------------------------ add, edit, retire


def test_a_habit_begins_on_the_work_date_it_was_added(workplace: Workplace) -> None:
    workplace.clock.moment = local(TUESDAY, "02:00")
    habit = workplace.add(at("10:30"))
    assert (habit.first_date, habit.created_at) == (MONDAY, local(TUESDAY, "02:00"))


@pytest.mark.parametrize("name", ["smile", "SMILE", " Smile "])
def test_active_names_are_unique_whatever_their_case(workplace: Workplace, name: str) -> None:
    workplace.add(at("10:30"))
    fault = workplace.coach.habits.name_fault(name, None)
    assert fault is not None
    assert fault.code == "name_taken"
    with pytest.raises(InputError, match="name_taken"):
        workplace.coach.habits.add(draft(at("11:00"), name.strip()))
    assert len(workplace.coach.habits.all()) == 1
    assert workplace.coach.habits.name_fault(name, HabitId(1)) is None


def test_a_retired_name_is_free_and_taken_again_it_keeps_the_old_one_retired(workplace: Workplace) -> None:
    habits = workplace.coach.habits
    first = workplace.add(at("10:30"))
    habits.archive(first.id)
    habits.archive(first.id)
    second = workplace.add(at("11:00"))
    with pytest.raises(InputError, match="name_taken"):
        habits.restore(first.id)
    habits.archive(second.id)
    assert habits.restore(first.id).id == first.id
    assert [one.archived for one in habits.all()] == [False, True]


def test_restored_on_the_same_day_nothing_is_left_of_the_pause(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.coach.habits.archive(habit.id)
    workplace.coach.habits.restore(habit.id)
    assert list(workplace.store.pauses()) == []
    workplace.cueing.settle()
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]


def test_an_edit_holds_from_today_and_the_second_of_a_day_replaces_the_first(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("12:00", TUESDAY)
    workplace.coach.habits.edit(habit.id, draft(at("15:00")))
    workplace.coach.habits.edit(habit.id, draft(at("16:00"), "Grin"))
    edited = workplace.coach.habits.find("Grin")
    assert [(one.from_date, one.trigger) for one in edited.versions] == [
        (MONDAY, at("10:30")),
        (TUESDAY, at("16:00")),
    ]
    workplace.coach.habits.edit(habit.id, draft(at("16:00"), "Grin"))
    assert len(workplace.coach.habits.find("Grin").versions) == 2


def test_an_edit_that_changes_nothing_makes_no_version(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("12:00", TUESDAY)
    assert len(workplace.coach.habits.edit(habit.id, draft(at("10:30"))).versions) == 1


def test_a_claimed_slot_stays_and_counts_after_an_edit(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.coach.habits.edit(habit.id, draft(at("15:00")))
    workplace.cueing.look()
    assert workplace.state(f"{MONDAY}/10:30") == "shown"
    workplace.done(habit, f"{MONDAY}/10:30")
    assert workplace.streak(habit) == 1
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]  # the day was kept already


def test_only_a_habit_that_was_never_logged_can_be_deleted(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.coach.habits.delete(habit.id)
    workplace.cueing.settle()
    assert workplace.coach.habits.all() == []
    assert workplace.notifier.up == {}
    other = workplace.add(at("10:30"))
    workplace.done(other)
    workplace.undo()
    with pytest.raises(RefusedError, match="has_entries"):
        workplace.coach.habits.delete(other.id)
    assert workplace.coach.habits.was_logged(other.id)


def test_an_unknown_habit_is_refused(workplace: Workplace) -> None:
    habits = workplace.coach.habits
    with pytest.raises(RefusedError, match="no_such_habit"):
        habits.edit(HabitId(9), draft(Manual()))
    for act in (habits.archive, habits.restore, habits.delete):
        with pytest.raises(RefusedError, match="no_such_habit"):
            act(HabitId(9))


# ------------------------------------------------------------------ find


def named(workplace: Workplace, *names: str) -> None:
    for name in names:
        workplace.add(Manual(), name=name)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("2", "Smile"),
        ("smile", "Smile"),
        ("Smile at", "Smile at once"),
        ("ÉTÉ", "été"),
        ("e\u0301t", "été"),
        ("-5", "-5 minutes"),
        ("--he", "--help"),
        ("strasse", "Straße"),
        ("47", "4711"),
        ("4711", "4711"),
    ],
)
def test_a_habit_is_found_by_number_name_or_prefix(workplace: Workplace, query: str, found: str) -> None:
    named(workplace, "été", "Smile", "Smile at once", "-5 minutes", "--help", "Straße", "4711")
    assert workplace.coach.habits.find(query).name == found


def test_an_ambiguous_prefix_names_the_candidates(workplace: Workplace) -> None:
    named(workplace, "Smile", "Smooth")
    with pytest.raises(RefusedError) as caught:
        workplace.coach.habits.find("sm")
    assert caught.value.code == "ambiguous_habit"
    assert caught.value.params["names"] == "Smile (1), Smooth (2)"


@pytest.mark.parametrize("query", ["", " ", "x", "9", "9" * 5000, "²"])
def test_nothing_is_found(workplace: Workplace, query: str) -> None:
    named(workplace, "Smile")
    with pytest.raises(RefusedError, match="no_such_habit"):
        workplace.coach.habits.find(query)


def test_an_active_habit_wins_over_retired_ones_and_two_of_those_are_ambiguous(workplace: Workplace) -> None:
    habits = workplace.coach.habits
    for _ in range(2):
        habits.archive(workplace.add(Manual(), name="Smile").id)
    with pytest.raises(RefusedError, match="ambiguous_habit"):
        habits.find("smile")
    active = workplace.add(Manual(), name="Smile now")
    assert habits.find("sm").id == active.id


# ------------------------------------------------------------------ what comes


def test_the_next_cues_of_all_habits_soonest_first(workplace: Workplace) -> None:
    workplace.add(at("15:00"), name="Late")
    workplace.add(at("10:30"), name="Early")
    agenda = workplace.coach.agenda()
    found = workplace.coach.habits.coming(agenda, agenda.active(), 3)
    assert [(one.habit, f"{one.due_at:%d %H:%M}") for one in found] == [
        ("Early", "23 10:30"),
        ("Late", "23 15:00"),
        ("Early", "24 10:30"),
    ]
    assert found[0].due_at.utcoffset() == timedelta(hours=1)


def test_what_was_answered_ahead_or_kept_is_no_coming_cue(workplace: Workplace) -> None:
    first = workplace.add(at("10:30"))
    second = workplace.add(at("11:00", "12:00"), Target(TargetKind.COUNT, 2), "Count")
    workplace.done(first)
    workplace.done(second, count=2)
    agenda = workplace.coach.agenda()
    found = workplace.coach.habits.coming(agenda, agenda.active(), 2)
    assert [one.slot for one in found] == [f"{TUESDAY}/10:30", f"{TUESDAY}/11:00"]


def test_a_monthly_habit_has_many_cues_to_come(workplace: Workplace) -> None:
    monthly = workplace.add(OncePer(Per.MONTH, Which.FIRST, Edge.START))
    found = workplace.coach.habits.coming(workplace.coach.agenda(), [monthly], 6)
    assert [one.slot for one in found] == ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"]


def test_a_preview_stores_nothing(workplace: Workplace) -> None:
    found = workplace.coach.habits.preview(draft(at("10:30")), 2)
    assert [one.slot for one in found] == [f"{MONDAY}/10:30", f"{TUESDAY}/10:30"]
    assert workplace.coach.habits.all() == []


def test_a_preview_of_a_change_goes_on_counting_weeks(workplace: Workplace) -> None:
    every_second = At((wall("10:30"),), (1,), weeks=2)
    habit = workplace.add(every_second)
    workplace.go_to("12:00", MONDAY + timedelta(days=7))
    preview = workplace.coach.habits.preview
    same = preview(draft(every_second), 2, habit.id)
    assert [str(one.work_date) for one in same] == ["2026-12-07", "2026-12-21"]
    moved = preview(draft(At((wall("11:30"),), (1,), weeks=2)), 1, habit.id)
    assert [str(one.work_date) for one in moved] == ["2026-12-14"]
    assert preview(draft(every_second), 1, HabitId(9)) == preview(draft(every_second), 1)


# ------------------------------------------------------------------ what the agent typed


def typed(**fields: object) -> Typed:
    return Typed(**({"name": "Smile", "when": "it rings", "routine": "smile", "reward": "tea"} | fields))  # type: ignore[arg-type]


def test_a_draft_is_cleaned_and_takes_defaults() -> None:
    found = draft_from(typed(name="  Smile\n", why="\u200b"))
    assert (found.name, found.plan.why) == ("Smile", "")
    assert (found.trigger, found.target) == (Manual(), Target(TargetKind.CHECK, 1))
    assert found.category is Category.FOCUS


def test_the_target_follows_the_trigger() -> None:
    trigger = {"kind": "week", "shift": "first", "anchor": "start"}
    assert draft_from(typed(trigger=trigger)).target == Target(TargetKind.CHECK, "all", Per.WEEK)


def test_every_fault_is_named_in_the_order_of_the_form() -> None:
    found = faults_in(typed(name="x" * 61, when="", routine="\u200b", tiny="y" * 201, category="odd"))
    assert [(one.field, one.code) for one in found] == [
        ("when", "empty"),
        ("routine", "empty"),
        ("tiny", "too_long"),
        ("name", "too_long"),
        ("category", "not_a_choice"),
    ]
    with pytest.raises(InputError, match="empty"):
        draft_from(typed(name=""))


def test_a_draft_and_a_habit_read_as_they_could_have_been_typed(workplace: Workplace) -> None:
    written = draft_from(typed(tiny="a", treat="b", why="c", category="words", trigger={"kind": "contact"}))
    assert draft_from(typed_from(written)) == written
    assert draft_from(typed_from(workplace.coach.habits.add(written))) == written


@pytest.mark.parametrize(
    ("fields", "fault"),
    [({"trigger": 5}, "trigger"), ({"target": {"goal": 0}}, "target.goal")],
)
def test_faults_of_trigger_and_target_name_their_key(fields: dict[str, object], fault: str) -> None:
    with pytest.raises(InputError) as caught:
        draft_from(typed(**fields))
    assert caught.value.field == fault


# ------------------------------------------------------------------ today


def test_today_has_the_shift_the_occasions_and_the_counters(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.add(Contact(), Target(TargetKind.RATE, 80), "Rate")
    workplace.add(Manual(), name="Manual")
    workplace.go_to("10:40")
    workplace.done(habit)
    view = workplace.coach.today()
    assert view.duty
    assert view.shift is not None
    assert (f"{view.shift.start:%H:%M}", f"{view.shift.end:%H:%M}") == ("09:00", "17:00")
    assert [one.state.value for one in view.occasions] == ["done", "later"]
    answered = view.occasions[0].answered_at
    assert answered is not None
    assert f"{answered:%H:%M}" == "10:40"
    assert [(one.habit, one.contact) for one in view.counters] == [("Rate", True), ("Manual", False)]
    assert (view.has_habits, view.waiting, view.done_yesterday) == (True, (), 0)


def test_on_a_day_off_today_knows_the_next_shift(workplace: Workplace) -> None:
    saturday = MONDAY + timedelta(days=5)
    workplace.clock.moment = local(saturday, "12:00")
    view = workplace.coach.today()
    assert (view.duty, view.shift, view.has_habits) == (False, None, False)
    assert view.next_shift is not None
    assert view.next_shift.start == local(MONDAY + timedelta(days=7), "09:00")


def test_yesterday_is_the_last_day_on_duty(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    friday = MONDAY + timedelta(days=4)
    workplace.go_to("10:31", friday)
    workplace.done(habit, count=2)
    workplace.go_to("08:00", MONDAY + timedelta(days=7))
    assert workplace.coach.today().done_yesterday == 2


def test_without_any_shift_there_is_no_yesterday_and_no_next_shift(workplace: Workplace) -> None:
    workplace.store._run(
        "INSERT INTO roster (from_date, cycle_start, shifts, days)"
        " VALUES ('2020-01-01', '2020-01-01', '{}', '[null]')"
    )
    view = workplace.coach.today()
    assert (view.next_shift, view.done_yesterday) == (None, 0)


def test_a_retired_habit_is_not_on_today(workplace: Workplace) -> None:
    for trigger, name in ((at("10:30"), "Cue"), (Contact(), "Contact")):
        workplace.coach.habits.archive(workplace.add(trigger, name=name).id)
    view = workplace.coach.today()
    assert (view.occasions, view.counters, view.has_habits) == ((), (), False)


def test_plan_is_kept_as_typed(workplace: Workplace) -> None:
    plan = Plan("<b>x</b> & {name} %s", "--help", "-5 minutes", "שלום", "👩‍👩‍👧‍👦", "\u202edlrow")
    habit = workplace.coach.habits.add(Draft("<img src=x>", Category.WORDS, plan))
    [view] = workplace.coach.habits.all()
    assert (view.plan, view.name, view.habit_id) == (plan, "<img src=x>", habit.id)
