"""Plans, triggers, streaks and rewards in words; what a notification says."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import OccasionState, OccasionView
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    MonthDay,
    NthWeekday,
    OncePer,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.texts.notices import notice_for, tray_notice
from habitcoach.texts.sentences import periods, plan_sentence, reward_line, streak_phrase, trigger_phrase
from tests.support.habits import BERLIN, PLAN, at

DUE = datetime(2026, 11, 23, 10, 30, tzinfo=BERLIN)


def occasion(number: int = 1, plan: Plan = PLAN) -> OccasionView:
    due = DUE + timedelta(minutes=number - 1)
    return OccasionView(
        subject=f"habit:{number}",
        slot=f"2026-11-23/{due:%H:%M}",
        habit_id=HabitId(number),
        habit=f"Habit {number}",
        category=Category.WORDS,
        plan=plan,
        due_at=due,
        closes_at=DUE + timedelta(hours=2),
        state=OccasionState.DUE,
        streak=0,
        per="day",
    )


def test_a_plan_is_one_sentence() -> None:
    assert plan_sentence(PLAN) == "When the phone rings, I will smile first, then a sip of water."
    assert plan_sentence(replace(PLAN, reward="a sip of water.")).endswith("then a sip of water.")
    assert plan_sentence(Plan("{a}", "%s", "{0}")) == "When {a}, I will %s, then {0}."


@pytest.mark.parametrize(
    ("count", "per", "expected"),
    [
        (1, "day", "1 shift"),
        (12, "day", "12 shifts"),
        (1, "week", "1 week"),
        (3, "week", "3 weeks"),
        (1, "month", "1 month"),
        (2, "month", "2 months"),
    ],
)
def test_periods(count: int, per: str, expected: str) -> None:
    assert periods(count, per) == expected
    assert streak_phrase(count, per) == f"{expected} in a row"


def test_no_streak_blames_nobody() -> None:
    assert streak_phrase(0, "day") == "The first link is open"


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (at("09:05", "15:00"), "09:05, 15:00"),
        (At((time(10, 30),), weeks=2), "10:30, every 2 weeks"),
        (At((time(10, 30),), monthly=NthWeekday(2, 3)), "2nd Wednesday, 10:30"),
        (At((time(9), time(15)), monthly=NthWeekday(-1, 5)), "Last Friday, 09:00, 15:00"),
        (At((time(10, 30),), monthly=MonthDay(15)), "Day 15 of the month, 10:30"),
        (At((time(10, 30),), monthly=MonthDay(31)), "Last day of the month, 10:30"),
        (Every(120, time(10), time(16)), "Every 120 min"),
        (AroundShift(ShiftAnchor.START, 5), "Shift start"),
        (AroundShift(ShiftAnchor.MIDDLE), "Middle of the shift"),
        (AroundShift(ShiftAnchor.END, -20), "Shift end"),
        (AroundShift(ShiftAnchor.AFTER_BREAK), "After a break"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, nth=-1), "After the last break"),
        (OncePer(Per.WEEK, Which.FIRST, Edge.START), "First shift of the week"),
        (OncePer(Per.WEEK, Which.LAST, Edge.END), "Last shift of the week"),
        (OncePer(Per.MONTH, Which.FIRST, Edge.START), "First shift of the month"),
        (OncePer(Per.MONTH, Which.LAST, Edge.END), "Last shift of the month"),
        (After(3), "After another habit"),
        (After(3, 10), "10 min after another habit"),
        (Contact(), "Every contact"),
        (Manual(), "No cue"),
    ],
)
def test_when_a_cue_comes(trigger: Trigger, expected: str) -> None:
    assert trigger_phrase(trigger) == expected


def test_a_cue_after_a_habit_names_it() -> None:
    assert trigger_phrase(After(3, 10), "Read {x}") == "10 min after “Read {x}”"
    assert trigger_phrase(After(3), "Read") == "After “Read”"


def reward(line: RewardLine, **changes: object) -> RewardView:
    plain = RewardView(
        reward_id=1,
        habit_id=HabitId(1),
        habit="Smile",
        text="tea",
        line=line,
        streak_before=6,
        streak=7,
        per="day",
        best=7,
        total=9,
        to_milestone=7,
        next_milestone=14,
        progress=(1, 3),
        treat="",
        at=DUE,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (reward(RewardLine.WELCOME_BACK), "Welcome back. 9 kept in all, and counting."),
        (reward(RewardLine.MILESTONE), "7 shifts in a row: a milestone."),
        (reward(RewardLine.NEW_BEST), "7 shifts in a row, your longest yet."),
        (reward(RewardLine.NEAR_MILESTONE, to_milestone=1), "One more to 14."),
        (reward(RewardLine.NEAR_MILESTONE, to_milestone=2), "2 more to 14."),
        (reward(RewardLine.STREAK, per="week"), "7 weeks in a row."),
        (reward(RewardLine.BEST_DAY, best_day=(19, 20)), "Your best day so far: 19 of 20."),
        (reward(RewardLine.BEST_DAY, best_day=(7, None)), "Your best day so far: 7."),
        (reward(RewardLine.PROGRESS), "1 of 3 so far."),
        (reward(RewardLine.PROGRESS, progress=(4, 3)), "Kept already; 4 so far."),
        (reward(RewardLine.PROGRESS, progress=None), "0 of 0 so far."),
    ],
)
def test_one_sentence_stands_beside_a_reward(view: RewardView, expected: str) -> None:
    assert reward_line(view) == expected


# ------------------------------------------------------------------ notifications


def test_a_cue_has_its_habit_its_plan_and_its_buttons() -> None:
    notice = notice_for(DeliveryView(7, (occasion(),)))
    assert (notice.key, notice.title) == ("delivery:7", "Habit 1")
    assert notice.body == "When the phone rings: smile first. Then: a sip of water"
    assert [(one.key, one.label) for one in notice.actions] == [
        ("done", "Done"),
        ("snooze", "Snooze 15 min"),
        ("default", "Show"),
    ]


def test_joined_cues_are_named_up_to_four() -> None:
    notice = notice_for(DeliveryView(7, tuple(occasion(n) for n in range(1, 7))))
    assert notice.title == "6 cues are waiting"
    assert notice.body == "10:30 Habit 1, 10:31 Habit 2, 10:32 Habit 3, 10:33 Habit 4, and 2 more"
    assert [one.key for one in notice.actions] == ["show", "default"]


def test_a_cue_with_what_passed_has_no_done_button() -> None:
    notice = notice_for(DeliveryView(7, (occasion(),), passed=1))
    assert notice.title == "1 cue is waiting"
    assert notice.body == "10:30 Habit 1\n1 cue passed while you were away."
    assert "done" not in {one.key for one in notice.actions}


def test_a_summary_of_what_passed() -> None:
    notice = notice_for(DeliveryView(7, (), passed=3))
    assert (notice.title, notice.body) == ("While you were away", "3 cues passed while you were away.")


def test_a_plan_with_braces_is_only_text() -> None:
    plan = Plan("{when}", "{routine.__class__}", "<b>%s</b>")
    assert notice_for(DeliveryView(1, (occasion(plan=plan),))).body == (
        "When {when}: {routine.__class__}. Then: <b>%s</b>"
    )


def test_what_is_said_when_the_window_goes_to_the_tray() -> None:
    notice = tray_notice()
    assert (notice.key, notice.title, notice.actions) == ("tray", "HabitCoach stays in the tray", ())
