"""How habits were started: logs and cues side by side, read without the rest of their rows."""

from collections.abc import Sequence
from datetime import date

from habitcoach.core.habit import HabitId
from habitcoach.core.self_starting import Begun, Cued
from habitcoach.storage.rows import instant, maybe
from habitcoach.storage.tables import Tables

_DONE = (
    "SELECT work_date, slot, at FROM entry AS one"
    " WHERE habit_id = ? AND work_date BETWEEN ? AND ? AND kind = 'done'"
    " AND NOT EXISTS (SELECT 1 FROM entry WHERE undoes = one.id) ORDER BY id"
)
#: A snoozed cue is shown again, which its row remembers; it came first when it was due.
_CUES = (
    "SELECT work_date, slot, CASE WHEN snoozed_until IS NULL THEN shown_at ELSE min(due_at, shown_at) END"
    " FROM prompt WHERE habit_id = ? AND work_date BETWEEN ? AND ?"
)


class StartTables(Tables):
    """Reads entry and prompt, a few columns of many rows."""

    def begun(self, habit_id: HabitId, since: date, until: date) -> Sequence[Begun]:
        """Return when a habit was done on some work dates, both included, by the order of the log."""
        found = self._run(_DONE, [habit_id, since.isoformat(), until.isoformat()])
        return [Begun(date.fromisoformat(day), slot, instant(at)) for day, slot, at in found]

    def cued(self, habit_id: HabitId, since: date, until: date) -> Sequence[Cued]:
        """Return the cues of a habit on some work dates, both included, with when each was first shown."""
        found = self._run(_CUES, [habit_id, since.isoformat(), until.isoformat()])
        return [Cued(date.fromisoformat(day), slot, maybe(at)) for day, slot, at in found]
