"""Judging as algorithms.md tells it, day by day with nothing remembered: what the fast one must equal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.habit import Habit, Version
from habitcoach.core.judging import Judged, Outcome, Setting, scaled_goal
from habitcoach.core.ledger import NOTHING, DayLog
from habitcoach.core.occasions import slots_on
from habitcoach.core.period import Period, period_of
from habitcoach.core.target import PERCENT, Per, TargetKind
from habitcoach.core.trigger import Contact, Manual, Promised
from habitcoach.core.wall import DAY

HALF = Fraction(1, 2)
ONE = Fraction(1)


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


def judge_slowly(habit: Habit, days: Mapping[date, DayLog], setting: Setting, now: datetime) -> list[Judged]:
    """Return every period of a habit from its first to the one that runs now, oldest first."""
    today = setting.calendar.work_date(now)
    found: list[Judged] = []
    for period, version, whole in _periods(habit, habit.first_date, today, setting):
        tally = _add_up(habit, period, days, setting)
        if not tally.unpaused:
            found.append(Judged(period, Outcome.NEUTRAL, Fraction(0), 0, 0))
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
        tally.logged |= log.logged
        tally.day_skipped |= log.day_skipped
        if setting.paused(habit, day):
            tally.lost += planned
            tally.unpaused |= log.logged
            continue
        tally.unpaused = True
        tally.resumed |= setting.paused(habit, day - DAY)
        if setting.unknown(day):
            tally.lost += planned
            continue
        on_duty = setting.calendar.shift_on(day) is not None
        due = _due_slots(habit, day, setting)
        tally.due += len(due)
        skipped = {slot for slot in due - log.done_slots if log.day_skipped or slot in log.skipped_slots}
        tally.skipped += len(skipped)
        tally.skipped_singly += len(skipped & log.skipped_slots)
        wholly_skipped = log.day_skipped or (bool(due) and skipped == due)
        tally.lost += planned and (not on_duty or (wholly_skipped and not log.logged))
    return tally


def _due_slots(habit: Habit, day: date, setting: Setting) -> set[str]:
    version = habit.version_on(day)
    if version is not None and isinstance(version.trigger, Contact | Promised):
        return {contact_slot(day)} if setting.calendar.shift_on(day) is not None else set()
    return slots_on(habit, day, setting.calendar, setting.week_start, setting.done_times)


def _judge_one(version: Version, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    target = version.target
    if target.kind is TargetKind.RATE:
        return _judge_rate(version, period, tally, ended=ended)
    if target.kind is TargetKind.COUNT:
        done, goal = tally.times, scaled_goal(target, tally.planned, tally.lost)
    else:
        done, goal = tally.done, _check_goal(version, tally)
    value = min(ONE, Fraction(done, goal)) if goal > 0 else Fraction(int(done > 0))
    outcome = _at_the_end(version, tally, value) if ended or value >= ONE else Outcome.OPEN
    return Judged(period, outcome, value, done, goal)


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


def _judge_rate(version: Version, period: Period, tally: _Tally, *, ended: bool) -> Judged:
    target = version.target
    value = Fraction(0)
    outcome = Outcome.NEUTRAL
    if tally.of >= target.minimum:
        value = min(ONE, Fraction(tally.hits * PERCENT, tally.of * int(target.goal)))
        outcome = _at_the_end(version, tally, value)
    return Judged(period, outcome if ended else Outcome.OPEN, value, tally.hits, tally.of)


def _at_the_end(version: Version, tally: _Tally, value: Fraction) -> Outcome:
    """Return what a period came to by its value, softened where nobody asked for more."""
    if value >= ONE:
        return Outcome.KEPT
    if version.target.per is Per.DAY and tally.day_skipped:
        return Outcome.NEUTRAL
    if value >= HALF:
        return Outcome.PART
    asked = tally.due > tally.skipped and not isinstance(version.trigger, Manual)
    if asked:
        return Outcome.MISSED
    return Outcome.PART if tally.logged else Outcome.NEUTRAL
