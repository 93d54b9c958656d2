"""The prompt ledger and the settings in the file."""

from collections.abc import Sequence
from datetime import date

from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey
from habitcoach.storage import rows
from habitcoach.storage.tables import Tables


class PromptTables(Tables):
    """Reads and writes prompt and setting."""

    def claim(self, prompt: Prompt) -> bool:
        """Insert a prompt; False when its key is there already. Only the inserter may show it."""
        cursor = self._insert("prompt", rows.prompt_row(prompt), or_else="ON CONFLICT DO NOTHING")
        return cursor.rowcount == 1

    def prompt(self, key: PromptKey) -> Prompt | None:
        """Return one prompt."""
        found = self._rows("SELECT * FROM prompt WHERE subject = ? AND slot = ?", key)
        return next((rows.prompt(row) for row in found), None)

    def update_prompt(self, prompt: Prompt) -> None:
        """Write a prompt back."""
        self._upsert("prompt", rows.prompt_row(prompt), key=("subject", "slot"))

    def open_prompts(self) -> Sequence[Prompt]:
        """Return every prompt neither answered nor expired, by due time."""
        sql = "SELECT * FROM prompt WHERE state NOT IN ('answered', 'expired') ORDER BY due_at, subject"
        return [rows.prompt(row) for row in self._rows(sql)]

    def prompts_in(self, delivery: int) -> Sequence[Prompt]:
        """Return the prompts of one delivery, by due time."""
        sql = "SELECT * FROM prompt WHERE delivery = ? ORDER BY due_at, subject"
        return [rows.prompt(row) for row in self._rows(sql, [delivery])]

    def prompts_of(self, habit_id: HabitId, since: date, until: date | None = None) -> Sequence[Prompt]:
        """Return a habit's prompts of some work dates, both included, by due time."""
        sql = "SELECT * FROM prompt WHERE habit_id = ? AND work_date BETWEEN ? AND ? ORDER BY due_at"
        last = (until or date.max).isoformat()
        return [rows.prompt(row) for row in self._rows(sql, [habit_id, since.isoformat(), last])]

    def next_delivery(self) -> int:
        """Return a number no delivery has yet."""
        row = next(iter(self._rows("SELECT coalesce(max(delivery), 0) + 1 AS number FROM prompt")))
        return int(row["number"])

    def last_snoozed(self) -> Prompt | None:
        """Return the snoozed prompt whose snooze came last."""
        found = self._rows(
            "SELECT * FROM prompt WHERE state = 'snoozed'"
            " ORDER BY snooze_after DESC, answered_at DESC LIMIT 1"
        )
        return next((rows.prompt(row) for row in found), None)

    def setting(self, name: str) -> str | None:
        """Return a setting, None when it was never set."""
        found = self._rows("SELECT value FROM setting WHERE name = ?", [name])
        return next((row["value"] for row in found), None)

    def put_setting(self, name: str, value: str) -> None:
        """Set a setting."""
        self._upsert("setting", {"name": name, "value": value}, key=("name",))
