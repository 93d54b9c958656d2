"""Telling everybody who shows data what changed, so that only that is read again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from habitcoach.core.habit import HabitId


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed; without a habit, anything may have."""

    habit_id: HabitId | None = None
    since: date | None = None  #: only the log of the habit, from this work date on
    said: bool = False  #: beside the log: what the agent answered in a review, or chose about a cue


class Announcer:
    """Calls its listeners after something is on disk, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Have `listener` called for every change from now on."""
        self._listeners.append(listener)

    def announce(self, changed: Changed) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            listener(changed)
