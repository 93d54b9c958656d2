"""From which date on two calendars differ, so that what came before need not be judged anew."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import DutyDates
from habitcoach.core.habit import Habit, Pause
from habitcoach.core.trigger import After
from habitcoach.core.wall import DAY


def first_difference(one: Calendar, other: Calendar) -> date | None:
    """Return the first date on which two calendars are not alike, None when there is none.

    It says nothing of dates before all that were written down: no habit is older than those.
    """
    found = [day for day in _differing(one.duty, other.duty) if _likeness(one, day) != _likeness(other, day)]
    found += [roster.from_date for roster in one.rosters if roster not in other.rosters]
    found += [roster.from_date for roster in other.rosters if roster not in one.rosters]
    if _by_now(one) != _by_now(other):
        found.append(min(_first_open(one.duty), _first_open(other.duty)))
    return min(found, default=None)


def first_other_version(before: Habit, after: Habit) -> date | None:
    """Return the first date on which two states of a habit may go by different versions, None for none."""
    same = 0
    for one, other in zip(before.versions, after.versions, strict=False):
        if one != other:
            break
        same += 1
    others = (*before.versions[same:], *after.versions[same:])
    return min((one.from_date for one in others), default=None)


def first_other_pause(before: Iterable[Pause], after: Iterable[Pause], habit: Habit) -> date | None:
    """Return the first date on which a habit may be paused otherwise, None for none.

    One that has ever followed another habit hangs on the pauses of that one, too.
    """
    following = any(isinstance(one.trigger, After) for one in habit.versions)
    different = set(before) ^ set(after)
    mine = (one for one in different if following or one.habit_id in {None, habit.id})
    return min((one.from_date for one in mine), default=None)


def _differing(one: DutyDates, other: DutyDates) -> list[date]:
    """Return the dates of which the two do not hold the very same record."""
    if one is other:
        return []
    mine, others = one.by_date, other.by_date
    return [day for day in mine.keys() | others.keys() if mine.get(day) is not others.get(day)]


def _likeness(calendar: Calendar, day: date) -> tuple[object, ...]:
    """Return all that matters of a date, whether it was written down or is what the roster says."""
    lived = calendar.lived(day)
    return (calendar.plan_on(day), calendar.absent(day), str(lived.zone), lived.offset, lived.ends)


def _by_now(calendar: Calendar) -> tuple[object, ...]:
    """Return what holds for dates that nobody wrote down."""
    moved = None if calendar.moved is None else (str(calendar.moved[0]), calendar.moved[1])
    return str(calendar.zone), calendar.day_start, moved


def _first_open(duty: DutyDates) -> date:
    """Return the first date not written down after one that is; date.min where none is."""
    lived = sorted(one.work_date for one in duty if one.lived is not None)
    if not lived:
        return date.min
    return next((one for one, after in pairwise(lived) if after - one > DAY), lived[-1]) + DAY
