"""The habit that counts promises."""

from contextlib import closing
from datetime import timedelta

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promise_habit import KEPT_RATE
from habitcoach.coaching.reviewing import last_week
from habitcoach.core.entry import EntryKind, Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Category, Draft
from habitcoach.core.judging import Outcome
from habitcoach.core.promise import PromiseId, PromiseState
from habitcoach.core.suggesting import Suggestion
from habitcoach.core.target import Target
from habitcoach.core.trigger import Manual, Promised
from habitcoach.storage.opening import open_store
from tests.coaching.promises.promise_parts import TUESDAY, WEDNESDAY, habit, outcomes
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.promise_desk import FIRST, PromiseDesk


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
