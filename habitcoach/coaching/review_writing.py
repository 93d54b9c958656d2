"""What the agent writes into a week's review, kept at every keystroke."""

from dataclasses import replace

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.principles import PrincipleReader
from habitcoach.coaching.review_times import name_of
from habitcoach.core.fields import MAX_NOTE, MAX_TEXT, optional_line
from habitcoach.core.if_then import IfThen
from habitcoach.core.period import Period
from habitcoach.core.principle import Rewritten
from habitcoach.core.review_answers import Review
from habitcoach.ports import Clock, Store


class ReviewWriting:
    """Keeps texts. The same text again changes nothing; nobody is told, because only the page shows them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plan(self, week: Period, *, if_: str | None = None, then: str | None = None) -> IfThen:
        """Keep "If …, then next week I will …"; what is None stays.

        Raises InputError `too_long`, as all of these do.
        """
        cleaned = [None if one is None else optional_line("plan", one, MAX_TEXT) for one in (if_, then)]
        with self._store.writing():
            review = begun(self._store, self._agenda(), week)
            plan = IfThen.read(review.if_then)
            first, second = cleaned
            plan = IfThen(plan.if_ if first is None else first, plan.then if second is None else second)
            self._keep(review, replace(review, if_then=plan.text))
        return plan

    def moment(self, week: Period, text: str) -> str:
        """Keep one moment with a customer."""
        cleaned = optional_line("moment", text, MAX_NOTE)
        with self._store.writing():
            review = begun(self._store, self._agenda(), week)
            self._keep(review, replace(review, moment=cleaned))
        return cleaned

    def still_mine(self, week: Period) -> None:
        """Keep that the week's principle still is the agent's own, as it reads; without one, nothing."""
        self._rethink(week, None)

    def rewrite(self, week: Period, text: str) -> None:
        """Keep the week's principle in other words; an empty text takes back what was said about it."""
        self._rethink(week, optional_line("principle", text, MAX_TEXT))

    def _rethink(self, week: Period, text: str | None) -> None:
        with self._store.writing():
            agenda = self._agenda()
            review = begun(self._store, agenda, week)
            said = Rewritten.read(review.principle)
            found = PrincipleReader(self._store).of(agenda, week)
            was = said.was or said.text or ("" if found is None else found.text)
            words = was if text is None else text
            said = Rewritten(words, "" if words in {"", was} else was)
            self._keep(review, replace(review, principle=said.kept))

    def _agenda(self) -> Agenda:
        return read_agenda(self._store, self._clock)

    def _keep(self, before: Review, after: Review) -> None:
        if before != after:
            self._store.put_review(after)


def begun(store: Store, agenda: Agenda, week: Period) -> Review:
    """Return a week's review, begun now if it was not; call it inside a transaction."""
    found = store.review(name_of(week))
    if found is None:
        found = Review(name_of(week), agenda.now)
        store.put_review(found)
    return found
