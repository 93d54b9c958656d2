"""When habits were done, read from the log only as far as occasions ask for it."""

from collections.abc import Mapping, Sequence
from datetime import date

from habitcoach.core.following import DoneTime, done_times
from habitcoach.core.habit import HabitId
from habitcoach.ports import Store


class LoggedTimes:
    """Answers for one agenda: a habit that none follows is never read, one that is mostly once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[HabitId, tuple[date, Mapping[date, Sequence[DoneTime]]]] = {}

    def __call__(self, habit_id: HabitId, day: date) -> Sequence[DoneTime]:
        """Return when a habit was done on a work date."""
        known = self._known.get(habit_id)
        if known is None or day < known[0]:
            known = day, done_times(self._store.entries(habit_id, day))
            self._known[habit_id] = known
        return known[1].get(day, ())
