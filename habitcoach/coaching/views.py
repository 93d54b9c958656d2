"""What a day is made of, as it is shown: plain facts, read once, never written through."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.hold import HoldReason
from habitcoach.core.promise import PromiseId, PromiseState
from habitcoach.core.target import Target


class OccasionState(StrEnum):
    """How an occasion of today stands."""

    LATER = "later"
    DUE = "due"
    HELD = "held"
    SNOOZED = "snoozed"
    DONE = "done"
    SKIPPED = "skipped"
    PASSED = "passed"  #: its window is over, or it was closed as not done


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A worked shift. All instants are aware and in the agent's zone."""

    name: str  #: "" for the unnamed shift of the default roster
    start: datetime
    end: datetime
    breaks: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class OccasionView:
    """One moment of today at which a habit is due."""

    subject: str
    slot: str
    habit_id: HabitId
    habit: str
    category: Category
    plan: Plan
    due_at: datetime  #: in the agent's zone
    closes_at: datetime  #: end of its window
    state: OccasionState
    streak: int
    per: str  #: "day", "week" or "month": what the streak counts
    stage: Stage = Stage.AT_THE_CUE  #: how far its cue is withdrawn
    quiet: bool = False  #: it comes without a cue: "you start this yourself"
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterView:
    """A habit met in every contact, or one that is logged when it happens."""

    habit_id: HabitId
    habit: str
    category: Category
    plan: Plan
    target: Target
    hits: int
    of: int  #: opportunities of a rate habit; equal to `hits` for others
    streak: int
    contact: bool  #: met in every contact; False for a manual habit


@dataclass(frozen=True, slots=True)
class HoldView:
    """Why the cues of every habit wait. Instants are in the agent's zone."""

    reason: HoldReason
    since: datetime
    until: datetime  #: when it ends by itself


@dataclass(frozen=True, slots=True)
class RestView:
    """A habit that rests: Today asks whether to start again, change or retire it."""

    habit_id: HabitId
    habit: str
    category: Category


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise to a customer. Instants are in the agent's zone."""

    promise_id: PromiseId
    subject: str
    slot: str  #: of the prompt that an answer given now is about
    due_at: datetime  #: the time promised
    work_date: date
    ticket: str
    note: str
    state: PromiseState
    stands: OccasionState  #: how it stands now; done when kept, also late, skipped when dropped
    reward: str  #: the promise habit's
    streak: int  #: of the promise habit, in shifts
    kept_in_all: int  #: promises ever kept in time
    retimed: int = 0
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None
    unconfirmed: bool = False  #: its cue may not have been seen


@dataclass(frozen=True, slots=True)
class OffDuty:
    """A promise was made for a time outside the agent's shifts."""

    due_at: datetime  #: in the agent's zone
    instead: datetime | None  #: when the agent is next on duty, None when nobody knows


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """Work dates in a row of which nobody knows whether the agent worked: Today asks."""

    first: date
    last: date
    dates: tuple[date, ...]  #: those with a shift, both ends among them
