"""Plans, triggers, streaks and rewards in words."""

from typing import assert_never

from habitcoach.coaching.answer_views import RewardView
from habitcoach.core.habit import Plan
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.trigger import (
    LAST_DAY,
    After,
    AroundShift,
    At,
    Contact,
    Every,
    Manual,
    MonthDay,
    NthWeekday,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
)
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.wall_time import time_text

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTHS = {
    1: "1st {weekday}",
    2: "2nd {weekday}",
    3: "3rd {weekday}",
    4: "4th {weekday}",
    5: "5th {weekday}",
    -1: "last {weekday}",
}


def plan_sentence(plan: Plan) -> str:
    """Return the agent's if-then sentence."""
    return tr(
        "When {when}, I will {routine}, then {reward}.",
        when=plan.when,
        routine=plan.routine,
        reward=plan.reward.rstrip("."),
    )


def periods(count: int, per: str) -> str:
    """Return "12 shifts", "3 weeks" or "2 months"."""
    if per == "week":
        return ntr("{n} week", "{n} weeks", count)
    if per == "month":
        return ntr("{n} month", "{n} months", count)
    return ntr("{n} shift", "{n} shifts", count)


def streak_phrase(count: int, per: str) -> str:
    """Return "12 shifts in a row"; what a first log would start when there is none yet."""
    if count == 0:
        return tr("The first link is open")
    return tr("{periods} in a row", periods=periods(count, per))


def trigger_phrase(trigger: Trigger, follows: str = "") -> str:
    """Return when a cue comes, in a few words; `follows` names the habit it comes after, if known."""
    match trigger:
        case At():
            return _at(trigger)
        case Every():
            return tr("Every {minutes} min", minutes=trigger.minutes)
        case AroundShift():
            return _around_shift(trigger)
        case OncePer():
            return _once_per(trigger)
        case After():
            return _after(trigger, follows)
        case Contact() | Manual() | Promised():
            return _uncued(trigger)
        case unknown:
            assert_never(unknown)


def _uncued(trigger: Contact | Manual | Promised) -> str:
    if isinstance(trigger, Contact):
        return tr("Every contact")
    return tr("No cue") if isinstance(trigger, Manual) else tr("Your promises")


def _at(trigger: At) -> str:
    times = ", ".join(time_text(one) for one in trigger.times)
    if trigger.monthly is not None:
        day = month_date(trigger.monthly)
        return tr("{day}, {times}", day=day[:1].upper() + day[1:], times=times)
    if trigger.weeks == 1:
        return times
    return tr("{times}, every {n} weeks", times=times, n=trigger.weeks)


def _after(trigger: After, follows: str) -> str:
    other = tr("“{name}”", name=follows) if follows else tr("another habit")
    if trigger.minutes == 0:
        return tr("After {other}", other=other)
    return tr("{n} min after {other}", n=trigger.minutes, other=other)


def month_date(monthly: NthWeekday | MonthDay) -> str:
    """Return "2nd Wednesday", "last Friday", "day 15 of the month" or "last day of the month"."""
    match monthly:
        case NthWeekday(nth, weekday):
            return tr(_NTHS[nth], weekday=tr(_WEEKDAYS[weekday - 1]))
        case MonthDay(day):
            return tr("last day of the month") if day == LAST_DAY else tr("day {n} of the month", n=day)


def _around_shift(trigger: AroundShift) -> str:
    if trigger.anchor is ShiftAnchor.AFTER_BREAK:
        return tr("After the last break") if trigger.nth == -1 else tr("After a break")
    words = {
        ShiftAnchor.START: tr("Shift start"),
        ShiftAnchor.MIDDLE: tr("Middle of the shift"),
        ShiftAnchor.END: tr("Shift end"),
    }
    return words[trigger.anchor]


def _once_per(trigger: OncePer) -> str:
    words = {
        ("first", "week"): tr("First shift of the week"),
        ("last", "week"): tr("Last shift of the week"),
        ("first", "month"): tr("First shift of the month"),
        ("last", "month"): tr("Last shift of the month"),
    }
    return words[trigger.which.value, trigger.per.value]


def reward_line(view: RewardView) -> str:
    """Return the one informative sentence beside a reward."""
    now = periods(view.streak, view.per)
    match view.line:
        case RewardLine.WELCOME_BACK:
            return tr("Welcome back. {n} kept in all, and counting.", n=view.total)
        case RewardLine.MILESTONE:
            return tr("{periods} in a row: a milestone.", periods=now)
        case RewardLine.NEW_BEST:
            return tr("{periods} in a row, your longest yet.", periods=now)
        case RewardLine.NEAR_MILESTONE:
            return ntr(
                "One more to {mark}.", "{n} more to {mark}.", view.to_milestone or 0, mark=view.next_milestone
            )
        case RewardLine.BEST_DAY | RewardLine.PROGRESS:
            return _of_the_day(view)
        case RewardLine.STREAK:
            return tr("{periods} in a row.", periods=now)
        case unknown:
            assert_never(unknown)


def _of_the_day(view: RewardView) -> str:
    if view.best_day is None:
        return _progress(*(view.progress or (0, 0)))
    hits, of = view.best_day
    if of is None:
        return tr("Your best day so far: {n}.", n=hits)
    return tr("Your best day so far: {hits} of {of}.", hits=hits, of=of)


def _progress(done: int, goal: int) -> str:
    if done > goal:
        return tr("Kept already; {n} so far.", n=done)
    return tr("{done} of {goal} so far.", done=done, goal=goal)
