"""What the file keeps of habits."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from habitcoach.core.habit import Category, Draft, Habit, HabitId, Version


class HabitStore(Protocol):
    """The part of the agent's file that holds habits and their versions."""

    def habits(self) -> Sequence[Habit]:
        """Return all habits in the agent's order, archived ones too."""
        ...

    def add_habit(self, draft: Draft, from_date: date, at: datetime) -> HabitId: ...
    def rename_habit(self, habit_id: HabitId, name: str, category: Category) -> None: ...
    def put_version(self, habit_id: HabitId, version: Version) -> None:
        """Add a version; one of the same date is replaced."""
        ...

    def drop_versions_after(self, habit_id: HabitId, day: date) -> None:
        """Take out the versions of a habit that begin after a work date."""
        ...

    def order_habits(self, order: Sequence[HabitId]) -> None:
        """Put some habits into this order, in the places they have among all."""
        ...

    def delete_habit(self, habit_id: HabitId) -> None:
        """Delete a habit that has no entries."""
        ...
