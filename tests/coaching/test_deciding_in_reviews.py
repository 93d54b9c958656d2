"""Deciding in a review, finishing it, and what comes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.drafting import draft_from, typed_from
from habitcoach.coaching.promise_habit import PromiseWords
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_views import Chosen, ReviewState
from habitcoach.core.decision import DecisionKind
from habitcoach.core.errors import HabitCoachError, InputError, RefusedError
from habitcoach.core.graduating import is_graduated
from habitcoach.core.habit import ARCHIVED, RESTING, Habit, HabitId, Pause
from habitcoach.core.suggesting import Hindrance
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import After, AroundShift, Contact, Promised, ShiftAnchor
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.reviewed_weeks import W48, W49, live, more, named, page, workday
from tests.support.workplace import Workplace

START = AroundShift(ShiftAnchor.START, 5)
SATURDAY = MONDAY + timedelta(days=5)
KEEP, SMALLER, CUE, REWARD = (
    DecisionKind.KEEP,
    DecisionKind.MAKE_SMALLER,
    DecisionKind.CHANGE_CUE,
    DecisionKind.CHANGE_REWARD,
)
RETIRE, GRADUATE, RAISE = DecisionKind.RETIRE, DecisionKind.GRADUATE, DecisionKind.RAISE_GOAL


@pytest.fixture
def smile(workplace: Workplace) -> Habit:
    """Live a week in which two of five were done; it is Friday, half an hour after the shift."""
    habit = workplace.add(at("10:30"))
    tiny = replace(typed_from(habit), tiny="one smile")
    workplace.coach.habits.edit(habit.id, draft_from(tiny))
    live(workplace, habit, [True, False, True, False, False])
    return workplace.coach.habits.find("Smile")


def decide(place: Workplace, habit: Habit, kind: DecisionKind, choice: Choice | None = None) -> None:
    place.coach.deciding.decide(named(place, W48), habit.id, kind, choice)


def finish(place: Workplace) -> None:
    place.coach.deciding.finish(named(place, W48))


def now(place: Workplace, habit: Habit) -> Habit:
    return place.coach.agenda().existing(habit.id)


def code_of(fault: pytest.ExceptionInfo[HabitCoachError]) -> str:
    return fault.value.code


def test_the_tiny_version_is_the_routine_from_the_next_work_date(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, SMALLER)
    assert len(now(workplace, smile).versions) == 1
    done = workplace.coach.deciding.finish(named(workplace, W48))
    assert (done.week, done.from_date, [one.kind for one in done.decisions]) == (W48, SATURDAY, [SMALLER])
    found = now(workplace, smile)
    assert [one.plan.routine for one in found.versions] == ["smile first", "one smile"]
    assert (found.newest.from_date, found.newest.plan.tiny) == (SATURDAY, "")
    view = page(workplace)
    assert (view.state, view.can_finish, view.can_undo) == (ReviewState.FINISHED, False, True)
    assert (view.starts_on, view.finished_at) == (workday(6), local(workday(5), "17:30"))


def test_every_other_decision(workplace: Workplace, smile: Habit) -> None:
    changed = Choice(trigger=START, when="I log in")
    decide(workplace, smile, CUE, changed)
    finish(workplace)
    found = now(workplace, smile).newest
    assert (found.trigger, found.plan.when, found.plan.routine) == (START, "I log in", "smile first")


def test_another_reward(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, REWARD, Choice(reward=" a nut "))
    finish(workplace)
    assert now(workplace, smile).newest.plan.reward == "a nut"


def test_graduated(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, GRADUATE)
    finish(workplace)
    assert is_graduated(now(workplace, smile))
    shown = len(workplace.cue_titles())
    workplace.go_to("18:00", workday(25))
    # The month's last shift was the Monday: one check, with its end card.
    assert len(workplace.cue_titles()) == shown + 1
    assert workplace.coach.offers.room(workplace.coach.agenda()).active == 0


def test_retired_it_goes_on_until_its_last_date(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, RETIRE)
    finish(workplace)
    agenda = workplace.coach.agenda()
    assert (agenda.archived(smile), agenda.setting.pauses[-1].from_date) == (False, SATURDAY)
    workplace.done(smile)
    workplace.go_to("08:00", SATURDAY)
    assert workplace.coach.agenda().archived(smile)


def test_a_count_and_a_rate_get_other_goals(workplace: Workplace) -> None:
    count = workplace.add(Contact(), Target(TargetKind.COUNT, 3), name="Thanks")
    rate = workplace.add(Contact(), Target(TargetKind.RATE, 80), name="Name")
    for number in range(1, 6):
        workplace.go_to("12:00", workday(number))
        workplace.done(rate, count=10, of=10)
    decide(workplace, count, SMALLER)
    decide(workplace, rate, RAISE)
    finish(workplace)
    assert [now(workplace, one).newest.target.goal for one in (count, rate)] == [2, 90]


def test_the_last_decision_counts_and_can_be_taken_back(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, RETIRE)
    decide(workplace, smile, KEEP)
    [row] = more(workplace).decisions
    assert (row.chosen, row.holds, more(workplace).decided) == (KEEP, False, 1)
    workplace.coach.deciding.take_back(named(workplace, W48), smile.id)
    [row] = more(workplace).decisions
    assert (row.chosen, row.offered) == (None, (KEEP, SMALLER, CUE, RETIRE))
    assert row.asks == {CUE}
    finish(workplace)
    assert len(now(workplace, smile).versions) == 1


def test_what_is_suggested_and_what_became_of_it(workplace: Workplace, smile: Habit) -> None:
    def chosen() -> Chosen:
        found = page(workplace).suggestion
        assert found is not None
        assert (found.kind, found.asks, found.smaller, found.goal) == (SMALLER, False, "one smile", None)
        return found.chosen

    assert chosen() is Chosen.OPEN
    decide(workplace, smile, SMALLER)
    assert chosen() is Chosen.APPLIED
    decide(workplace, smile, RETIRE)
    assert chosen() is Chosen.OTHERWISE
    workplace.coach.deciding.not_now(named(workplace, W48), smile.id)
    assert chosen() is Chosen.NOT_NOW
    finish(workplace)
    assert len(now(workplace, smile).versions) == 1


def test_opened_later_a_finished_review_reads_as_it_did(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, SMALLER)
    before = page(workplace).suggestion
    finish(workplace)
    assert page(workplace).suggestion == before
    live(workplace, smile, [True] * 3, first=6)
    found = page(workplace).suggestion
    assert found is not None
    assert before is not None
    assert (found.kind, found.chosen, found.smaller) == (before.kind, Chosen.APPLIED, "one smile")
    assert found.advice.reason is before.advice.reason


def test_a_nearer_goal_that_was_taken_is_still_told(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    for number in range(1, 6):
        workplace.go_to("12:00", workday(number))
        workplace.done(habit, count=2, of=10)
    workplace.go_to("18:00", workday(5))
    decide(workplace, habit, SMALLER)
    finish(workplace)
    found = page(workplace).suggestion
    assert found is not None
    assert (found.chosen, found.smaller, found.goal) == (Chosen.APPLIED, "", 50)


def test_the_fifth_is_what_is_suggested(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5)
    workplace.coach.review_answers.say(habit.id, Said(reward_worth_it=False))
    live(workplace, habit, [True] * 5, first=6)
    workplace.coach.review_answers.say(habit.id, Said(reward_worth_it=False))
    [row] = more(workplace, W49).decisions
    assert (row.offered[-1], row.asks) == (REWARD, frozenset({SMALLER, CUE, REWARD}))
    found = page(workplace, W49).suggestion
    assert found is not None
    assert (found.kind, found.asks) == (REWARD, True)


def test_next_week_says_what_it_did(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, CUE, Choice(trigger=at("14:00")))
    finish(workplace)
    assert more(workplace).effects == ()
    for number in range(6, 10):
        workplace.go_to("14:02", workday(number))
        workplace.done(smile)
    workplace.go_to("18:00", workday(10))
    [found] = more(workplace, W49).effects
    assert (found.kind, found.from_date) == (CUE, SATURDAY)
    assert (found.kept_before, found.due_before) == (2, 4)
    assert (found.kept_after, found.due_after) == (4, 4)
    assert (found.delay_before, found.delay_after) == (timedelta(minutes=10), timedelta(minutes=2))
    later = named(workplace, "2026-W49")
    assert workplace.coach.review_page.written(workplace.coach.agenda(), later).effects == (found,)
    workplace.go_to("18:00", workday(30))
    assert more(workplace, "2026-W53").effects == ()


def test_undone_the_decisions_wait_again(workplace: Workplace, smile: Habit) -> None:
    thanks = workplace.coach.habits.add(draft_from(replace(typed_from(smile), name="Thanks")))
    kept = workplace.coach.habits.add(draft_from(replace(typed_from(smile), name="Kept")))
    decide(workplace, smile, SMALLER)
    decide(workplace, thanks, RETIRE)
    decide(workplace, kept, KEEP)
    finish(workplace)
    workplace.coach.deciding.undo_finish(named(workplace, W48))
    assert len(now(workplace, smile).versions) == 1
    assert list(workplace.store.pauses()) == []
    assert (page(workplace).state, more(workplace).decided) == (ReviewState.OPEN, 3)
    finish(workplace)
    assert len(now(workplace, smile).versions) == 2
    workplace.go_to("08:00", SATURDAY)
    assert not page(workplace).can_undo
    with pytest.raises(RefusedError) as fault:
        workplace.coach.deciding.undo_finish(named(workplace, W48))
    assert code_of(fault) == "holds_already"


def test_what_is_not_finished_is_not_undone(workplace: Workplace, smile: Habit) -> None:
    for begun in (False, True):
        if begun:
            decide(workplace, smile, KEEP)
        with pytest.raises(RefusedError) as fault:
            workplace.coach.deciding.undo_finish(named(workplace, W48))
        assert code_of(fault) == "not_finished"


def test_an_edit_wins_over_what_a_review_decided_for_tomorrow(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, SMALLER)
    finish(workplace)
    edited = replace(typed_from(now(workplace, smile)), routine="laugh")
    workplace.coach.habits.edit(smile.id, draft_from(edited))
    found = now(workplace, smile).versions
    assert [(one.from_date, one.plan.routine) for one in found] == [
        (MONDAY, "smile first"),
        (workday(5), "laugh"),
    ]


def test_a_resting_habit_wakes_with_its_change(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [False] * 5)
    assert [one.reason for one in workplace.store.pauses()] == [RESTING]
    decide(workplace, habit, CUE, Choice(trigger=at("14:00")))
    finish(workplace)
    assert workplace.store.pauses() == [Pause(habit.id, workday(4), workday(5), RESTING)]
    workplace.go_to("14:01", workday(6))
    assert workplace.cue_titles()[-1] == "Smile"


def test_a_habit_retired_meanwhile_is_left_alone(workplace: Workplace, smile: Habit) -> None:
    decide(workplace, smile, SMALLER)
    workplace.coach.habits.archive(smile.id)
    finish(workplace)
    assert len(now(workplace, smile).versions) == 1
    assert [one.reason for one in workplace.store.pauses()] == [ARCHIVED]


@pytest.mark.parametrize(
    ("kind", "choice", "code"),
    [
        (CUE, None, "choice_needed"),
        (REWARD, None, "choice_needed"),
        (RAISE, None, "choice_needed"),
        (CUE, Choice(trigger=Promised()), "not_a_choice"),
        (CUE, Choice(trigger=After(99)), "no_such_habit"),
        (CUE, Choice(trigger=After(1)), "circle"),
        (SMALLER, Choice(routine="x" * 201), "too_long"),
        (SMALLER, Choice(goal=0), "not_in_range"),
        (DecisionKind.FADE, None, "not_a_choice"),
    ],
)
def test_choices_that_do_not_fit(
    workplace: Workplace, smile: Habit, kind: DecisionKind, choice: Choice | None, code: str
) -> None:
    with pytest.raises(InputError) as fault:
        decide(workplace, smile, kind, choice)
    assert code_of(fault) == code
    assert workplace.store.decisions() == []


def test_after_another_habit_is_fine_where_it_closes_no_circle(workplace: Workplace, smile: Habit) -> None:
    other = workplace.coach.habits.add(draft_from(replace(typed_from(smile), name="Thanks")))
    decide(workplace, smile, CUE, Choice(trigger=After(other.id)))
    [made] = workplace.store.decisions()
    assert made.parameters.keys() == {"trigger"}


def test_a_check_habit_without_a_tiny_version_asks_for_one(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5)
    [row] = more(workplace).decisions
    assert row.asks == {SMALLER, CUE}
    decide(workplace, habit, SMALLER, Choice(routine="half a smile"))
    finish(workplace)
    assert now(workplace, habit).newest.plan.routine == "half a smile"


def test_promises_can_only_be_kept(workplace: Workplace, smile: Habit) -> None:
    wish = Wish(local(workday(5), "18:00"), "4711")
    workplace.coach.promises.make(wish, PromiseWords("Promises", PLAN))
    promises = workplace.coach.habits.find("Promises")
    decide(workplace, promises, KEEP)
    rows = {one.habit_id: one.offered for one in more(workplace).decisions}
    assert rows[promises.id] == (KEEP,)
    with pytest.raises(InputError) as fault:
        decide(workplace, promises, RETIRE)
    assert code_of(fault) == "not_a_choice"
    assert rows[smile.id] != (KEEP,)


def test_nothing_is_decided_about_a_habit_that_was_not_there(workplace: Workplace, smile: Habit) -> None:
    workplace.go_to("08:00", workday(6))
    late = workplace.coach.habits.add(draft_from(replace(typed_from(smile), name="Late")))
    for act in (
        lambda: decide(workplace, late, KEEP),
        lambda: workplace.coach.deciding.not_now(named(workplace, W48), late.id),
    ):
        with pytest.raises(RefusedError) as fault:
            act()
        assert code_of(fault) == "not_in_review"
    with pytest.raises(RefusedError):
        workplace.coach.deciding.proposals(workplace.coach.agenda(), HabitId(99))


def test_a_finished_review_and_one_before_a_finished_one_are_closed(
    workplace: Workplace, smile: Habit
) -> None:
    live(workplace, smile, [True] * 5, first=6)
    workplace.coach.deciding.finish(named(workplace, W49))
    for name, code in ((W49, "review_finished"), (W48, "later_review_finished")):
        for act in (
            workplace.coach.deciding.finish,
            workplace.coach.deciding.later,
            lambda week: workplace.coach.deciding.take_back(week, smile.id),
        ):
            with pytest.raises(RefusedError) as fault:
                act(named(workplace, name))
            assert code_of(fault) == code
    found = page(workplace, W48)
    assert (found.state, found.can_finish) == (ReviewState.PAST, False)


def test_too_early_nothing_is_decided(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    with pytest.raises(RefusedError) as fault:
        workplace.coach.deciding.finish(named(workplace, W48))
    assert code_of(fault) == "review_too_early"


def test_what_hindered_and_the_worst_day(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00", "12:00", "14:00"))
    for number, times in enumerate((3, 1, 2, 3), start=1):
        workplace.go_to("14:30", workday(number))
        for slot in ("10:00", "12:00", "14:00")[:times]:
            workplace.done(habit, f"{workday(number)}/{slot}")
    workplace.go_to("18:00", workday(5))
    said = Said(hindered=frozenset({Hindrance.FORGOT}), helped="a note on the screen")
    workplace.coach.review_answers.say(habit.id, said)
    [row] = more(workplace).hindered
    assert (row.kept, row.due, row.worst) == (2, 4, (workday(2), 1, 3))
    assert (row.hindered, row.helped) == (frozenset({Hindrance.FORGOT}), "a note on the screen")


def test_what_went_well_asks_for_no_hindrance(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5)
    assert more(workplace).hindered == ()
    [figures] = more(workplace).figures.values()
    assert (figures.kept, figures.due, figures.p, figures.streak, figures.best) == (5, 5, 1.0, 5, 5)
    assert (figures.weeks[-1], figures.put_off) == ((5, 5), 0.0)


def test_one_miss_of_an_ordinary_habit_has_no_worst_day(workplace: Workplace, smile: Habit) -> None:
    [row] = more(workplace).hindered
    assert (row.habit_id, row.worst, row.hindered, row.helped) == (smile.id, None, frozenset(), "")
