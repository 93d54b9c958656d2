"""Cueing promises: 10 min before and on time, each recorded once and shown at most once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import AFTER_SNOOZE
from habitcoach.coaching.promise_holds import promise_hold
from habitcoach.core.promise import (
    TEXTS_STAY,
    Promise,
    PromiseMoment,
    moments_of,
    promise_of,
    promise_subject,
)
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.ports import Store

#: States that end when the window does; a snoozed one first comes back.
_ENDS = frozenset({PromptState.SHOWN, PromptState.UNCONFIRMED, PromptState.CLAIMED, PromptState.HELD})
#: What should have come and did not.
_UNSEEN = frozenset({PromptState.HELD, PromptState.SNOOZED})


@dataclass(slots=True)
class PromisesFound:
    """What one look at the clock brought for promises."""

    live: int = 0  #: prompts claimed, to be shown now
    passed: int = 0  #: promises whose time to be shown passed while the app was away


@dataclass(frozen=True, slots=True)
class PromiseCues:
    """Keeps the prompts of promises; call it inside the transaction of a look."""

    store: Store

    def record(self, agenda: Agenda, delivery: int, *, after_a_break: bool) -> PromisesFound:
        """Bring the prompts of promises up to this moment; what is to be shown goes into a delivery."""
        found = PromisesFound()
        if after_a_break:
            self._doubt_claimed()
        for promise in self.store.open_promises():
            for moment in moments_of(promise, agenda.calendar):
                if moment.due <= agenda.now:
                    self._bring_up(agenda, promise, moment, delivery, found)
        self._end_orphans(agenda)
        self.erase_texts(agenda.now)
        return found

    def alarms(self, agenda: Agenda) -> dict[str, datetime]:
        """Return when to look at promises next, by the name of the alarm."""
        wanted: dict[str, datetime] = {}
        for promise in self.store.open_promises():
            subject = promise_subject(promise.id)
            moments = moments_of(promise, agenda.calendar)
            unclaimed = [
                one for one in moments if agenda.now < one.closes and self._prompt(promise, one) is None
            ]
            if unclaimed:
                # One that is past already rings at once.
                wanted[subject] = unclaimed[0].due
            for moment in moments:
                prompt = self._prompt(promise, moment)
                if prompt is None:
                    continue
                if prompt.state is PromptState.SNOOZED and prompt.snoozed_until is not None:
                    wanted[f"snooze:{subject}@{moment.slot}"] = prompt.snoozed_until
                if prompt.state in _ENDS:
                    wanted[f"end:{subject}@{moment.slot}"] = _window_end(prompt, moment)
                if prompt.state is PromptState.HELD and promise_hold(self.store, agenda) is None:
                    wanted["release:promises"] = agenda.now
        return wanted

    def erase_texts(self, now: datetime) -> None:
        """Erase ticket and note of what was promised over 90 days ago."""
        before = now - TEXTS_STAY
        if self.store.has_promise_texts(before):
            self.store.erase_promise_texts(before)

    def _doubt_claimed(self) -> None:
        """Take what the last run recorded and perhaps never showed for what it is."""
        for prompt in self._open():
            if prompt.state is PromptState.CLAIMED:
                self.store.update_prompt(replace(prompt, state=PromptState.UNCONFIRMED))

    def _bring_up(
        self, agenda: Agenda, promise: Promise, moment: PromiseMoment, delivery: int, found: PromisesFound
    ) -> None:
        """Claim, wake, release or end the prompt of a moment that has come."""
        prompt = self._prompt(promise, moment)
        over = (moment.closes if prompt is None else _window_end(prompt, moment)) <= agenda.now
        superseded = moment.due < promise.due <= agenda.now
        if prompt is None:
            self._claim(agenda, promise, moment, delivery, found, over=over)
        elif superseded or over:
            if prompt.state in _ENDS or prompt.state is PromptState.SNOOZED:
                found.passed += prompt.state in _UNSEEN and not superseded
                self.store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
        elif _comes_back(prompt, agenda.now):
            self._show_or_hold(agenda, prompt, delivery, found)

    def _claim(  # noqa: PLR0913  # what a claim is made of
        self,
        agenda: Agenda,
        promise: Promise,
        moment: PromiseMoment,
        delivery: int,
        found: PromisesFound,
        *,
        over: bool,
    ) -> None:
        hold = promise_hold(self.store, agenda)
        state = PromptState.EXPIRED if over else PromptState.CLAIMED if hold is None else PromptState.HELD
        prompt = Prompt(
            key=PromptKey(promise_subject(promise.id), moment.slot),
            habit_id=None,
            delivery=delivery,
            work_date=promise.work_date,
            due_at=moment.due,
            state=state,
            held_for=None if hold is None or over else hold.reason.value,
        )
        claimed = self.store.claim(prompt)
        found.live += claimed and state is PromptState.CLAIMED
        # The prompt ten minutes before says nothing of its own once the time itself has come.
        found.passed += claimed and over and moment.due == promise.due

    def _show_or_hold(self, agenda: Agenda, prompt: Prompt, delivery: int, found: PromisesFound) -> None:
        hold = promise_hold(self.store, agenda)
        if hold is None:
            found.live += 1
            self.store.update_prompt(replace(prompt, state=PromptState.CLAIMED, delivery=delivery))
        elif prompt.state is not PromptState.HELD:
            self.store.update_prompt(replace(prompt, state=PromptState.HELD, held_for=hold.reason.value))

    def _end_orphans(self, agenda: Agenda) -> None:
        """End the prompts of promises that are gone or have another time, whoever left them open."""
        for prompt in self._open():
            promise_id = promise_of(prompt.key.subject)
            promise = None if promise_id is None else self.store.promise(promise_id)
            slots = () if promise is None else [one.slot for one in moments_of(promise, agenda.calendar)]
            if promise is None or not promise.open or prompt.key.slot not in slots:
                self.store.update_prompt(replace(prompt, state=PromptState.EXPIRED))

    def _open(self) -> Iterator[Prompt]:
        return (one for one in self.store.open_prompts() if promise_of(one.key.subject) is not None)

    def _prompt(self, promise: Promise, moment: PromiseMoment) -> Prompt | None:
        return self.store.prompt(PromptKey(promise_subject(promise.id), moment.slot))


def _window_end(prompt: Prompt, moment: PromiseMoment) -> datetime:
    """Return until when a prompt waits; a snooze extends it."""
    if prompt.snoozed_until is None:
        return moment.closes
    return max(moment.closes, prompt.snoozed_until + AFTER_SNOOZE)


def _comes_back(prompt: Prompt, now: datetime) -> bool:
    """Whether a prompt that waited for its snooze or a hold may come now.

    One that passed unseen while its window is open did so by a clock set wrong, and comes at its true time.
    """
    if prompt.state is PromptState.SNOOZED:
        return prompt.snoozed_until is not None and prompt.snoozed_until <= now
    return prompt.state is PromptState.HELD or (
        prompt.state is PromptState.EXPIRED and prompt.shown_at is None
    )
