"""What an answer does to the prompts it answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import OccasionReader, prompt_key, state_of
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import OccasionState
from habitcoach.core.entry import Entry
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
        until = agenda.now + wait if wait is not None else before_shift_end(agenda)
        waiting = prompt or _unshown(occasion, self.store.next_delivery())
        snoozed = waiting.put_off(agenda.now, until, self.store.newest_entry_id())
        self.store.update_prompt(snoozed)
        return snoozed

    def take_back_snooze(self, agenda: Agenda, prompt: Prompt) -> None:
        """Take a snooze back; the cue waits again without being shown again."""
        self._wait_again(agenda, replace(prompt, snoozed_until=None, snooze_after=0))

    def reopen_for(self, agenda: Agenda, habit: Habit, entry: Entry) -> None:
        """Take back what an undone entry had answered, as far as no other entry answers it still."""
        log = self.standings.of(agenda, habit).day(entry.work_date)
        for prompt in self.store.prompts_of(habit.id, entry.work_date):
            of_the_day = prompt.work_date == entry.work_date and prompt.state is PromptState.ANSWERED
            if not of_the_day or log.answered(prompt.key.slot):
                continue
            if prompt.snoozed_until is not None and agenda.now < prompt.snoozed_until:
                snoozed = replace(prompt, state=PromptState.SNOOZED, answer="snooze", answered_at=agenda.now)
                self.store.update_prompt(snoozed)
            else:
                self._wait_again(agenda, prompt)

    def _wait_again(self, agenda: Agenda, prompt: Prompt) -> None:
        seen = PromptState.SHOWN if prompt.shown_at is not None else PromptState.UNCONFIRMED
        waiting = replace(prompt, state=seen, answer=None, answered_at=None)
        if OccasionReader(self.store, self.standings).closes(agenda, waiting) <= agenda.now:
            waiting = replace(waiting, state=PromptState.EXPIRED)
        self.store.update_prompt(waiting)

    def _due(self, agenda: Agenda, habit: Habit, slot: str | None) -> tuple[Occasion, Prompt | None]:
        standing = self.standings.of(agenda, habit)
        held = agenda.held(habit.id) is not None
        for occasion in agenda.occasions(habit, agenda.today):
            prompt = self.store.prompt(prompt_key(occasion))
            wanted = slot is None or occasion.slot == slot
            if wanted and state_of(occasion, prompt, standing, agenda.now, held=held) in _CAN_SNOOZE:
                return occasion, prompt
        alone = None if slot is None else self.store.prompt(PromptKey(habit_subject(habit.id), slot))
        view = None if alone is None else OccasionReader(self.store, self.standings).of_prompt(agenda, alone)
        if view is not None and view.state in _CAN_SNOOZE:
            # No occasion of today's any more, or the first run's: it lives by its prompt.
            return Occasion(habit.id, view.slot, agenda.today, view.due_at, view.closes_at), alone
        raise RefusedError("nothing_due", habit=habit.name)


def before_shift_end(agenda: Agenda) -> datetime:
    """Return until when a snooze to the end of the shift lasts. Raises RefusedError where there is none."""
    shift = agenda.calendar.shift_at(agenda.now)
    if shift is None:
        raise RefusedError("no_shift_end")
    until = shift.end - BEFORE_SHIFT_END
    if until <= agenda.now:
        raise RefusedError("snooze_past_shift")
    return until


def _closed(prompt: Prompt, answer: str, at: datetime) -> Prompt:
    return replace(prompt, state=PromptState.ANSWERED, answer=answer, answered_at=at)


def _unshown(occasion: Occasion, delivery: int) -> Prompt:
    return Prompt(
        key=prompt_key(occasion),
        habit_id=occasion.habit_id,
        delivery=delivery,
        work_date=occasion.work_date,
        due_at=occasion.due,
        state=PromptState.CLAIMED,
    )
