"""What Today says about a day."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from habitcoach.coaching.views import OccasionState, ShiftView
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.ui.day_rows import day_lists, since_waiting
from habitcoach.ui.today_words import (
    all_done_texts,
    counter_goal,
    counter_share,
    counter_text,
    counter_told,
    high_point_text,
    next_shift_text,
    next_text,
    ring_total,
    shift_text,
    title_text,
)
from tests.ui.day_samples import DAY, EARLY, OCCASIONS, PRAISE, TODAY, at, counter, occasion

FRIDAY = date(2026, 6, 12)
NIGHT = ShiftView("Night", at(22), at(6, 0, FRIDAY))


def test_the_title_is_the_date_or_both_dates_of_a_night() -> None:
    assert title_text(TODAY) == "Thursday 11 June"
    assert title_text(replace(TODAY, shift=NIGHT)) == "Night shift, Thu 11 to Fri 12 June"
    assert title_text(replace(TODAY, shift=replace(NIGHT, name=""))) == "Night shift, Thu 11 to Fri 12 June"
    assert title_text(replace(TODAY, shift=replace(NIGHT, name="N2"))) == "N2 shift, Thu 11 to Fri 12 June"


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (at(7, 30), "Starts at 08:00, in 30 min"),
        (at(14, 12), "6 h 12 min in, 2 h 18 min to go"),
        (at(8, 0), "0 min in, 8 h 30 min to go"),
        (at(16, 30), "Ended at 16:30"),
    ],
)
def test_how_far_the_shift_is(now: datetime, text: str) -> None:
    assert shift_text(replace(TODAY, now=now)) == text
    assert shift_text(replace(TODAY, now=now, shift=None)) == ""


def test_sections() -> None:
    lists = day_lists(TODAY)
    assert [one.habit_id for one in lists.now] == [4, 5]
    assert [row.title for row in lists.later] == ["Habit 6", "Habit 7"]
    assert [row.title for row in lists.passed] == ["Habit 3"]
    assert [(row.time, row.title, row.phrase) for row in lists.done] == [
        ("09:31", "Habit 2", "skipped"),
        ("08:06", "Habit 1", ""),
    ]
    assert (lists.done_count, ring_total(TODAY)) == (1, 6)
    assert not lists.all_done
    assert next_text(lists) == "Next: Habit 6 at 15:40"


def test_a_snoozed_cue_stands_where_it_comes_back() -> None:
    snoozed = replace(occasion(8, 13, 0, OccasionState.SNOOZED), snoozed_until=at(16, 0))
    later = day_lists(replace(TODAY, occasions=(*OCCASIONS, snoozed))).later
    assert [(row.time, row.title) for row in later] == [
        ("15:40", "Habit 6"),
        ("16:00", "Habit 8"),
        ("16:10", "Habit 7"),
    ]
    assert later[1].phrase == "snoozed, was 13:00"


def test_held_cues_have_their_own_list() -> None:
    lists = day_lists(replace(TODAY, occasions=(occasion(8, 13, 0, OccasionState.HELD),)))
    assert [row.title for row in lists.held] == ["Habit 8"]
    assert not lists.all_done


def test_a_day_is_all_done_when_something_was_done_and_nothing_is_left() -> None:
    done = replace(TODAY, occasions=OCCASIONS[:2])
    assert day_lists(done).all_done
    assert not day_lists(replace(TODAY, occasions=OCCASIONS[1:2])).all_done
    assert next_text(day_lists(done)) == "Nothing more is planned today."


@pytest.mark.parametrize(
    ("yesterday", "done", "text"),
    [(0, 3, "Today sets the first mark."), (6, 6, ""), (6, 7, "Past yesterday’s 6.")],
)
def test_yesterday_is_only_mentioned_once_it_is_passed(yesterday: int, done: int, text: str) -> None:
    assert high_point_text(replace(TODAY, done_yesterday=yesterday), done) == text


def test_all_done_headline() -> None:
    assert all_done_texts(TODAY, 10) == ("All 10, past yesterday’s 6", "Nothing more to do.")
    assert all_done_texts(TODAY, 4)[0] == "All 4 done"
    assert all_done_texts(TODAY, 1)[0] == "One of one, done"


def test_the_next_shift_on_a_day_off() -> None:
    monday = date(2026, 6, 15)
    late = ShiftView("Late", at(13, 0, monday), at(21, 0, monday))
    assert next_shift_text(replace(TODAY, next_shift=late)) == "Next shift: Monday 15 June, Late, 13:00"
    assert (
        next_shift_text(replace(TODAY, next_shift=replace(late, name="")))
        == "Next shift: Monday 15 June, 13:00"
    )
    assert next_shift_text(TODAY) == ""


def test_a_cue_that_may_not_have_been_seen_says_so() -> None:
    assert since_waiting(OCCASIONS[3], at(14, 12), unconfirmed=False) == "7 min ago"
    assert since_waiting(OCCASIONS[3], at(14, 12), unconfirmed=True) == "7 min ago, may not have been seen"


def test_counters() -> None:
    assert counter_text(counter()) == ("14", "of 20 · goal 80 %")
    assert counter_text(counter(hits=0, of=0)) == ("", "None yet · goal 80 %")
    assert counter_told(counter()) == ("14 of 20", "Goal 80 %")
    assert counter_told(counter(hits=0, of=0)) == ("none yet", "Goal 80 %")
    assert (counter_share(counter()), counter_share(counter(hits=0, of=0)), counter_goal(counter())) == (
        0.7,
        0.0,
        0.8,
    )
    count = replace(PRAISE, target=Target(TargetKind.COUNT, 3, Per.WEEK), hits=4)
    assert counter_text(count) == ("4", "of 3 this week")
    assert (counter_share(count), counter_goal(count)) == (1.0, None)
    assert counter_text(PRAISE) == ("", "Not yet")
    assert counter_text(replace(PRAISE, hits=1)) == ("", "Done today")
    assert counter_text(replace(PRAISE, target=Target(TargetKind.COUNT, 3)))[1] == "of 3 today"
    monthly = replace(PRAISE, target=Target(TargetKind.COUNT, 3, Per.MONTH))
    assert counter_text(monthly)[1] == "of 3 this month"


def test_names_of_the_day_are_those_of_its_work_date() -> None:
    after_midnight = replace(TODAY, now=at(1, 24, FRIDAY), work_date=DAY, shift=EARLY)
    assert title_text(after_midnight) == "Thursday 11 June"
