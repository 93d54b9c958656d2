"""The Habits page's desk: reads one habit in turns, and carries out what is wanted of it."""

from collections.abc import Generator, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.app.turns import Turns
from habitcoach.coaching.explaining import HabitFacts
from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.offers import Room
from habitcoach.coaching.strengths import Strength
from habitcoach.core.consent import Consent
from habitcoach.core.entry import EntryId
from habitcoach.core.habit import HabitId
from habitcoach.texts.language import tr
from habitcoach.ui.habit.why_words import Asked
from habitcoach.ui.page_name import PageName

#: Days listed behind a number: a quarter, or from some days before the one that is asked about.
_LISTED = timedelta(days=92)
_BEFORE = timedelta(days=14)


class HabitDesk(QObject):
    """Shows one habit's page while it is seen."""

    page = PageName.HABITS

    def __init__(self, parts: Parts, editing: Editing) -> None:
        page, attempts = parts.window.habits_page, parts.attempts
        super().__init__(page)
        self._coach = parts.coach
        self._attempts = attempts
        self._editing = editing
        self._page = page
        self._detail: Turns[HabitDetailView | None] = Turns(attempts.run, self._show_detail, self)
        self._strengths: Turns[Mapping[int, Strength]] = Turns(attempts.run, page.show_strengths, self)
        self._facts: Turns[tuple[HabitFacts, date]] = Turns(attempts.run, self._show_facts, self)
        self._room: Turns[Room] = Turns(attempts.run, page.show_room, self)
        parts.window.page_turned.connect(self._turned)
        page.shown.connect(self._on_shown)
        page.why.connect(self._explain)
        page.ordered.connect(self._reorder)
        page.fading_chosen.connect(self._choose_fading)
        page.fading_accepted.connect(self._accept_fading)
        page.note_written.connect(self._write_note)
        page.note_erased.connect(self._erase_note)

    def refresh(self) -> None:
        """Read the habit that is shown, and how strong all are."""
        habit = self._page.current()
        if habit is not None:
            self._read(habit.habit_id)
        # Most often these two are what they were.
        self._strengths.later(self._read_strengths)
        self._room.later(lambda: self._coach.offers.reading_room(self._coach.agenda()))

    def _turned(self, name: PageName) -> None:
        if name is not self.page:
            # It is read anew when it is turned to.
            for reading in (self._detail, self._strengths, self._room):
                reading.stop()

    def _on_shown(self, habit_id: int) -> None:
        if self._page.isVisible():
            self._read(HabitId(habit_id))

    # ---- reading

    def _read(self, habit_id: HabitId) -> None:
        self._detail.start(lambda: self._read_detail(habit_id))

    def _read_detail(self, habit_id: HabitId) -> Generator[None, None, HabitDetailView | None]:
        agenda = self._coach.agenda()
        habit = agenda.habit(habit_id)
        if habit is None:
            return None
        return (yield from self._coach.details.read(agenda, habit))

    def _show_detail(self, view: HabitDetailView | None) -> None:
        if view is not None:
            self._page.show_detail(view)

    def _read_strengths(self) -> Generator[None, None, Mapping[int, Strength]]:
        agenda = self._coach.agenda()
        found: dict[int, Strength] = {}
        for habit in agenda.habits:
            found[habit.id] = self._coach.strengths.of(agenda, habit)
            yield
        return found

    def _explain(self, asked: Asked) -> None:
        self._facts.start(lambda: self._read_facts(asked))

    def _read_facts(self, asked: Asked) -> Generator[None, None, tuple[HabitFacts, date]]:
        agenda = self._coach.agenda()
        since = agenda.today - _LISTED
        if asked.day is not None:
            since = min(since, asked.day - _BEFORE)
        habit = agenda.existing(HabitId(asked.habit_id))
        facts = yield from self._coach.explaining.lately(agenda, habit, since)
        return facts, agenda.today

    def _show_facts(self, found: tuple[HabitFacts, date]) -> None:
        self._page.show_why(*found)

    # ---- what the agent wants

    def _reorder(self, order: Sequence[int]) -> None:
        habits = self._coach.habits

        def act() -> None:
            before = habits.reorder([HabitId(one) for one in order])
            self._editing.offer(tr("The order of your habits has changed"), lambda: habits.reorder(before))

        self._attempts.keep(act)

    def _choose_fading(self, habit_id: int, consent: Consent | None) -> None:
        choices, habit = self._coach.fade_choices, HabitId(habit_id)

        def act() -> None:
            agenda = self._coach.agenda()
            before = self._coach.stages.of(agenda, agenda.existing(habit)).own
            choices.choose(habit, consent)
            said = tr("The cues come every time") if consent is Consent.NEVER else tr("Your choice is kept")
            self._editing.offer(said, lambda: choices.choose(habit, before))

        self._attempts.keep(act)

    def _accept_fading(self, habit_id: int) -> None:
        self._attempts.keep(lambda: self._coach.fade_choices.accept(HabitId(habit_id)))

    def _write_note(self, habit_id: int, entry_id: EntryId | None, text: str) -> None:
        notes = self._coach.notes
        if entry_id is None:
            self._attempts.keep(lambda: notes.add(HabitId(habit_id), text))
        else:
            self._attempts.keep(lambda: notes.write(entry_id, text))

    def _erase_note(self, entry_id: EntryId) -> None:
        notes = self._coach.notes

        def act() -> None:
            before = notes.of(entry_id).text
            notes.erase(entry_id)
            self._editing.offer(tr("The note is erased"), lambda: notes.write(entry_id, before))

        self._attempts.keep(act)
