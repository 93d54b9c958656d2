"""What came of an answer: what it did, and the reward moment."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.coaching.views import PromiseView
from habitcoach.core.habit import HabitId
from habitcoach.core.rewarding import RewardLine


@dataclass(frozen=True, slots=True)
class RewardView:
    """The reward moment that follows a log within a second."""

    reward_id: int
    habit_id: HabitId
    habit: str
    text: str  #: the agent's own reward
    line: RewardLine
    streak_before: int
    streak: int
    per: str
    best: int
    total: int  #: kept periods in all
    to_milestone: int | None  #: periods to the next milestone
    next_milestone: int | None
    progress: tuple[int, int] | None  #: done and goal, or hits and opportunities
    treat: str  #: shown at a milestone
    at: datetime  #: in the agent's zone
    best_day: tuple[int, int | None] | None = None  #: a new personal best: hits and opportunities, or times
    asks_worth: bool = False  #: every tenth asks "Worth it? Yes · No"


@dataclass(frozen=True, slots=True)
class Answered:
    """What a done, skip, snooze or undo did."""

    habit_id: HabitId
    habit: str
    work_date: date
    slot: str | None
    kind: str  #: done, opportunity, skip, snooze
    count: int
    of: int | None
    streak: int
    reward: RewardView | None = None
    reason: str | None = None
    until: datetime | None = None  #: of a snooze, in the agent's zone
    promise: PromiseView | None = None  #: the promise it was about, as it stands now
