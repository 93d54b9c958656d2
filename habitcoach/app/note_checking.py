"""Note checking: asking once about a note that holds what looks like a customer's data."""

from collections.abc import Callable
from datetime import date

from habitcoach.app.attempts import Attempts
from habitcoach.coaching.coach import Coach
from habitcoach.core.note_check import findings, needs_question, without
from habitcoach.ui.today.day_strips import DayStrips


class NoteChecking:
    """Asks on Today, after the note is on disk; *Remove* takes the stretches out, *Keep* lets it be."""

    def __init__(self, coach: Coach, attempts: Attempts, strips: DayStrips) -> None:
        self._coach = coach
        self._attempts = attempts
        self._strips = strips
        self._text = ""
        self._put: Callable[[str], object] | None = None
        self._lines: dict[date, str] = {}  # the line of each date as it was when it was asked about
        strips.note.remove.connect(self._remove)

    def about_skip(self, note: str) -> None:
        """Look at a note that is being kept beside a skip."""
        if findings(note):
            self._attempts.keep(lambda: self._ask_about_newest(note))

    def about_line(self, day: date, line: str) -> None:
        """Look at what is being kept as a date's line."""
        if needs_question(self._lines.get(day, ""), line):
            self._lines[day] = line
            self._ask(line, lambda text: self._coach.journal.write(text, day))

    def _ask_about_newest(self, note: str) -> None:
        kept = " ".join(note.split())
        found = next((one for one in self._coach.notes.all() if " ".join(one.text.split()) == kept), None)
        if found is not None:
            entry_id = found.entry_id
            self._ask(found.text, lambda text: self._coach.notes.write(entry_id, text))

    def _ask(self, text: str, put: Callable[[str], object]) -> None:
        self._text, self._put = text, put
        self._strips.ask_about_note(text)

    def _remove(self) -> None:
        put, self._put = self._put, None
        if put is not None:
            text = without(self._text, findings(self._text))
            self._attempts.keep(lambda: put(text))
