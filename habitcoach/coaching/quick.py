"""What the quick bar makes of what is typed: habits by their letters, a promise by its time, or help."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.offers import HardOne
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import CounterView, OccasionState, OccasionView, PromiseView
from habitcoach.core.fields import clean_line
from habitcoach.core.finding import Match, Nearness, match_in
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.target import TargetKind
from habitcoach.core.trigger import Promised

#: As many are offered at once.
MOST = 5
#: Typed first, it asks for what helps after a hard contact; letters behind it choose among that.
HARD = "!"

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?(?!\w))?(?:\s+(?P<ticket>.*))?",
    re.IGNORECASE | re.ASCII,
)
_WAITS = frozenset({OccasionState.DUE, OccasionState.HELD})
_OPEN = _WAITS | {OccasionState.LATER, OccasionState.SNOOZED}
_NOON = 12


@dataclass(frozen=True, slots=True)
class FoundHabit:
    """A habit that can be logged."""

    habit_id: HabitId
    name: str
    category: Category
    match: Match | None  #: the letters that found it; None where nothing was typed
    due: OccasionView | None = None  #: its occasion that waits now
    counter: CounterView | None = None
    streak: int = 0
    per: str = "day"

    @property
    def slot(self) -> str | None:
        """The occasion that a log answers; None lets the time decide."""
        return None if self.due is None else self.due.slot

    @property
    def rate(self) -> bool:
        """Whether it counts how often out of how many: *used it*, or *not this time*."""
        return self.counter is not None and self.counter.target.kind is TargetKind.RATE


@dataclass(frozen=True, slots=True)
class FoundPromise:
    """An open promise that can be kept."""

    promise: PromiseView
    match: Match | None  #: in its ticket
    due: bool  #: it waits now


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A time was typed: a promise for the next time clocks show it."""

    wall: time
    ticket: str


@dataclass(frozen=True, slots=True)
class FoundHelp:
    """What helps after a hard contact: a habit of the agent's, or one of the library to add and do."""

    one: HardOne
    match: Match | None  #: the letters that found it; None where none were typed


Found = FoundHabit | FoundPromise | NewPromise | FoundHelp


def found_by(typed: str, day: TodayView, habits: Sequence[HabitView]) -> tuple[Found, ...]:
    """Return what is meant, likeliest first: what waits now and the counters where nothing is typed."""
    text = clean_line(typed)
    wished = promise_in(text)
    if wished is not None:
        return (wished,)
    if not text:
        return tuple(_first(day, habits))[:MOST]
    found: list[FoundHabit | FoundPromise] = [
        *(one for one in _promises(text, day) if one.match is not None),
        *(one for one in _habits(text, day, habits) if one.match is not None),
    ]
    return tuple(sorted(found, key=_rank))[:MOST]


def asks_for_help(typed: str) -> bool:
    """Whether what is typed asks for what helps after a hard contact."""
    return clean_line(typed).startswith(HARD)


def help_by(typed: str, ones: Sequence[HardOne]) -> tuple[FoundHelp, ...]:
    """Return what helps, in its order: all of it after the mark alone, else what has the letters."""
    text = clean_line(typed).removeprefix(HARD).strip()
    found = (FoundHelp(one, match_in(one.name, text)) for one in ones)
    return tuple(one for one in found if one.match is not None or not text)[:MOST]


def promise_in(text: str) -> NewPromise | None:
    """Read "15:40 4711", "15.40", "3:40 pm 4711" or "3pm"; None for anything else."""
    found = _TIME.fullmatch(text)
    if found is None or (found["minute"] is None and found["half"] is None):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return None
    return NewPromise(time(hour, minute), found["ticket"] or "")


def _rank(one: FoundHabit | FoundPromise) -> tuple[bool, bool, int]:
    """Order by: letters at the start of a word, waiting now, at the start of the name."""
    nearness = Nearness.WITHIN if one.match is None else one.match.nearness
    waits = one.due if isinstance(one, FoundPromise) else one.due is not None
    return nearness is Nearness.WITHIN, not waits, nearness


def _first(day: TodayView, habits: Sequence[HabitView]) -> Iterator[FoundHabit | FoundPromise]:
    """Yield what waits now by its time, promises first at equal times, then the counters."""
    known = tuple(_habits("", day, habits))
    waiting: list[tuple[float, FoundHabit | FoundPromise]] = [
        (one.promise.due_at.timestamp(), one) for one in _promises("", day) if one.due
    ]
    waiting += [(one.due.due_at.timestamp(), one) for one in known if one.due is not None]
    yield from (one for _, one in sorted(waiting, key=lambda pair: pair[0]))
    yield from (one for one in known if one.counter is not None and one.due is None)


def _promises(text: str, day: TodayView) -> Iterator[FoundPromise]:
    for one in day.promises:
        if one.stands in _OPEN:
            yield FoundPromise(one, match_in(one.ticket, text), one.stands in _WAITS)


def _habits(text: str, day: TodayView, habits: Sequence[HabitView]) -> Iterator[FoundHabit]:
    """Yield every habit that is not retired, as it stands today; promises are no habit to log."""
    counters = {one.habit_id: one for one in day.counters}
    due: dict[HabitId, OccasionView] = {}
    for one in day.occasions:
        if one.state in _WAITS:
            due.setdefault(one.habit_id, one)
    for habit in habits:
        if habit.archived or isinstance(habit.trigger, Promised):
            continue
        yield FoundHabit(
            habit.habit_id,
            habit.name,
            habit.category,
            match_in(habit.name, text),
            due.get(habit.habit_id),
            counters.get(habit.habit_id),
            habit.streak,
            habit.per,
        )
