"""Deciding in a review, habit by habit, until it is finished. Algorithms.md, section 10."""

from collections.abc import Mapping
from dataclasses import replace

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.decision_options import Choice, parameters_of, possible, smaller_of
from habitcoach.coaching.decision_views import Proposals
from habitcoach.coaching.finishing import Finishing
from habitcoach.coaching.proposals import ProposalReader
from habitcoach.coaching.review_times import name_of
from habitcoach.coaching.review_writing import begun
from habitcoach.coaching.reviewing import HabitReview, ReviewReader
from habitcoach.core.decision import NOT_NOW, Decision, DecisionKind
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.following import circle
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.period import Period
from habitcoach.core.trigger import After, Trigger
from habitcoach.ports import Clock, Store


class Deciding(Finishing):
    """Keeps decisions, which wait for *Finish*, and finishes."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        reviews: ReviewReader,
        proposals: ProposalReader,
        announcer: Announcer,
    ) -> None:
        super().__init__(store, clock, announcer)
        self._reviews = reviews
        self._proposals = proposals

    def proposals(self, agenda: Agenda, habit_id: HabitId) -> Proposals:
        """Return what can be chosen from. Raises RefusedError when there is no such habit."""
        return self._proposals.of(agenda, agenda.existing(habit_id))

    def decide(
        self, week: Period, habit_id: HabitId, kind: DecisionKind, choice: Choice | None = None
    ) -> Decision:
        """Decide about a habit in a week's review; an earlier decision of that review is replaced.

        Raises InputError when a choice is needed or does not fit, or the decision is not one for this habit;
        RefusedError when the review is finished, a later one is, it is too early, or the habit is not in it.
        """
        chosen = choice or Choice()
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            found = self._review_of(agenda, week, habit_id)
            habit = agenda.existing(habit_id)
            if kind not in possible(habit):
                raise InputError("decision", "not_a_choice", choices=", ".join(possible(habit)))
            size = smaller_of(kind, habit, found.advice, found.tally)
            parameters = parameters_of(kind, chosen, habit, size)
            _refuse_circle(agenda, habit, chosen.trigger)
            made = self._put(agenda, week, found, kind, parameters)
        self._announcer.announce(Changed(habit_id, agenda.today, said=True))
        return made

    def not_now(self, week: Period, habit_id: HabitId) -> Decision:
        """Keep a habit as it is, because the agent said "not now" to what was suggested.

        Raises RefusedError as `decide` does.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            found = self._review_of(agenda, week, habit_id)
            made = self._put(agenda, week, found, DecisionKind.KEEP, {NOT_NOW: found.advice.suggestion.value})
        self._announcer.announce(Changed(habit_id, agenda.today, said=True))
        return made

    def take_back(self, week: Period, habit_id: HabitId) -> None:
        """Take the decision about a habit back. Raises RefusedError when the review is finished."""
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_closed(agenda, week)
            self._drop(week, habit_id)
        self._announcer.announce(Changed(habit_id, agenda.today, said=True))

    def _review_of(self, agenda: Agenda, week: Period, habit_id: HabitId) -> HabitReview:
        """Return a habit's part of a review that can be decided on."""
        self._refuse_closed(agenda, week)
        habit = agenda.existing(habit_id)
        found = self._reviews.of(agenda, habit, week)
        if found is None:
            raise RefusedError("not_in_review", habit=habit.name, week=name_of(week))
        return found

    def _put(
        self,
        agenda: Agenda,
        week: Period,
        found: HabitReview,
        kind: DecisionKind,
        parameters: Mapping[str, int | str],
    ) -> Decision:
        begun(self._store, agenda, week)
        self._drop(week, found.habit_id)
        decision = Decision(
            kind=kind,
            habit_id=found.habit_id,
            chosen_at=agenda.now,
            from_date=None,
            parameters=parameters,
            week=name_of(week),
            due_before=found.tally.due,
            kept_before=found.tally.kept,
        )
        return replace(decision, id=self._store.add_decision(decision))

    def _drop(self, week: Period, habit_id: HabitId) -> None:
        for one in self._of_week(week):
            if one.habit_id == habit_id:
                self._store.drop_decision(one.id)


def _refuse_circle(agenda: Agenda, habit: Habit, trigger: Trigger | None) -> None:
    if not isinstance(trigger, After):
        return
    followed = HabitId(trigger.habit)
    if agenda.habit(followed) is None:
        raise InputError("trigger.habit", "no_such_habit", query=followed)
    names = {one.id: one.name for one in agenda.habits}
    chain = circle({one.id: one.newest.trigger for one in agenda.habits}, habit.id, followed)
    if chain:
        raise InputError("trigger.habit", "circle", chain=" → ".join(names[one] for one in chain))
