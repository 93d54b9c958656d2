"""What an answer does to the prompts it answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import prompt_key, state_of, window_end
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import OccasionState
from habitcoach.core.entry import Entry, EntryKind
from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.occasions import Occasion
from habitcoach.core.prompt import Prompt, PromptKey, PromptState, habit_subject
from habitcoach.ports import Store

#: "End of shift" means this long before it.
BEFORE_SHIFT_END = timedelta(minutes=10)

_CLOSED = frozenset({PromptState.ANSWERED, PromptState.EXPIRED})
_CAN_SNOOZE = frozenset({OccasionState.DUE, OccasionState.HELD, OccasionState.SNOOZED})


@dataclass(frozen=True, slots=True)
class PromptAnswers:
    """Answers, snoozes and reopens prompts."""

    store: Store
    standings: Standings

    def answer(self, habit_id: HabitId, slot: str, answer: str, at: datetime) -> None:
        """Close the prompt of a slot, if it had one."""
        prompt = self.store.prompt(PromptKey(habit_subject(habit_id), slot))
        if prompt is not None:
            self.store.update_prompt(_closed(prompt, answer, at))

    def answer_day(self, habit_id: HabitId, day: date, answer: str, at: datetime) -> None:
        """Close every open prompt of a habit's work date."""
        for prompt in self.store.prompts_of(habit_id, day):
            if prompt.work_date == day and prompt.state not in _CLOSED:
                self.store.update_prompt(_closed(prompt, answer, at))

    def snooze(self, agenda: Agenda, habit: Habit, slot: str | None, wait: timedelta | None) -> Prompt:
        """Put a due cue off. Raises RefusedError when none is due or the shift ends too soon."""
        occasion, prompt = self._due(agenda, habit, slot)
        until = agenda.now + wait if wait is not None else _before_shift_end(agenda)
        snoozed = replace(
            prompt or _unshown(occasion, self.store.next_delivery()),
            state=PromptState.SNOOZED,
            answer="snooze",
            answered_at=agenda.now,
            snoozed_until=until,
            snooze_after=self.store.newest_entry_id(),
        )
        self.store.update_prompt(snoozed)
        return snoozed

    def reopen(self, agenda: Agenda, prompt: Prompt) -> None:
        """Take an answer or a snooze back; the cue waits again without being shown again."""
        seen = PromptState.SHOWN if prompt.shown_at is not None else PromptState.UNCONFIRMED
        waiting = replace(
            prompt, state=seen, answer=None, answered_at=None, snoozed_until=None, snooze_after=0
        )
        self.store.update_prompt(waiting if agenda.now < self._closes(agenda, waiting) else _expired(waiting))

    def reopen_for(self, agenda: Agenda, entry: Entry) -> None:
        """Take back what an undone entry had answered."""
        for prompt in self.store.prompts_of(entry.habit_id, entry.work_date):
            same_slot = entry.slot is not None and prompt.key.slot == entry.slot
            same_day_skip = (
                entry.slot is None
                and entry.kind is EntryKind.SKIP
                and prompt.work_date == entry.work_date
                and prompt.answer == "skip"
            )
            if prompt.state is PromptState.ANSWERED and (same_slot or same_day_skip):
                self.reopen(agenda, prompt)

    def _due(self, agenda: Agenda, habit: Habit, slot: str | None) -> tuple[Occasion, Prompt | None]:
        standing = self.standings.of(agenda, habit)
        for occasion in agenda.occasions(habit, agenda.today):
            prompt = self.store.prompt(prompt_key(occasion))
            wanted = slot is None or occasion.slot == slot
            if wanted and state_of(occasion, prompt, standing, agenda.now) in _CAN_SNOOZE:
                return occasion, prompt
        raise RefusedError("nothing_due", habit=habit.name)

    def _closes(self, agenda: Agenda, prompt: Prompt) -> datetime:
        habit = None if prompt.habit_id is None else agenda.habit(prompt.habit_id)
        if habit is None:
            return prompt.due_at
        found = [one for one in agenda.occasions(habit, prompt.work_date) if one.slot == prompt.key.slot]
        return window_end(found[0], prompt) if found else agenda.calendar.end_of(prompt.work_date)


def _before_shift_end(agenda: Agenda) -> datetime:
    shift = agenda.calendar.shift_at(agenda.now)
    if shift is None:
        raise RefusedError("no_shift_end")
    until = shift.end - BEFORE_SHIFT_END
    if until <= agenda.now:
        raise RefusedError("snooze_past_shift")
    return until


def _closed(prompt: Prompt, answer: str, at: datetime) -> Prompt:
    return replace(prompt, state=PromptState.ANSWERED, answer=answer, answered_at=at, snoozed_until=None)


def _expired(prompt: Prompt) -> Prompt:
    return replace(prompt, state=PromptState.EXPIRED)


def _unshown(occasion: Occasion, delivery: int) -> Prompt:
    return Prompt(
        key=prompt_key(occasion),
        habit_id=occasion.habit_id,
        delivery=delivery,
        work_date=occasion.work_date,
        due_at=occasion.due,
        state=PromptState.CLAIMED,
    )
