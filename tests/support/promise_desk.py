"""A workplace at which promises are made."""

from datetime import date, datetime, timedelta

from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.promises import Made, Wish
from habitcoach.coaching.views import PromiseView
from habitcoach.core.entry import Source
from habitcoach.core.promise import PromiseId
from habitcoach.core.prompt import PromptKey
from habitcoach.texts.promises import promise_words
from tests.support.habits import MONDAY, local
from tests.support.workplace import Workplace

FIRST = PromiseId(1)


class PromiseDesk(Workplace):
    """A workplace at which promises are made."""

    def promise(self, clock: str, ticket: str = "4711", day: date = MONDAY) -> PromiseView:
        """Make a promise."""
        return self.promise_at(local(day, clock), ticket)

    def promise_at(self, due: datetime, ticket: str = "4711") -> PromiseView:
        """Make a promise for an instant."""
        return self._act(lambda: self.coach.promises.make(Wish(due, ticket), promise_words())).promise

    def keep(self, promise_id: PromiseId = FIRST) -> Answered:
        """Keep a promise."""
        return self._act(lambda: self.coach.promises.keep(promise_id, Source.CARD))

    def drop(self, promise_id: PromiseId = FIRST) -> Answered:
        """Let a promise go."""
        return self._act(lambda: self.coach.promises.drop(promise_id, Source.CARD))

    def retime(self, clock: str, day: date = MONDAY) -> Made:
        """Give the first promise another time."""
        return self._act(lambda: self.coach.promises.retime(FIRST, local(day, clock), Source.CARD))

    def put_off(self, minutes: int | None = 15) -> None:
        """Snooze the first promise; None minutes is the end of the shift."""
        wait = None if minutes is None else timedelta(minutes=minutes)
        self._act(lambda: self.coach.promises.snooze(FIRST, wait))

    def states(self, place: str = f"{MONDAY}T15:40", promise_id: int = 1) -> tuple[str, str]:
        """Return the states of the early and the due prompt, "" for none."""
        found = [
            self.store.prompt(PromptKey(f"promise:{promise_id}", f"{place}/{one}"))
            for one in ("early", "due")
        ]
        early, due = ("" if one is None else one.state.value for one in found)
        return early, due

    def stands(self) -> list[str]:
        """Return how each promise of today stands."""
        return [one.stands.value for one in self.coach.today().promises]
