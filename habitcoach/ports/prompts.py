"""What the file keeps of deliveries."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey
from habitcoach.core.self_starting import Cued


class PromptStore(Protocol):
    """The part of the agent's file that says which cues were claimed, shown and answered."""

    def claim(self, prompt: Prompt) -> bool:
        """Insert a prompt; False when its key is there already."""
        ...

    def prompt(self, key: PromptKey) -> Prompt | None: ...
    def update_prompt(self, prompt: Prompt) -> None: ...
    def open_prompts(self) -> Sequence[Prompt]:
        """Return every prompt neither answered nor expired, by due time."""
        ...

    def prompts_in(self, delivery: int) -> Sequence[Prompt]:
        """Return the prompts of one delivery, by due time."""
        ...

    def prompts_of(self, habit_id: HabitId, since: date, until: date | None = None) -> Sequence[Prompt]:
        """Return a habit's prompts of some work dates, both included, by due time."""
        ...

    def cued(self, habit_id: HabitId, since: date, until: date) -> Sequence[Cued]:
        """Return the cues of a habit on some work dates, both included, with when each was first shown."""
        ...

    def next_delivery(self) -> int: ...
    def last_snoozed(self) -> Prompt | None:
        """Return the snoozed prompt whose snooze came last."""
        ...
