"""Judging: what each period of a habit came to. Algorithms.md, section 3."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from habitcoach.core.attendance import ALWAYS, Attendance
from habitcoach.core.calendar import Calendar
from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.due_slots import DueSlots
from habitcoach.core.following import DoneTime, DoneTimes, never_done
from habitcoach.core.habit import ARCHIVED, Habit, HabitId, Pause, Version
from habitcoach.core.ledger import NOTHING, DayLog
from habitcoach.core.period import MONDAY, Period, WeekStart, one_day, period_of
from habitcoach.core.target import PERCENT, Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual, Promised
from habitcoach.core.wall import DAY

ONE = Fraction(1)


class Outcome(StrEnum):
    """How a period ended, or that it has not."""

    KEPT = "kept"
    PART = "part"
    MISSED = "missed"
    NEUTRAL = "neutral"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Judged:
    """One period of a habit with its value."""

    period: Period
    outcome: Outcome
    value: Fraction  #: 0 … 1
    done: int  #: occasions, times or hits
    goal: int  #: what `done` is held against; opportunities for a rate


@dataclass(frozen=True, slots=True)
class Setting:
    """What judging needs beside the habit and its log."""

    calendar: Calendar
    pauses: Sequence[Pause] = ()
    week_start: WeekStart = MONDAY
    done: DoneTimes = never_done
    attendance: Attendance = ALWAYS

    def unknown(self, day: date) -> bool:
        """Whether nobody knows if the agent worked on a date, or says that it was not so: nothing was due."""
        if self.attendance.unknown(day) and self.calendar.shift_on(day) is not None:
            return True
        return self.calendar.absent(day)

    def done_times(self, habit_id: HabitId, day: date) -> Sequence[DoneTime]:
        """Return when a habit was done on a work date; one that is retired is followed by none."""
        retired = any(one.reason == ARCHIVED and one.covers(habit_id, day) for one in self.pauses)
        return () if retired else self.done(habit_id, day)

    def paused(self, habit: Habit, day: date) -> bool:
        """Whether a work date is taken out by a pause."""
        return any(pause.covers(habit.id, day) for pause in self.pauses)


@dataclass(slots=True)
class _Tally:
    """A period's days added up."""

    due: int = 0
    skipped: int = 0  #: of those, with a neutral reason, one by one or with their day
    skipped_singly: int = 0
    done: int = 0
    times: int = 0
    hits: int = 0
    of: int = 0
    planned: int = 0  #: duty days of the roster
    lost: int = 0  #: of those: off, paused or wholly skipped
    unpaused: bool = False  #: some day was not paused, or was logged all the same
    resumed: bool = False  #: a pause ended on the eve of one of its days
    day_skipped: bool = False
    logged: bool = False


def judge(
    habit: Habit,
    days: Mapping[date, DayLog],
    setting: Setting,
    now: datetime,
    earlier: Sequence[Judged] = (),
) -> list[Judged]:
    """Return every period of a habit from its first to the one that runs now, oldest first.

    `earlier` are the first of them as judged before; they are taken as they are.
    """
    today = setting.calendar.work_date(now)
    adder = _Adder(habit, days, setting)
    found = list(earlier)
    first = found[-1].period.end + DAY if found else habit.first_date
    for period, version, whole in _periods(habit, first, today, setting):
        tally = adder.add_up(period)
        if not tally.unpaused:
            found.append(Judged(period, Outcome.NEUTRAL, _share(0, 1), 0, 0))
            continue
        judged = _judge_one(version, period, tally, ended=period.end < today)
        # The first period of a new habit and the first after a pause are never missed.
        if judged.outcome is Outcome.MISSED and (tally.resumed or not whole or not found):
            judged = replace(judged, outcome=Outcome.NEUTRAL)
        found.append(judged)
    return found


def _periods(
    habit: Habit, day: date, today: date, setting: Setting
) -> Iterator[tuple[Period, Version, bool]]:
    """Yield periods with the version they are judged by, and whether no change of period cut them short."""
    while day <= today:
        version = habit.version_on(day) or habit.newest
        per = version.target.per
        if per is Per.DAY:
            yield one_day(day), version, True
            day += DAY
            continue
        natural = period_of(per, day, setting.week_start)
        last = natural.end
        for version in habit.versions:
            if day < version.from_date <= last and version.target.per is not per:
                last = version.from_date - DAY
        judged_by = habit.version_on(min(last, today)) or habit.newest
        yield Period(day, last), judged_by, day == natural.start and last == natural.end
        day = last + DAY


