"""Holds: stretches of time in which cues wait, such as a call. Algorithms.md, section 8."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from habitcoach.core.habit import HabitId

#: Held cues come this long after the reason has ended: wrap-up time is the moment.
WRAP_UP = timedelta(seconds=10)
#: A call ends by itself after this long.
CALL_LASTS = timedelta(minutes=60)
#: Without input for so long, the agent is away.
AWAY_AFTER = timedelta(minutes=5)
#: Full screen for longer than this is how the agent works, and holds nothing any more.
FULL_SCREEN_LASTS = timedelta(minutes=60)
#: A microphone open for longer than this is a headset that is always open, and holds nothing until it closes.
MICROPHONE_LASTS = timedelta(minutes=30)
#: A reason whose end nobody knows holds for so long at a time; so it ends by itself if the app does.
LEASE = timedelta(minutes=5)


class HoldReason(StrEnum):
    """Why cues wait."""

    CALL = "call"
    PAUSED = "paused"
    BREAK = "break"
    AWAY = "away"  #: the screen is locked, or nobody has touched anything for a while
    FULL_SCREEN = "full_screen"
    MICROPHONE = "microphone"  #: some program listens

    @property
    def open_ended(self) -> bool:
        """Whether the system sees that it ends, rather than the clock or the agent."""
        return self in {HoldReason.AWAY, HoldReason.FULL_SCREEN, HoldReason.MICROPHONE}

    @property
    def by_agent(self) -> bool:
        """Whether the agent asked for it, and lets go by the same key or click."""
        return self in {HoldReason.CALL, HoldReason.PAUSED}


@dataclass(frozen=True, slots=True)
class Hold:
    """A stretch of time in which cues wait; instants are UTC."""

    reason: HoldReason
    habit_id: HabitId | None  #: None holds every habit
    since: datetime
    until: datetime  #: when the reason ends, by itself or by the agent
    id: int = 0  #: its number in the file

    @property
    def release(self) -> datetime:
        """The instant at which held cues come."""
        return self.until + WRAP_UP

    def holds(self, habit_id: HabitId | None, moment: datetime) -> bool:
        """Whether cues of a habit wait at an instant; without a habit, whether those of every one do."""
        mine = self.habit_id is None or self.habit_id == habit_id
        return mine and self.since <= moment < self.release

    def runs(self, moment: datetime) -> bool:
        """Whether its reason is there at an instant."""
        return self.since <= moment < self.until


def holding(holds: Iterable[Hold], habit_id: HabitId | None, moment: datetime) -> Hold | None:
    """Return the hold that keeps a habit's cues at an instant, of several the one that lasts longest."""
    found = (one for one in holds if one.holds(habit_id, moment))
    return max(found, key=lambda one: one.until, default=None)


def held_throughout(holds: Iterable[Hold], habit_id: HabitId, begin: datetime, end: datetime) -> Hold | None:
    """Return the hold that a stretch began in, if holds kept its cue all the way to `end`; else None."""
    every = tuple(holds)
    first = last = holding(every, habit_id, begin)
    while last is not None and last.release < end:
        last = holding(every, habit_id, last.release)
    return None if last is None else first
