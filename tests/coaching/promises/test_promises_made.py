"""Promises: made, kept, re-timed, dropped."""

from datetime import timedelta

import pytest

from habitcoach.coaching.promises import Wish
from habitcoach.core.entry import Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Category, Draft
from habitcoach.core.promise import PromiseState
from habitcoach.core.trigger import Promised
from habitcoach.texts.promises import promise_words
from tests.coaching.promises.promise_parts import TUESDAY, habit, state
from tests.support.habits import MONDAY, PLAN, local
from tests.support.promise_desk import FIRST, PromiseDesk


def test_the_first_promise_brings_the_habit_the_second_does_not(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.promise("16:00")
    [found] = desk.coach.agenda().habits
    assert (found.name, found.category, found.newest.trigger) == ("Promises", Category.PROMISES, Promised())
    assert not desk.coach.today().has_habits


def test_a_taken_name_is_not_taken_again(desk: PromiseDesk) -> None:
    for name in ("promises", "Promises 2"):
        desk.coach.habits.add(Draft(name, Category.WORDS, PLAN))
    desk.promise("15:40")
    assert habit(desk).name == "Promises 3"


def test_a_time_that_does_not_lie_ahead_is_refused_and_leaves_nothing(desk: PromiseDesk) -> None:
    for due in (local(MONDAY, "08:00"), local(MONDAY, "07:59")):
        with pytest.raises(InputError) as caught:
            desk.promise_at(due)
        assert (caught.value.field, caught.value.code) == ("promised", "not_ahead")
    assert list(desk.store.habits()) == []


@pytest.mark.parametrize(
    ("ticket", "note", "code"),
    [("4" * 61, None, "too_long"), ("", "x" * 2001, "too_long"), ("", "\u2060", "empty")],
)
def test_texts_are_held_to_their_limits(desk: PromiseDesk, ticket: str, note: str | None, code: str) -> None:
    with pytest.raises(InputError) as caught:
        desk.coach.promises.make(Wish(local(MONDAY, "15:40"), ticket, note), promise_words())
    assert caught.value.code == code


def test_seconds_are_left_out_and_texts_are_cleaned(desk: PromiseDesk) -> None:
    due = local(MONDAY, "15:40") + timedelta(seconds=59)
    made = desk.coach.promises.make(Wish(due, " 47\n11 ", "one\ntwo "), promise_words()).promise
    assert (made.due_at, made.ticket, made.note) == (local(MONDAY, "15:40"), "47 11", "one\ntwo")


def test_off_duty_it_is_made_with_a_word(desk: PromiseDesk) -> None:
    wish = Wish(local(MONDAY, "19:00"))
    off = desk.coach.promises.make(wish, promise_words()).off_duty
    assert off is not None
    assert (off.due_at, off.instead) == (local(MONDAY, "19:00"), local(TUESDAY, "09:10"))
    assert desk.coach.promises.make(Wish(local(MONDAY, "15:00")), promise_words()).off_duty is None


def test_kept_in_time_earns_the_reward(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:45")
    told = desk.keep()
    assert told.promise is not None
    assert (told.kind, told.count, told.of, told.promise.state) == ("keep", 1, 1, PromiseState.KEPT)
    assert told.reward is not None
    assert (told.reward.text, told.reward.progress) == ("off my mind", (1, 1))
    assert (desk.coach.today().promises[0].kept_in_all, state(desk)) == (1, PromiseState.KEPT)


def test_kept_late_counts_as_due_and_earns_nothing(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:51")
    told = desk.keep()
    assert (told.count, told.of, told.reward, state(desk)) == (0, 1, None, PromiseState.KEPT_LATE)


def test_an_answer_saved_late_counts_from_when_it_was_given(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:55")
    desk.coach.promises.keep(FIRST, Source.WINDOW, local(MONDAY, "15:49"))
    found = desk.store.promise(FIRST)
    assert found is not None
    assert (found.state, found.answered_at) == (PromiseState.KEPT, local(MONDAY, "15:49"))


def test_an_answer_is_never_from_the_future(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.coach.promises.drop(FIRST, Source.WINDOW, local(TUESDAY, "09:00"))
    found = desk.store.promise(FIRST)
    assert found is not None
    assert found.answered_at == desk.clock.now()


@pytest.mark.parametrize("answer", ["keep", "drop", "retime", "put_off"])
def test_only_an_open_promise_is_answered(desk: PromiseDesk, answer: str) -> None:
    arguments = ["16:00"] if answer == "retime" else []
    with pytest.raises(RefusedError) as caught:
        getattr(desk, answer)(*arguments)
    assert caught.value.code == "no_such_promise"
    desk.promise("15:40")
    desk.drop()
    with pytest.raises(RefusedError) as caught:
        getattr(desk, answer)(*arguments)
    assert caught.value.code == "promise_answered"


def test_its_own_time_and_a_past_one_are_no_new_time(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    for clock, code in (("15:40", "same_time"), ("08:00", "not_ahead")):
        with pytest.raises(InputError) as caught:
            desk.retime(clock)
        assert caught.value.code == code
    assert desk.entries() == []


def test_a_new_time_off_duty_is_told(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    made = desk.retime("18:00")
    assert made.off_duty is not None
    assert (made.promise.retimed, made.promise.state) == (1, PromiseState.OPEN)


def test_what_is_not_due_cannot_be_snoozed(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    with pytest.raises(RefusedError) as caught:
        desk.put_off()
    assert caught.value.code == "promise_not_due"


def test_a_snooze_to_the_end_of_the_shift(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(None)
    assert desk.coach.today().promises[0].snoozed_until == local(MONDAY, "16:50")


def test_one_due_within_minutes_can_be_snoozed_before_any_prompt(desk: PromiseDesk) -> None:
    desk.go_to("15:35")
    desk.promise("15:40")
    desk.put_off(15)
    assert desk.stands() == ["snoozed"]
    desk.go_to("15:50")
    assert desk.titles() == ["Call back 4711"]
