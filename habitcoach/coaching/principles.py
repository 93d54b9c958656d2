"""Which principle a week's review asks to rethink, and what the agent made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.more_views import PrincipleFrom, PrincipleView, Rethought
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.review_times import name_of
from habitcoach.core.fields import name_key
from habitcoach.core.period import Period, thursday_of
from habitcoach.core.principle import Principle, Rewritten, principle_for
from habitcoach.core.review_answers import Review
from habitcoach.ports import Store

_DAYS = 7


@dataclass(frozen=True, slots=True)
class PrincipleReader:
    """Reads principles."""

    store: Store

    def of(self, agenda: Agenda, week: Period) -> PrincipleView | None:
        """Return the principle of a week; None for an agent whose habits have no reasons."""
        kept = self.store.review(name_of(week))
        said = Rewritten() if kept is None else Rewritten.read(kept.principle)
        earlier = [one for one in self.store.reviews() if one.week < name_of(week)]
        own, reasons = _own(agenda, earlier), _reasons(agenda)
        asked: Principle | None
        if said.text:
            asked = Principle(said.was or said.text)
        else:
            asked = principle_for(thursday_of(week).toordinal() // _DAYS, own, reasons)
        if asked is None:
            return None
        known = _find(asked.text, own) or asked
        reason = _find(asked.text, reasons)
        rethought = Rethought.REWRITTEN if said.was else Rethought.STILL_MINE
        return PrincipleView(
            text=said.text or asked.text,
            comes_from=PrincipleFrom.OWN if reason is None else PrincipleFrom.HABIT,
            written_on=known.written_on if reason is None else None,
            habit="" if reason is None else reason.habit,
            rethought=rethought if said.text else Rethought.NOT_YET,
        )


def _own(agenda: Agenda, reviews: Iterable[Review]) -> list[Principle]:
    """Return what the agent wrote in reviews, oldest first, each in its last wording."""
    found: dict[str, Principle] = {}
    for one in reviews:
        said = Rewritten.read(one.principle)
        if said.was:
            found.pop(name_key(said.was), None)
        if said.text and name_key(said.text) not in found:
            found[name_key(said.text)] = Principle(said.text, agenda.calendar.work_date(one.begun_at))
    return list(found.values())


def _reasons(agenda: Agenda) -> list[Principle]:
    active = (one for one in agenda.active() if not is_promise_habit(one))
    plain = (Principle(one.newest.plan.why, habit=one.name) for one in active)
    return [one for one in plain if one.text]


def _find(text: str, among: Sequence[Principle]) -> Principle | None:
    return next((one for one in among if name_key(one.text) == name_key(text)), None)
