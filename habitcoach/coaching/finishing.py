"""Finishing a review: what was decided becomes versions from the next work date on. Algorithms.md, 10."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.resting import wake_on
from habitcoach.coaching.review_cues import LATER, ReviewCues
from habitcoach.coaching.review_times import is_too_early, name_of, next_start
from habitcoach.coaching.review_writing import begun
from habitcoach.core.deciding import CHANGES, version_after
from habitcoach.core.decision import Decision, DecisionKind
from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import ARCHIVED, HabitId, Pause
from habitcoach.core.period import Period
from habitcoach.core.wall import DAY
from habitcoach.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing a review applied."""

    week: str
    from_date: date  #: the work date from which it holds
    decisions: tuple[Decision, ...]


class Finishing:
    """Finishes reviews, opens them again, and puts them off."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer
        self._cues = ReviewCues(store)

    def finish(self, week: Period) -> Finished:
        """Finish a review: its decisions hold from the next work date on.

        Raises RefusedError when it is finished already, a later one is, or it is too early for one.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_closed(agenda, week)
            review = begun(self._store, agenda, week)
            from_date = agenda.today + DAY
            pending = self._of_week(week)
            for decision in pending:
                self._apply(agenda, decision, from_date)
                self._store.decide_from(decision.id, from_date)
            self._store.put_review(replace(review, finished_at=agenda.now, put_off_until=None))
            self._cues.answer(review.week, "finished", agenda.now)
        self._announcer.announce(Changed())
        applied = tuple(replace(one, from_date=from_date) for one in pending)
        return Finished(review.week, from_date, applied)

    def undo_finish(self, week: Period) -> None:
        """Open a finished review again, its decisions chosen as they were.

        Raises RefusedError when it is not finished, or what it decided holds already.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            review, decisions = self._store.review(name_of(week)), self._of_week(week)
            if review is None or review.finished_at is None:
                raise RefusedError("not_finished", week=name_of(week))
            if not can_undo(agenda, decisions):
                raise RefusedError("holds_already", week=review.week)
            for one in decisions:
                self._take_apart(agenda, one)
                self._store.reopen_decision(one.id, agenda.today)
            self._store.put_review(replace(review, finished_at=None))
        self._announcer.announce(Changed())

    def later(self, week: Period) -> datetime | None:
        """Put a review off until the next shift starts; return that, None when nobody knows when that is.

        Raises RefusedError when it is finished.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_closed(agenda, week)
            review = begun(self._store, agenda, week)
            until = next_start(agenda)
            put_off = until or agenda.calendar.end_of(agenda.today)
            self._store.put_review(replace(review, put_off_until=put_off))
            self._cues.answer(review.week, LATER, agenda.now)
        self._announcer.announce(Changed(None, agenda.today, said=True))
        return None if until is None else agenda.local(until)

    def opened(self, week: Period) -> None:
        """Say that the agent has opened a review, so that no card needs to ask for it now."""
        agenda = read_agenda(self._store, self._clock)
        with self._store.writing():
            answered = self._cues.answer(name_of(week), "opened", agenda.now)
        if answered:
            self._announcer.announce(Changed(None, agenda.today, said=True))

    def _refuse_closed(self, agenda: Agenda, week: Period) -> None:
        name = name_of(week)
        finished = {one.week for one in self._store.reviews() if one.finished_at is not None}
        if name in finished:
            raise RefusedError("review_finished", week=name)
        if any(one > name for one in finished):
            raise RefusedError("later_review_finished", week=name)
        if is_too_early(agenda, week):
            raise RefusedError("review_too_early", week=name)

    def _of_week(self, week: Period) -> Sequence[Decision]:
        return [one for one in self._store.decisions() if one.week == name_of(week)]

    def _apply(self, agenda: Agenda, decision: Decision, from_date: date) -> None:
        habit = agenda.habit(decision.habit_id or HabitId(0))
        if habit is None or agenda.archived(habit) or decision.kind is DecisionKind.KEEP:
            return
        if decision.kind is DecisionKind.RETIRE:
            self._store.add_pause(Pause(habit.id, from_date, None, ARCHIVED))
            return
        version = version_after(habit.newest, decision.kind, decision.parameters, from_date)
        self._store.put_version(habit.id, version)
        if agenda.resting(habit):
            wake_on(self._store, habit, from_date)

    def _take_apart(self, agenda: Agenda, decision: Decision) -> None:
        """Take out what a decision made that has not begun."""
        habit_id = decision.habit_id or HabitId(0)  # those of a review all name one
        if decision.kind is DecisionKind.RETIRE:
            self._store.cut_pauses(habit_id, ARCHIVED, agenda.today)
        elif decision.kind in CHANGES:
            self._store.drop_versions_after(habit_id, agenda.today)


def can_undo(agenda: Agenda, decisions: Sequence[Decision]) -> bool:
    """Whether nothing that a finished review decided holds yet."""
    return all(one.from_date is not None and one.from_date > agenda.today for one in decisions)
