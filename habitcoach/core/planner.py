"""The planner: which occasions came due, and when the next will. It decides nothing about showing them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from habitcoach.core.habit import Habit
from habitcoach.core.judging import Setting
from habitcoach.core.occasions import Occasion, occasions_on
from habitcoach.core.trigger import At, Contact, Manual, Promised, Trigger
from habitcoach.core.wall import DAY

#: How far ahead a next occasion is looked for, in days: a month's one occasion and a long leave.
HORIZON = 70
# One date a month may fall on days off for some months in a row.
_MONTHS_OFF_DUTY = 6


def came_due(habit: Habit, setting: Setting, after: datetime, now: datetime) -> Iterator[Occasion]:
    """Yield a habit's occasions with `after` < due <= `now`, none from before it was made, by work date."""
    first = setting.calendar.work_date(max(after, habit.created_at)) - DAY
    last = setting.calendar.work_date(now) + DAY
    for day in _dates(first, last):
        for occasion in _unpaused(habit, setting, day):
            if after < occasion.due <= now and occasion.due >= habit.created_at:
                yield occasion


def coming(habit: Habit, setting: Setting, after: datetime, horizon: int = HORIZON) -> Iterator[Occasion]:
    """Yield a habit's occasions due after an instant, soonest first, up to `horizon` days ahead.

    For a trigger of every so many weeks, or of one date a month, that many times as far.
    """
    if isinstance(habit.newest.trigger, Contact | Manual | Promised):
        return
    first = setting.calendar.work_date(after) - DAY
    for day in _dates(first, first + timedelta(days=horizon * _rarity(habit.newest.trigger))):
        for occasion in _unpaused(habit, setting, day):
            if occasion.due > after:
                yield occasion


def _rarity(trigger: Trigger) -> int:
    if not isinstance(trigger, At):
        return 1
    return trigger.weeks if trigger.monthly is None else _MONTHS_OFF_DUTY


def _unpaused(habit: Habit, setting: Setting, day: date) -> tuple[Occasion, ...]:
    if setting.paused(habit, day):
        return ()
    return occasions_on(habit, day, setting.calendar, setting.week_start, setting.done_times)


def _dates(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += DAY
