"""What the agent says in reviews, and how habits began: the Store port on a real file and in memory."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.core.decision import Decision, DecisionId, DecisionKind
from habitcoach.core.entry import EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.rating import Rating
from habitcoach.core.review_answers import HabitAnswer, Review, RewardRating
from habitcoach.core.self_starting import Begun
from habitcoach.core.suggesting import Hindrance
from habitcoach.core.target import Target
from habitcoach.ports import Store
from habitcoach.storage.opening import open_store, open_store_to_read
from tests.support.habits import MONDAY, PLAN, at, local, version

NOON = local(MONDAY, "12:00")
TUESDAY = MONDAY + timedelta(days=1)
W48, W49 = "2026-W48", "2026-W49"


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "habitcoach.db"
    made = open_store(path, 0) if request.param == "file" else open_store_to_read(path, 0)
    yield made
    made.close()


@pytest.fixture
def habit(store: Store) -> HabitId:
    return store.add_habit(Draft("Smile", Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)


def test_a_rating_comes_back_and_is_replaced_within_its_week(store: Store, habit: HabitId) -> None:
    full = Rating(habit, W49, TUESDAY, NOON, 5, 4, 4, 3)
    short = Rating(habit, W48, MONDAY, NOON, 2)
    store.put_rating(full)
    store.put_rating(short)
    assert list(store.ratings(habit)) == [short, full]
    store.put_rating(replace(full, by_itself=6, without_thinking=None))
    assert [one.marks for one in store.ratings(habit)] == [(2,), (6, 4, 3)]
    assert store.ratings(HabitId(9)) == []


@pytest.mark.parametrize("mark", [0, 8])
def test_the_file_refuses_marks_out_of_range(store: Store, habit: HabitId, mark: int) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.put_rating(Rating(habit, W48, MONDAY, NOON, mark))
    with pytest.raises(sqlite3.IntegrityError):
        store.put_rating(Rating(habit, W48, MONDAY, NOON, 4, before_noticing=mark))
    assert store.ratings(habit) == []


def test_a_review_is_saved_as_it_is_written(store: Store) -> None:
    assert store.review(W48) is None
    begun = Review(W48, NOON)
    store.put_review(begun)
    done = Review(W48, NOON, NOON, NOON + timedelta(minutes=3), "If late, then …", "A thank you", "3: yes")
    store.put_review(done)
    store.put_review(Review("2026-W47", NOON))
    assert store.review(W48) == done
    assert [one.week for one in store.reviews()] == ["2026-W47", W48]


def test_what_hindered_a_habit_comes_back(store: Store, habit: HabitId) -> None:
    hindered = frozenset({Hindrance.FORGOT, Hindrance.TOOK_TOO_LONG})
    answer = HabitAnswer(W48, habit, MONDAY, NOON, "a note on the screen", hindered, reward_worth_it=False)
    with pytest.raises(sqlite3.IntegrityError):
        store.put_habit_answer(answer)  # its review was not begun
    store.put_review(Review(W48, NOON))
    store.put_habit_answer(HabitAnswer(W48, habit, MONDAY, NOON))
    assert list(store.habit_answers(habit)) == [HabitAnswer(W48, habit, MONDAY, NOON)]
    store.put_habit_answer(answer)
    assert list(store.habit_answers(habit)) == [answer]


def test_saving_a_review_again_keeps_what_was_said(store: Store, habit: HabitId) -> None:
    store.put_review(Review(W48, NOON))
    store.put_habit_answer(HabitAnswer(W48, habit, MONDAY, NOON, reward_worth_it=True))
    store.put_review(Review(W48, NOON, finished_at=NOON))
    assert [one.reward_worth_it for one in store.habit_answers(habit)] == [True]


def test_rated_rewards_without_treats(store: Store, habit: HabitId) -> None:
    new = NewEntry(habit, MONDAY, None, NOON, EntryKind.DONE, Source.CARD)
    earned = [
        store.add_reward(habit, store.append(new).id, kind, "tea", NOON + timedelta(minutes=n))
        for n, kind in enumerate(["reward", "treat", "reward", "reward"])
    ]
    for reward_id in earned[:3]:
        store.rate_reward(reward_id, worth_it=True)
    store.rate_reward(earned[2], worth_it=False)
    later = NOON + timedelta(minutes=2)
    assert list(store.reward_ratings(habit)) == [
        RewardRating("tea", NOON, worth_it=True),
        RewardRating("tea", later, worth_it=False),
    ]


def test_decisions_hold_from_a_date_once(store: Store, habit: HabitId) -> None:
    chosen = Decision(DecisionKind.MAKE_SMALLER, habit, NOON, None, {"text": "half"}, W48, 10, 5)
    first = store.add_decision(chosen)
    second = store.add_decision(Decision(DecisionKind.FADE, None, NOON, MONDAY, {"stage": 2}))
    store.decide_from(first, TUESDAY)
    store.decide_from(first, MONDAY)
    store.drop_decision(first)
    found = store.decisions()
    assert list(found) == [
        replace(chosen, from_date=TUESDAY, id=first),
        Decision(DecisionKind.FADE, None, NOON, MONDAY, {"stage": 2}, id=second),
    ]
    assert found[0].parameters == {"text": "half"}
    assert found[1].parameters == {"stage": 2}


def test_a_decision_of_an_open_review_can_be_taken_back(store: Store, habit: HabitId) -> None:
    first = store.add_decision(Decision(DecisionKind.KEEP, habit, NOON, None))
    store.drop_decision(first)
    assert store.decisions() == []
    assert store.add_decision(Decision(DecisionKind.KEEP, habit, NOON, None)) == DecisionId(first + 1)


def test_the_journal_is_changed_and_erased(store: Store) -> None:
    line = JournalLine(MONDAY, JournalKind.LINE, "I let them finish", NOON)
    assert store.line(MONDAY, JournalKind.LINE) is None
    store.put_line(line)
    store.put_line(replace(line, text="I let her finish"))
    store.put_line(replace(line, work_date=TUESDAY, text="Tea"))
    assert [one.text for one in store.lines(MONDAY, TUESDAY)] == ["I let her finish", "Tea"]
    assert [one.text for one in store.lines(TUESDAY, TUESDAY)] == ["Tea"]
    store.put_line(replace(line, text=""))
    assert store.line(MONDAY, JournalKind.LINE) is None
    assert store.line(TUESDAY, JournalKind.LINE) == replace(line, work_date=TUESDAY, text="Tea")


def test_what_belongs_to_a_habit_goes_with_it(store: Store, habit: HabitId) -> None:
    store.put_rating(Rating(habit, W48, MONDAY, NOON, 4))
    store.put_review(Review(W48, NOON))
    store.put_habit_answer(HabitAnswer(W48, habit, MONDAY, NOON))
    store.add_decision(Decision(DecisionKind.KEEP, habit, NOON, MONDAY))
    store.delete_habit(habit)
    assert (store.ratings(habit), store.habit_answers(habit), store.decisions()) == ([], [], [])


def test_how_a_habit_began(store: Store, habit: HabitId) -> None:
    slot = f"{MONDAY}/10:30"
    plain = NewEntry(habit, MONDAY, slot, NOON, EntryKind.DONE, Source.CARD)
    kept = store.append(plain)
    store.append(replace(plain, work_date=TUESDAY, slot=None))
    gone = store.append(replace(plain, slot=None))
    store.append(replace(plain, kind=EntryKind.UNDO, undoes=gone.id))
    store.append(replace(plain, kind=EntryKind.SKIP, reason=SkipReason.SICK))
    assert list(store.begun(habit, MONDAY, MONDAY)) == [Begun(MONDAY, slot, kept.at)]
    assert [one.slot for one in store.begun(habit, MONDAY, TUESDAY)] == [slot, None]
    assert store.begun(HabitId(9), MONDAY, TUESDAY) == []


def test_when_cues_were_first_shown(store: Store, habit: HabitId) -> None:
    due, hour = NOON, timedelta(hours=1)
    for number, (shown, snoozed) in enumerate(
        [(None, None), (due, None), (due + hour, due + hour), (None, due + hour)]
    ):
        key = PromptKey(f"habit:{habit}", f"{MONDAY}/#{number}")
        prompt = Prompt(key, habit, 1, MONDAY, due, PromptState.SHOWN, shown, snoozed_until=snoozed)
        store.claim(prompt)
    found = sorted(store.cued(habit, MONDAY, MONDAY))
    assert [one.shown_at for one in found] == [None, due, due, None]
    assert [one.slot for one in found] == [f"{MONDAY}/#{n}" for n in range(4)]
    assert store.cued(habit, TUESDAY, TUESDAY) == []


def test_a_decision_that_has_not_begun_waits_again(store: Store, habit: HabitId) -> None:
    number = store.add_decision(Decision(DecisionKind.RETIRE, habit, NOON, None, week=W48))
    store.decide_from(number, TUESDAY)
    store.reopen_decision(number, TUESDAY)
    assert [one.from_date for one in store.decisions()] == [TUESDAY]
    store.reopen_decision(number, MONDAY)
    assert [one.from_date for one in store.decisions()] == [None]


def test_versions_ahead_are_taken_out(store: Store, habit: HabitId) -> None:
    for day in (TUESDAY, TUESDAY + timedelta(days=1)):
        store.put_version(habit, version(day, at("15:00")))
    other = store.add_habit(Draft("Thanks", Category.WORDS, PLAN, at("10:30"), Target()), TUESDAY, NOON)
    store.drop_versions_after(habit, MONDAY)
    found = {one.id: [each.from_date for each in one.versions] for one in store.habits()}
    assert found == {habit: [MONDAY], other: [TUESDAY]}


def test_rewards_counted(store: Store, habit: HabitId) -> None:
    other = store.add_habit(Draft("Thanks", Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    for number, one in enumerate((habit, habit, other)):
        moment = NOON + timedelta(days=number)
        kind = EntryKind.DONE
        entry = store.append(NewEntry(one, MONDAY, None, moment, kind, Source.WINDOW))
        reward = store.add_reward(one, entry.id, "reward", "a sip", moment)
        if number != 1:
            store.take_reward(reward, moment)
    assert [store.rewards_earned(one) for one in (habit, other)] == [2, 1]
    day = timedelta(days=1)
    assert store.rewards_taken(NOON, NOON + 2 * day) == 1
    assert store.rewards_taken(NOON, NOON + 3 * day) == 2


def test_the_notes_of_some_dates_by_their_instant(store: Store, habit: HabitId) -> None:
    written = []
    for number, (day, moment) in enumerate(
        ((MONDAY, NOON + timedelta(hours=1)), (MONDAY, NOON), (TUESDAY, NOON + timedelta(days=1)))
    ):
        entry = store.append(NewEntry(habit, day, None, moment, EntryKind.DONE, Source.WINDOW))
        store.add_note(entry.id, f"note {number}")
        written.append(entry)
    store.append(NewEntry(habit, MONDAY, None, NOON, EntryKind.DONE, Source.WINDOW))
    assert store.noted(MONDAY, MONDAY) == [(written[1], "note 1"), (written[0], "note 0")]
    assert [text for _, text in store.noted(TUESDAY, TUESDAY)] == ["note 2"]


def test_what_others_decide_and_review_is_seen(tmp_path: Path) -> None:
    one, other = (open_store(tmp_path / "habitcoach.db", 0) for _ in range(2))
    habit = one.add_habit(Draft("Smile", Category.WORDS, PLAN, at("10:30"), Target()), MONDAY, NOON)
    assert (one.decisions(), one.reviews()) == ([], [])
    other.add_decision(Decision(DecisionKind.RETIRE, habit, NOON, None, week=W48))
    other.put_review(Review(W48, NOON))
    assert [seen.kind for seen in one.decisions()] == [DecisionKind.RETIRE]
    assert [seen.week for seen in one.reviews()] == [W48]
    other.close()
    one.delete_habit(habit)
    assert one.decisions() == []
    one.close()
