"""What Today tells beside its occasions: a miss that was covered, the close-out to come."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.core.habit import HabitId


@dataclass(frozen=True, slots=True)
class CoveredMiss:
    """A period that was missed just now, and left the streak whole."""

    habit_id: HabitId
    habit: str
    first: date  #: of the period
    last: date
    streak: int
    per: str


@dataclass(frozen=True, slots=True)
class CloseOutView:
    """The contact habits that the end of the shift will ask about."""

    due_at: datetime  #: when it asks, in the agent's zone
    habits: tuple[str, ...]  #: their names, in the agent's order
