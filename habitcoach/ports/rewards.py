"""What the file keeps of rewards and streaks."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from habitcoach.core.entry import EntryId
from habitcoach.core.habit import HabitId
from habitcoach.core.streak import Run


class RewardStore(Protocol):
    """The part of the agent's file that holds rewards, and the streaks derived from the log."""

    def add_reward(self, habit_id: HabitId, entry_id: EntryId, kind: str, text: str, at: datetime) -> int: ...
    def take_reward(self, reward_id: int, at: datetime) -> None: ...
    def drop_reward_of(self, entry_id: EntryId) -> None: ...
    def rewards_earned(self, habit_id: HabitId) -> int:
        """Return how many rewards of a habit were earned; treats are among them."""
        ...

    def rewards_taken(self, since: datetime, until: datetime) -> int:
        """Return how many rewards earned from one instant up to another were taken."""
        ...

    def runs(self) -> Mapping[HabitId, tuple[Run, ...]]:
        """Return the derived streak rows by habit, oldest first; a habit without any is left out."""
        ...

    def put_runs(self, habit_id: HabitId, runs: Iterable[Run]) -> None:
        """Replace the derived streak rows of a habit."""
        ...
