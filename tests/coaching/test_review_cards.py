"""The review on the cards: with the end card of the week's last shift, put off, and once again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.coaching.review_views import ReviewState
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.habit import Habit
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact
from tests.support.habits import MONDAY, at, local
from tests.support.reviewed_weeks import W48, W49, live, named, page, workday
from tests.support.workplace import REVIEW_BODIES, Workplace

FRIDAY, NEXT_MONDAY, NEXT_TUESDAY = workday(5), workday(6), workday(7)


@pytest.fixture
def smile(workplace: Workplace) -> Habit:
    """Live four days; it is Friday, and everything is done, ten minutes before the end card."""
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 4)
    workplace.go_to("10:40", FRIDAY)
    workplace.done(habit)
    workplace.go_to("16:40", FRIDAY)
    return habit


def prompt(place: Workplace, name: str = W48) -> Prompt | None:
    return place.store.prompt(PromptKey("review", name))


def state(place: Workplace, name: str = W48) -> str:
    found = prompt(place, name)
    return "" if found is None else found.state.value


def card(place: Workplace) -> ShiftCardView | None:
    return place.coach.today().card


def bodies(place: Workplace) -> list[str]:
    return [one.body for one in place.notifier.notices if one.body in REVIEW_BODIES]


def delivery(place: Workplace) -> DeliveryView:
    found = prompt(place)
    assert found is not None
    return place.cueing.deliveries.view(found.delivery)


@pytest.mark.usefixtures("smile")
def test_it_comes_with_the_end_card_of_the_last_shift(workplace: Workplace) -> None:
    assert (card(workplace), state(workplace)) == (None, "")
    workplace.go_to("16:50", FRIDAY)
    assert bodies(workplace) == [REVIEW_BODIES[0]]
    shown = card(workplace)
    assert shown is not None
    assert shown.review is not None
    assert (shown.kind, shown.work_date, shown.waits, shown.asking) == (CardKind.END, FRIDAY, True, ())
    assert (shown.review.week, shown.review.last_shift, shown.review.later) == (
        W48,
        True,
        local(NEXT_MONDAY, "09:00"),
    )
    assert shown.meets_again == NEXT_MONDAY
    assert delivery(workplace).waits


@pytest.mark.usefixtures("smile")
def test_opened_from_its_card_it_waits_no_more(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    workplace.coach.deciding.opened(named(workplace, W48))
    workplace.cueing.settle()
    found = prompt(workplace)
    assert found is not None
    assert (found.state.value, found.answer) == ("answered", "opened")
    assert card(workplace) is None
    workplace.coach.deciding.opened(named(workplace, W48))
    workplace.cueing.look()
    [row] = [one for one in workplace.store.prompts_in(found.delivery) if one.key.subject == "card"]
    assert row.state.value == "answered"


@pytest.mark.usefixtures("smile")
def test_finished_it_never_comes_again(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    workplace.coach.deciding.finish(named(workplace, W48))
    workplace.go_to("12:00", NEXT_TUESDAY)
    assert (state(workplace), len(bodies(workplace))) == ("answered", 1)


@pytest.mark.usefixtures("smile")
def test_finished_before_its_card_it_does_not_come(workplace: Workplace) -> None:
    workplace.coach.deciding.finish(named(workplace, W48))
    workplace.go_to("12:00", NEXT_TUESDAY)
    assert (state(workplace), bodies(workplace)) == ("", [])


@pytest.mark.usefixtures("smile")
def test_put_off_it_comes_with_the_next_start_card(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    assert workplace.coach.deciding.later(named(workplace, W48)) == local(NEXT_MONDAY, "09:00")
    workplace.cueing.settle()
    assert card(workplace) is None
    workplace.go_to("09:00", NEXT_MONDAY)
    assert bodies(workplace) == list(REVIEW_BODIES)
    shown = card(workplace)
    assert shown is not None
    assert shown.review is not None
    assert (shown.kind, shown.review.week, shown.review.last_shift) == (CardKind.START, W48, False)
    assert shown.yesterday is not None
    assert (shown.yesterday.day, shown.yesterday.done, shown.yesterday.line) == (FRIDAY, 1, "")
    agenda = workplace.coach.agenda()
    assert workplace.coach.review_page.default_week(agenda) == named(workplace, W48)


@pytest.mark.usefixtures("smile")
def test_put_off_as_often_as_the_agent_likes(workplace: Workplace) -> None:
    for number in range(6, 9):
        workplace.coach.deciding.later(named(workplace, W48))
        workplace.go_to("09:05", workday(number))
    assert bodies(workplace) == [REVIEW_BODIES[1]] * 3


@pytest.mark.usefixtures("smile")
def test_passed_by_it_comes_once_more_and_then_rests(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    workplace.go_to("08:00", NEXT_MONDAY)
    assert state(workplace) == "expired"
    workplace.go_to("12:00", NEXT_MONDAY)
    assert bodies(workplace) == list(REVIEW_BODIES)
    workplace.go_to("12:00", workday(9))
    assert (bodies(workplace), state(workplace)) == (list(REVIEW_BODIES), "expired")
    workplace.go_to("17:30", workday(10))
    assert (state(workplace, W49), bodies(workplace)[-1]) == ("shown", REVIEW_BODIES[0])


@pytest.mark.usefixtures("smile")
def test_opened_and_left_open_it_comes_once_more(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    workplace.coach.deciding.opened(named(workplace, W48))
    workplace.go_to("09:05", NEXT_MONDAY)
    assert bodies(workplace) == list(REVIEW_BODIES)


@pytest.mark.usefixtures("smile")
def test_away_at_the_end_it_comes_with_the_next_start(workplace: Workplace) -> None:
    workplace.kill()
    workplace.clock.moment = local(NEXT_MONDAY, "08:50")
    workplace.open()
    workplace.start()
    workplace.go_to("09:00", NEXT_MONDAY)
    assert bodies(workplace) == [REVIEW_BODIES[1]]


@pytest.mark.usefixtures("smile")
def test_a_call_holds_it_and_the_end_of_the_call_brings_it(workplace: Workplace) -> None:
    workplace.go_to("16:45", FRIDAY)
    workplace.call(on=True)
    workplace.go_to("16:52", FRIDAY)
    assert (state(workplace), bodies(workplace), card(workplace)) == ("held", [], None)
    workplace.call(on=False)
    workplace.go_on(timedelta(seconds=11))
    assert (state(workplace), bodies(workplace)) == ("shown", [REVIEW_BODIES[0]])
    shown = card(workplace)
    assert shown is not None
    assert shown.review is not None


@pytest.mark.usefixtures("smile")
def test_after_a_crash_it_still_waits(workplace: Workplace) -> None:
    workplace.go_to("16:50", FRIDAY)
    found = prompt(workplace)
    assert found is not None
    workplace.store.update_prompt(replace(found, state=PromptState.CLAIMED))
    workplace.restart()
    assert state(workplace) == "unconfirmed"
    assert card(workplace) is not None


def test_too_early_and_without_habits_no_review_comes(workplace: Workplace) -> None:
    workplace.go_to("08:00", workday(4))
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, True], first=4)
    workplace.go_to("12:00", NEXT_MONDAY)
    assert bodies(workplace) == []
    live(workplace, habit, [True], first=7)
    workplace.coach.habits.archive(habit.id)
    workplace.go_to("18:00", workday(10))
    assert bodies(workplace) == []


def test_with_cues_and_close_out_it_is_one_card(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    for number in range(1, 5):
        workplace.go_to("12:00", workday(number))
        workplace.done(habit, count=8, of=10)
    workplace.go_to("16:50", FRIDAY)
    shown = card(workplace)
    assert shown is not None
    assert [one.counter.habit for one in shown.asking] == ["Smile"]
    [last] = workplace.notifier.notices[-1:]
    assert last.body == f"How often today: Smile\n{REVIEW_BODIES[0]}"
    workplace.coach.deciding.later(named(workplace, W48))
    workplace.go_to("09:00", NEXT_MONDAY)
    [last] = workplace.notifier.notices[-1:]
    assert last.body == f"In every contact: Smile\n{REVIEW_BODIES[1]}"
    assert [one.key for one in last.actions] == ["show", "default"]


def test_the_line_of_the_day_and_where_it_is_met_again(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    workplace.go_to("16:50")
    workplace.coach.journal.write("Asked what they had tried.")
    shown = card(workplace)
    assert shown is not None
    assert (shown.line, shown.meets_again, shown.yesterday) == (
        "Asked what they had tried.",
        workday(2),
        None,
    )
    workplace.done(habit, count=8, of=10)
    workplace.go_to("09:00", workday(2))
    shown = card(workplace)
    assert shown is not None
    assert shown.yesterday is not None
    assert (shown.yesterday.line, shown.yesterday.done) == ("Asked what they had tried.", 0)
    assert (shown.line, shown.meets_again) == ("", None)


def test_a_review_put_off_with_no_shift_ahead_waits_on_its_page(workplace: Workplace, smile: Habit) -> None:
    del smile
    off = [MONDAY + timedelta(days=n) for n in range(5, 90)]
    workplace.coach.duty.take_off(off, "leave")
    assert workplace.coach.deciding.later(named(workplace, W48)) is None
    kept = workplace.store.review(W48)
    assert kept is not None
    assert kept.put_off_until is not None
    workplace.go_to("17:30", FRIDAY)
    assert card(workplace) is None
    assert page(workplace).state is ReviewState.POSTPONED
