"""Consistency: how steadily a habit is kept, recent periods weighing most. Algorithms.md, section 5."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import lcm, sqrt

from habitcoach.core.calendar import Calendar
from habitcoach.core.habit import Category, Habit, HabitId, Version
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.occasions import occasions_on
from habitcoach.core.period import MONDAY
from habitcoach.core.roster import Roster
from habitcoach.core.target import Per
from habitcoach.core.trigger import After, At, Contact, Manual, Promised

WEEK = 7
MONTHS_PER_WEEK = 12 / 52.18
#: Half-life in periods at one a day; Loop Habit Tracker's 0.5^(√f/13) a day, restated per period.
HALF_LIFE = 13.0

_WEIGHED = frozenset({Outcome.KEPT, Outcome.PART, Outcome.MISSED})
_A_MONDAY = datetime(2001, 1, 1, tzinfo=UTC).date()


def periods_per_week(version: Version, roster: Roster, week_start: int = MONDAY) -> float:
    """Return how many periods a version plans in a week of a roster, leaving days off and pauses aside.

    A habit that follows another one counts as planned on every shift, as one met in every contact and the
    promise habit do.

    Source: algorithms.md, section 5: planned periods over lcm(cycle days, 7) days × 7 / those days.
    """
    if version.target.per is Per.MONTH:
        return MONTHS_PER_WEEK
    if version.target.per is Per.WEEK or isinstance(version.trigger, Manual):
        return 1.0
    weeks = 1
    trigger = version.trigger
    if isinstance(trigger, At):
        if trigger.monthly is not None:
            return MONTHS_PER_WEEK
        weeks, trigger = trigger.weeks, replace(trigger, weeks=1)
    span = lcm(len(roster.days), WEEK)
    calendar = Calendar(UTC, [roster])
    start = max(_A_MONDAY, roster.from_date)
    first = Version(start, version.plan, trigger, version.target)
    habit = Habit(HabitId(0), "", Category.FOCUS, 0, datetime.min.replace(tzinfo=UTC), (first,))
    planned = 0
    for number in range(span):
        day = start + timedelta(days=number)
        if isinstance(trigger, After | Contact | Promised):
            planned += calendar.shift_on(day) is not None
        else:
            planned += bool(occasions_on(habit, day, calendar, week_start))
    return planned * WEEK / (span * weeks)


def half_life(per_week: float) -> float:
    """Return the half-life in periods: 13·√f, with f = min(1, periods per week / 7)."""
    return HALF_LIFE * sqrt(min(1.0, per_week / WEEK))


def keep_weight(per_week: float) -> float:
    """Return m, what the past weighs after one more period: 0.5^(1/H); 1 when nothing is planned."""
    length = half_life(per_week)
    return 0.5 ** (1 / length) if length > 0 else 1.0


def consistency(periods: Iterable[Judged], per_week: Callable[[Judged], float]) -> float:
    """Return C, 0 … 1, over periods oldest first; neutral and open ones leave it as it is.

    `per_week` gives the planned periods a week of the version a period was judged by.
    """
    found = 0.0
    for judged in periods:
        if judged.outcome in _WEIGHED:
            found = consistency_after(found, judged, keep_weight(per_week(judged)))
    return found


def consistency_after(before: float, judged: Judged, weight: float) -> float:
    """Return C after one more period, with m its `weight`; neutral and open ones leave it as it was."""
    if judged.outcome not in _WEIGHED:
        return before
    return weight * before + (1 - weight) * float(judged.value)
