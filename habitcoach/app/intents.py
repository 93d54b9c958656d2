"""Intents: what a press on any surface does. Every answer takes the same path, whatever it came from."""

from collections.abc import Callable
from datetime import timedelta

from habitcoach.app.attempts import Attempts
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log, Skip
from habitcoach.coaching.views import Answered
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import HabitId


class Intents:
    """Carries answers to the coach, and what came of them back to the surfaces."""

    def __init__(
        self, coach: Coach, attempts: Attempts, answered: Callable[[Answered, Source], None]
    ) -> None:
        """Take what to call, on the GUI thread, once an answer is on disk."""
        self._coach = coach
        self._attempts = attempts
        self._answered = answered

    def done(self, habit_id: int, slot: str | None, source: Source, *, tiny: bool = False) -> None:
        """Log one occasion as done."""
        self._record(Log(HabitId(habit_id), source, slot=slot or None, tiny=tiny), source)

    def count(self, habit_id: int, source: Source, *, hit: bool) -> None:
        """Count one contact: a hit, or an opportunity of a rate habit without one."""
        self._record(Log(HabitId(habit_id), source, count=int(hit), of=None if hit else 1), source)

    def skip(self, habit_id: int, slot: str | None, reason: str, note: str, source: Source) -> None:
        """Skip one occasion with a reason."""
        skip = Skip(
            HabitId(habit_id), SkipReason(reason), source, slot=slot or None, note=note.strip() or None
        )
        self._attempts.run(lambda: self._answered(self._coach.recording.skip(skip), source))

    def snooze(self, habit_id: int, slot: str | None, wait: object, source: Source) -> None:
        """Let a cue come again after some minutes, or at the end of the shift ("end")."""
        minutes = timedelta(minutes=wait) if isinstance(wait, int) else None
        habit = HabitId(habit_id)
        self._attempts.run(
            lambda: self._answered(self._coach.recording.snooze(habit, minutes, slot or None), source)
        )

    def call(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Hold all cues for a call, or let them go."""
        holding = self._coach.holding
        self._attempts.run(holding.call_on if on else holding.call_off)

    def undo(self) -> None:
        """Take the last answer back."""
        self._attempts.run(self._coach.recording.undo)

    def take_reward(self, reward_id: int) -> None:
        """Mark a reward as taken."""
        self._attempts.run(lambda: self._coach.take_reward(reward_id))

    def _record(self, log: Log, source: Source) -> None:
        self._attempts.run(lambda: self._answered(self._coach.recording.done(log), source))


def habit_of(subject: str) -> int:
    """Return the habit's number out of a subject such as "habit:3"."""
    return int(subject.partition(":")[2])
