"""Absence is a question, not a miss."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.absence import ASKED_FOR, question
from habitcoach.coaching.views import AbsenceView
from habitcoach.core.duty import ABSENT
from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Manual, OncePer, Which
from tests.support.habits import MONDAY, at, local
from tests.support.thoroughness import examples
from tests.support.workplace import Workplace

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
AWAY = [MONDAY + n * DAY for n in range(1, 5)]  # Tuesday to Friday
BACK = MONDAY + WEEK


def periods(place: Workplace, habit: Habit) -> list[Judged]:
    return list(place.coach.standings.of(place.coach.agenda(), habit).periods)


def outcomes(place: Workplace, habit: Habit) -> dict[date, Outcome]:
    return {one.period.start: one.outcome for one in periods(place, habit)}


def asked(place: Workplace) -> AbsenceView | None:
    return place.coach.today().absence


def go_away(place: Workplace, back: date = BACK) -> Habit:
    """Keep a habit on Monday, and start the app again on another day."""
    habit = place.add(at("10:30"))
    place.go_to("10:31")
    place.done(habit)
    place.kill()
    place.clock.moment = local(back, "08:00")
    place.open()
    place.start()
    return habit


def test_dates_nobody_saw_are_neutral_and_asked_about(workplace: Workplace) -> None:
    habit = go_away(workplace)
    assert [outcomes(workplace, habit)[day] for day in AWAY] == [Outcome.NEUTRAL] * 4
    assert workplace.streak(habit) == 1
    assert asked(workplace) == AbsenceView(AWAY[0], AWAY[-1], tuple(AWAY))


def test_off_is_an_answer(workplace: Workplace) -> None:
    habit = go_away(workplace)
    before = outcomes(workplace, habit)
    assert workplace.coach.absence.was_off(AWAY) == AWAY
    assert asked(workplace) is None
    assert outcomes(workplace, habit) == before
    records = [workplace.store.duty().on(day) for day in AWAY]
    assert all(one is not None and one.reason == ABSENT and not one.seen for one in records)
    assert [workplace.coach.agenda().calendar.shift_on(day) for day in AWAY] == [None] * 4


def test_worked_is_an_answer_and_can_be_filled_in(workplace: Workplace) -> None:
    habit = go_away(workplace)
    workplace.coach.absence.worked(AWAY)
    assert asked(workplace) is None
    assert [outcomes(workplace, habit)[day] for day in AWAY] == [Outcome.MISSED] * 4
    for day in AWAY[:3]:
        assert workplace.done(habit, at=local(day, "10:40")).slot == f"{day}/10:30"
    assert [outcomes(workplace, habit)[day] for day in AWAY] == [Outcome.KEPT] * 3 + [Outcome.MISSED]
    assert workplace.streak(habit) == 4


@pytest.mark.parametrize("first", ["was_off", "worked"])
def test_an_answer_can_be_taken_back_and_changed(workplace: Workplace, first: str) -> None:
    habit = go_away(workplace)
    before, question_before = outcomes(workplace, habit), asked(workplace)
    getattr(workplace.coach.absence, first)(AWAY)
    assert workplace.coach.absence.ask_again(AWAY) == AWAY
    assert (outcomes(workplace, habit), asked(workplace)) == (before, question_before)
    workplace.coach.absence.was_off(AWAY)
    workplace.coach.absence.worked(AWAY[:1])
    assert outcomes(workplace, habit)[AWAY[0]] is Outcome.MISSED
    assert outcomes(workplace, habit)[AWAY[1]] is Outcome.NEUTRAL


def test_what_is_not_in_question_is_refused(workplace: Workplace) -> None:
    go_away(workplace)
    saturday, ahead = AWAY[-1] + DAY, BACK + DAY
    for days in ([MONDAY], [saturday], [BACK], [ahead], [MONDAY - WEEK], []):
        for answer in (
            workplace.coach.absence.was_off,
            workplace.coach.absence.worked,
            workplace.coach.absence.ask_again,
        ):
            with pytest.raises(RefusedError, match="not_in_question"):
                answer(days)
    with pytest.raises(RefusedError, match="not_in_question"):
        workplace.coach.absence.ask_again(AWAY)
    assert workplace.coach.absence.was_off([MONDAY, *AWAY, saturday, BACK]) == AWAY


def test_an_entry_of_any_habit_shows_that_the_agent_was_there(workplace: Workplace) -> None:
    other = workplace.add(Manual(), name="Thank")
    habit = go_away(workplace)
    workplace.done(other, at=local(AWAY[1], "12:00"))
    found = outcomes(workplace, habit)
    assert [found[day] for day in AWAY] == [
        Outcome.NEUTRAL,
        Outcome.MISSED,
        Outcome.NEUTRAL,
        Outcome.NEUTRAL,
    ]
    assert asked(workplace) == AbsenceView(AWAY[0], AWAY[0], (AWAY[0],))
    workplace.coach.absence.was_off(AWAY[:1])
    assert asked(workplace) == AbsenceView(AWAY[2], AWAY[3], tuple(AWAY[2:]))


def test_nobody_is_asked_about_dates_off_paused_or_before_the_first_habit(workplace: Workplace) -> None:
    workplace.kill()
    workplace.clock.moment = local(AWAY[0], "08:00")
    workplace.open()
    habit = workplace.add(at("10:30"))
    workplace.coach.duty.take_off(AWAY[:2], "leave")
    workplace.coach.holding.pause_till_day(AWAY[3], [])
    workplace.kill()
    workplace.clock.moment = local(BACK, "08:00")
    workplace.open()
    workplace.start()
    assert asked(workplace) == AbsenceView(AWAY[3], AWAY[3], (AWAY[3],))
    workplace.coach.habits.archive(habit.id)
    assert asked(workplace) is not None  # it ran on that Friday


def test_unanswered_for_14_days_is_off(workplace: Workplace) -> None:
    habit = go_away(workplace)
    workplace.go_to("12:00", BACK)
    day = BACK
    while day < BACK + ASKED_FOR - DAY:
        day += DAY
        workplace.go_to("12:00", day)
        assert asked(workplace) is not None
    before = outcomes(workplace, habit)
    workplace.go_to("12:00", BACK + ASKED_FOR)
    assert asked(workplace) is None
    record = workplace.store.duty().on(AWAY[0])
    assert record is not None
    assert record.reason == ABSENT
    after = outcomes(workplace, habit)
    assert [after[one] for one in before if one < day] == [before[one] for one in before if one < day]


def test_a_rest_does_not_come_of_absence(workplace: Workplace) -> None:
    habit = go_away(workplace, MONDAY + 3 * WEEK)
    assert not workplace.coach.agenda().resting(habit)
    workplace.coach.absence.worked([MONDAY + n * DAY for n in range(1, 20)])
    workplace.go_to("08:00", MONDAY + 3 * WEEK + DAY)
    assert workplace.coach.agenda().resting(habit)


def test_a_cue_of_the_week_that_nobody_saw_moves_to_no_other_date(workplace: Workplace) -> None:
    weekly = workplace.add(
        OncePer(Per.WEEK, Which.LAST, Edge.END, -90), Target(TargetKind.CHECK, "all", Per.WEEK), "Learn"
    )
    workplace.go_to("23:00", AWAY[2])
    workplace.kill()
    workplace.clock.moment = local(BACK, "08:00")
    workplace.open()
    workplace.start()
    assert asked(workplace) == AbsenceView(AWAY[3], AWAY[3], (AWAY[3],))
    before = periods(workplace, weekly)
    workplace.coach.absence.was_off([AWAY[3]])
    assert periods(workplace, weekly) == before
    assert before[0].outcome is Outcome.NEUTRAL


def test_a_weekly_goal_is_lowered_by_dates_nobody_saw(workplace: Workplace) -> None:
    habit = workplace.add(Manual(), Target(TargetKind.COUNT, 5, Per.WEEK))
    for day in (MONDAY, AWAY[0]):
        workplace.go_to("12:00", day)
        workplace.done(habit)
    workplace.kill()
    workplace.clock.moment = local(BACK, "08:00")
    workplace.open()
    workplace.start()
    [week, _] = periods(workplace, habit)
    assert (week.done, week.goal, week.outcome) == (2, 2, Outcome.KEPT)
    workplace.coach.absence.worked(AWAY)
    [week, _] = periods(workplace, habit)
    assert (week.done, week.goal) == (2, 5)


plans = st.sampled_from(
    [
        (at("10:30"), Target()),
        (at("07:00", "23:30", anyway=True), Target()),
        (Contact(), Target(TargetKind.COUNT, 2)),
        (Contact(), Target(TargetKind.COUNT, 3, Per.WEEK)),
        (OncePer(Per.WEEK, Which.FIRST, Edge.START, 0), Target(TargetKind.CHECK, "all", Per.WEEK)),
    ]
)


@given(plans, st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
@settings(max_examples=examples(60), deadline=None)
def test_being_off_or_unknown_comes_to_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    plan: tuple[object, object],
    done: set[int],
    seen: set[int],
    answered: set[int],
) -> None:
    place = Workplace(tmp_path_factory.mktemp("home"))
    trigger, target = plan
    habit = place.add(trigger, target)  # type: ignore[arg-type]
    for number in done:
        place.clock.moment = local(MONDAY + number * DAY, "10:40")
        place.done(habit)
    place.was_there(*(MONDAY + number * DAY for number in seen))
    place.clock.moment = local(MONDAY + 31 * DAY, "06:00")
    place.coach.write_down_duty()
    unknown = [one for one in range(31) if one not in done | seen]
    before = periods(place, habit)
    for judged in before:
        if judged.period.start == judged.period.end and (judged.period.start - MONDAY).days in unknown:
            on_duty = place.coach.agenda().calendar.shift_on(judged.period.start) is not None
            assert not on_duty or judged.outcome is Outcome.NEUTRAL
    days = [MONDAY + number * DAY for number in sorted(answered & set(unknown))]
    in_question = question(place.coach.agenda())
    if any(day.isoweekday() < 6 for day in days):
        place.coach.absence.was_off(days)
        assert periods(place, habit) == before
        place.coach.absence.ask_again(days)
        assert periods(place, habit) == before
        assert question(place.coach.agenda()) == in_question
    place.close()


def test_why_says_that_nobody_saw(workplace: Workplace) -> None:
    habit = go_away(workplace)

    def told() -> list[str]:
        facts = workplace.coach.explaining.why(workplace.coach.agenda(), habit)
        return [one.uncounted or "" for one in facts.periods]

    assert told() == ["", *["unknown"] * 4, "off", "off", ""]
    workplace.coach.absence.was_off(AWAY)
    assert told() == ["", *["off"] * 6, ""]


def test_nobody_is_asked_about_the_shift_before_the_first_habit_was_made(workplace: Workplace) -> None:
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "18:00")
    workplace.open()
    workplace.add(at("10:30"))
    workplace.kill()
    workplace.clock.moment = local(AWAY[0], "08:00")
    workplace.open()
    workplace.start()
    assert asked(workplace) is None
