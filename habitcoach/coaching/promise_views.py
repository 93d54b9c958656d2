"""Promises as the agent sees them: each with its state and where it stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.promise_habit import promise_habit
from habitcoach.coaching.promise_holds import promise_hold
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import OccasionState, PromiseView
from habitcoach.core.promise import (
    EARLY,
    Promise,
    PromiseMoment,
    PromiseState,
    moments_of,
    promise_of,
    promise_subject,
)
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: Today lists what was promised so long ago and is still open; the command line lists it all.
STILL_LISTED = timedelta(days=14)

_UNSEEN = frozenset({PromptState.HELD, PromptState.SNOOZED})
_ANSWERED = {
    PromiseState.KEPT: OccasionState.DONE,
    PromiseState.KEPT_LATE: OccasionState.DONE,
    PromiseState.DROPPED: OccasionState.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class PromiseReader:
    """Builds the views of promises."""

    store: Store
    standings: Standings

    def today(self, agenda: Agenda) -> tuple[PromiseView, ...]:
        """Return what is promised for today, still open from before, or answered today, by due time."""
        found = self.store.promises(agenda.today - STILL_LISTED)
        return tuple(self._views(agenda, [one for one in found if _is_todays(agenda, one)]))

    def listed(self, agenda: Agenda, *, every: bool = False) -> list[PromiseView]:
        """Return every open promise and today's others, or all there ever were, by due time."""
        found = self.store.promises(None if every else agenda.today - STILL_LISTED)
        chosen = {one.id: one for one in (*self.store.open_promises(), *found)}
        shown = [one for one in chosen.values() if every or one.open or _is_todays(agenda, one)]
        return self._views(agenda, sorted(shown, key=lambda one: (one.due, one.id)))

    def _views(self, agenda: Agenda, found: Sequence[Promise]) -> list[PromiseView]:
        kept = self.store.promises_kept() if found else 0
        return [self._view(agenda, one, kept) for one in found]

    def of_prompt(self, agenda: Agenda, prompt: Prompt) -> PromiseView | None:
        """Return the promise a prompt is about, None when it is about something else."""
        promise_id = promise_of(prompt.key.subject)
        promise = None if promise_id is None else self.store.promise(promise_id)
        return None if promise is None else self.view(agenda, promise)

    def view(self, agenda: Agenda, promise: Promise) -> PromiseView:
        """Return a promise as it stands."""
        return self._view(agenda, promise, self.store.promises_kept())

    def _view(self, agenda: Agenda, promise: Promise, kept: int) -> PromiseView:
        habit = promise_habit(agenda.habits)
        moment = moment_now(promise, agenda)
        prompt = self.store.prompt(PromptKey(promise_subject(promise.id), moment.slot))
        until = prompt.snoozed_until if prompt is not None and prompt.state is PromptState.SNOOZED else None
        answered = promise.answered_at
        return PromiseView(
            promise_id=promise.id,
            subject=promise_subject(promise.id),
            slot=moment.slot,
            due_at=agenda.local(promise.due),
            work_date=promise.work_date,
            ticket=promise.ticket,
            note=promise.note,
            state=promise.state,
            stands=self._stands(agenda, promise, prompt),
            reward="" if habit is None else habit.newest.plan.reward,
            streak=0 if habit is None else self.standings.of(agenda, habit).streak.current,
            kept_in_all=kept,
            retimed=promise.retimed,
            answered_at=None if answered is None else agenda.local(answered),
            snoozed_until=None if until is None else agenda.local(until),
            unconfirmed=prompt is not None and prompt.state is PromptState.UNCONFIRMED,
        )

    def _stands(self, agenda: Agenda, promise: Promise, prompt: Prompt | None) -> OccasionState:
        if promise.state in _ANSWERED:
            return _ANSWERED[promise.state]
        if prompt is not None and prompt.state is PromptState.SNOOZED and _ahead(agenda, prompt):
            return OccasionState.SNOOZED
        if agenda.now < promise.due - EARLY:
            return OccasionState.LATER
        held = promise_hold(self.store, agenda) is not None
        unseen = prompt is None or prompt.state in _UNSEEN
        return OccasionState.HELD if held and unseen else OccasionState.DUE


def _ahead(agenda: Agenda, prompt: Prompt) -> bool:
    return prompt.snoozed_until is not None and agenda.now < prompt.snoozed_until


def moment_now(promise: Promise, agenda: Agenda) -> PromiseMoment:
    """Return the moment whose prompt an answer given now is about: the early one until the promise is due."""
    first, *others = moments_of(promise, agenda.calendar)
    return others[0] if others and agenda.now >= promise.due else first


def _is_todays(agenda: Agenda, promise: Promise) -> bool:
    """Whether Today lists a promise; one for a later date is there on that date."""
    if promise.open:
        return agenda.today - STILL_LISTED <= promise.work_date <= agenda.today
    answered: datetime | None = promise.answered_at
    same = promise.work_date == agenda.today
    return same or (answered is not None and _work_date_is_today(agenda, answered))


def _work_date_is_today(agenda: Agenda, moment: datetime) -> bool:
    end = agenda.calendar.end_of(agenda.today)
    return agenda.calendar.end_of(agenda.today - DAY) <= moment < end
