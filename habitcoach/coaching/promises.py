"""Promises: making them, and what the agent does about them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.answering import before_shift_end
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.promise_answers import PromiseAnswers
from habitcoach.coaching.promise_cues import PromiseCues
from habitcoach.coaching.promise_habit import PromiseWords, ensure_promise_habit, promise_habit
from habitcoach.coaching.promise_views import PromiseReader, moment_now
from habitcoach.coaching.rewards import Rewards
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import OccasionState, OffDuty, PromiseView
from habitcoach.core.entry import Entry, EntryKind, Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.fields import note as clean_note
from habitcoach.core.fields import optional_line
from habitcoach.core.habit import Habit
from habitcoach.core.promise import (
    MAX_TICKET,
    Promise,
    PromiseAnswer,
    PromiseChange,
    PromiseId,
    on_duty_instead,
    place_of,
    promise_subject,
)
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.ports import Clock, Store

_CAN_SNOOZE = frozenset({OccasionState.DUE, OccasionState.HELD, OccasionState.SNOOZED})
_NO_ID = PromiseId(0)


@dataclass(frozen=True, slots=True)
class Wish:
    """A promise as the agent typed it."""

    due: datetime  #: UTC; seconds are left out
    ticket: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A promise that is on disk."""

    promise: PromiseView
    off_duty: OffDuty | None  #: the agent should know that its time lies outside their shifts