class _Adder:
    """Adds up the days of one habit's periods; made once for all of them, since there may be thousands."""

    def __init__(self, habit: Habit, days: Mapping[date, DayLog], setting: Setting) -> None:
        self._habit = habit
        self._days = days
        self._calendar = setting.calendar
        self._unknown = setting.unknown
        self._contacts = any(_meets_contacts(one) for one in habit.versions)
        self._pauses = [one for one in setting.pauses if one.habit_id in {None, habit.id}]
        self._due = DueSlots(habit, setting.calendar, setting.week_start, setting.done_times)

    def add_up(self, period: Period) -> _Tally:
        tally = _Tally()
        for day in period.days():
            log = self._days.get(day, NOTHING)
            planned = self._calendar.planned(day)
            tally.planned += planned
            if log is not NOTHING:
                tally.done += len(log.done_slots) + log.loose
                tally.times += log.times
                tally.hits += log.hits
                tally.of += log.of
                tally.logged |= log.logged
                tally.day_skipped |= log.day_skipped
            if self._pauses and self._paused(day):
                tally.lost += planned
                tally.unpaused |= log.logged
                continue
            tally.unpaused = True
            tally.resumed |= bool(self._pauses) and self._paused(day - DAY)
            self._add_due(tally, day, log, planned=planned)
        return tally

    def _add_due(self, tally: _Tally, day: date, log: DayLog, *, planned: bool) -> None:
        if self._unknown(day):
            tally.lost += planned
            return
        on_duty = self._calendar.shift_on(day) is not None
        wholly_skipped = log.day_skipped
        if log.day_skipped or log.skipped_slots:
            due = self._slots(day)
            open_slots = due - log.done_slots
            skipped = open_slots if log.day_skipped else open_slots & log.skipped_slots
            tally.due += len(due)
            tally.skipped += len(skipped)
            tally.skipped_singly += len(skipped & log.skipped_slots)
            wholly_skipped |= bool(due) and skipped == due
        else:
            tally.due += self._count(day, on_duty=on_duty)
        tally.lost += planned and (not on_duty or (wholly_skipped and not log.logged))

    def _slots(self, day: date) -> set[str]:
        if self._is_contact(day):
            return {contact_slot(day)} if self._calendar.shift_on(day) is not None else set()
        return self._due.on(day)

    def _count(self, day: date, *, on_duty: bool) -> int:
        return int(on_duty) if self._is_contact(day) else self._due.count(day)

    def _is_contact(self, day: date) -> bool:
        version = self._habit.version_on(day) if self._contacts else None
        return version is not None and _meets_contacts(version)

    def _paused(self, day: date) -> bool:
        return any(pause.covers(self._habit.id, day) for pause in self._pauses)


def _meets_contacts(version: Version) -> bool:
    return isinstance(version.trigger, Contact | Promised)


def _judge_one(version: Version, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    target = version.target
    if target.kind is TargetKind.RATE:
        return _judge_rate(version, period, tally, ended=ended)
    if target.kind is TargetKind.COUNT:
        done, goal = tally.times, scaled_goal(target, tally.planned, tally.lost)
    else:
        done, goal = tally.done, _check_goal(version, tally)
    part, whole = (done, goal) if goal > 0 else (int(done > 0), 1)
    outcome = _at_the_end(version, tally, part, whole) if ended or part >= whole else Outcome.OPEN
    return Judged(period, outcome, _share(part, whole), done, goal)


# A habit's days come to few different shares, and a fraction is slow to make.
@lru_cache(maxsize=4096)
def _share(part: int, whole: int) -> Fraction:
    return min(ONE, Fraction(part, whole))


def _check_goal(version: Version, tally: _Tally) -> int:
    # A whole-day skip makes the day neutral rather than kept by what little was done before it.
    one_day = version.target.per is Per.DAY and tally.day_skipped
    left = tally.due - (tally.skipped_singly if one_day else tally.skipped)
    goal = version.target.goal
    if goal == "all":
        return max(left, int(tally.done > 0))
    if isinstance(version.trigger, Manual):
        return goal
    return min(goal, left) if left else int(tally.done > 0)


def scaled_goal(target: Target, planned: int, lost: int) -> int:
    """Return a count goal lowered by the duty days that were off, paused or wholly skipped, rounded up.

    A day's goal is not scaled: a day that is off is neutral as a whole. `goal` is a number here.
    """
    goal = int(target.goal)
    if target.per is Per.DAY or planned == 0:
        return goal
    return -(-goal * (planned - lost) // planned)


def _judge_rate(version: Version, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    target = version.target
    part, whole = 0, 1
    outcome = Outcome.NEUTRAL
    if tally.of >= target.minimum:
        part, whole = tally.hits * PERCENT, tally.of * int(target.goal)
        outcome = _at_the_end(version, tally, part, whole)
    return Judged(period, outcome if ended else Outcome.OPEN, _share(part, whole), tally.hits, tally.of)


def _at_the_end(version: Version, tally: _Tally, part: int, whole: int) -> Outcome:
    """Return what a period came to by its value, softened where nobody asked for more."""
    if part >= whole:
        return Outcome.KEPT
    if version.target.per is Per.DAY and tally.day_skipped:
        return Outcome.NEUTRAL
    if 2 * part >= whole:
        return Outcome.PART
    asked = tally.due > tally.skipped and not isinstance(version.trigger, Manual)
    if asked:
        return Outcome.MISSED
    return Outcome.PART if tally.logged else Outcome.NEUTRAL
