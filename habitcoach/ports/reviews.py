"""What the file keeps of reviews, of what they decided, and of the journal."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from habitcoach.core.decision import Decision, DecisionId
from habitcoach.core.habit import HabitId
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.rating import Rating
from habitcoach.core.review_answers import HabitAnswer, Review, RewardRating


class ReviewStore(Protocol):
    """The part of the agent's file that the weekly review writes."""

    def put_rating(self, rating: Rating) -> None:
        """Store a rating; an earlier one of the same habit and week is replaced."""
        ...

    def ratings(self, habit_id: HabitId) -> Sequence[Rating]:
        """Return a habit's ratings by the work date they were given on."""
        ...

    def put_review(self, review: Review) -> None:
        """Store a week's review; what it was before is replaced."""
        ...

    def review(self, week: str) -> Review | None: ...
    def reviews(self) -> Sequence[Review]:
        """Return every review that was begun, by week."""
        ...

    def put_habit_answer(self, answer: HabitAnswer) -> None:
        """Store what was said about a habit in a review that was begun; what it was before is replaced."""
        ...

    def habit_answers(self, habit_id: HabitId) -> Sequence[HabitAnswer]:
        """Return what was said about a habit, by week."""
        ...

    def rate_reward(self, reward_id: int, *, worth_it: bool) -> None: ...
    def reward_ratings(self, habit_id: HabitId) -> Sequence[RewardRating]:
        """Return a habit's rewards that were rated, oldest first; treats are no part of it."""
        ...

    def add_decision(self, decision: Decision) -> DecisionId: ...
    def decide_from(self, decision_id: DecisionId, from_date: date) -> None:
        """Have a decision hold from a work date on; one that holds already keeps its date."""
        ...

    def reopen_decision(self, decision_id: DecisionId, today: date) -> None:
        """Have a decision that would hold from after today wait for its review again."""
        ...

    def drop_decision(self, decision_id: DecisionId) -> None:
        """Take back a decision that does not hold yet."""
        ...

    def decisions(self) -> Sequence[Decision]:
        """Return every decision in the order they were made."""
        ...

    def put_line(self, line: JournalLine) -> None:
        """Store a line of the journal; an empty one erases what was there."""
        ...

    def line(self, work_date: date, kind: JournalKind) -> JournalLine | None: ...
    def lines(self, since: date, until: date) -> Sequence[JournalLine]:
        """Return the journal of some work dates, both included, by date."""
        ...
