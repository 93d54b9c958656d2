"""Occasions as the agent sees them: each with its state."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.coaching.views import OccasionState, OccasionView
from habitcoach.core.habit import Habit
from habitcoach.core.ledger import live
from habitcoach.core.occasions import Occasion
from habitcoach.core.prompt import Prompt, PromptKey, PromptState, habit_subject
from habitcoach.ports import Store

#: A snoozed cue can be answered for this long after it comes back, even past the end of its first window.
AFTER_SNOOZE = timedelta(minutes=30)


def window_end(occasion: Occasion, prompt: Prompt | None) -> datetime:
    """Return the instant until which an occasion can be answered; a snooze extends it."""
    if prompt is None or prompt.snoozed_until is None:
        return occasion.closes
    return max(occasion.closes, prompt.snoozed_until + AFTER_SNOOZE)


def state_of(occasion: Occasion, prompt: Prompt | None, standing: Standing, now: datetime) -> OccasionState:
    """Return how an occasion stands at an instant."""
    log = standing.day(occasion.work_date)
    if occasion.slot in log.done_slots:
        return OccasionState.DONE
    if occasion.slot in log.skipped_slots or log.day_skipped:
        return OccasionState.SKIPPED
    if occasion.slot in log.closed_slots or log.day_closed:
        return OccasionState.PASSED
    if prompt is not None and prompt.state is PromptState.HELD:
        return OccasionState.HELD
    snoozed = prompt is not None and prompt.state is PromptState.SNOOZED
    if snoozed and prompt is not None and prompt.snoozed_until is not None and now < prompt.snoozed_until:
        return OccasionState.SNOOZED
    if now < occasion.due:
        return OccasionState.LATER
    open_still = now < window_end(occasion, prompt) and not standing.kept(occasion.work_date)
    return OccasionState.DUE if open_still else OccasionState.PASSED


@dataclass(frozen=True, slots=True)
class OccasionReader:
    """Builds the views of a habit's occasions on one work date."""

    store: Store
    standings: Standings

    def on(self, agenda: Agenda, habit: Habit, day: date) -> list[OccasionView]:
        """Return a habit's occasions of a work date by due time."""
        occasions = agenda.occasions(habit, day)
        if not occasions:
            return []
        standing = self.standings.of(agenda, habit)
        prompts = {one.key.slot: one for one in self.store.prompts_of(habit.id, day)}
        answered = {one.slot: one.at for one in live(self.store.entries(habit.id, day))}
        return [
            self._view(agenda, habit, standing, one, prompts.get(one.slot), answered.get(one.slot))
            for one in occasions
        ]

    def of_prompt(self, agenda: Agenda, prompt: Prompt) -> OccasionView | None:
        """Return the occasion a prompt is about; after an edit it lives on by its prompt alone."""
        habit = None if prompt.habit_id is None else agenda.habit(prompt.habit_id)
        if habit is None:
            return None
        found = [one for one in agenda.occasions(habit, prompt.work_date) if one.slot == prompt.key.slot]
        closes = agenda.calendar.end_of(prompt.work_date)
        occasion = (
            found[0]
            if found
            else Occasion(habit.id, prompt.key.slot, prompt.work_date, prompt.due_at, closes)
        )
        standing = self.standings.of(agenda, habit)
        return self._view(agenda, habit, standing, occasion, prompt, prompt.answered_at)

    def window_end(self, agenda: Agenda, prompt: Prompt) -> datetime:
        """Return the instant until which a prompt can be answered."""
        view = self.of_prompt(agenda, prompt)
        return prompt.due_at if view is None else view.closes_at

    @staticmethod
    def _view(  # noqa: PLR0913  # every part is a fact of its own
        agenda: Agenda,
        habit: Habit,
        standing: Standing,
        occasion: Occasion,
        prompt: Prompt | None,
        answered_at: datetime | None,
    ) -> OccasionView:
        version = habit.version_on(occasion.work_date) or habit.newest
        until = None if prompt is None else prompt.snoozed_until
        return OccasionView(
            subject=habit_subject(habit.id),
            slot=occasion.slot,
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            plan=version.plan,
            due_at=agenda.local(occasion.due),
            closes_at=agenda.local(window_end(occasion, prompt)),
            state=state_of(occasion, prompt, standing, agenda.now),
            streak=standing.streak.current,
            per=version.target.per.value,
            answered_at=None if answered_at is None else agenda.local(answered_at),
            snoozed_until=None if until is None else agenda.local(until),
        )


def prompt_key(occasion: Occasion) -> PromptKey:
    """Return the key of an occasion's prompt."""
    return PromptKey(habit_subject(occasion.habit_id), occasion.slot)
