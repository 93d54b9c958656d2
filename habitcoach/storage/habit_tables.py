"""Habits, versions, pauses and rosters in the file."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from habitcoach.core.habit import Category, Draft, Habit, HabitId, Pause, Version
from habitcoach.core.roster import Roster
from habitcoach.storage import rows
from habitcoach.storage.tables import Tables

_HABITS = "habits"


class HabitTables(Tables):
    """Reads and writes habit, habit_version, pause and roster, and keeps the habits it read."""

    def habits(self) -> Sequence[Habit]:
        """Return all habits in the agent's order, archived ones too."""
        return list(self._kept.get(_HABITS, self._read_habits))

    def _read_habits(self) -> tuple[Habit, ...]:
        versions: defaultdict[int, list[Version]] = defaultdict(list)
        for row in self._rows("SELECT * FROM habit_version ORDER BY habit_id, from_date"):
            versions[row["habit_id"]].append(rows.version(row))
        found = self._rows("SELECT * FROM habit ORDER BY position, id")
        return tuple(rows.habit(row, tuple(versions[row["id"]])) for row in found)

    def add_habit(self, draft: Draft, from_date: date, at: datetime) -> HabitId:
        """Store a new habit and its first version, last in the agent's order."""
        with self.writing():
            cursor = self._run(
                "INSERT INTO habit (name, category, position, created_at)"
                " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM habit), ?)",
                [draft.name, draft.category.value, rows.instant_text(at)],
            )
            habit_id = HabitId(cursor.lastrowid or 0)
            self.put_version(habit_id, Version(from_date, draft.plan, draft.trigger, draft.target))
        return habit_id

    def rename_habit(self, habit_id: HabitId, name: str, category: Category) -> None:
        """Give a habit another name and category."""
        self._run("UPDATE habit SET name = ?, category = ? WHERE id = ?", [name, category.value, habit_id])
        self._kept.drop(_HABITS)

    def put_version(self, habit_id: HabitId, version: Version) -> None:
        """Add a version; one of the same date is replaced."""
        self._upsert("habit_version", rows.version_row(habit_id, version), key=("habit_id", "from_date"))
        self._kept.drop(_HABITS)

    def drop_versions_after(self, habit_id: HabitId, day: date) -> None:
        """Take out the versions of a habit that begin after a work date."""
        sql = "DELETE FROM habit_version WHERE habit_id = ? AND from_date > ?"
        self._run(sql, [habit_id, day.isoformat()])
        self._kept.drop(_HABITS)

    def order_habits(self, order: Sequence[HabitId]) -> None:
        """Put some habits into this order, in the places they have among all."""
        with self.writing():
            found = self._rows(
                "SELECT position FROM habit WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
                [json.dumps(order)],
            )
            for habit_id, row in zip(order, list(found), strict=True):
                self._run("UPDATE habit SET position = ? WHERE id = ?", [row["position"], habit_id])
        self._kept.drop(_HABITS)

    def delete_habit(self, habit_id: HabitId) -> None:
        """Delete a habit that has no entries; the file itself refuses any other."""
        self._run("DELETE FROM habit WHERE id = ?", [habit_id])
        self._kept.forget()  # what was said and decided about it goes with it

    def rosters(self) -> Sequence[Roster]:
        """Return the agent's rosters, oldest first."""
        return [rows.roster(row) for row in self._rows("SELECT * FROM roster ORDER BY from_date")]

    def put_roster(self, roster: Roster) -> None:
        """Store a roster; one of the same date is replaced."""
        self._upsert("roster", rows.roster_row(roster), key=("from_date",))

    def pauses(self) -> Sequence[Pause]:
        """Return all pauses, archiving among them."""
        return [rows.pause(row) for row in self._rows("SELECT * FROM pause ORDER BY from_date")]

    def add_pause(self, pause: Pause) -> None:
        """Store a pause."""
        ends = None if pause.to_date is None else pause.to_date.isoformat()
        self._run(
            "INSERT INTO pause (habit_id, from_date, to_date, reason) VALUES (?, ?, ?, ?)",
            [pause.habit_id, pause.from_date.isoformat(), ends, pause.reason],
        )

    def end_pauses(self, habit_id: HabitId, reason: str, last_date: date) -> None:
        """End the open pauses of a habit; one that would end before it began is taken out."""
        with self.writing():
            self._run(
                "UPDATE pause SET to_date = ? WHERE habit_id = ? AND reason = ? AND to_date IS NULL",
                [last_date.isoformat(), habit_id, reason],
            )
            self._run("DELETE FROM pause WHERE to_date < from_date")

    def cut_pauses(self, habit_id: HabitId | None, reason: str, last_date: date) -> None:
        """End every pause for this reason on a date, also one that would have ended later.

        Without a habit, those of all habits together only; one that begins later is taken out.
        """
        last = last_date.isoformat()
        with self.writing():
            self._run(
                "UPDATE pause SET to_date = ? WHERE habit_id IS ? AND reason = ?"
                " AND (to_date IS NULL OR to_date > ?)",
                [last, habit_id, reason, last],
            )
            self._run("DELETE FROM pause WHERE to_date < from_date")
