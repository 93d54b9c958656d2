"""Notes: read, changed and erased. The log keeps its lines; only the words beside them go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.core.entry import Entry, EntryId
from habitcoach.core.errors import RefusedError
from habitcoach.core.fields import note as clean_note
from habitcoach.core.habit import HabitId
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note beside its line of the log."""

    entry_id: EntryId
    habit_id: HabitId
    habit: str
    work_date: date
    kind: str
    text: str  #: may have line breaks; empty when there is none


class Notes:
    """The agent's notes."""

    def __init__(self, store: Store, announcer: Announcer) -> None:
        self._store = store
        self._announcer = announcer

    def all(self, habit_id: HabitId | None = None) -> Sequence[NoteView]:
        """Return the notes of one habit or of all, newest entry first."""
        if habit_id is not None:
            return self._of_habit(habit_id)
        return [self._view(number, text) for number, text in self._store.notes().items()]

    def _of_habit(self, habit_id: HabitId) -> Sequence[NoteView]:
        names = {one.id: one.name for one in self._store.habits()}
        return [
            NoteView(one.id, habit_id, names[habit_id], one.work_date, one.kind.value, text)
            for one, text in self._store.noted_of(habit_id)
        ]

    def can_add(self, habit_id: HabitId) -> bool:
        """Whether a habit has a line of the log that a note can stand beside."""
        return self._store.last_logged(habit_id) is not None

    def add(self, habit_id: HabitId, text: str) -> NoteView:
        """Have what was logged last of a habit keep a note, after any it has.

        Raises RefusedError when the habit was never logged, InputError for a note that is empty or too long.
        """
        entry = self._store.last_logged(habit_id)
        if entry is None:
            raise RefusedError("nothing_to_note")
        added, before = clean_note(text), self.of(entry.id).text
        return self.write(entry.id, f"{before}\n{added}" if before else added)

    def of(self, entry_id: EntryId) -> NoteView:
        """Return the note of an entry. Raises RefusedError when there is no such entry."""
        return self._view(entry_id, self._store.notes().get(entry_id, ""))

    def write(self, entry_id: EntryId, text: str) -> NoteView:
        """Have an entry keep a note in place of what it had.

        Raises RefusedError when there is no such entry, InputError for a note that is empty or too long.
        """
        cleaned = clean_note(text)
        entry = self._entry(entry_id)
        self._store.put_note(entry_id, cleaned)
        return self._told(entry)

    def erase(self, entry_id: EntryId) -> NoteView:
        """Erase the note of an entry for good. Raises RefusedError when there is no such entry."""
        entry = self._entry(entry_id)
        self._store.put_note(entry_id, None)
        self._store.wipe_traces()
        return self._told(entry)

    def _told(self, entry: Entry) -> NoteView:
        self._announcer.announce(Changed(entry.habit_id, entry.work_date))
        return self.of(entry.id)

    def _entry(self, entry_id: EntryId) -> Entry:
        found = self._store.entry(entry_id)
        if found is None:
            raise RefusedError("no_such_entry", id=entry_id)
        return found

    def _view(self, entry_id: EntryId, text: str) -> NoteView:
        entry = self._entry(entry_id)
        names = {one.id: one.name for one in self._store.habits()}
        return NoteView(
            entry_id, entry.habit_id, names[entry.habit_id], entry.work_date, entry.kind.value, text
        )
