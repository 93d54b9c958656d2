"""A habit that is a week old, and what its days came to."""

from datetime import date, timedelta

from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged, Outcome, Setting, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Trigger
from tests.support.habits import MONDAY, Log, at, habit, local, setting

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in range(1, 7))
NEXT_MONDAY = MONDAY + timedelta(days=7)
#: A Monday a week before: the habit is no longer new.
BEFORE = MONDAY - timedelta(days=7)
ALL = Target()
COUNT_1 = Target(TargetKind.COUNT, 1)
COUNT_3 = Target(TargetKind.COUNT, 3)
RATE_80 = Target(TargetKind.RATE, 80, minimum=5)
TWICE = at("10:30", "15:00")
THRICE = at("10:00", "12:00", "15:00")


def weekly(kind: TargetKind, goal: int) -> Target:
    return Target(kind, goal, Per.WEEK)


def slot(day: date, wall: str) -> str:
    return f"{day}/{wall}"


def judged(
    one: Habit, log: Log, *, today: date = TUESDAY, around: Setting | None = None, clock: str = "12:00"
) -> dict[date, Judged]:
    found = judge(one, by_date(log.entries), around or setting(), local(today, clock))
    return {each.period.start: each for each in found}


def outcome(
    trigger: Trigger,
    target: Target,
    log: Log,
    *,
    day: date = MONDAY,
    today: date = NEXT_MONDAY,
    around: Setting | None = None,
) -> Outcome:
    """Return how one period of a habit that is a week old ended."""
    return judged(habit(trigger, target, since=BEFORE), log, today=today, around=around)[day].outcome
