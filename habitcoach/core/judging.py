"""Judging: what each period of a habit came to. Algorithms.md, section 3."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from habitcoach.core.calendar import Calendar
from habitcoach.core.habit import Habit, Pause, Version
from habitcoach.core.ledger import NOTHING, DayLog
from habitcoach.core.occasions import occasions_on
from habitcoach.core.period import MONDAY, Period, period_of
from habitcoach.core.target import PERCENT, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from habitcoach.core.wall import DAY

HALF = Fraction(1, 2)
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
    week_start: int = MONDAY

    def paused(self, habit: Habit, day: date) -> bool:
        """Whether a work date is taken out by a pause."""
        return any(pause.covers(habit.id, day) for pause in self.pauses)


@dataclass(slots=True)
class _Tally:
    """A period's days added up."""

    due: int = 0
    skipped: int = 0
    done: int = 0
    times: int = 0
    hits: int = 0
    of: int = 0
    planned: int = 0  #: duty days of the roster
    lost: int = 0  #: of those: off, paused or wholly skipped
    worked: bool = False  #: a day of the period was on duty and not paused
    unpaused: bool = False


def judge(habit: Habit, days: Mapping[date, DayLog], setting: Setting, now: datetime) -> list[Judged]:
    """Return every period of a habit from its first to the one that runs now, oldest first."""
    today = setting.calendar.work_date(now)
    found: list[Judged] = []
    fresh = True  # the first period of a new habit and the first after a pause is never missed
    for period, version, whole in _periods(habit, today, setting):
        tally = _add_up(habit, period, days, setting)
        if not tally.unpaused:
            fresh = True
            found.append(Judged(period, Outcome.NEUTRAL, Fraction(0), 0, 0))
            continue
        judged = _judge_one(version, period, tally, ended=period.end < today)
        if judged.outcome is Outcome.MISSED and (fresh or not whole):
            judged = Judged(judged.period, Outcome.NEUTRAL, judged.value, judged.done, judged.goal)
        found.append(judged)
        fresh = False
    return found


def _periods(habit: Habit, today: date, setting: Setting) -> Iterator[tuple[Period, Version, bool]]:
    """Yield periods with the version they are judged by, and whether no change of period cut them short."""
    day = habit.first_date
    while day <= today:
        per = (habit.version_on(day) or habit.newest).target.per
        natural = period_of(per, day, setting.week_start)
        last = natural.end
        for version in habit.versions:
            if day < version.from_date <= last and version.target.per is not per:
                last = version.from_date - DAY
        judged_by = habit.version_on(min(last, today)) or habit.newest
        yield Period(day, last), judged_by, day == natural.start and last == natural.end
        day = last + DAY


def _add_up(habit: Habit, period: Period, days: Mapping[date, DayLog], setting: Setting) -> _Tally:
    tally = _Tally()
    for day in period.days():
        log = days.get(day, NOTHING)
        planned = setting.calendar.planned(day)
        tally.planned += planned
        tally.done += len(log.done_slots) + log.loose
        tally.times += log.times
        tally.hits += log.hits
        tally.of += log.of
        if setting.paused(habit, day):
            tally.lost += planned
            tally.unpaused |= log.logged
            continue
        tally.unpaused = True
        on_duty = setting.calendar.shift_on(day) is not None
        due = _due_slots(habit, day, setting)
        tally.due += len(due)
        skipped = {slot for slot in due - log.done_slots if log.day_skipped or slot in log.skipped_slots}
        tally.skipped += len(skipped)
        wholly_skipped = log.day_skipped or (bool(due) and skipped == due)
        tally.lost += planned and (not on_duty or (wholly_skipped and not log.logged))
        tally.worked |= (on_duty or bool(due)) and not wholly_skipped
    return tally


def _due_slots(habit: Habit, day: date, setting: Setting) -> set[str]:
    version = habit.version_on(day)
    if version is None:
        return set()
    if isinstance(version.trigger, Contact):
        return {contact_slot(day)} if setting.calendar.shift_on(day) is not None else set()
    return {one.slot for one in occasions_on(habit, day, setting.calendar, setting.week_start)}


def contact_slot(day: date) -> str:
    """Return the slot of a habit met in every contact: one a day."""
    return f"{day}/contact"


def _judge_one(version: Version, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    target = version.target
    match target.kind:
        case TargetKind.CHECK:
            done, goal = tally.done, _check_goal(version, tally)
        case TargetKind.COUNT:
            done, goal = tally.times, scaled_goal(target, tally.planned, tally.lost)
        case TargetKind.RATE:
            return _judge_rate(target, period, tally, ended=ended)
    value = min(ONE, Fraction(done, goal)) if goal > 0 else Fraction(int(done > 0))
    return Judged(period, _outcome(version, tally, value, ended=ended), value, done, goal)


def _check_goal(version: Version, tally: _Tally) -> int:
    left = tally.due - tally.skipped
    goal = version.target.goal
    if goal == "all":
        return max(left, int(tally.done > 0))
    if isinstance(version.trigger, Manual):
        return goal
    return min(goal, left) if left else int(tally.done > 0)


def scaled_goal(target: Target, planned: int, lost: int) -> int:
    """Return a count goal lowered by the duty days that were off, paused or wholly skipped, rounded up.

    A day's goal is not scaled: a day that is off is neutral as a whole. Raises nothing; `goal` is a number here.
    """
    goal = int(target.goal)
    if planned <= 1:
        return goal
    return -(-goal * (planned - lost) // planned)


def _judge_rate(target: Target, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    if tally.of < target.minimum:
        outcome = Outcome.NEUTRAL if ended else Outcome.OPEN
        return Judged(period, outcome, Fraction(0), tally.hits, tally.of)
    value = min(ONE, Fraction(tally.hits * PERCENT, tally.of * int(target.goal)))
    return Judged(period, _by_value(value) if ended else Outcome.OPEN, value, tally.hits, tally.of)


def _outcome(version: Version, tally: _Tally, value: Fraction, *, ended: bool) -> Outcome:
    if value >= ONE:
        return Outcome.KEPT
    if not ended:
        return Outcome.OPEN
    by_value = _by_value(value)
    nobody_asked = not tally.worked or isinstance(version.trigger, Manual)
    if not nobody_asked:
        return by_value if tally.due > tally.skipped or _needs_no_slot(version) else Outcome.NEUTRAL
    if tally.times == 0:
        return Outcome.NEUTRAL
    return Outcome.PART if by_value is Outcome.MISSED else by_value


def _needs_no_slot(version: Version) -> bool:
    return version.target.kind is TargetKind.COUNT


def _by_value(value: Fraction) -> Outcome:
    if value >= ONE:
        return Outcome.KEPT
    return Outcome.PART if value >= HALF else Outcome.MISSED
