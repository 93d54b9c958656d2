"""The log, its notes, rewards and derived streaks in the file."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from habitcoach.core.entry import Entry, EntryId, NewEntry
from habitcoach.core.habit import HabitId
from habitcoach.core.streak import Run
from habitcoach.storage import rows
from habitcoach.storage.tables import Tables


class LogTables(Tables):
    """Reads and writes entry, note, reward and streak."""

    def append(self, entry: NewEntry) -> Entry:
        """Add a line to the log and return it with its id."""
        row = rows.entry_row(entry)
        cursor = self._insert("entry", row)
        return rows.entry(row | {"id": cursor.lastrowid})

    def entries(self, habit_id: HabitId, since: date | None = None) -> Sequence[Entry]:
        """Return the entries of a habit, oldest id first, undos and undone ones too."""
        first = (since or date.min).isoformat()
        found = self._rows(
            "SELECT * FROM entry WHERE habit_id = ? AND work_date >= ? ORDER BY id", [habit_id, first]
        )
        return [rows.entry(row) for row in found]

    def newest_entry_id(self) -> EntryId:
        """Return the id of the last line of the log, 0 when it is empty."""
        return EntryId(next(iter(self._rows("SELECT coalesce(max(id), 0) AS id FROM entry")))["id"])

    def newest_live_entry(self) -> Entry | None:
        """Return the agent's last done, opportunity or skip that no undo has taken back."""
        found = self._rows(
            "SELECT * FROM entry AS one WHERE kind <> 'undo' AND source <> 'app'"
            " AND NOT EXISTS (SELECT 1 FROM entry WHERE undoes = one.id) ORDER BY id DESC LIMIT 1"
        )
        return next((rows.entry(row) for row in found), None)

    def add_note(self, entry_id: EntryId, text: str) -> None:
        """Keep a note beside an entry."""
        self._run("INSERT INTO note (entry_id, text) VALUES (?, ?)", [entry_id, text])

    def add_reward(self, habit_id: HabitId, entry_id: EntryId, kind: str, text: str, at: datetime) -> int:
        """Record a reward as earned and return its id."""
        cursor = self._run(
            "INSERT INTO reward (habit_id, entry_id, kind, text, earned_at) VALUES (?, ?, ?, ?, ?)",
            [habit_id, entry_id, kind, text, rows.instant_text(at)],
        )
        return cursor.lastrowid or 0

    def take_reward(self, reward_id: int, at: datetime) -> None:
        """Mark a reward as taken; the first time counts."""
        self._run(
            "UPDATE reward SET taken_at = ? WHERE id = ? AND taken_at IS NULL",
            [rows.instant_text(at), reward_id],
        )

    def drop_reward_of(self, entry_id: EntryId) -> None:
        """Take back the reward of an entry that was undone."""
        self._run("DELETE FROM reward WHERE entry_id = ?", [entry_id])

    def put_runs(self, habit_id: HabitId, runs: Iterable[Run]) -> None:
        """Replace the derived streak rows of a habit."""
        with self.writing():
            self._run("DELETE FROM streak WHERE habit_id = ?", [habit_id])
            for run in runs:
                self._run(
                    "INSERT INTO streak (habit_id, start_date, end_date, length, open)"
                    " VALUES (?, ?, ?, ?, ?)",
                    [habit_id, run.start.isoformat(), run.end.isoformat(), run.length, int(run.open)],
                )
