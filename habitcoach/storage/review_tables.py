"""What the agent says in reviews, decides and writes down, in the file."""

from collections.abc import Sequence
from datetime import date, datetime

from habitcoach.core.decision import Decision, DecisionId
from habitcoach.core.habit import HabitId
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.rating import Rating
from habitcoach.core.review_answers import HabitAnswer, Review, RewardRating
from habitcoach.storage import review_rows as rows
from habitcoach.storage.rows import instant_text
from habitcoach.storage.tables import Tables

# Ten years have hundreds of reviews and thousands of decisions, and both are asked for at every look.
_REVIEWS = "reviews"
_DECISIONS = "decisions"


class ReviewTables(Tables):
    """Reads and writes automaticity, review, review_answer, decision, journal and what rewards were worth.

    It keeps the reviews and decisions that it read.
    """

    def put_rating(self, rating: Rating) -> None:
        """Store a rating; an earlier one of the same habit and week is replaced."""
        self._upsert("automaticity", rows.rating_row(rating), key=("habit_id", "week"))

    def ratings(self, habit_id: HabitId) -> Sequence[Rating]:
        """Return a habit's ratings by the work date they were given on."""
        sql = "SELECT * FROM automaticity WHERE habit_id = ? ORDER BY work_date, week"
        return [rows.rating(row) for row in self._rows(sql, [habit_id])]

    def put_review(self, review: Review) -> None:
        """Store a week's review; what it was before is replaced."""
        self._upsert("review", rows.review_row(review), key=("week",))
        self._kept.drop(_REVIEWS)

    def review(self, week: str) -> Review | None:
        """Return a week's review, None when it was never begun."""
        found = self._rows("SELECT * FROM review WHERE week = ?", [week])
        return next((rows.review(row) for row in found), None)

    def reviews(self) -> Sequence[Review]:
        """Return every review that was begun, by week."""
        return list(self._kept.get(_REVIEWS, self._read_reviews))

    def _read_reviews(self) -> tuple[Review, ...]:
        return tuple(rows.review(row) for row in self._rows("SELECT * FROM review ORDER BY week"))

    def put_habit_answer(self, answer: HabitAnswer) -> None:
        """Store what was said about a habit in a review that was begun; what it was before is replaced."""
        self._upsert("review_answer", rows.habit_answer_row(answer), key=("week", "habit_id"))

    def habit_answers(self, habit_id: HabitId) -> Sequence[HabitAnswer]:
        """Return what was said about a habit, by week."""
        sql = "SELECT * FROM review_answer WHERE habit_id = ? ORDER BY week"
        return [rows.habit_answer(row) for row in self._rows(sql, [habit_id])]

    def rate_reward(self, reward_id: int, *, worth_it: bool) -> None:
        """Keep whether a reward was worth it; the last word counts."""
        self._run("UPDATE reward SET worth_it = ? WHERE id = ?", [int(worth_it), reward_id])

    def rewards_earned(self, habit_id: HabitId) -> int:
        """Return how many rewards of a habit were earned; treats are among them."""
        sql = "SELECT count(*) FROM reward WHERE habit_id = ?"
        return int(self._run(sql, [habit_id]).fetchone()[0])

    def rewards_taken(self, since: datetime, until: datetime) -> int:
        """Return how many rewards earned from one instant up to another were taken."""
        # Habit by habit, for the sake of the index.
        sql = (
            "SELECT count(*) FROM reward WHERE habit_id IN (SELECT id FROM habit)"
            " AND earned_at >= ? AND earned_at < ? AND taken_at IS NOT NULL"
        )
        return int(self._run(sql, [instant_text(since), instant_text(until)]).fetchone()[0])

    def reward_ratings(self, habit_id: HabitId) -> Sequence[RewardRating]:
        """Return a habit's rewards that were rated, oldest first; treats are no part of it."""
        sql = (
            "SELECT * FROM reward WHERE habit_id = ? AND kind = 'reward' AND worth_it IS NOT NULL"
            " ORDER BY earned_at, id"
        )
        return [rows.reward_rating(row) for row in self._rows(sql, [habit_id])]

    def add_decision(self, decision: Decision) -> DecisionId:
        """Store a decision and return its number."""
        cursor = self._insert("decision", rows.decision_row(decision))
        self._kept.drop(_DECISIONS)
        return DecisionId(cursor.lastrowid or 0)

    def decide_from(self, decision_id: DecisionId, from_date: date) -> None:
        """Have a decision hold from a work date on; one that holds already keeps its date."""
        self._run(
            "UPDATE decision SET from_date = ? WHERE id = ? AND from_date IS NULL",
            [from_date.isoformat(), decision_id],
        )
        self._kept.drop(_DECISIONS)

    def reopen_decision(self, decision_id: DecisionId, today: date) -> None:
        """Have a decision that would hold from after today wait for its review again."""
        self._run(
            "UPDATE decision SET from_date = NULL WHERE id = ? AND from_date > ?",
            [decision_id, today.isoformat()],
        )
        self._kept.drop(_DECISIONS)

    def drop_decision(self, decision_id: DecisionId) -> None:
        """Take back a decision that does not hold yet."""
        self._run("DELETE FROM decision WHERE id = ? AND from_date IS NULL", [decision_id])
        self._kept.drop(_DECISIONS)

    def decisions(self) -> Sequence[Decision]:
        """Return every decision in the order they were made."""
        return list(self._kept.get(_DECISIONS, self._read_decisions))

    def _read_decisions(self) -> tuple[Decision, ...]:
        return tuple(rows.decision(row) for row in self._rows("SELECT * FROM decision ORDER BY id"))

    def put_line(self, line: JournalLine) -> None:
        """Store a line of the journal; an empty one erases what was there."""
        if line.text:
            self._upsert("journal", rows.journal_row(line), key=("work_date", "kind"))
        else:
            key = [line.work_date.isoformat(), line.kind.value]
            self._run("DELETE FROM journal WHERE work_date = ? AND kind = ?", key)

    def line(self, work_date: date, kind: JournalKind) -> JournalLine | None:
        """Return one line of the journal."""
        sql = "SELECT * FROM journal WHERE work_date = ? AND kind = ?"
        found = self._rows(sql, [work_date.isoformat(), kind.value])
        return next((rows.journal_line(row) for row in found), None)

    def lines(self, since: date, until: date) -> Sequence[JournalLine]:
        """Return the journal of some work dates, both included, by date."""
        sql = "SELECT * FROM journal WHERE work_date BETWEEN ? AND ? ORDER BY work_date, kind"
        return [rows.journal_line(row) for row in self._rows(sql, [since.isoformat(), until.isoformat()])]
