"""What the file keeps of what the agent logged."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from habitcoach.core.entry import Entry, EntryId, NewEntry
from habitcoach.core.habit import HabitId
from habitcoach.core.ledger import DayLog
from habitcoach.core.self_starting import Begun


class LogStore(Protocol):
    """The part of the agent's file that only ever grows, and the notes beside it."""

    def append(self, entry: NewEntry) -> Entry: ...
    def entries(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Sequence[Entry]:
        """Return the entries of a habit, oldest id first, undos and undone ones too; both dates included."""
        ...

    def day_logs(
        self, habit_id: HabitId, since: date | None = None, until: date | None = None
    ) -> Mapping[date, DayLog]:
        """Return a habit's live entries folded per work date: what `by_date` makes of `entries`, but fast."""
        ...

    def begun(self, habit_id: HabitId, since: date, until: date) -> Sequence[Begun]:
        """Return when a habit was done on some work dates, both included, by the order of the log."""
        ...

    def has_entries(self, habit_id: HabitId) -> bool:
        """Whether a habit was ever logged, undone entries counted."""
        ...

    def logged_after(self, entry_id: EntryId) -> Mapping[HabitId, date]:
        """Return the habits with entries after one, each with the first work date among them."""
        ...

    def newest_entry_id(self) -> EntryId: ...
    def newest_live_entry(self) -> Entry | None:
        """Return the last done, opportunity or skip that no undo has taken back."""
        ...

    def last_logged(self, habit_id: HabitId) -> Entry | None:
        """Return what the agent logged or skipped last of a habit, on its latest work date."""
        ...

    def entry(self, entry_id: EntryId) -> Entry | None: ...
    def add_note(self, entry_id: EntryId, text: str) -> None: ...
    def notes(self) -> Mapping[EntryId, str]:
        """Return all notes by their entry, newest entry first."""
        ...

    def noted(self, since: date, until: date) -> Sequence[tuple[Entry, str]]:
        """Return the entries of some work dates, both included, that have a note, by their instant."""
        ...

    def noted_of(self, habit_id: HabitId) -> Sequence[tuple[Entry, str]]:
        """Return the entries of a habit that have a note, newest first; several notes of one are joined."""
        ...

    def put_note(self, entry_id: EntryId, text: str | None) -> None:
        """Have an entry keep this note in place of any other; None erases."""
        ...

    def wipe_traces(self) -> None:
        """Leave nothing of what was erased beside the file, as far as nobody else reads just now."""
        ...
