"""What windows show, in a line each: Thursday 11 June 2026 on an early shift in Berlin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.habit_views import CueTimeView, HabitView
from habitcoach.coaching.today_view import DeliveryView, TodayView
from habitcoach.coaching.views import CounterView, OccasionState, OccasionView, ShiftView
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, Manual, ShiftAnchor, Trigger
from habitcoach.ui.pages.today import TodayPage

#: Shows Today on a day: the fixture `shown`.
Shown = Callable[[TodayView], TodayPage]

ZONE = ZoneInfo("Europe/Berlin")
DAY = date(2026, 6, 11)

#: Texts that must be shown as they are, whatever a widget might make of them.
AWKWARD = (
    "<b>x</b> & <img src=x>",
    "--help",
    "&File",
    "שלום עולם, מה שלומך היום",
    "😀" * 60,
    "W" * 60,
    "a\u202eb",
)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """Return a wall time of the day in the agent's zone."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def plan(when: str = "I sit down", routine: str = "send a thank-you", reward: str = "a song") -> Plan:
    """Return a plan."""
    return Plan(when, routine, reward)


def occasion(number: int, hour: int, minute: int, state: OccasionState, name: str = "") -> OccasionView:
    """Return an occasion of habit `number`."""
    return OccasionView(
        subject=f"habit:{number}",
        slot=f"2026-06-11/{hour:02}:{minute:02}",
        habit_id=HabitId(number),
        habit=name or f"Habit {number}",
        category=Category.GOODWILL,
        plan=plan(),
        due_at=at(hour, minute),
        closes_at=at(16, 30),
        state=state,
        streak=number,
        per="day",
    )


EARLY = ShiftView("Early", at(8), at(16, 30), ((at(12), at(12, 30)),))

OCCASIONS = (
    replace(occasion(1, 8, 5, OccasionState.DONE), answered_at=at(8, 6)),
    replace(occasion(2, 9, 30, OccasionState.SKIPPED), answered_at=at(9, 31)),
    occasion(3, 11, 0, OccasionState.PASSED),
    occasion(4, 14, 5, OccasionState.DUE),
    occasion(5, 14, 10, OccasionState.DUE),
    occasion(6, 15, 40, OccasionState.LATER),
    occasion(7, 16, 10, OccasionState.LATER),
)


def counter(number: int = 11, *, hits: int = 14, of: int = 20, contact: bool = True) -> CounterView:
    """Return a counted habit with a share as its target."""
    return CounterView(
        HabitId(number),
        "Greet by name",
        Category.WORDS,
        plan(),
        Target(TargetKind.RATE, 80, Per.DAY, 5),
        hits,
        of,
        12,
        contact,
    )


PRAISE = CounterView(
    HabitId(13),
    "Praise a colleague",
    Category.GOODWILL,
    plan(),
    Target(TargetKind.CHECK, 1),
    0,
    0,
    2,
    contact=False,
)

TODAY = TodayView(
    now=at(14, 12),
    work_date=DAY,
    duty=True,
    shift=EARLY,
    next_shift=None,
    occasions=OCCASIONS,
    counters=(counter(), PRAISE),
    has_habits=True,
    done_yesterday=6,
)


def habit(number: int, name: str = "", trigger: Trigger | None = None) -> HabitView:
    """Return a habit of the list."""
    return HabitView(
        habit_id=HabitId(number),
        name=name or f"Habit {number}",
        category=Category.WORDS,
        plan=plan(),
        trigger=trigger or AroundShift(ShiftAnchor.END, -20),
        target=Target(),
        archived=False,
        has_entries=True,
        streak=12,
        best=21,
        total=40,
        spares=1,
        per="day",
    )


HABITS = (
    habit(1),
    habit(2, "Greet by name", Contact()),
    replace(habit(3, "Never logged", Manual()), has_entries=False),
    replace(habit(4, "Old one"), archived=True),
)


def cue(day: date, clock: time = time(16, 10), shift: str = "Early") -> CueTimeView:
    """Return a coming cue."""
    return CueTimeView(HabitId(1), "Habit 1", plan(), day, "x", at(clock.hour, clock.minute, day), shift)


# ------------------------------------------------------------------ late that day, in full sentences

NOW = at(16, 10)
#: Of a day that runs ten minutes longer.
SHIFT_END = at(16, 40)

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
    longer = replace(EARLY, end=SHIFT_END)
    return replace(TODAY, now=NOW, shift=longer, occasions=occasions, counters=counters)
