"""Stages read from a real file: what fading makes of a life with prompts, logs and answers."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.fading import Faded
from habitcoach.coaching.review_answers import Said
from habitcoach.core.consent import Consent
from habitcoach.core.errors import RefusedError
from habitcoach.core.fading import Cause, Stage
from habitcoach.core.habit import Category, Draft, Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.period import Period
from habitcoach.core.target import Per, Target
from habitcoach.core.trigger import AroundShift, Contact, Edge, Manual, OncePer, ShiftAnchor, Trigger, Which
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

START = AroundShift(ShiftAnchor.START, offset=30)
EARLY, LATE = "09:10", "12:00"
SATURDAY = timedelta(days=5)


def workday(number: int) -> date:
    """Return a weekday, counted from 1 on the Monday."""
    weeks, days = divmod(number - 1, 5)
    return MONDAY + timedelta(weeks=weeks, days=days)


def faded(place: Workplace, habit: Habit) -> Faded:
    agenda = place.coach.agenda()
    return place.coach.stages.of(agenda, agenda.existing(habit.id))


def anew(place: Workplace, habit: Habit) -> Faded:
    """Return the stage as a process that knows nothing yet reads it."""
    coach = Coach(place.store, place.clock)
    agenda = coach.agenda()
    return coach.stages.of(agenda, agenda.existing(habit.id))


def steps(found: Faded) -> list[tuple[int, int]]:
    return [(one.at, one.after) for one in found.changes]


def live(
    place: Workplace, habit: Habit, first: int, last: int, clock: str = EARLY, mark: int | None = 6
) -> None:
    """Keep some weekdays at a wall time, and answer on every fifth of them."""
    for number in range(first, last + 1):
        place.go_to(clock, workday(number))
        place.done(habit)
        place.go_to("16:50", workday(number))
        if mark is not None and number % 5 == 0:
            place.coach.review_answers.say(habit.id, Said(by_itself=mark))


def test_started_by_oneself_it_goes_quiet_and_says_since_when(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 29)
    before = faded(workplace, habit)
    assert steps(before) == [(15, 1), (22, 2), (29, 3)]
    assert (before.stage, before.since) == (Stage.OCCASIONAL, workday(22) + timedelta(days=1))
    assert (before.reached, before.proposed) == (Stage.SILENT, None)
    workplace.go_to("08:00", workday(30))
    found = faded(workplace, habit)
    assert (found.stage, found.since, found.reached) == (Stage.SILENT, workday(30), Stage.SILENT)
    assert found.on(workday(15)) == (Stage.AT_THE_CUE, MONDAY)
    assert found.on(workday(16)) == (Stage.CATCH_UP, workday(16) - timedelta(days=2))
    assert [one.cause for one in found.changes] == [Cause.STEADY] * 3
    week = Period(workday(26), workday(26) + timedelta(days=6))
    assert [one.after for one in found.told_in(week)] == [Stage.SILENT]
    earlier = Period(week.start - timedelta(days=21), week.start - timedelta(days=15))
    assert [one.after for one in found.told_in(earlier)] == [Stage.CATCH_UP]
    assert found.told_in(Period(MONDAY, MONDAY + timedelta(days=6))) == ()
    assert found == anew(workplace, habit)


def test_with_the_help_of_its_cue_it_only_catches_up(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.coach.fade_choices.choose(habit.id, Consent.AUTOMATIC)
    live(workplace, habit, 1, 40, LATE)
    assert steps(faded(workplace, habit)) == [(15, 1)]


def test_done_in_the_grace_of_a_catch_up_it_was_started_by_oneself(workplace: Workplace) -> None:
    """At the cue it is shown at 09:30; once that is withdrawn, 09:40 comes before the catch-up of 10:00."""
    habit = workplace.add(START)
    live(workplace, habit, 1, 30, "09:40")
    assert workplace.prompt(f"{workday(15)}/start+30").shown_at is not None
    assert workplace.state(f"{workday(16)}/start+30") == ""
    assert steps(faded(workplace, habit)) == [(15, 1), (22, 2), (29, 3)]
    for number in (31, 32):
        workplace.go_to("12:00", workday(number))
        assert workplace.today()[f"{workday(number)}/start+30"].quiet
    workplace.go_to("12:00", workday(33))
    assert faded(workplace, habit).stage is Stage.OCCASIONAL  # two misses


def test_an_answer_lasts_a_fortnight(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 10)
    live(workplace, habit, 11, 40, mark=None)
    assert steps(faded(workplace, habit)) == [(15, 1)]
    workplace.coach.review_answers.say(habit.id, Said(by_itself=7))
    assert steps(faded(workplace, habit)) == [(15, 1), (40, 2)]
    assert faded(workplace, habit).stage is Stage.CATCH_UP  # until tomorrow


def test_misses_bring_the_cue_back(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 23)
    workplace.go_to("08:00", workday(26))
    found = faded(workplace, habit)
    assert (found.stage, found.changes[-1].cause) == (Stage.CATCH_UP, Cause.TWO_MISSES)
    assert (found.since, found.changes[-1].at) == (workday(25) + timedelta(days=1), 25)
    workplace.done(habit, at=local(workday(24), "11:00"))  # a late entry
    assert faded(workplace, habit).stage is Stage.OCCASIONAL
    workplace.undo()
    assert faded(workplace, habit) == found == anew(workplace, habit)


def test_a_clock_time_is_asked_about(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, 1, 16)
    found = faded(workplace, habit)
    assert (found.stage, found.consent, found.own, found.changes) == (0, Consent.ASK, None, ())
    assert found.proposed is not None
    said_yes = workplace.coach.fade_choices.accept(habit.id)
    assert (said_yes.stage, said_yes.reached, said_yes.proposed) == (Stage.AT_THE_CUE, Stage.CATCH_UP, None)
    workplace.go_to("08:00", workday(17))
    found = faded(workplace, habit)
    assert (found.stage, found.since, found.proposed) == (Stage.CATCH_UP, workday(17), None)
    assert [(one.at, one.cause) for one in found.changes] == [(16, Cause.ACCEPTED)]
    with pytest.raises(RefusedError, match="no_step_proposed"):
        workplace.coach.fade_choices.accept(habit.id)
    assert found == anew(workplace, habit)


def test_never_holds_at_once_and_leaves_the_past(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 23)
    workplace.go_to("08:00", workday(24))
    assert faded(workplace, habit).stage is Stage.OCCASIONAL
    found = workplace.coach.fade_choices.choose(habit.id, Consent.NEVER)
    assert (found.stage, found.since, found.own) == (Stage.AT_THE_CUE, workday(24), Consent.NEVER)
    assert (found.changes[-1].cause, found.on(workday(23))[0]) == (Cause.CHOSEN, Stage.OCCASIONAL)
    week = Period(workday(21), workday(21) + timedelta(days=6))
    assert [one.cause for one in found.told_in(week)] == [Cause.STEADY, Cause.CHOSEN]
    live(workplace, habit, 24, 30)
    workplace.go_to("08:00", workday(31))
    back = workplace.coach.fade_choices.choose(habit.id, None)
    assert (back.stage, back.consent, back.own) == (Stage.AT_THE_CUE, Consent.AUTOMATIC, None)
    live(workplace, habit, 31, 31)
    assert steps(faded(workplace, habit))[-2:] == [(23, 0), (31, 1)]
    assert faded(workplace, habit) == anew(workplace, habit)


def test_the_choice_for_all_habits(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 15)
    workplace.go_to("08:00", workday(16))
    chosen = workplace.coach.settings
    assert (chosen.value("fading"), faded(workplace, habit).stage) == ("automatic", Stage.CATCH_UP)
    chosen.choose("fading", "never")
    assert (chosen.value("fading"), faded(workplace, habit).stage) == ("never", Stage.AT_THE_CUE)
    chosen.choose("fading", "never")
    workplace.coach.fade_choices.choose(habit.id, Consent.AUTOMATIC)
    assert faded(workplace, habit).stage is Stage.CATCH_UP  # chosen the same day, so never did not hold
    chosen.choose("fading", "automatic")
    assert faded(workplace, habit).consent is Consent.AUTOMATIC


@pytest.mark.parametrize("trigger", [Manual()])
def test_what_has_no_cue_never_fades(workplace: Workplace, trigger: Trigger) -> None:
    habit = workplace.add(trigger, Target(goal=1))
    live(workplace, habit, 1, 20)
    found = faded(workplace, habit)
    assert (found.fades, found.reached, found.changes) == (False, Stage.AT_THE_CUE, ())
    with pytest.raises(RefusedError, match="never_fades"):
        workplace.coach.fade_choices.choose(habit.id, Consent.AUTOMATIC)


def test_a_habit_that_loses_its_cue_has_all_of_them_again(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 15)
    workplace.go_to("08:00", workday(16))
    workplace.coach.habits.edit(habit.id, Draft("Smile", Category.WORDS, PLAN, Manual(), Target(goal=1)))
    found = faded(workplace, habit)
    assert (found.stage, found.since, found.changes[-1].cause) == (0, workday(16), Cause.CHOSEN)
    weeks = [Period(workday(n), workday(n) + timedelta(days=6)) for n in (11, 16)]
    assert [[one.cause for one in found.told_in(week)] for week in weeks] == [[Cause.STEADY], [Cause.CHOSEN]]


def test_a_weekly_habit_has_a_pace_of_its_own(workplace: Workplace) -> None:
    habit = workplace.add(OncePer(Per.WEEK, Which.LAST, Edge.START, 60), Target(per=Per.WEEK))
    for week in range(12):
        workplace.go_to("09:30", MONDAY + timedelta(days=4, weeks=week))
        workplace.done(habit)
    found = faded(workplace, habit)
    assert steps(found) == [(7, 1)]
    assert found.changes[0].from_date == MONDAY + timedelta(weeks=7)


def test_without_the_app_a_start_is_seen_only_where_it_came_before_its_cue(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.kill()
    workplace.open()
    workplace.coach.fade_choices.choose(habit.id, Consent.AUTOMATIC)
    for number in range(1, 41):
        workplace.clock.moment = local(workday(number), "16:00")
        second = "15:10" if number <= 25 else "14:50"
        for clock in ("10:20", second):
            workplace.done(habit, at=local(workday(number), clock))
        if number % 5 == 0:
            workplace.coach.review_answers.say(habit.id, Said(by_itself=7))
    assert steps(faded(workplace, habit)) == [(15, 1), (32, 2), (39, 3)]


def test_a_contact_habit_fades_by_its_plan_in_the_start_card(workplace: Workplace) -> None:
    habit = workplace.add(Contact())
    live(workplace, habit, 1, 20, LATE)
    assert faded(workplace, habit).stage is Stage.CATCH_UP


def test_what_another_process_said_is_heard(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, 1, 16)
    assert faded(workplace, habit).proposed is not None
    other = Workplace(workplace.path.parent, workplace.clock.now())
    other.coach.fade_choices.choose(habit.id, Consent.AUTOMATIC)
    assert faded(workplace, habit).consent is Consent.AUTOMATIC
    assert faded(workplace, habit).reached is Stage.CATCH_UP  # today's period is judged by it
    other.undo()
    assert faded(workplace, habit).reached is Stage.AT_THE_CUE
    other.done(habit)
    assert faded(workplace, habit).reached is Stage.CATCH_UP
    assert faded(workplace, habit) == anew(workplace, habit)
    other.coach.review_answers.say(habit.id, Said(by_itself=2))
    assert faded(workplace, habit).ratings[-1].by_itself == 2
    other.close()


def test_reading_again_costs_nothing(workplace: Workplace) -> None:
    habit = workplace.add(START)
    live(workplace, habit, 1, 16)
    assert faded(workplace, habit) is faded(workplace, habit)
    workplace.coach.announcer.announce(Changed())
    assert faded(workplace, habit) == anew(workplace, habit)


Day = tuple[str, int | None, str | None, int | None]
lives = st.lists(
    st.tuples(
        st.sampled_from(["early", "early", "late", "late", "miss", "skip"]),
        st.none() | st.integers(1, 7),
        st.sampled_from([None] * 9 + ["yes", "never", "ask", "automatic", "default"]),
        st.none() | st.integers(1, 9),
    ),
    min_size=10,
    max_size=45,
)
_KEEPS_THE_FILE = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


def live_a_day(place: Workplace, habit: Habit, number: int, lived: Day) -> None:
    """Start it early, with its cue or not at all; answer, choose, and log what was late."""
    how, mark, choice, late = lived
    place.jump(EARLY if how == "early" else LATE, workday(number))
    if how in {"early", "late"}:
        place.done(habit)
    elif how == "skip":
        place.skip(habit)
    if mark is not None:
        place.coach.review_answers.say(habit.id, Said(by_itself=mark))
    choose(place, habit, choice)
    if late is not None and late < number:
        place.done(habit, at=local(workday(number - late), "13:00"))
        if mark is None:
            place.undo()


def choose(place: Workplace, habit: Habit, choice: str | None) -> None:
    """Say yes to what is proposed, or what may become of the cue."""
    if choice == "yes" and faded(place, habit).proposed is not None:
        place.coach.fade_choices.accept(habit.id)
    elif choice not in {None, "yes"}:
        place.coach.fade_choices.choose(habit.id, None if choice == "default" else Consent(choice))


@settings(max_examples=8, deadline=None, suppress_health_check=_KEEPS_THE_FILE)
@given(lives)
def test_day_by_day_equals_all_at_once_and_never_up_on_a_miss(
    tmp_path_factory: pytest.TempPathFactory, life: list[Day]
) -> None:
    place = Workplace(tmp_path_factory.mktemp("life")).start()
    habit = place.add(START)
    for number, day in enumerate(life, start=1):
        live_a_day(place, habit, number, day)
        assert faded(place, habit) == anew(place, habit)
    periods = place.coach.standings.of(place.coach.agenda(), habit).periods
    missed = {one.period.end for one in periods if one.outcome is Outcome.MISSED}
    for change in faded(place, habit).changes:
        if change.cause is Cause.STEADY:
            assert change.from_date is not None
            assert change.from_date - timedelta(days=1) not in missed
    place.close()


@settings(max_examples=6, deadline=None, suppress_health_check=_KEEPS_THE_FILE)
@given(st.sets(st.integers(1, 34), min_size=24).flatmap(lambda days: st.permutations(sorted(days))))
def test_the_order_of_entries_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    place = Workplace(tmp_path_factory.mktemp("order"))
    first, second = place.add(START), place.add(START, name="Other")
    for week in range(1, 7):
        place.clock.moment = local(workday(5 * week), "17:00")
        for habit in (first, second):
            place.coach.review_answers.say(habit.id, Said(by_itself=6))
    place.clock.moment = local(workday(35), "08:00")
    for habit, days in ((first, sorted(order)), (second, order)):
        for number in days:
            place.done(habit, at=local(workday(number), EARLY))
            faded(place, habit)
    assert faded(place, first).changes == faded(place, second).changes
    place.close()
