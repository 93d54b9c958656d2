"""The planner: which occasions came due, and when the next will. It decides nothing about showing them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from habitcoach.core.habit import Habit
from habitcoach.core.judging import Setting
from habitcoach.core.occasions import Occasion, occasions_on
from habitcoach.core.trigger import Contact, Manual
from habitcoach.core.wall import DAY

#: How far ahead a next occasion is looked for, in days: a month's one occasion and a long leave.
HORIZON = 70


def came_due(habit: Habit, setting: Setting, after: datetime, now: datetime) -> Iterator[Occasion]:
    """Yield a habit's occasions with `after` < due <= `now`, none from before it was made, by work date."""
    first = setting.calendar.work_date(max(after, habit.created_at)) - DAY
    last = setting.calendar.work_date(now) + DAY
    for day in _dates(first, last):
        for occasion in _unpaused(habit, setting, day):
            if after < occasion.due <= now and occasion.due >= habit.created_at:
                yield occasion


def coming(habit: Habit, setting: Setting, after: datetime, horizon: int = HORIZON) -> Iterator[Occasion]:
    """Yield a habit's occasions due after an instant, soonest first, up to `horizon` days ahead."""
    if isinstance(habit.newest.trigger, Contact | Manual):
        return
    first = setting.calendar.work_date(after) - DAY
    for day in _dates(first, first + timedelta(days=horizon)):
        for occasion in _unpaused(habit, setting, day):
            if occasion.due > after:
                yield occasion


def _unpaused(habit: Habit, setting: Setting, day: date) -> tuple[Occasion, ...]:
    if setting.paused(habit, day):
        return ()
    return occasions_on(habit, day, setting.calendar, setting.week_start)


def _dates(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += DAY
