"""What the agent wrote in a weekly review, beside the ratings."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.core.habit import HabitId
from habitcoach.core.suggesting import Hindrance


@dataclass(frozen=True, slots=True)
class Review:
    """One week's review, saved as it is written."""

    week: str  #: "2026-W47"
    begun_at: datetime  #: UTC
    put_off_until: datetime | None = None  #: UTC; to the start of the next shift
    finished_at: datetime | None = None  #: UTC; None while it can be taken up again
    if_then: str = ""  #: "If …, then next week I will …"
    moment: str = ""  #: one moment with a customer
    principle: str = ""  #: what came of rethinking a principle


@dataclass(frozen=True, slots=True)
class HabitAnswer:
    """What the agent said about one habit in one week's review."""

    week: str
    habit_id: HabitId
    work_date: date  #: on which it was said
    at: datetime  #: UTC
    helped: str = ""
    hindered: frozenset[Hindrance] = frozenset()
    reward_worth_it: bool | None = None  #: None when not asked


@dataclass(frozen=True, slots=True)
class RewardRating:
    """Whether one earned reward was worth it."""

    text: str  #: the reward as it was then
    earned_at: datetime  #: UTC
    worth_it: bool
