"""Ratings: how much by itself a habit happens, as the agent says in a review. Algorithms.md, section 6."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.core.automaticity import Answer
from habitcoach.core.habit import HabitId

LOWEST_MARK = 1
HIGHEST_MARK = 7


@dataclass(frozen=True, slots=True)
class Rating:
    """Four statements rated 1–7, paraphrased after Gardner 2012; mostly the first one alone."""

    habit_id: HabitId
    week: str  #: of the review, "2026-W47"; a habit has one rating a week
    work_date: date  #: on which it was given
    at: datetime  #: UTC
    by_itself: int  #: "it happens by itself"
    without_remembering: int | None = None
    without_thinking: int | None = None
    before_noticing: int | None = None  #: "I have started before I notice"

    @property
    def marks(self) -> tuple[int, ...]:
        """The marks that were given."""
        more = (self.without_remembering, self.without_thinking, self.before_noticing)
        return (self.by_itself, *(one for one in more if one is not None))

    def answer(self, kept: int) -> Answer:
        """Return it as a point of the curve, after so many kept periods."""
        return Answer(kept, sum(self.marks) / len(self.marks))
