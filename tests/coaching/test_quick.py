"""What the quick bar makes of what is typed."""

from dataclasses import replace
from datetime import time

import pytest

from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.offers import HardOne
from habitcoach.coaching.quick import (
    MOST,
    FoundHabit,
    FoundPromise,
    NewPromise,
    asks_for_help,
    found_by,
    help_by,
    promise_in,
)
from habitcoach.coaching.views import OccasionState
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Manual, Promised
from tests.ui.day_samples import CLEAR, GREET, THANKS, habit, today
from tests.ui.promise_samples import DUE, KEPT, LATER

HABITS = (
    replace(habit(1), name="Clear my promises"),
    replace(habit(2), name="One thank-you"),
    replace(habit(3), name="Greet by name"),
    replace(habit(4), name="Agree on the next step"),
)


def names(typed: str, *habits: HabitView) -> list[str]:
    shown = found_by(typed, today(counters=(GREET,)), habits or HABITS)
    return [one.name for one in shown if isinstance(one, FoundHabit)]


@pytest.mark.parametrize(
    ("typed", "wall", "ticket"),
    [
        ("15:40 4711", time(15, 40), "4711"),
        ("15.40 4711 refund", time(15, 40), "4711 refund"),
        ("9:05", time(9, 5), ""),
        ("3:40 pm 4711", time(15, 40), "4711"),
        ("3:40PM 4711", time(15, 40), "4711"),
        ("12 am", time(0, 0), ""),
        ("12:30 p.m. x", time(12, 30), "x"),
        ("00:00", time(0, 0), ""),
    ],
)
def test_a_time_makes_a_promise(typed: str, wall: time, ticket: str) -> None:
    assert found_by(f"  {typed} ", today(), HABITS) == (NewPromise(wall, ticket),)


@pytest.mark.parametrize(
    "typed",
    ["", "4711", "15:4", "24:00", "15:60", "13 pm", "0:30 am", "15:40x", "7 promises", "\uff11\uff15:40"],
)
def test_anything_else_makes_none(typed: str) -> None:
    assert promise_in(typed) is None


HELP = (
    HardOne("Long exhale", Category.FOCUS, "breathe out", "", "", HabitId(7), ""),
    HardOne("Name it", Category.GOODWILL, "name what I feel", "", "", None, "name_it"),
)


@pytest.mark.parametrize(("typed", "asks"), [("!", True), (" !ex", True), ("", False), ("hm!", False)])
def test_a_mark_asks_for_help(typed: str, asks: bool) -> None:
    assert asks_for_help(typed) is asks


def test_the_mark_alone_shows_all_that_helps_and_letters_choose() -> None:
    assert [one.one for one in help_by("!", HELP)] == list(HELP)
    assert [one.match for one in help_by("! ", HELP)] == [None, None]
    (found,) = help_by("! ex", HELP)
    assert found.one == HELP[0]
    assert found.match is not None
    assert found.match.start == len("Long ")
    assert help_by("!zz", HELP) == ()
    assert len(help_by("!", HELP * MOST)) == MOST


def test_letters_find_habits_the_likeliest_first() -> None:
    assert names("gr") == ["Greet by name", "Agree on the next step"]
    assert names("n") == ["Greet by name", "Agree on the next step", "One thank-you"]
    assert names("zz") == []


def test_what_waits_now_comes_before_what_does_not() -> None:
    day = today(CLEAR, replace(THANKS, state=OccasionState.LATER))
    found = found_by("c", day, (habit(9, "Calm"), *HABITS))
    assert [one.name for one in found if isinstance(one, FoundHabit)] == ["Clear my promises", "Calm"]
    first = found[0]
    assert isinstance(first, FoundHabit)
    assert first.slot == CLEAR.slot
    # Letters within a word are only a guess: that it waits does not make it the likeliest.
    found = found_by("le", day, (*HABITS, habit(9, "Lemon")))
    assert [one.name for one in found if isinstance(one, FoundHabit)] == ["Lemon", "Clear my promises"]


def test_what_is_retired_or_counts_promises_is_not_found() -> None:
    retired = replace(habit(5, "Greet twice"), archived=True)
    promises = habit(6, "Great promises", Promised())
    assert names("gre", retired, promises, HABITS[2]) == ["Greet by name"]


def test_a_counter_says_so() -> None:
    [found] = found_by("greet", today(counters=(GREET,)), HABITS)
    assert isinstance(found, FoundHabit)
    assert (found.counter, found.rate, found.slot) == (GREET, True, None)
    logged = replace(GREET, habit_id=HABITS[3].habit_id, target=Target(TargetKind.CHECK), contact=False)
    [found] = found_by("agree", today(counters=(logged,)), (replace(HABITS[3], trigger=Manual()),))
    assert isinstance(found, FoundHabit)
    assert not found.rate


def test_where_nothing_is_typed_what_waits_comes_first_then_the_counters() -> None:
    day = replace(today(CLEAR, THANKS, counters=(GREET,)), promises=(DUE, LATER))
    found = found_by(" ", day, HABITS)
    assert [type(one) for one in found] == [FoundPromise, FoundHabit, FoundHabit, FoundHabit]
    assert [one.name for one in found if isinstance(one, FoundHabit)] == [
        "One thank-you",
        "Clear my promises",
        "Greet by name",
    ]


def test_a_ticket_finds_its_open_promise() -> None:
    day = replace(today(), promises=(DUE, LATER, KEPT))
    found = found_by("47", day, HABITS)
    assert [one.promise for one in found if isinstance(one, FoundPromise)] == [DUE, LATER]
    assert found_by("4706", day, HABITS) == ()


def test_no_more_than_fit_are_shown() -> None:
    many = tuple(habit(number, f"Habit {number}") for number in range(1, 20))
    assert len(found_by("habit", today(), many)) == MOST
    assert names("h", *many)[0] == "Habit 1"


def test_a_habit_that_waits_twice_is_answered_in_order() -> None:
    twice = replace(CLEAR, slot="2026-06-11/17:00")
    [found] = found_by("clear", today(CLEAR, twice), HABITS)
    assert isinstance(found, FoundHabit)
    assert found.slot == CLEAR.slot
