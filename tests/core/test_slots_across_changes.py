"""Each slot exactly once across every change of the clock: all kinds of cue, all zones promised, any steps.

What is expected is counted here on its own: from the shifts' lengths in elapsed time, and from the calendar.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo

import pytest

from habitcoach.core.following import DoneTime
from habitcoach.core.habit import HabitId
from habitcoach.core.judging import Setting
from habitcoach.core.planner import came_due, coming
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Edge,
    Every,
    NthWeekday,
    OncePer,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.core.wall import DAY, date_exists, instant
from tests.core.test_zones import CHANGES
from tests.support.habits import at, daily, habit

EARLY = ShiftPattern(time(9), time(17), ((time(12), time(12, 30)),))
#: Over the hours at which clocks change.
NIGHT = ShiftPattern(time(22), time(6), ((time(2), time(2, 30)),))
REACH = 8  #: work dates before and after the change
ODD_STEP = timedelta(minutes=97)


class Span:
    """The days around a change, with their shifts in UTC."""

    def __init__(self, zone: str, day: date, pattern: ShiftPattern) -> None:
        self.zone = ZoneInfo(zone)
        self.pattern = pattern
        self.nightly = pattern is NIGHT
        civil = [day + timedelta(days=n) for n in range(-REACH, REACH)]
        self.days = [one for one in civil if date_exists(one, self.zone)]
        # Between any two shifts, with all cues that reach out of them.
        self.start = instant(civil[0], time(7, 45), self.zone)
        self.end = instant(civil[-1] + DAY, time(7, 45), self.zone)

    def minutes(self, day: date) -> int:
        """Return how long the shift of a date lasts, as it passes."""
        begin, end = self.pattern.start, self.pattern.end
        ends = day if begin < end else day + DAY
        return self.between(day, begin, ends, end)

    def between(self, day: date, begin: time, ends: date, end: time) -> int:
        """Return the minutes that pass between two wall times."""
        return int((self._utc(ends, end) - self._utc(day, begin)).total_seconds() // 60)

    def _utc(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, self.zone).astimezone(UTC)

    def done(self, _habit: HabitId, day: date) -> Sequence[DoneTime]:
        """Return two times at which another habit was done in every shift."""
        begin = self._utc(day, self.pattern.start)
        return (DoneTime(1, begin + timedelta(hours=1)), DoneTime(2, begin + timedelta(hours=5)))


Count = Callable[[Span, date], int]


def once(_span: Span, _day: date) -> int:
    return 1


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


KINDS: dict[str, tuple[Trigger, Count]] = {
    "at two times, one in each shift": (at("02:15", "10:00"), once),
    "at a time on two weekdays": (
        at("02:15", "10:00", weekdays=(2, 6)),
        lambda _, day: day.isoweekday() in {2, 6},
    ),
    "every second week": (
        At((time(2, 15), time(10)), weeks=2),
        lambda span, day: (monday(day) - monday(span.days[0])).days % 14 == 0,
    ),
    "the second Sunday of the month": (
        At((time(2, 15), time(10)), monthly=NthWeekday(2, 7)),
        lambda _, day: day.isoweekday() == 7 and 8 <= day.day <= 14,
    ),
    "every 50 minutes": (Every(50), lambda span, day: -(-span.minutes(day) // 50)),
    "every 25 minutes of the small hours": (
        Every(25, time(1), time(4)),
        lambda span, day: (
            -(-span.between(day + DAY, time(1), day + DAY, time(4)) // 25) if span.nightly else 0
        ),
    ),
    "the shift's start": (AroundShift(ShiftAnchor.START, -20), once),
    "the shift's middle": (AroundShift(ShiftAnchor.MIDDLE), once),
    "the shift's end": (AroundShift(ShiftAnchor.END, 25), once),
    "after a break": (AroundShift(ShiftAnchor.AFTER_BREAK, 5), once),
    "the first shift of the week": (
        OncePer(Per.WEEK, Which.FIRST, Edge.START, 10),
        lambda _, day: day.isoweekday() == 1,
    ),
    "the last shift of the week": (
        OncePer(Per.WEEK, Which.LAST, Edge.END, -90),
        lambda _, day: day.isoweekday() == 7,
    ),
    "the first shift of the month": (
        OncePer(Per.MONTH, Which.FIRST, Edge.START, 10),
        lambda _, day: day.day == 1,
    ),
    "after another habit": (After(2, 10), lambda _span, _day: 2),
}


@pytest.mark.parametrize(("trigger", "expected"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("pattern", [EARLY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_each_slot_comes_exactly_once(
    zone: str, day: date, pattern: ShiftPattern, trigger: Trigger, expected: Count
) -> None:
    span = Span(zone, day, pattern)
    one = habit(trigger, since=span.days[0], created=span.start)
    around = Setting(daily(pattern, span.zone), done=span.done)
    looks = [span.start]
    near = instant(day - 2 * DAY, time(20), span.zone)
    looks += [near + number * ODD_STEP for number in range(60)]
    looks.append(span.end)
    live = [found for earlier, later in pairwise(looks) for found in came_due(one, around, earlier, later)]
    at_once = list(came_due(one, around, span.start, span.end))
    assert [found.slot for found in live] == [found.slot for found in at_once]
    assert len({found.slot for found in live}) == len(live)
    counts = Counter(found.work_date for found in live)
    assert counts == Counter({each: int(expected(span, each)) for each in span.days if expected(span, each)})
    ahead = takewhile(lambda found: found.due <= span.end, coming(one, around, span.start))
    assert [found.slot for found in ahead] == [found.slot for found in at_once]
    assert all(found.closes > found.due for found in live)
