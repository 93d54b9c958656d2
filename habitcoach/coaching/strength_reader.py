"""How strong each habit is, with the answers of its reviews, from numbers that are worked out already."""

from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.strengths import Strength, answers_of, strength_from
from habitcoach.core.automaticity import Answer
from habitcoach.core.habit import Habit


@dataclass(frozen=True, slots=True)
class StrengthReader:
    """Reads strengths."""

    standings: Standings
    stages: StageReader

    def of(self, agenda: Agenda, habit: Habit) -> Strength:
        """Return how strong a habit is now."""
        standing, faded = self.standings.of(agenda, habit), self.stages.of(agenda, habit)
        return strength_from(faded.consistency, standing, self.answers(agenda, habit))

    def answers(self, agenda: Agenda, habit: Habit) -> tuple[Answer, ...]:
        """Return what a habit's reviews answered, as points of its curve, oldest first."""
        return answers_of(self.stages.of(agenda, habit).ratings, self.standings.of(agenda, habit).periods)