class Promises:
    """The agent's promises."""

    def __init__(self, store: Store, clock: Clock, standings: Standings, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._standings = standings
        self._announcer = announcer
        self._reader = PromiseReader(store, standings)
        self._answers = PromiseAnswers(store)
        self._rewards = Rewards(store, standings)

    def make(self, wish: Wish, words: PromiseWords) -> Made:
        """Make a promise; the first one brings the built-in habit with these words.

        Raises InputError for a time that does not lie ahead, or texts that are too long.
        """
        ticket = optional_line("ticket", wish.ticket, MAX_TICKET)
        note = "" if wish.note is None else clean_note(wish.note)
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            due = _ahead(agenda, wish.due)
            ensure_promise_habit(self._store, agenda, words)
            new = Promise(
                id=_NO_ID,
                made_at=agenda.now,
                set_at=agenda.now,
                due=due,
                place=place_of(due, agenda.zone),
                work_date=agenda.calendar.work_date(due),
                ticket=ticket,
                note=note,
            )
            promise = replace(new, id=self._store.add_promise(new))
        self._announcer.announce(Changed())
        return self._made(promise)

    def keep(self, promise_id: PromiseId, source: Source, at: datetime | None = None) -> Answered:
        """Record that a promise was kept, in time or late, now or when the agent said so (UTC).

        Raises RefusedError when it is not open.
        """
        return self._answer(promise_id, PromiseAnswer.KEEP, source, at)

    def drop(self, promise_id: PromiseId, source: Source, at: datetime | None = None) -> Answered:
        """Let a promise go, now or when the agent said so (UTC). Raises RefusedError when it is not open."""
        return self._answer(promise_id, PromiseAnswer.DROP, source, at)

    def retime(
        self, promise_id: PromiseId, due: datetime, source: Source, at: datetime | None = None
    ) -> Made:
        """Give an open promise another time, now or when the agent said so (UTC).

        Raises RefusedError when it is not open; InputError for its own time or one that does not lie ahead.
        """
        with self._answering(promise_id) as (agenda, promise, habit):
            ahead = _ahead(agenda, due)
            if promise.due == ahead:
                raise InputError("promised", "same_time")
            moment = _moment(agenda, at)
            _, entry = self._answers.answer(habit, promise, PromiseAnswer.RETIME, source, moment)
            moved = self._answers.set_time(agenda, promise, ahead)
            self._put_streak(agenda, habit, entry)
        self._announcer.announce(Changed(habit.id, min(promise.work_date, moved.work_date)))
        return self._made(moved)

    def snooze(self, promise_id: PromiseId, wait: timedelta | None) -> Answered:
        """Let a due promise come again after `wait`, or 10 minutes before the shift ends when it is None.

        Raises RefusedError when it is not due, or the shift ends too soon.
        """
        with self._answering(promise_id) as (agenda, promise, habit):
            if self._reader.view(agenda, promise).stands not in _CAN_SNOOZE:
                raise RefusedError("promise_not_due", id=promise_id)
            until = agenda.now + wait if wait is not None else before_shift_end(agenda)
            prompt = self._prompt(agenda, promise)
            snoozed = prompt.put_off(agenda.now, until, self._store.newest_entry_id())
            self._store.update_prompt(snoozed)
        self._announcer.announce(Changed(habit.id, promise.work_date))
        told = self._told(agenda, habit, promise, "snooze", snoozed.key.slot)
        return replace(told, until=agenda.local(until))

    def take_back(self, entry: Entry, change: PromiseChange, undo: Callable[[], None]) -> Answered:
        """Let a promise stand as before an answer; `undo` takes the line of the log back."""
        try:
            with self._store.writing():
                agenda = read_agenda(self._store, self._clock)
                habit = agenda.existing(entry.habit_id)
                undo()
                promise = self._answers.take_back(agenda, change)
                self._put_streak(agenda, habit, entry)
        except BaseException:
            self._standings.forget(Changed())
            raise
        self._announcer.announce(Changed(habit.id, entry.work_date))
        told = self._told(agenda, habit, promise, change.answer.value, entry.slot)
        return replace(told, count=entry.count, of=entry.of)

    def take_back_snooze(self, prompt: Prompt, promise_id: PromiseId) -> Answered:
        """Let a snoozed promise wait again."""
        with self._answering(promise_id) as (agenda, promise, habit):
            self._answers.take_back_snooze(agenda, promise, prompt)
        self._announcer.announce(Changed(habit.id, promise.work_date))
        return self._told(agenda, habit, promise, "snooze", prompt.key.slot)

    def listed(self, *, every: bool = False) -> Sequence[PromiseView]:
        """Return open promises and today's others, or all there ever were, by due time."""
        return self._reader.listed(read_agenda(self._store, self._clock), every=every)

    def off_duty(self, due: datetime) -> OffDuty | None:
        """Return what to say about a time (UTC) outside the agent's shifts, None for one within them."""
        agenda = read_agenda(self._store, self._clock)
        if agenda.calendar.shift_at(due) is not None:
            return None
        instead = on_duty_instead(due, agenda.calendar)
        return OffDuty(agenda.local(due), None if instead is None else agenda.local(instead))

    def erase_texts(self) -> None:
        """Erase ticket and note of what was promised over 90 days ago."""
        PromiseCues(self._store).erase_texts(self._clock.now())

    def _answer(
        self, promise_id: PromiseId, answer: PromiseAnswer, source: Source, at: datetime | None
    ) -> Answered:
        with self._answering(promise_id) as (agenda, before, habit):
            stood = self._standings.of(agenda, habit)
            after, entry = self._answers.answer(habit, before, answer, source, _moment(agenda, at))
            self._standings.forget(Changed(habit.id, before.work_date))
            kept = entry.kind is EntryKind.DONE
            reward = self._rewards.earn(agenda, habit, entry, stood) if kept else None
            self._put_streak(agenda, habit, entry)
        self._announcer.announce(Changed(habit.id, before.work_date))
        told = self._told(agenda, habit, after, answer.value, entry.slot)
        return replace(told, count=entry.count, of=entry.of, reward=reward)

    def _told(self, agenda: Agenda, habit: Habit, promise: Promise, kind: str, slot: str | None) -> Answered:
        return Answered(
            habit_id=habit.id,
            habit=habit.name,
            work_date=promise.work_date,
            slot=slot,
            kind=kind,
            count=1,
            of=None,
            streak=self._standings.of(agenda, habit).streak.current,
            promise=self._reader.view(agenda, promise),
        )

    def _made(self, promise: Promise) -> Made:
        agenda = read_agenda(self._store, self._clock)
        return Made(self._reader.view(agenda, promise), self.off_duty(promise.due))

    def _prompt(self, agenda: Agenda, promise: Promise) -> Prompt:
        """Return the prompt that is due now, also before anybody claimed it."""
        moment = moment_now(promise, agenda)
        key = PromptKey(promise_subject(promise.id), moment.slot)
        return self._store.prompt(key) or Prompt(
            key=key,
            habit_id=None,
            delivery=self._store.next_delivery(),
            work_date=promise.work_date,
            due_at=moment.due,
            state=PromptState.CLAIMED,
        )

    def _put_streak(self, agenda: Agenda, habit: Habit, entry: Entry) -> None:
        self._standings.forget(Changed(habit.id, entry.work_date))
        self._store.put_runs(habit.id, self._standings.of(agenda, habit).streak.runs)

    @contextmanager
    def _answering(self, promise_id: PromiseId) -> Iterator[tuple[Agenda, Promise, Habit]]:
        """Open a transaction on an open promise; after its failure nothing half-reckoned is remembered.

        Raises RefusedError when there is no such promise, or it was answered already.
        """
        try:
            with self._store.writing():
                agenda = read_agenda(self._store, self._clock)
                yield agenda, *self._open(agenda, promise_id)
        except BaseException:
            self._standings.forget(Changed())
            raise

    def _open(self, agenda: Agenda, promise_id: PromiseId) -> tuple[Promise, Habit]:
        promise = self._store.promise(promise_id)
        habit = promise_habit(agenda.habits)
        if promise is None or habit is None:
            raise RefusedError("no_such_promise", id=promise_id)
        if not promise.open:
            raise RefusedError("promise_answered", id=promise_id)
        return promise, habit


def _moment(agenda: Agenda, at: datetime | None) -> datetime:
    """Return when an answer was given; one that was saved late counts from then, none from later than now."""
    return agenda.now if at is None else min(at, agenda.now)


def _ahead(agenda: Agenda, due: datetime) -> datetime:
    minute = due.replace(second=0, microsecond=0)
    if minute <= agenda.now:
        raise InputError("promised", "not_ahead")
    return minute
