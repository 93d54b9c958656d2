"""Promises: made, kept, re-timed, dropped, taken back; the habit that counts them; texts that go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promise_habit import KEPT_RATE, is_promise_habit
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.reviewing import last_week
from habitcoach.core.entry import EntryKind, Source
from habitcoach.core.errors import EnvironmentFaultError, InputError, RefusedError
from habitcoach.core.habit import Category, Draft, Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.promise import PromiseId, PromiseState
from habitcoach.core.suggesting import Suggestion
from habitcoach.core.target import Target
from habitcoach.core.trigger import Manual, Promised
from habitcoach.storage.opening import open_store
from habitcoach.texts.promises import promise_words
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.promise_desk import FIRST, PromiseDesk

TUESDAY = MONDAY + timedelta(days=1)
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromiseDesk]:
    made = PromiseDesk(tmp_path)
    made.start()
    yield made
    made.close()


def habit(desk: PromiseDesk) -> Habit:
    found = next(one for one in desk.coach.agenda().habits if is_promise_habit(one))
    assert found.newest.target == KEPT_RATE
    return found


def outcomes(desk: PromiseDesk) -> list[tuple[Outcome, int, int]]:
    periods = desk.coach.standings.of(desk.coach.agenda(), habit(desk)).periods
    return [(one.outcome, one.done, one.goal) for one in periods]


def state(desk: PromiseDesk, promise_id: PromiseId = FIRST) -> PromiseState:
    found = desk.store.promise(promise_id)
    assert found is not None
    return found.state


# ---- making


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


# ---- answers


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


# ---- the habit


def test_hits_are_kept_of_is_due_that_work_date(desk: PromiseDesk) -> None:
    for clock in ("10:00", "11:00", "12:00", "13:00", "14:00"):
        desk.promise(clock)
    desk.go_to("10:00")
    desk.keep(PromiseId(1))
    desk.go_to("11:30")
    desk.keep(PromiseId(2))  # late
    desk.coach.promises.retime(PromiseId(3), local(TUESDAY, "10:00"), Source.WINDOW)
    desk.drop(PromiseId(4))
    assert outcomes(desk) == [(Outcome.OPEN, 2, 3)]
    desk.go_to("10:00", TUESDAY)
    desk.keep(PromiseId(3))
    # the fifth was never answered: it counts as due, now that its work date is over
    assert outcomes(desk) == [(Outcome.PART, 2, 4), (Outcome.OPEN, 1, 1)]


def test_days_without_a_promise_are_neutral_and_the_streak_grows(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.promise("15:40", day=WEDNESDAY)
    desk.go_to("15:40")
    desk.keep()
    desk.go_to("15:40", WEDNESDAY)
    desk.keep(PromiseId(2))
    desk.go_to("09:00", WEDNESDAY + timedelta(days=1))
    assert [one[0] for one in outcomes(desk)] == [Outcome.KEPT, Outcome.NEUTRAL, Outcome.KEPT, Outcome.OPEN]
    assert desk.streak(habit(desk)) == 2


def test_an_unanswered_one_is_missed_and_a_late_answer_takes_its_place(desk: PromiseDesk) -> None:
    desk.promise("12:00")
    desk.go_to("12:00")
    desk.keep()
    desk.promise("12:00", day=TUESDAY)
    desk.go_to("09:00", WEDNESDAY)
    assert outcomes(desk)[1] == (Outcome.MISSED, 0, 1)
    desk.keep(PromiseId(2))
    assert outcomes(desk)[1] == (Outcome.MISSED, 0, 1)
    assert [one.kind for one in desk.entries(habit(desk).id)] == [EntryKind.DONE, EntryKind.OPPORTUNITY]


def test_what_is_reckoned_along_the_way_equals_what_is_reckoned_anew(desk: PromiseDesk) -> None:
    for number in range(8):
        day = MONDAY + timedelta(days=number)
        desk.promise("12:00", day=day)
        desk.go_to("12:05", day)
        if number % 3:
            desk.keep(PromiseId(number + 1))
    along = outcomes(desk)
    fresh = Coach(desk.store, desk.clock)
    agenda = fresh.agenda()
    anew = fresh.standings.of(agenda, habit(desk)).periods
    assert along == [(one.outcome, one.done, one.goal) for one in anew]


def test_another_process_is_seen_to_miss_and_keep(desk: PromiseDesk) -> None:
    desk.promise("12:00")
    desk.go_to("09:00", TUESDAY)
    assert outcomes(desk)[0][1:] == (0, 1)
    with closing(open_store(desk.path, 0)) as store:
        Coach(store, desk.clock).promises.drop(FIRST, Source.COMMAND)
    assert outcomes(desk)[0][1:] == (0, 1)
    assert desk.coach.today().promises[0].state is PromiseState.DROPPED


def test_it_counts_promises_only(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    with pytest.raises(RefusedError) as caught:
        desk.done(habit(desk))
    assert caught.value.code == "counts_promises"
    assert desk.coach.today().counters == ()


def test_it_cannot_become_another_habit_but_may_be_worded_anew(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    built_in = habit(desk)
    for trigger, target in ((Manual(), KEPT_RATE), (Promised(), Target())):
        with pytest.raises(RefusedError) as caught:
            desk.coach.habits.edit(built_in.id, Draft("Mine", Category.PROMISES, PLAN, trigger, target))
        assert caught.value.code == "counts_promises"
    edited = desk.coach.habits.edit(
        built_in.id, Draft("Mine", Category.PROMISES, PLAN, Promised(), KEPT_RATE)
    )
    assert (edited.name, edited.newest.plan) == ("Mine", PLAN)
    assert desk.coach.today().promises[0].reward == "a sip of water"


def test_no_other_habit_becomes_it(desk: PromiseDesk) -> None:
    plain = desk.add(at("10:30"))
    draft = Draft("Mine", Category.PROMISES, PLAN, Promised(), KEPT_RATE)
    with pytest.raises(InputError) as added:
        desk.coach.habits.add(draft)
    with pytest.raises(InputError) as edited:
        desk.coach.habits.edit(plain.id, draft)
    assert (added.value.code, edited.value.code) == ("not_a_choice", "not_a_choice")


def test_a_day_of_it_can_be_skipped(desk: PromiseDesk) -> None:
    desk.promise("12:00")
    desk.skip(habit(desk))
    desk.go_to("09:00", TUESDAY)
    assert outcomes(desk)[0][0] is Outcome.NEUTRAL


def test_retired_it_makes_room_for_no_second_one(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.coach.habits.archive(habit(desk).id)
    desk.promise("16:00")
    desk.keep()
    assert len(desk.store.habits()) == 1
    assert desk.undo().kind == "keep"


def test_it_never_rests_and_has_no_cue_of_its_own(desk: PromiseDesk) -> None:
    desk.add(at("10:30"))
    for number in range(8):
        desk.promise("12:00", day=MONDAY + timedelta(days=number))
    desk.go_to("09:00", MONDAY + timedelta(days=9))
    agenda = desk.coach.agenda()
    assert not agenda.resting(habit(desk))
    assert list(desk.store.prompts_of(habit(desk).id, MONDAY)) == []


def test_a_review_suggests_only_to_keep_it(desk: PromiseDesk) -> None:
    for number in range(5):
        day = MONDAY + timedelta(days=number)
        desk.promise("12:00", day=day)
        desk.go_to("12:30", day)
        desk.keep(PromiseId(number + 1))
    agenda = desk.coach.agenda()
    found = desk.coach.reviews.read(agenda, last_week(agenda))
    [own] = found.habits
    assert (own.tally.hits, own.tally.of, own.advice.suggestion) == (0, 3, Suggestion.KEEP)
    assert (found.strongest, found.further_habit) == (None, True)


# ---- undo


def test_undo_takes_each_answer_back_in_turn(desk: PromiseDesk) -> None:
    smile = desk.add(at("10:30"))
    desk.promise("15:40")
    desk.promise("16:30")
    desk.go_to("10:31")
    desk.retime("15:00")
    desk.done(smile, f"{MONDAY}/10:30")
    desk.go_to("14:50")
    desk.keep()
    desk.drop(PromiseId(2))
    desk.go_to("14:59")
    kinds = []
    while True:
        try:
            kinds.append(desk.undo().kind)
        except RefusedError:
            break
    assert kinds == ["drop", "keep", "done", "retime"]
    found = desk.store.promise(FIRST)
    assert found is not None
    assert (found.place, found.retimed, found.state) == (f"{MONDAY}T15:40", 0, PromiseState.OPEN)
    assert state(desk, PromiseId(2)) is PromiseState.OPEN
    assert outcomes(desk) == [(Outcome.OPEN, 0, 0)]


def test_undo_of_keep_takes_its_reward_and_lets_the_cue_wait_again(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.keep()
    told = desk.undo()
    assert told.promise is not None
    assert (told.kind, told.slot, told.promise.stands.value) == ("keep", f"{MONDAY}T15:40/promise:1", "due")
    assert (desk.states(), len(desk.titles())) == (("expired", "shown"), 2)
    desk.cueing.look()
    assert len(desk.titles()) == 2
    with closing(sqlite3.connect(desk.path)) as file:
        assert file.execute("SELECT count(*) FROM reward").fetchone() == (0,)


def test_undo_after_its_window_leaves_the_prompt_expired(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.keep()
    desk.go_to("09:00", TUESDAY)
    desk.undo()
    assert (desk.states(), desk.stands()) == (("expired", "expired"), ["due"])


def test_undo_of_a_new_time_ends_the_new_prompts(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.retime("10:00")
    desk.go_to("09:50")
    assert desk.states(f"{MONDAY}T10:00") == ("shown", "")
    desk.undo()
    assert (desk.states(f"{MONDAY}T10:00"), desk.notifier.up) == (("expired", ""), {})
    desk.go_to("15:40")
    assert desk.states() == ("expired", "shown")


def test_undo_of_a_snooze(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(15)
    told = desk.undo()
    assert (told.kind, told.slot, desk.stands()) == ("snooze", f"{MONDAY}T15:40/due", ["due"])
    assert desk.states() == ("expired", "shown")
    with pytest.raises(RefusedError):
        desk.undo()


def test_undo_of_an_answer_to_a_snoozed_one_lets_it_sleep_on(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(30)
    desk.keep()
    desk.undo()
    assert desk.stands() == ["snoozed"]
    assert desk.undo().kind == "snooze"


def test_an_undo_that_fails_leaves_the_promise_answered(
    desk: PromiseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.promise("15:40")
    desk.keep()

    def fail(*_: object) -> None:
        raise EnvironmentFaultError("disk_full")

    monkeypatch.setattr(desk.store, "put_runs", fail)
    with pytest.raises(EnvironmentFaultError):
        desk.undo()
    monkeypatch.undo()
    assert (state(desk), outcomes(desk)) == (PromiseState.KEPT, [(Outcome.OPEN, 1, 1)])


# ---- texts


def test_ticket_and_note_go_after_ninety_days_and_do_not_come_back(desk: PromiseDesk) -> None:
    wish = Wish(local(MONDAY, "15:40"), "4711", "bank says Tuesday")
    desk.coach.promises.make(wish, promise_words())
    desk.keep()
    gone = MONDAY + timedelta(days=90)
    desk.go_to("15:39", gone)
    desk.coach.promises.erase_texts()
    [kept] = desk.coach.promises.listed(every=True)
    assert (kept.ticket, kept.note) == ("4711", "bank says Tuesday")
    desk.go_to("15:41", gone)
    desk.cueing.look()
    desk.undo()
    [erased] = desk.coach.promises.listed()
    assert (erased.ticket, erased.note, erased.state) == ("", "", PromiseState.OPEN)


# ---- lists


def test_lists_of_open_of_today_and_of_all(desk: PromiseDesk) -> None:
    desk.promise("10:00", "1")
    desk.promise("15:40", "2")
    desk.promise("12:00", "3", TUESDAY)
    desk.keep()
    desk.drop(PromiseId(3))

    def shown(*, every: bool = False) -> list[str]:
        return [one.ticket for one in desk.coach.promises.listed(every=every)]

    assert [one.ticket for one in desk.coach.today().promises] == ["1", "2", "3"]
    assert (shown(), shown(every=True)) == (["1", "2", "3"], ["1", "2", "3"])
    desk.go_to("09:00", TUESDAY)
    assert [one.ticket for one in desk.coach.today().promises] == ["2", "3"]
    assert (shown(), shown(every=True)) == (["2", "3"], ["1", "2", "3"])
    desk.go_to("09:00", WEDNESDAY)
    assert (shown(), desk.stands()) == (["2"], ["due"])


def test_a_prompt_of_no_promise_is_no_promise(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.add(at("15:30"))
    desk.go_to("15:30")
    [prompt] = [one for one in desk.store.open_prompts() if one.key.subject == "habit:2"]
    view = desk.cueing.deliveries.view(prompt.delivery)
    assert ([one.habit for one in view.occasions], [one.ticket for one in view.promises]) == (
        ["Smile"],
        ["4711"],
    )
