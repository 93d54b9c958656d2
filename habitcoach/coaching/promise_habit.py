"""The built-in promise habit: one kept rate for all promises, made with the first of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.entry import Entry, EntryId, EntryKind, Source
from habitcoach.core.fields import name_key
from habitcoach.core.habit import Category, Draft, Habit, Plan
from habitcoach.core.promise import Promise, promise_subject
from habitcoach.core.target import PERCENT, Per, Target, TargetKind
from habitcoach.core.trigger import Promised
from habitcoach.ports import Store

KEPT_RATE = Target(TargetKind.RATE, PERCENT, Per.DAY)


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """The built-in habit's own words, in the agent's language."""

    name: str
    plan: Plan


def is_promise_habit(habit: Habit) -> bool:
    """Whether a habit is the built-in one."""
    return isinstance(habit.newest.trigger, Promised)


def promise_habit(habits: Iterable[Habit]) -> Habit | None:
    """Return the built-in habit, None before the first promise."""
    return next((one for one in habits if is_promise_habit(one)), None)


def ensure_promise_habit(store: Store, agenda: Agenda, words: PromiseWords) -> None:
    """Make the built-in habit unless it is there; call it inside the transaction of the first promise."""
    if promise_habit(agenda.habits) is not None:
        return
    taken = {name_key(one.name) for one in agenda.habits}
    names = chain([words.name], (f"{words.name} {number}" for number in count(2)))
    name = next(one for one in names if name_key(one) not in taken)
    draft = Draft(name, Category.PROMISES, words.plan, Promised(), KEPT_RATE)
    store.add_habit(draft, agenda.today, agenda.now)


def entry_slot(promise: Promise) -> str:
    """Return the place in the log of a promise at the time it has: two can share one minute."""
    return f"{promise.place}/{promise_subject(promise.id)}"


def open_since(store: Store) -> date | None:
    """Return the earliest work date a promise is open on, None when none is."""
    return min((one.work_date for one in store.open_promises()), default=None)


def unanswered(store: Store, habit: Habit, today: date, since: date | None) -> Iterator[Entry]:
    """Yield a line of the built-in habit for every promise still open when its work date had ended.

    It was due and is not kept so far; no log has these lines, because a late answer takes their place.
    """
    for promise in store.open_promises():
        if (since or date.min) <= promise.work_date < today:
            yield Entry(
                habit_id=habit.id,
                work_date=promise.work_date,
                slot=entry_slot(promise),
                at=promise.due,
                kind=EntryKind.OPPORTUNITY,
                source=Source.APP,
                count=0,
                of=1,
                id=EntryId(-promise.id),
            )
