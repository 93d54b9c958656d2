"""The start card and the end card of a shift in the prompt ledger. Algorithms.md, section 8."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from habitcoach.coaching.absence import question
from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.card_views import CardKind, ContactView, ShiftCardView, YesterdayView
from habitcoach.coaching.claiming import held_prompt
from habitcoach.coaching.counters import CounterReader
from habitcoach.coaching.earlier_days import EarlierDays
from habitcoach.coaching.found import Found
from habitcoach.coaching.review_cues import ReviewCues
from habitcoach.coaching.review_times import next_work_date
from habitcoach.coaching.shift_views import shift_view
from habitcoach.core.contact_slots import contact_end_slot, contact_slot, is_contact_plan
from habitcoach.core.habit import Habit
from habitcoach.core.journal import JournalKind
from habitcoach.core.prompt import (
    CARD,
    REVIEW,
    WAITING,
    Prompt,
    PromptKey,
    PromptState,
    card_slot,
    habit_subject,
)
from habitcoach.ports import Store

MINUTE = timedelta(minutes=1)
GOT_IT = "got_it"


@dataclass(frozen=True, slots=True)
class ShiftCards:
    """Claims the cards, ends them, and reads what they hold."""

    store: Store
    counters: CounterReader

    def claim(self, found: Found) -> None:
        """Claim the cards whose time has come; call it inside the transaction of a look."""
        plan, now = found.plan, found.agenda.now
        gathers = plan.gathers_at
        if gathers is None:
            return
        if plan.start_at is not None and plan.start_at <= now < gathers:
            self._claim_card(found, CardKind.START, plan.start_at, plan.plans, plan.start_review)
        if plan.end_at is not None and plan.end_at <= now:
            self._claim_card(found, CardKind.END, plan.end_at, plan.asked, plan.end_review)

    def _claim_card(
        self, found: Found, kind: CardKind, due: datetime, habits: Iterable[Habit], review: str | None
    ) -> None:
        day = found.plan.day
        slot = contact_slot(day) if kind is CardKind.START else contact_end_slot(day)
        card = Prompt(
            key=PromptKey(CARD, card_slot(day, kind.value)),
            habit_id=None,
            delivery=found.delivery,
            work_date=day,
            due_at=due,
            state=PromptState.CLAIMED,
        )
        if not self.store.claim(card):
            return
        for habit in habits:
            key = PromptKey(habit_subject(habit.id), slot)
            prompt = replace(card, key=key, habit_id=habit.id)
            hold = found.agenda.held(habit.id)
            self.store.claim(prompt if hold is None else held_prompt(prompt, hold))
            found.live += hold is None
        if review is not None:
            found.live += ReviewCues(self.store).claim(card, review, found.agenda.held_all())

    def follow(self, found: Found) -> None:
        """Have a card whose habits were held come with them."""
        for card in self._open_cards():
            came = any(_is_on(card, one) for one in self.store.prompts_in(found.delivery))
            if came and card.delivery != found.delivery:
                self.store.update_prompt(replace(card, delivery=found.delivery, state=PromptState.CLAIMED))

    def got_it(self, now: datetime) -> None:
        """Answer the plans that wait: the agent has read them, which logs nothing."""
        for prompt in self.store.open_prompts():
            if is_contact_plan(prompt.key.slot):
                answered = replace(prompt, state=PromptState.ANSWERED, answer=GOT_IT, answered_at=now)
                self.store.update_prompt(answered)

    def waiting(self, agenda: Agenda) -> ShiftCardView | None:
        """Return the last card that has come and still waits."""
        came = [one for one in self._open_cards() if one.state is not PromptState.HELD]
        views = (self.view(agenda, self.store.prompts_in(one.delivery)) for one in reversed(came))
        return next((one for one in views if one is not None and one.waits), None)

    def end(self) -> None:
        """End the cards on which nothing waits any more."""
        for card in self._open_cards():
            members = [one for one in self.store.prompts_in(card.delivery) if one.key != card.key]
            if not any(one.state in WAITING for one in members):
                answered = any(one.state is PromptState.ANSWERED for one in members)
                state = PromptState.ANSWERED if answered else PromptState.EXPIRED
                self.store.update_prompt(replace(card, state=state))

    def view(self, agenda: Agenda, prompts: Sequence[Prompt]) -> ShiftCardView | None:
        """Return the card among the prompts of one delivery; None when it is an ordinary one."""
        card = next((one for one in prompts if one.key.subject == CARD and one.state in WAITING), None)
        shift = None if card is None else agenda.calendar.shift_on(card.work_date)
        if card is None or shift is None:
            return None
        kind = _kind_of(card)
        asked = {one.habit_id: one for one in prompts if _is_on(card, one)}
        contacts = []
        for counter in self.counters.all(agenda, card.work_date):
            prompt = asked.get(counter.habit_id)
            if prompt is not None or (kind is CardKind.END and counter.contact and counter.of):
                slot = "" if prompt is None else prompt.key.slot
                contacts.append(ContactView(slot, counter, prompt is not None and prompt.state in WAITING))
        return ShiftCardView(
            kind=kind,
            shift=shift_view(agenda, shift),
            minutes_left=max(0, int((shift.end - agenda.now) / MINUTE)),
            contacts=tuple(contacts),
            line=self._line(shift.work_date) if kind is CardKind.END else "",
            meets_again=next_work_date(agenda) if kind is CardKind.END else None,
            yesterday=self._yesterday(agenda) if kind is CardKind.START else None,
            review=ReviewCues(self.store).offer(agenda, prompts),
            absence=question(agenda) if kind is CardKind.START else None,
        )

    def _yesterday(self, agenda: Agenda) -> YesterdayView | None:
        """Return the shift before today's, if anything was done in it or written about it."""
        earlier = EarlierDays(self.counters.standings)
        last = earlier.last_shift(agenda)
        if last is None:
            return None
        done, line = earlier.done_on(agenda, agenda.active(), last.work_date), self._line(last.work_date)
        return YesterdayView(last.work_date, done, line) if done or line else None

    def _line(self, day: date) -> str:
        found = self.store.line(day, JournalKind.LINE)
        return "" if found is None else found.text

    def _open_cards(self) -> list[Prompt]:
        return [one for one in self.store.open_prompts() if one.key.subject == CARD]


def _kind_of(card: Prompt) -> CardKind:
    return CardKind(card.key.slot.rpartition("/")[2])


def _is_on(card: Prompt, prompt: Prompt) -> bool:
    """Whether a prompt is that of a contact habit on a card, or of the review that it brings."""
    day = card.work_date
    if prompt.key.subject == REVIEW:
        return prompt.work_date == day and prompt.due_at == card.due_at
    slot = contact_slot(day) if _kind_of(card) is CardKind.START else contact_end_slot(day)
    return prompt.key.slot == slot
