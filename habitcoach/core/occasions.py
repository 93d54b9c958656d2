"""Occasions: the moments at which a trigger makes a habit due, and their windows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import assert_never

from habitcoach.core.calendar import Calendar, Shift
from habitcoach.core.following import DoneTimes, never_done
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.period import MONDAY, WeekStart, period_name, period_of
from habitcoach.core.recurrence import falls_on
from habitcoach.core.trigger import (
    REACH,
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.core.wall import DAY, date_exists, instant


@dataclass(frozen=True, slots=True)
class Occasion:
    """One moment at which a habit is due; instants are UTC."""

    habit_id: HabitId
    slot: str  #: its identity: work date and place in the day, never an instant
    work_date: date
    due: datetime
    closes: datetime  #: end of its window


@dataclass(frozen=True, slots=True)
class _Moment:
    slot: str
    due: datetime


#: A moment, and when it can be answered no longer.
_Window = tuple[_Moment, datetime]


@dataclass(frozen=True, slots=True)
class _Around:
    """What occasions depend on beside habit and day."""

    calendar: Calendar
    week_start: WeekStart
    done: DoneTimes


def occasions_on(
    habit: Habit, day: date, calendar: Calendar, week_start: WeekStart = MONDAY, done: DoneTimes = never_done
) -> tuple[Occasion, ...]:
    """Return a habit's occasions of one work date by due time, pauses not considered.

    A window lasts until the next occasion of the habit or the end of the shift; that of a clock time outside
    shifts, until the end of the work date. Habits met in every contact and habits without a cue have none.
    `done` tells when the habit was done that this one follows.
    """
    version = habit.version_on(day)
    if version is None:
        return ()
    trigger = version.trigger
    if isinstance(trigger, At):
        windows = _clock_windows(trigger, day, calendar) if _falls(habit, trigger, day, week_start) else ()
    else:
        found = _moments(habit, trigger, day, _Around(calendar, week_start, done))
        windows = _windowed(trigger, found, day, calendar)
    return tuple(Occasion(habit.id, moment.slot, day, moment.due, closes) for moment, closes in windows)


def slots_on(
    habit: Habit, day: date, calendar: Calendar, week_start: WeekStart = MONDAY, done: DoneTimes = never_done
) -> set[str]:
    """Return the slots of `occasions_on`, which history needs without their windows."""
    version = habit.version_on(day)
    if version is None:
        return set()
    around = _Around(calendar, week_start, done)
    return {one.slot for one in _moments(habit, version.trigger, day, around)}


@lru_cache(maxsize=256)
def _clock_windows(trigger: At, day: date, calendar: Calendar) -> tuple[_Window, ...]:
    """Return the moments of wall times with their windows: the same for every habit, at every look."""
    return _windowed(trigger, _at(trigger, day, calendar), day, calendar)


def _windowed(
    trigger: Trigger, found: Iterable[_Moment], day: date, calendar: Calendar
) -> tuple[_Window, ...]:
    """Return moments by due time, each with the end of its window."""
    moments = sorted(found, key=lambda one: (one.due, one.slot))
    windows = []
    for index, moment in enumerate(moments):
        closes = _window_end(trigger, moment.due, calendar, day)
        # Two wall times can name one instant, an hour apart in spring: they share a window.
        following = next((one.due for one in moments[index + 1 :] if one.due > moment.due), closes)
        windows.append((moment, min(closes, following)))
    return tuple(windows)


def _window_end(trigger: Trigger, due: datetime, calendar: Calendar, day: date) -> datetime:
    shift = calendar.shift_on(day)
    if shift is not None and due < shift.end and (due >= shift.start or not isinstance(trigger, At)):
        return shift.end
    # A cue after the end of a shift still gets its time when the next shift follows at once.
    return max(calendar.end_of(day), due + timedelta(minutes=REACH))


def _moments(habit: Habit, trigger: Trigger, day: date, around: _Around) -> Iterator[_Moment]:
    calendar, week_start = around.calendar, around.week_start
    match trigger:
        case At():
            return _at(trigger, day, calendar) if _falls(habit, trigger, day, week_start) else iter(())
        case Every():
            return _every(trigger, day, calendar)
        case AroundShift():
            return _around_shift(trigger, day, calendar)
        case OncePer():
            return _once_per(trigger, day, calendar, week_start)
        case After():
            return _after(trigger, day, around)
        case Contact() | Manual() | Promised():
            return iter(())
        case unknown:
            assert_never(unknown)


def _falls(habit: Habit, trigger: At, day: date, week_start: WeekStart) -> bool:
    """Whether wall times are meant for a date at all."""
    since = day if trigger.weeks == 1 else habit.first_with(trigger)
    return falls_on(trigger, day, since, week_start)


def _at(trigger: At, day: date, calendar: Calendar) -> Iterator[_Moment]:
    """Yield the wall times that belong to this work date: 02:00 belongs to the night begun at 22:00."""
    shift = calendar.shift_on(day)
    if shift is None and not trigger.anyway:
        return
    zone = calendar.zone_on(day)
    taken: set[str] = set()
    for civil in (day - DAY, day, day + DAY, day + 2 * DAY) if trigger.anyway else (day, day + DAY):
        # Of a date that does not exist, only the shift that runs into it has times: they move with its end.
        if trigger.anyway and not date_exists(civil, zone):
            continue
        for wall in trigger.times:
            due = instant(civil, wall, zone)
            if not trigger.anyway and shift is not None and not shift.contains(due):
                continue
            running = calendar.shift_at(due)
            if running is None or running.work_date > day:
                # A later shift, in a zone that the agent has gone to since, takes nothing from this date.
                owner = calendar.work_date(due)
            else:
                owner = running.work_date
            if owner != day:
                continue
            slot = f"{day}/{wall:%H:%M}"
            if slot in taken:
                # 08:00 before a night shift and 08:00 after it are two occasions of one work date.
                slot += "+1"
            taken.add(slot)
            yield _Moment(slot, due)


def _every(trigger: Every, day: date, calendar: Calendar) -> Iterator[_Moment]:
    """Yield elapsed steps from the start of the window; those before the shift keep their number, not due."""
    shift = calendar.shift_on(day)
    if shift is None:
        return
    number = 0
    for begin, end in _windows(trigger, shift, calendar.zone_on(day)):
        due = begin
        while due < min(end, shift.end):
            number += 1
            if due >= shift.start:
                yield _Moment(f"{day}/#{number}", due)
            due += timedelta(minutes=trigger.minutes)


def _windows(trigger: Every, shift: Shift, zone: tzinfo) -> list[tuple[datetime, datetime]]:
    """Return the windows that overlap a shift; one from 20:00 to 02:00 begins before a night shift does."""
    if trigger.start is None or trigger.end is None:
        return [(shift.start, shift.end)]
    found = []
    for civil in (shift.work_date - DAY, shift.work_date, shift.work_date + DAY):
        ends = civil if trigger.start < trigger.end else civil + DAY
        begin, end = instant(civil, trigger.start, zone), instant(ends, trigger.end, zone)
        if begin < shift.end and end > shift.start:
            found.append((begin, end))
    return found


def _around_shift(trigger: AroundShift, day: date, calendar: Calendar) -> Iterator[_Moment]:
    shift = calendar.shift_on(day)
    if shift is None:
        return
    for place, anchor in _anchors(trigger, shift):
        yield _Moment(f"{day}/{place}{trigger.offset:+d}", _within_reach(shift, anchor, trigger.offset))


def _anchors(trigger: AroundShift, shift: Shift) -> list[tuple[str, datetime]]:
    match trigger.anchor:
        case ShiftAnchor.START:
            return [("start", shift.start)]
        case ShiftAnchor.END:
            return [("end", shift.end)]
        case ShiftAnchor.MIDDLE:
            return [("middle", shift.middle)]
        case ShiftAnchor.AFTER_BREAK:
            ends = [(f"break{number}", end) for number, (_, end) in enumerate(shift.breaks, start=1)]
            if trigger.nth is not None:
                ends = ends[-1:] if trigger.nth < 0 else ends[trigger.nth - 1 : trigger.nth]
            return ends or [("middle", shift.middle)]
        case unknown:
            assert_never(unknown)


def _within_reach(shift: Shift, anchor: datetime, offset: int) -> datetime:
    """Return the anchor moved, but within 30 min of the shift: a short shift must not lose its cue."""
    reach = timedelta(minutes=REACH)
    moved = anchor + timedelta(minutes=offset)
    return min(max(moved, shift.start - reach), shift.end + reach)


def _after(trigger: After, day: date, around: _Around) -> Iterator[_Moment]:
    times = around.done(HabitId(trigger.habit), day)
    shift = around.calendar.shift_on(day) if times else None
    if shift is None:
        return
    for done in times:
        # Done when the agent had long gone home: nothing may follow off duty.
        if done.at <= shift.end + timedelta(minutes=REACH):
            yield _Moment(f"{day}/after#{done.number}", _within_reach(shift, done.at, trigger.minutes))


def _once_per(trigger: OncePer, day: date, calendar: Calendar, week_start: WeekStart) -> Iterator[_Moment]:
    shift = calendar.shift_on(day)
    if shift is None:
        return
    period = period_of(trigger.per, day, week_start)
    earlier = [one for one in period.days() if one < day]
    later = [one for one in period.days() if one > day]
    others = earlier if trigger.which is Which.FIRST else later
    if any(calendar.meant_for(one) is not None for one in others):
        return
    anchor = shift.start if trigger.edge is Edge.START else shift.end
    yield _Moment(period_name(trigger.per, period), _within_reach(shift, anchor, trigger.offset))
