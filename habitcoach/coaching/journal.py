"""The journal: one line a shift in the agent's own words, met again on the next start card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NOTE, name_key, optional_line
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class JournalView:
    """One line of the journal."""

    day: date  #: the work date it is about
    text: str  #: "" when nothing stands there


class Journal:
    """Keeps lines; they can be changed and erased, unlike the log."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def line(self, day: date | None = None) -> JournalView:
        """Return the line of a work date, today's when left out."""
        found_on = self._today() if day is None else day
        found = self._store.line(found_on, JournalKind.LINE)
        return JournalView(found_on, "" if found is None else found.text)

    def write(self, text: str, day: date | None = None) -> JournalView:
        """Have a work date say a line in place of what it said; an empty one erases it.

        Raises InputError for a line that is too long, or a date to come.
        """
        cleaned = optional_line("line", text, MAX_NOTE)
        with self._store.writing():
            today = self._today()
            written_on = today if day is None else day
            if written_on > today:
                raise InputError("line", "in_future")
            before = self.line(written_on)
            if before.text != cleaned:
                line = JournalLine(written_on, JournalKind.LINE, cleaned, self._clock.now())
                self._store.put_line(line)
        if before.text == cleaned:
            return before
        if not cleaned:
            self._store.wipe_traces()
        self._announcer.announce(Changed(None, written_on))
        return JournalView(written_on, cleaned)

    def erase(self, day: date | None = None) -> JournalView:
        """Erase the line of a work date for good."""
        return self.write("", day)

    def lines(self, since: date = date.min, until: date = date.max) -> Sequence[JournalView]:
        """Return the lines of some work dates, both included, newest first."""
        found = reversed(self._store.lines(since, until))
        return [JournalView(one.work_date, one.text) for one in found]

    def search(self, words: str) -> Sequence[JournalView]:
        """Return the lines that hold every word, newest first; all of them for no words."""
        wanted = name_key(words).split()
        return [one for one in self.lines() if all(word in name_key(one.text) for word in wanted)]

    def _today(self) -> date:
        return read_agenda(self._store, self._clock).today
