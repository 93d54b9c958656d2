"""The sentences of the weekly review."""

from datetime import date, timedelta

import pytest

from habitcoach.coaching.decision_views import Effect
from habitcoach.core.better_cues import CueProposal, CueReason
from habitcoach.core.decision import DecisionKind
from habitcoach.core.habit import Category, Habit, HabitId
from habitcoach.core.headline import Headline, HeadlineCode
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    Contact,
    Edge,
    Every,
    Manual,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.texts.cue_proposals import proposal_reason, proposal_words, when_words
from habitcoach.texts.review import effect_sentence, first_review_sentence, headline_sentence, so_far_sentence
from habitcoach.texts.sharing import habits_text
from tests.support.habits import MONDAY, at, habit

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Headline(HeadlineCode.BEST_DAY, 37, 40), "You did 37 of 40, and Thursday was your best day yet."),
        (Headline(HeadlineCode.ALL_DONE, 40, 40), "You did all 40 that were due."),
        (Headline(HeadlineCode.ALL_DONE, 1, 1), "You did the one that was due."),
        (Headline(HeadlineCode.MILESTONE, habit="Smile", length=21), "Smile: 21 in a row."),
        (Headline(HeadlineCode.NEW_BEST, habit="Smile", length=9), "Smile has its longest streak yet: 9."),
        (Headline(HeadlineCode.CAME_BACK, returns=1), "You came back after the one you missed."),
        (Headline(HeadlineCode.CAME_BACK, returns=3), "You came back after each of 3 misses."),
        (Headline(HeadlineCode.GOOD, 35, 40), "You did 35 of 40."),
        (Headline(HeadlineCode.STEADY, 25, 40, streaks=1), "You did 25 of 40. 1 streak held."),
        (Headline(HeadlineCode.STEADY, 25, 40), "You did 25 of 40."),
        (Headline(HeadlineCode.THIN, 5, 40, streaks=3), "A thin week. 3 streaks held."),
        (Headline(HeadlineCode.THIN, 5, 40, streaks=1), "A thin week. One streak held."),
        (Headline(HeadlineCode.THIN, 5, 40), "A thin week. The next one starts fresh."),
        (Headline(HeadlineCode.QUIET), "A week off. Your streaks rest."),
    ],
)
def test_headlines(found: Headline, says: str) -> None:
    assert headline_sentence(found, "Thursday") == says


def test_every_code_has_its_sentence() -> None:
    assert len({headline_sentence(Headline(code, 3, 5, streaks=2)) for code in HeadlineCode}) == len(
        HeadlineCode
    )


def effect(kind: DecisionKind, before: int | None, after: int | None, due_before: int = 10) -> Effect:
    delays = [None if one is None else one * MINUTE for one in (before, after)]
    return Effect(HabitId(1), "Smile", kind, MONDAY, 6, due_before, 4, 5, delays[0], delays[1])


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (
            effect(DecisionKind.CHANGE_CUE, 19, 2),
            "You gave Smile another cue. It is now done 2 min after its cue, before that 19.",
        ),
        (
            effect(DecisionKind.CHANGE_CUE, None, 2),
            "You gave Smile another cue. Since then 4 of 5 kept, before that 6 of 10.",
        ),
        (
            effect(DecisionKind.MAKE_SMALLER, 19, 2),
            "You made Smile smaller. Since then 4 of 5 kept, before that 6 of 10.",
        ),
        (
            effect(DecisionKind.CHANGE_REWARD, None, None, 0),
            "You gave Smile another reward. Since then 4 of 5 kept.",
        ),
    ],
)
def test_effects(found: Effect, says: str) -> None:
    assert effect_sentence(found) == says


def test_the_first_review() -> None:
    assert first_review_sentence("Friday", "16:20") == "Your first review is on Friday at 16:20"
    assert so_far_sentence(2, 3) == "2 shifts so far. 3 more give it something to say."
    assert so_far_sentence(1, 1) == "One shift so far. One more gives it something to say."
    assert so_far_sentence(0, 0) == "No shift so far."


@pytest.mark.parametrize(
    ("trigger", "words"),
    [
        (at("10:30", "15:00"), "it is 10:30, 15:00"),
        (AroundShift(ShiftAnchor.START), "my shift begins"),
        (AroundShift(ShiftAnchor.START, 5), "I am 5 minutes into my shift"),
        (AroundShift(ShiftAnchor.MIDDLE), "I am half-way through my shift"),
        (AroundShift(ShiftAnchor.AFTER_BREAK), "I come back from my break"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 1), "I am back from my break for 1 minute"),
        (AroundShift(ShiftAnchor.END), "my shift is over"),
        (AroundShift(ShiftAnchor.END, -20), "my shift ends in 20 minutes"),
        (OncePer(Per.WEEK, Which.LAST, Edge.END), "my last shift of the week is about to end"),
        (OncePer(Per.MONTH, Which.FIRST, Edge.START), "my first shift of the month begins"),
        (Every(90), "another 90 minutes have passed"),
        (After(3), "I have done “Breath”"),
        (Contact(), ""),
        (Manual(), ""),
        (Promised(), ""),
    ],
)
def test_the_words_of_a_cue(trigger: Trigger, words: str) -> None:
    assert when_words(trigger, "Breath") == words


def test_without_its_name_the_habit_before_has_no_words() -> None:
    assert when_words(After(3)) == ""


@pytest.mark.parametrize(
    ("reason", "params", "says"),
    [
        (
            CueReason.LOGGED_AROUND,
            {"n": 7, "of": 10, "clock": "10:40"},
            "7 of 10 times you did it around 10:40.",
        ),
        (
            CueReason.AFTER_HABIT,
            {"n": 7, "of": 10, "habit": "Breath"},
            "7 of 10 times you did it soon after “Breath”.",
        ),
        (CueReason.BEST_SLOT, {"place": "10:30", "n": 9, "of": 10}, "At 10:30 it was done 9 of 10 times."),
        (CueReason.FIXED_MOMENT, {}, "A moment that every shift has is easy to meet."),
    ],
)
def test_why_a_slot_may_serve_better(reason: CueReason, params: dict[str, int | str], says: str) -> None:
    found = CueProposal(After(3), reason, params)
    assert proposal_reason(found) == says
    assert proposal_words(found) == ("I have done “Breath”" if "habit" in params else "")


def test_habits_as_text_without_promises() -> None:
    smile = habit(at("10:30"), since=date(2026, 11, 2))
    promises = habit(Promised(), habit_id=2)
    assert isinstance(smile, Habit)
    assert smile.category is Category.WORDS
    assert (
        habits_text([smile, promises])
        == "Smile: When the phone rings, I will smile first, then a sip of water."
    )
