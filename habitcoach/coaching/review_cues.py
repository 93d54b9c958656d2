"""The review in the prompt ledger: with the end card of a week's last shift, then once with a start card."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.card_views import ReviewOffer
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.review_times import is_too_early, last_shift, name_of, next_start, was_lived, week_of
from habitcoach.coaching.reviewing import week_named
from habitcoach.core.calendar import Shift
from habitcoach.core.hold import Hold
from habitcoach.core.period import Period
from habitcoach.core.prompt import REVIEW, WAITING, Prompt, PromptKey, PromptState
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: What the prompt of a review that was put off was answered with.
LATER = "later"
_FAR_BACK = 62  # dates in which the shift before one is looked for


@dataclass(frozen=True, slots=True)
class ReviewCues:
    """Keeps the prompts of reviews; what writes is called inside a transaction."""

    store: Store

    # ---- what a day's cards hold

    def at_end(self, agenda: Agenda, shift: Shift) -> str | None:
        """Return the week whose review the end card of a shift brings; None where it brings none."""
        week = week_of(agenda, shift.work_date)
        last = last_shift(agenda, week)
        if last is None or last.work_date != shift.work_date or not self._open(agenda, week):
            return None
        prompt, until = self._prompt(name_of(week)), self._put_off_until(week)
        came_here = prompt is None or prompt.work_date == shift.work_date
        put_off = until is not None and until > shift.end
        return name_of(week) if came_here and not (put_off and prompt is None) else None

    def at_start(self, agenda: Agenda, shift: Shift) -> str | None:
        """Return the week whose review the start card of a shift brings.

        One that the agent put off, else that of the shift before, if it was not so much as opened, or opened
        and left: it comes once more, and then waits on its page.
        """
        for one in reversed(self.store.reviews()):
            until = one.put_off_until
            if until is not None and until <= shift.start and self._comes_put_off(agenda, one.week, shift):
                return one.week
        before = _shift_before(agenda, shift.work_date)
        week = None if before is None else week_of(agenda, before)
        if week is None or week.end >= shift.work_date or not self._open(agenda, week):
            return None
        last, prompt = last_shift(agenda, week), self._prompt(name_of(week))
        shown_on = {shift.work_date, None if last is None else last.work_date}
        return name_of(week) if prompt is None or prompt.work_date in shown_on else None

    def _comes_put_off(self, agenda: Agenda, name: str, shift: Shift) -> bool:
        """Whether a review that was put off until a shift comes with its start card: once each time."""
        prompt = self._prompt(name)
        waits = prompt is None or prompt.answer == LATER or prompt.work_date == shift.work_date
        return waits and self._open(agenda, week_named(agenda, name))

    def _put_off_until(self, week: Period) -> datetime | None:
        review = self.store.review(name_of(week))
        return None if review is None else review.put_off_until

    def _open(self, agenda: Agenda, week: Period) -> bool:
        """Whether a week's review is not finished, nor a later one, and has something to say."""
        name = name_of(week)
        reviews = (one for one in self.store.reviews() if one.week >= name)
        if any(one.finished_at is not None for one in reviews) or is_too_early(agenda, week):
            return False
        return any(not is_promise_habit(one) for one in agenda.active())

    # ---- the ledger

    def claim(self, card: Prompt, week: str, hold: Hold | None) -> bool:
        """Have a card bring a week's review; return whether it is to be shown now."""
        prompt = replace(card, key=PromptKey(REVIEW, week))
        if hold is not None:
            prompt = replace(prompt, state=PromptState.HELD, held_for=hold.reason.value)
        self.store.update_prompt(prompt)
        return hold is None

    def look(self, agenda: Agenda, delivery: int, *, after_a_break: bool) -> int:
        """Bring the prompts of reviews up to this moment; return how many are to be shown now."""
        live = 0
        for prompt in self.waiting():
            if agenda.calendar.end_of(prompt.work_date) <= agenda.now:
                self.store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
            elif after_a_break and prompt.state is PromptState.CLAIMED:
                self.store.update_prompt(replace(prompt, state=PromptState.UNCONFIRMED))
            elif prompt.state is PromptState.HELD and agenda.held_all() is None:
                live += 1
                shown = replace(prompt, state=PromptState.CLAIMED, delivery=delivery, held_for=None)
                self.store.update_prompt(shown)
        return live

    def answer(self, week: str, answer: str, now: datetime) -> bool:
        """Answer the prompt of a week's review if it waits; return whether it did."""
        prompt = self._prompt(week)
        if prompt is None or prompt.state not in WAITING:
            return False
        answered = replace(prompt, state=PromptState.ANSWERED, answer=answer, answered_at=now)
        self.store.update_prompt(answered)
        return True

    def waiting(self) -> list[Prompt]:
        """Return the prompts of reviews that wait."""
        return [one for one in self.store.open_prompts() if one.key.subject == REVIEW]

    def offer(self, agenda: Agenda, prompts: Iterable[Prompt]) -> ReviewOffer | None:
        """Return what a card says of the review among its prompts; None without one that has come."""
        came = (one for one in prompts if one.key.subject == REVIEW and one.state in WAITING)
        found = next((one for one in came if one.state is not PromptState.HELD), None)
        if found is None:
            return None
        later = next_start(agenda)
        last = last_shift(agenda, week_of(agenda, found.work_date))
        return ReviewOffer(
            week=found.key.slot,
            last_shift=last is not None and last.work_date == found.work_date,
            later=None if later is None else agenda.local(later),
        )

    def _prompt(self, week: str) -> Prompt | None:
        return self.store.prompt(PromptKey(REVIEW, week))


def _shift_before(agenda: Agenda, day: date) -> date | None:
    earlier = (day - number * DAY for number in range(1, _FAR_BACK))
    return next((one for one in earlier if was_lived(agenda, one)), None)
