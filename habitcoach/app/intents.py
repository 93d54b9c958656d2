"""Intents: what a press on any surface does. Every answer takes the same path, whatever it came from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from habitcoach.app.parts import Parts
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import ESTIMATED_OF, ESTIMATES, SkipReason, Source
from habitcoach.core.habit import HabitId


class Intents:
    """Carries answers to the coach, and what came of them back to the surfaces."""

    def __init__(self, parts: Parts, answered: Callable[[Answered, Source], None]) -> None:
        """Take what to call, on the GUI thread, once an answer is on disk."""
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._answered = answered
        self._now = parts.clock.now

    def done(self, habit_id: int, slot: str | None, source: Source, *, tiny: bool = False) -> None:
        """Log one occasion as done."""
        self._record(Log(HabitId(habit_id), source, slot=slot or None, tiny=tiny), source)

    def count(self, habit_id: int, source: Source, *, hit: bool) -> None:
        """Count one contact: a hit, or an opportunity of a rate habit without one."""
        self._record(Log(HabitId(habit_id), source, count=int(hit), of=None if hit else 1), source)

    def estimate(self, habit_id: int, word: str) -> None:
        """Log how often a contact habit was met today, as a word of ESTIMATES."""
        log = Log(HabitId(habit_id), Source.ESTIMATE, count=ESTIMATES[word], of=ESTIMATED_OF)
        self._record(log, Source.ESTIMATE)

    def count_at_end(self, habit_id: int, times: int, source: Source) -> None:
        """Log how many times a contact habit was met today."""
        self._record(Log(HabitId(habit_id), source, count=times), source)

    def got_it(self) -> None:
        """Say that the plans on the start card are read."""
        self._attempts.run(self._coach.got_it)

    def skip(self, habit_id: int, slot: str | None, reason: str, note: str, source: Source) -> None:
        """Skip one occasion with a reason."""
        skip = Skip(
            HabitId(habit_id), SkipReason(reason), source, slot=slot or None, note=note.strip() or None
        )
        pressed = self._now()

        def record() -> None:
            self._answered(self._coach.recording.skip(replace(skip, at=self._moment(pressed))), source)

        self._keep(record, habit_id, slot)

    def snooze(self, habit_id: int, slot: str | None, wait: object, source: Source) -> None:
        """Let a cue come again after some minutes, or at the end of the shift ("end")."""
        minutes = timedelta(minutes=wait) if isinstance(wait, int) else None
        habit = HabitId(habit_id)

        def record() -> None:
            self._answered(self._coach.recording.snooze(habit, minutes, slot or None), source)

        self._keep(record, habit_id, slot)

    def call(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Hold all cues for a call, or let them go."""
        holding = self._coach.holding
        self._attempts.keep(holding.call_on if on else holding.call_off)

    def undo(self) -> None:
        """Take the last answer of today back; one that is not on disk yet is dropped.

        A key pressed once too often is not to eat yesterday's log: the command goes further back.
        """
        if not self._attempts.take_back_last():
            self._attempts.keep(lambda: self._coach.recording.undo(only_today=True))

    def take_one_back(self, habit_id: int) -> None:
        """Take back what was logged last of one habit today: a counter counts one less."""
        self._attempts.keep(lambda: self._coach.recording.undo_of(HabitId(habit_id)))

    def take_reward(self, reward_id: int) -> None:
        """Mark a reward as taken."""
        self._attempts.keep(lambda: self._coach.take_reward(reward_id))

    def _record(self, log: Log, source: Source) -> None:
        pressed = self._now()

        def record() -> None:
            self._answered(self._coach.recording.done(replace(log, at=self._moment(pressed))), source)

        self._keep(record, log.habit_id, log.slot)

    def _keep(self, record: Callable[[], None], habit_id: int, slot: str | None) -> None:
        """Have an answer recorded; a second one to the same occasion waits for nothing and is left out."""
        place = None if not slot else (f"habit:{habit_id}", slot)
        if place is None or not self._attempts.is_open(place):
            self._attempts.keep(record, place)

    def _moment(self, pressed: datetime) -> datetime:
        """Return when the agent answered, however late it is saved; never later than now."""
        return min(pressed, self._now())


def habit_of(subject: str) -> int:
    """Return the habit's number out of a subject such as "habit:3"."""
    return int(subject.partition(":")[2])
