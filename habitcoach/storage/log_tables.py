"""The log, its notes, rewards and derived streaks in the file."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from habitcoach.core.entry import Entry, EntryId, NewEntry
from habitcoach.core.habit import HabitId
from habitcoach.core.ledger import DayLog, by_date
from habitcoach.core.streak import Run
from habitcoach.storage import rows
from habitcoach.storage.faults import reads_row
from habitcoach.storage.tables import Tables

_LIVE = "kind <> 'undo' AND id NOT IN (SELECT undoes FROM entry WHERE undoes > 0)"
_BETWEEN_SLOTS = "\x1f"
#: One row per work date. A plain day has only done and opportunity entries, which merely add up.
_BY_DATE = f"""
    SELECT work_date,
        min(kind <> 'skip' AND source <> 'estimate' AND coalesce(instr(slot, char(31)), 0) = 0),
        group_concat(CASE kind WHEN 'done' THEN slot END, char(31)),
        sum(CASE WHEN kind = 'done' AND slot IS NULL THEN count ELSE 0 END),
        sum(CASE kind WHEN 'done' THEN count ELSE 0 END),
        sum(count),
        sum(coalesce("of", count))
    FROM entry WHERE habit_id = ? AND work_date BETWEEN ? AND ? AND {_LIVE} GROUP BY work_date
"""  # noqa: S608  # the words are ours
_ON_DATES = f"""
    SELECT * FROM entry
    WHERE habit_id = ? AND work_date IN (SELECT value FROM json_each(?)) AND {_LIVE}
"""  # noqa: S608  # the words are ours


class LogTables(Tables):
    """Reads and writes entry, note, reward and streak."""

    def append(self, entry: NewEntry) -> Entry:
        """Add a line to the log and return it with its id."""
        row = rows.entry_row(entry)
        cursor = self._insert("entry", row)
        return rows.entry(row | {"id": cursor.lastrowid})

    def entries(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Sequence[Entry]:
        """Return the entries of a habit, oldest id first, undos and undone ones too; both dates included."""
        first, last = (since or date.min).isoformat(), (until or date.max).isoformat()
        sql = "SELECT * FROM entry WHERE habit_id = ? AND work_date BETWEEN ? AND ? ORDER BY id"
        found = self._rows(sql, [habit_id, first, last])
        return [rows.entry(row) for row in found]

    @reads_row
    def day_logs(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Mapping[date, DayLog]:
        """Return the live entries of a habit folded per work date, as `by_date` does; both dates included.

        SQLite adds the plain days up, which most are; the others are left to `by_date`.
        """
        found: dict[date, DayLog] = {}
        others = []
        cells = [habit_id, (since or date.min).isoformat(), (until or date.max).isoformat()]
        for day, plain, slots, loose, times, hits, of in self._tuples(_BY_DATE, cells):
            if plain:
                done = frozenset(() if slots is None else slots.split(_BETWEEN_SLOTS))
                found[date.fromisoformat(day)] = DayLog(done, loose=loose, times=times, hits=hits, of=of)
            else:
                others.append(day)
        if others:
            rest = self._rows(_ON_DATES, [habit_id, json.dumps(others)])
            found |= by_date(rows.entry(row) for row in rest)
        return found

    def has_entries(self, habit_id: HabitId) -> bool:
        """Whether a habit was ever logged, undone entries counted."""
        return bool(self._tuples("SELECT 1 FROM entry WHERE habit_id = ? LIMIT 1", [habit_id]))

    @reads_row
    def logged_after(self, entry_id: EntryId) -> Mapping[HabitId, date]:
        """Return the habits with entries after one, each with the first work date among them."""
        sql = "SELECT habit_id, min(work_date) FROM entry WHERE id > ? GROUP BY habit_id"
        return {HabitId(one): date.fromisoformat(day) for one, day in self._tuples(sql, [entry_id])}

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

    def last_logged(self, habit_id: HabitId) -> Entry | None:
        """Return what the agent logged or skipped last of a habit, on its latest work date."""
        found = self._rows(
            "SELECT * FROM entry AS one WHERE habit_id = ? AND kind <> 'undo' AND source <> 'app'"
            " AND NOT EXISTS (SELECT 1 FROM entry WHERE undoes = one.id)"
            " ORDER BY work_date DESC, id DESC LIMIT 1",
            [habit_id],
        )
        return next((rows.entry(row) for row in found), None)

    def entry(self, entry_id: EntryId) -> Entry | None:
        """Return one line of the log."""
        found = self._rows("SELECT * FROM entry WHERE id = ?", [entry_id])
        return next((rows.entry(row) for row in found), None)

    def add_note(self, entry_id: EntryId, text: str) -> None:
        """Keep a note beside an entry."""
        self._run("INSERT INTO note (entry_id, text) VALUES (?, ?)", [entry_id, text])

    def notes(self) -> Mapping[EntryId, str]:
        """Return all notes by their entry, newest entry first; several of one entry are joined."""
        found: dict[EntryId, str] = {}
        for row in self._rows("SELECT entry_id, text FROM note ORDER BY entry_id DESC, id"):
            number, text = rows.note(row)
            found[number] = f"{found[number]}\n{text}" if number in found else text
        return found

    def noted(self, since: date, until: date) -> Sequence[tuple[Entry, str]]:
        """Return the entries of some work dates, both included, that have a note, by their instant."""
        sql = (
            "SELECT entry.*, note.text AS note FROM entry JOIN note ON note.entry_id = entry.id"
            " WHERE work_date BETWEEN ? AND ? ORDER BY at, note.id"
        )
        found = self._rows(sql, [since.isoformat(), until.isoformat()])
        return [(rows.entry(row), row["note"]) for row in found]

    def noted_of(self, habit_id: HabitId) -> Sequence[tuple[Entry, str]]:
        """Return the entries of a habit that have a note, newest first; several notes of one are joined."""
        found: dict[Entry, str] = {}
        # CROSS keeps SQLite from going through the habit's whole log: there are fewer notes.
        sql = (
            "SELECT entry.*, note.text AS note FROM note CROSS JOIN entry ON note.entry_id = entry.id"
            " WHERE entry.habit_id = ? ORDER BY entry.work_date DESC, entry.id DESC, note.id"
        )
        for row in self._rows(sql, [habit_id]):
            one = rows.entry(row)
            found[one] = f"{found[one]}\n{row['note']}" if one in found else row["note"]
        return list(found.items())

    def put_note(self, entry_id: EntryId, text: str | None) -> None:
        """Have an entry keep this note in place of any other; None erases."""
        with self.writing():
            self._run("DELETE FROM note WHERE entry_id = ?", [entry_id])
            if text is not None:
                self.add_note(entry_id, text)

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

    def runs(self) -> Mapping[HabitId, tuple[Run, ...]]:
        """Return the derived streak rows by habit, oldest first; a habit without any is left out."""
        found: dict[HabitId, tuple[Run, ...]] = {}
        for row in self._rows("SELECT * FROM streak ORDER BY habit_id, start_date, id"):
            number, run = rows.run(row)
            found[number] = (*found.get(number, ()), run)
        return found

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
