"""What an answer does to a promise, its prompts and the log, and how it is taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.promise_habit import entry_slot
from habitcoach.core.entry import Entry, NewEntry, Source
from habitcoach.core.habit import Habit
from habitcoach.core.promise import (
    Promise,
    PromiseAnswer,
    PromiseChange,
    PromiseState,
    counted,
    in_time,
    moments_of,
    place_of,
    promise_subject,
)
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.ports import Store

_SLOTS = ("early", "due")


@dataclass(frozen=True, slots=True)
class PromiseAnswers:
    """Answers promises and reopens them; call it inside a transaction."""

    store: Store

    def answer(
        self, habit: Habit, before: Promise, answer: PromiseAnswer, source: Source, at: datetime
    ) -> tuple[Promise, Entry]:
        """Close a promise, or leave it open to be given another time by `set_time`."""
        comes_to = counted(before, answer, at)
        entry = self.store.append(
            NewEntry(
                habit_id=habit.id,
                work_date=before.work_date,
                slot=entry_slot(before),
                at=at,
                kind=comes_to.kind,
                source=source,
                count=comes_to.hits,
                of=comes_to.of,
            )
        )
        self.store.add_promise_change(PromiseChange(before, answer, entry.id))
        after = before
        if answer is not PromiseAnswer.RETIME:
            after = replace(before, state=_state(before, answer, at), answered_at=at)
            self.store.update_promise(after)
        for prompt in self._open_prompts(before):
            closed = replace(prompt, state=PromptState.ANSWERED, answer=answer.value, answered_at=at)
            self.store.update_prompt(closed)
        return after, entry

    def set_time(self, agenda: Agenda, promise: Promise, due: datetime) -> Promise:
        """Give a promise another time."""
        moved = replace(
            promise,
            set_at=agenda.now,
            due=due,
            place=self._free_place(promise, place_of(due, agenda.zone)),
            work_date=agenda.calendar.work_date(due),
            retimed=promise.retimed + 1,
        )
        self.store.update_promise(moved)
        return moved

    def take_back(self, agenda: Agenda, change: PromiseChange) -> Promise:
        """Let a promise stand as it did before an answer; its cue waits again without being shown again."""
        now = self.store.promise(change.before.id) or change.before
        before = change.before
        if now.place != before.place:
            for prompt in self._open_prompts(now):
                self.store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
        self.store.update_promise(before)
        for moment in moments_of(before, agenda.calendar):
            answered = self.store.prompt(PromptKey(promise_subject(before.id), moment.slot))
            if answered is not None and answered.state is PromptState.ANSWERED:
                self.store.update_prompt(_reopened(answered, agenda.now, moment.closes))
        return before

    def take_back_snooze(self, agenda: Agenda, promise: Promise, prompt: Prompt) -> None:
        """Let a snoozed promise wait again."""
        moments = moments_of(promise, agenda.calendar)
        closes = next((one.closes for one in moments if one.slot == prompt.key.slot), prompt.due_at)
        unsnoozed = replace(prompt, snoozed_until=None, snooze_after=0)
        self.store.update_prompt(_reopened(unsnoozed, agenda.now, closes))

    def _open_prompts(self, promise: Promise) -> list[Prompt]:
        subject = promise_subject(promise.id)
        return [one for one in self.store.open_prompts() if one.key.subject == subject]

    def _free_place(self, promise: Promise, place: str) -> str:
        """Return a place no prompt of the promise had: back at its former time, it is prompted once more."""
        subject, number, found = promise_subject(promise.id), 0, place
        while any(self.store.prompt(PromptKey(subject, f"{found}/{slot}")) for slot in _SLOTS):
            number += 1
            found = f"{place}+{number}"
        return found


def _state(promise: Promise, answer: PromiseAnswer, at: datetime) -> PromiseState:
    if answer is PromiseAnswer.DROP:
        return PromiseState.DROPPED
    return PromiseState.KEPT if in_time(promise, at) else PromiseState.KEPT_LATE


def _reopened(prompt: Prompt, now: datetime, closes: datetime) -> Prompt:
    if prompt.snoozed_until is not None and now < prompt.snoozed_until:
        return replace(prompt, state=PromptState.SNOOZED, answer="snooze", answered_at=now)
    seen = PromptState.SHOWN if prompt.shown_at is not None else PromptState.UNCONFIRMED
    state = seen if now < closes else PromptState.EXPIRED
    return replace(prompt, state=state, answer=None, answered_at=None)
