"""The review read from a real file: which week, which habits, which numbers."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import pytest

from habitcoach.coaching.agenda import WEEK_START
from habitcoach.coaching.reviewing import HabitReview, ReviewView, last_week, week_named
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Habit
from habitcoach.core.period import Period
from habitcoach.core.suggesting import Reason, Suggestion
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, OncePer, Which
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace


def workdays(count: int) -> list[date]:
    """Return the first weekdays from the Monday on."""
    found = (MONDAY + timedelta(days=n) for n in range(count * 2))
    return [day for day in found if day.isoweekday() < 6][:count]


def read(place: Workplace, week: str | None = None) -> ReviewView:
    agenda = place.coach.agenda()
    return place.coach.reviews.read(agenda, last_week(agenda) if week is None else week_named(agenda, week))


def only(place: Workplace, week: str | None = None) -> HabitReview:
    [found] = read(place, week).habits
    return found


def live(place: Workplace, habit: Habit, kept: Iterable[bool], after: str = "10:31") -> None:
    """Let one weekday after another pass, each with its log or without."""
    marks = list(kept)
    for day, mark in zip(workdays(len(marks)), marks, strict=True):
        place.go_to(after, day)
        if mark:
            place.done(habit)
        place.go_to("17:30", day)


@pytest.mark.parametrize(
    ("clock", "days", "start"),
    [
        ("08:59", 0, MONDAY - timedelta(days=7)),
        ("09:00", 0, MONDAY),
        ("12:00", 5, MONDAY),
        ("08:59", 7, MONDAY),
        ("09:00", 7, MONDAY + timedelta(days=7)),
    ],
)
def test_the_week_of_the_last_begun_shift(workplace: Workplace, clock: str, days: int, start: date) -> None:
    workplace.clock.moment = local(MONDAY + timedelta(days=days), clock)
    assert last_week(workplace.coach.agenda()) == Period(start, start + timedelta(days=6))


def test_without_any_shift_it_is_this_week(workplace: Workplace) -> None:
    workplace.coach.duty.take_off([MONDAY - timedelta(days=n) for n in range(70)], "leave")
    workplace.clock.moment = local(MONDAY, "12:00")
    assert last_week(workplace.coach.agenda()).start == MONDAY


@pytest.mark.parametrize(
    ("week_start", "name", "start"),
    [
        ("1", "2026-W48", MONDAY),
        ("1", "2026-w48", MONDAY),
        ("7", "2026-W48", MONDAY - timedelta(days=1)),
        ("6", "2026-W48", MONDAY - timedelta(days=2)),
        ("5", "2026-W47", date(2026, 11, 13)),
        ("1", "2026-W01", date(2025, 12, 29)),
    ],
)
def test_a_name_means_the_week_with_its_thursday(
    workplace: Workplace, week_start: str, name: str, start: date
) -> None:
    workplace.store.put_setting(WEEK_START, week_start)
    agenda = workplace.coach.agenda()
    week = week_named(agenda, name)
    assert week == Period(start, start + timedelta(days=6))
    assert workplace.coach.reviews.read(agenda, week).name == name.upper()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "not_a_week"),
        ("2026-48", "not_a_week"),
        ("2026-W54", "not_a_week"),
        ("2025-W53", "not_a_week"),
        ("2026-W00", "not_a_week"),
        ("0001-W01", "not_a_week"),
        ("9999-W52", "not_a_week"),
        ("2026-W٤٨", "not_a_week"),
        ("2026-W48 2026-W49", "not_a_week"),
        ("2026-W49", "week_ahead"),
    ],
)
def test_what_names_no_week_is_refused(workplace: Workplace, name: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        week_named(workplace.coach.agenda(), name)
    assert (caught.value.field, caught.value.code) == ("week", code)


def test_a_fortnight_half_kept_is_made_smaller(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True, False] * 5)
    workplace.go_to("12:00", MONDAY + timedelta(days=12))
    found = only(workplace)
    assert (found.tally.due, found.tally.kept, found.tally.skipped) == (10, 5, 0)
    assert (found.advice.suggestion, found.advice.reason) == (Suggestion.MAKE_SMALLER, Reason.SELDOM_KEPT)
    assert [(one.kept, one.due) for one in found.weeks] == [(0, 0), (0, 0), (3, 5), (2, 5)]
    assert found.cue.median_delay == timedelta(minutes=1)
    assert (found.cue.put_off, found.cue.self_started) == (Fraction(0), Fraction(0))
    view = read(workplace)
    assert (view.name, view.strongest, view.further_habit) == ("2026-W49", found, False)


def test_a_past_week_is_reviewed_as_it_ended(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5 + [False] * 4)
    past = only(workplace, "2026-W48")
    assert (past.tally.due, past.tally.kept, past.streak.current, past.streak.total) == (5, 5, 5, 5)
    assert past.advice.reason is Reason.WELL_KEPT
    now = only(workplace)
    assert now.consistency < past.consistency
    assert now.streak.current == 0


def test_three_reviews_with_little_kept_end_in_letting_go(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, ([True] + [False] * 4) * 3)
    assert only(workplace, "2026-W49").advice.suggestion is Suggestion.MAKE_SMALLER
    found = read(workplace, "2026-W50")
    assert found.habits[0].advice.reason is Reason.RARELY_KEPT
    assert found.strongest == found.habits[0]


def test_snoozing_most_cues_speaks_for_another_cue(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    for day in workdays(5):
        workplace.go_to("10:31", day)
        workplace.snooze(habit, 60)
        workplace.go_to("11:32", day)
        if day.isoweekday() < 4:
            workplace.done(habit)
    workplace.go_to("18:00", MONDAY + timedelta(days=5))
    found = only(workplace)
    assert (found.tally.kept, found.tally.due, found.cue.put_off) == (3, 5, Fraction(1))
    assert found.cue.median_delay == timedelta(minutes=62)
    assert (found.advice.suggestion, found.advice.reason) == (Suggestion.CHANGE_CUE, Reason.LATE)


def test_a_rate_is_held_against_its_goal(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    for day in workdays(5):
        workplace.go_to("12:00", day)
        workplace.done(habit, count=3, of=10)
    workplace.go_to("12:00", MONDAY + timedelta(days=5))
    found = only(workplace)
    assert (found.tally.hits, found.tally.of) == (12, 40)  # the first day is never missed, so not counted
    assert found.tally.p == Fraction(0)
    assert found.advice.suggestion is Suggestion.MAKE_SMALLER


def test_a_week_kept_early_counts_at_once(workplace: Workplace) -> None:
    habit = workplace.add(OncePer(Per.WEEK, Which.FIRST, Edge.START), Target(per=Per.WEEK))
    workplace.go_to("09:05")
    workplace.done(habit)
    found = only(workplace)
    assert (found.tally.due, found.tally.kept, found.streak.current) == (1, 1, 1)


def test_only_habits_of_that_week(workplace: Workplace) -> None:
    first = workplace.add(at("10:30"), name="First")
    live(workplace, first, [True] * 5)
    workplace.go_to("08:00", MONDAY + timedelta(days=7))
    workplace.add(at("11:00"), name="Second")
    workplace.coach.habits.archive(first.id)
    workplace.go_to("12:00", MONDAY + timedelta(days=8))
    assert [one.habit for one in read(workplace, "2026-W48").habits] == ["First"]
    assert [one.habit for one in read(workplace, "2026-W49").habits] == ["Second"]
    assert read(workplace, "2026-W47").habits == ()


def test_nothing_to_change_and_room_for_more(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, [True] * 5)
    view = read(workplace)
    assert (view.strongest, view.further_habit) == (None, True)


def test_entries_in_another_order_give_the_same_review(workplace: Workplace) -> None:
    first, second = workplace.add(at("10:30", "15:00")), workplace.add(at("10:30", "15:00"), name="Other")
    workplace.go_to("18:00", MONDAY + timedelta(days=4))
    moments = [local(day, clock) for day in workdays(5)[:3] for clock in ("10:40", "15:10")]
    for habit, order in ((first, moments), (second, moments[::-1])):
        for moment in order:
            workplace.done(habit, at=moment)
    one, other = read(workplace).habits
    assert (one.tally, one.weeks, one.slots, one.cue, one.advice) == (
        other.tally,
        other.weeks,
        other.slots,
        other.cue,
        other.advice,
    )
