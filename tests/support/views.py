"""What windows show, in a line each: Thursday 11 June 2026 at 16:10 in Berlin."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from habitcoach.coaching.views import (
    CounterView,
    DeliveryView,
    OccasionState,
    OccasionView,
    RewardView,
    ShiftView,
    TodayView,
)
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Target, TargetKind

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 6, 11, 16, 10, tzinfo=ZONE)
SHIFT_END = NOW + timedelta(minutes=30)

CLEAR = OccasionView(
    subject="habit:1",
    slot="2026-06-11/end-20",
    habit_id=HabitId(1),
    habit="Clear my promises",
    category=Category.PROMISES,
    plan=Plan(
        "I finish the last contact",
        "keep, re-time or hand over every promise due today",
        "close the list and leave lighter",
    ),
    due_at=NOW,
    closes_at=SHIFT_END,
    state=OccasionState.DUE,
    streak=12,
    per="day",
)
THANKS = replace(
    CLEAR,
    subject="habit:2",
    slot="2026-06-11/break1+5",
    habit_id=HabitId(2),
    habit="One thank-you",
    category=Category.GOODWILL,
    plan=Plan("I sit down after my last break", "send one customer a thank-you", "a favourite song"),
    due_at=NOW - timedelta(minutes=5),
    streak=17,
)
GREET = CounterView(
    habit_id=HabitId(3),
    habit="Greet by name",
    category=Category.WORDS,
    plan=Plan("a contact begins", "say their name", "a good start"),
    target=Target(TargetKind.RATE, 80),
    hits=14,
    of=20,
    streak=4,
    contact=True,
)
REWARD = RewardView(
    reward_id=5,
    habit_id=HabitId(1),
    habit="Clear my promises",
    text="close the list and leave lighter",
    line=RewardLine.STREAK,
    streak_before=12,
    streak=13,
    per="day",
    best=13,
    total=40,
    to_milestone=1,
    next_milestone=14,
    progress=None,
    treat="",
    at=NOW + timedelta(minutes=2),
)


def delivery(*occasions: OccasionView, passed: int = 0) -> DeliveryView:
    """Return one delivery of these occasions."""
    return DeliveryView(1, occasions, passed)


def today(*occasions: OccasionView, counters: tuple[CounterView, ...] = ()) -> TodayView:
    """Return a day on an early shift with these occasions."""
    return TodayView(
        now=NOW,
        work_date=date(2026, 6, 11),
        duty=True,
        shift=ShiftView("Early", NOW.replace(hour=8, minute=0), SHIFT_END),
        next_shift=None,
        occasions=occasions,
        counters=counters,
        has_habits=True,
        done_yesterday=6,
    )
