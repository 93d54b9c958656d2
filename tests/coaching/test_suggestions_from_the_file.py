"""Each of the nine rules, fired for its reason from a real file through the real use cases."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.reviewing import HabitReview, last_week, week_named
from habitcoach.core.entry import SkipReason
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, Draft, Habit
from habitcoach.core.suggesting import Hindrance, Reason, Rule, Suggestion
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, ShiftAnchor
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

START = AroundShift(ShiftAnchor.START, offset=30)
WEEK = timedelta(weeks=1)


def workday(number: int) -> date:
    """Return a weekday, counted from 1 on the Monday."""
    weeks, days = divmod(number - 1, 5)
    return MONDAY + timedelta(weeks=weeks, days=days)


def live(place: Workplace, habit: Habit, kept: Iterable[bool], first: int = 1) -> None:
    """Let one weekday after another pass, each with its log or without."""
    for number, mark in enumerate(kept, start=first):
        place.go_to("10:31", workday(number))
        if mark:
            place.done(habit)
        place.go_to("17:30", workday(number))
    place.go_to("08:00", workday(number) + timedelta(days=1))


def say(place: Workplace, habit: Habit, said: Said) -> None:
    place.coach.review_answers.say(habit.id, said)


def seen(place: Workplace, habit: Habit, week: str | None = None) -> HabitReview:
    agenda = place.coach.agenda()
    span = last_week(agenda) if week is None else week_named(agenda, week)
    found = place.coach.reviews.of(agenda, agenda.existing(habit.id), span)
    assert found is not None
    return found


def fired(found: HabitReview) -> tuple[Suggestion, Rule, Reason]:
    return found.advice.suggestion, found.advice.rule, found.advice.reason


def test_1_often_skipped(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    for number in range(1, 6):
        workplace.go_to("10:31", workday(number))
        if number < 4:
            workplace.done(habit)
        else:
            workplace.skip(habit, reason=SkipReason.ON_CALLS)
    workplace.go_to("12:00", workday(5) + timedelta(days=1))
    assert fired(seen(workplace, habit)) == (Suggestion.CHANGE_CUE, Rule.SKIPPED, Reason.OFTEN_SKIPPED)


def test_2_too_early(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True])
    say(workplace, habit, Said(hindered=frozenset({Hindrance.FORGOT}), by_itself=7))
    assert fired(seen(workplace, habit)) == (Suggestion.KEEP, Rule.TOO_EARLY, Reason.TOO_EARLY)


def test_3_runs_by_itself_after_four_quiet_weeks(workplace: Workplace) -> None:
    habit = workplace.add(START)
    for number in range(1, 51):
        workplace.go_to("09:10", workday(number))
        workplace.done(habit)
        workplace.go_to("16:50", workday(number))
        if number % 5 == 0:
            say(workplace, habit, Said(by_itself=6, without_thinking=5))
    found = seen(workplace, habit)
    assert found.said.stage is Stage.SILENT
    assert fired(found) == (Suggestion.GRADUATE, Rule.RUNS_BY_ITSELF, Reason.RUNS_BY_ITSELF)
    assert found.advice.params["weeks"] == found.said.stage_weeks == 4
    earlier = seen(workplace, habit, "2027-W03")
    assert (earlier.said.stage, earlier.said.stage_weeks) == (Stage.SILENT, 3)
    assert earlier.advice.suggestion is Suggestion.KEEP


def test_4_rarely_kept_and_not_worth_it(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [False, False, True, False, False, True, False, True, False, True])
    assert seen(workplace, habit).advice.suggestion is Suggestion.MAKE_SMALLER
    say(workplace, habit, Said(hindered=frozenset({Hindrance.NOT_WORTH_IT})))
    found = seen(workplace, habit)
    assert found.tally.p == Fraction(4, 9)  # a first day that is missed does not count
    assert fired(found) == (Suggestion.RETIRE, Rule.RARELY_KEPT, Reason.NOT_WORTH_IT)


@pytest.mark.parametrize(
    ("hindrance", "reason"),
    [(Hindrance.FORGOT, Reason.FORGOT), (Hindrance.WRONG_MOMENT, Reason.WRONG_MOMENT)],
)
def test_5_the_cue_fails_as_the_agent_says(
    workplace: Workplace, hindrance: Hindrance, reason: Reason
) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True, False, True, False])
    say(workplace, habit, Said(hindered=frozenset({hindrance, Hindrance.TOOK_TOO_LONG})))
    assert fired(seen(workplace, habit)) == (Suggestion.CHANGE_CUE, Rule.CUE_FAILS, reason)
    workplace.go_to("12:00", MONDAY + WEEK)
    assert seen(workplace, habit).said.answer is None  # said of last week, not of this one
    assert fired(seen(workplace, habit, "2026-W48"))[2] is reason


def test_5_the_cue_fails_at_one_place(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    for number in range(1, 8):
        workplace.go_to("10:31", workday(number))
        workplace.done(habit)
        workplace.go_to("15:01", workday(number))
        if number in {1, 2, 3, 4}:
            workplace.done(habit)
    workplace.go_to("08:00", workday(8))
    assert fired(seen(workplace, habit)) == (Suggestion.CHANGE_CUE, Rule.CUE_FAILS, Reason.ONE_SLOT)


def test_6_took_too_long(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True, True, False])
    assert seen(workplace, habit).advice.suggestion is Suggestion.KEEP
    say(workplace, habit, Said(hindered=frozenset({Hindrance.TOOK_TOO_LONG, Hindrance.FELT_ROBOTIC})))
    assert fired(seen(workplace, habit)) == (Suggestion.MAKE_SMALLER, Rule.TOO_BIG, Reason.TOOK_TOO_LONG)


def test_7_a_reward_that_pales_until_there_is_another(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5)
    say(workplace, habit, Said(reward_worth_it=False))
    assert seen(workplace, habit).advice.suggestion is Suggestion.KEEP
    live(workplace, habit, [True] * 5, first=6)
    say(workplace, habit, Said(reward_worth_it=False))
    assert fired(seen(workplace, habit)) == (
        Suggestion.CHANGE_REWARD,
        Rule.REWARD_FAILS,
        Reason.REWARD_PALE,
    )
    assert seen(workplace, habit, "2026-W48").said.pale_rewards == 1
    workplace.go_to("08:00", workday(11))
    other = replace(PLAN, reward="a look out of the window")
    workplace.coach.habits.edit(habit.id, Draft("Smile", Category.WORDS, other, at("10:30")))
    live(workplace, habit, [True], first=11)
    found = seen(workplace, habit)
    assert (found.said.pale_rewards, found.advice.suggestion) == (0, Suggestion.KEEP)


def test_7_a_reward_that_pales_as_it_is_taken(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    earned = []
    for number in range(1, 6):
        workplace.go_to("10:31", workday(number))
        reward = workplace.done(habit).reward
        assert reward is not None
        earned.append(reward.reward_id)
    worths = [False, True, False]
    for reward_id, worth_it in zip(earned[2:], worths, strict=True):
        workplace.coach.review_answers.rate_reward(reward_id, worth_it=worth_it)
    assert seen(workplace, habit).said.pale_rewards == 1
    workplace.coach.review_answers.rate_reward(earned[3], worth_it=False)
    found = seen(workplace, habit)
    assert (found.said.pale_rewards, found.advice.reason) == (3, Reason.REWARD_PALE)
    workplace.go_to("10:31", workday(6))
    reward = workplace.done(habit).reward
    assert reward is not None
    workplace.coach.review_answers.rate_reward(reward.reward_id, worth_it=True)
    assert seen(workplace, habit).said.pale_rewards == 0
    assert seen(workplace, habit, "2026-W48").said.pale_rewards == 3


def test_8_a_goal_reached_in_three_reviews(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 50))
    for number in range(1, 16):
        workplace.go_to("12:00", workday(number))
        workplace.done(habit, count=6, of=10)
    workplace.go_to("12:00", workday(15) + timedelta(days=1))
    assert seen(workplace, habit).advice.suggestion is Suggestion.KEEP
    say(workplace, habit, Said(by_itself=4))
    found = seen(workplace, habit)
    assert found.said.automaticity == pytest.approx(0.5)
    assert fired(found) == (Suggestion.RAISE_GOAL, Rule.GOAL_REACHED, Reason.GOAL_REACHED)


@pytest.mark.parametrize(("marks", "reason"), [([True] * 5, Reason.WELL_KEPT), ([True] * 3 + [False], None)])
def test_9_nothing_amiss(workplace: Workplace, marks: list[bool], reason: Reason | None) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, marks)
    found = fired(seen(workplace, habit))
    assert found == (Suggestion.KEEP, Rule.NOTHING_AMISS, reason or Reason.NO_CAUSE)


def test_an_answer_given_late_is_of_its_week(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True, False, True, False])
    workplace.clock.moment = local(MONDAY + WEEK, "09:05")
    agenda = workplace.coach.agenda()
    said = Said(by_itself=3, hindered=frozenset({Hindrance.FORGOT}))
    so_far = workplace.coach.review_answers.say(habit.id, said, week_named(agenda, "2026-W48"))
    assert so_far.rating is not None
    assert (so_far.week, so_far.rating.work_date) == ("2026-W48", MONDAY + WEEK)
    found = seen(workplace, habit, "2026-W48")
    assert found.said.automaticity == pytest.approx(1 / 3)
    assert found.advice.reason is Reason.FORGOT
