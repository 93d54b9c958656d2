"""The desk of the card: what it does beside the answers to cues."""

from datetime import date

from habitcoach.app.absence_desk import AbsenceDesk
from habitcoach.app.note_checking import NoteChecking
from habitcoach.app.parts import Parts
from habitcoach.app.review_desk import ReviewDesk
from habitcoach.coaching.reviewing import week_named
from habitcoach.core.period import Period


class CardDesk:
    """Carries what the agent wants on the start and end card to the coach."""

    def __init__(self, parts: Parts, absences: AbsenceDesk, review: ReviewDesk) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._review = review
        card, today = parts.card, parts.window.today_page
        self._notes = NoteChecking(parts.coach, parts.attempts, today.strips)
        card.line_typed.connect(self._write)
        card.skip.connect(lambda _subject, _slot, _reason, note: self._notes.about_skip(note))
        today.skip.connect(lambda _habit, _slot, _reason, note: self._notes.about_skip(note))
        card.rated.connect(self.rate)
        today.reward_rated.connect(self.rate)
        card.review.connect(self._open_review)
        card.review_later.connect(self._postpone)
        card.absence_answered.connect(absences.answer)

    def rate(self, reward_id: int, worth_it: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Keep whether a reward was worth it."""
        rate = self._coach.review_answers.rate_reward
        self._attempts.keep(lambda: rate(reward_id, worth_it=worth_it))

    def _write(self, day: date, line: str) -> None:
        """Keep today's one line; an empty one erases it."""
        journal = self._coach.journal
        self._attempts.keep(lambda: journal.write(line, day))
        self._notes.about_line(day, line)

    def _open_review(self, week: str) -> None:
        """Turn to a week's review, which answers its cue."""
        self._review.open()
        self._attempts.keep(lambda: self._coach.deciding.opened(self._week(week)))

    def _postpone(self, week: str) -> None:
        self._attempts.keep(lambda: self._coach.deciding.later(self._week(week)))

    def _week(self, name: str) -> Period:
        return week_named(self._coach.agenda(), name)
