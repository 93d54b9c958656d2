"""What helps after a hard contact: found and logged the same from the window and from the quick bar."""

from habitcoach.app.intents import Intents
from habitcoach.app.parts import Parts
from habitcoach.coaching.offers import HardOne, hard_ones
from habitcoach.core.entry import Source


class HardOnes:
    """Knows the agent's own habits on demand, and the library's resets."""

    def __init__(self, parts: Parts, intents: Intents) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._intents = intents
        self._resets = {one.id: one.draft for one in parts.templates if one.reset}

    def found(self) -> tuple[HardOne, ...]:
        """Return what helps, the agent's own first."""
        return hard_ones(self._coach.agenda(), tuple(self._resets.items()))

    def done(self, habit_id: int, source: Source) -> None:
        """Log one of the agent's own."""
        self._intents.done(habit_id, None, source)

    def add_and_do(self, template_id: str, source: Source) -> None:
        """Make one of the library's the agent's own, and log it."""

        def add() -> None:
            self.done(self._coach.habits.add(self._resets[template_id]).id, source)

        self._attempts.keep(add)
