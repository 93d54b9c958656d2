"""Which occasion an answer belongs to. interfaces.md, `done`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, repeat

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import prompt_key, window_end
from habitcoach.core.contact_slots import contact_slot
from habitcoach.core.habit import Habit
from habitcoach.core.ledger import DayLog
from habitcoach.core.prompt import PromptKey, habit_subject
from habitcoach.core.trigger import Contact
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes in the log."""

    work_date: date
    slot: str | None


def places_of(agenda: Agenda, store: Store, log: DayLog, habit: Habit, at: datetime) -> Iterator[Place]:
    """Yield, without end, the places that answers made at `at` take one after the other; `log` is that day's.

    The open occasion whose window contains the time; else the next open one of the work date; else the latest
    unanswered earlier one; else none.
    """
    day = agenda.calendar.work_date(at)
    version = habit.version_on(day) or habit.newest
    if isinstance(version.trigger, Contact):
        return repeat(Place(day, contact_slot(day)))
    free = [one for one in agenda.occasions(habit, day) if one.slot not in log.answered_slots]
    running = [one for one in free if one.due <= at < window_end(one, store.prompt(prompt_key(one)))]
    ahead = [one for one in free if one.due > at]
    behind = [one for one in reversed(free) if one.due <= at and one not in running]
    places = [Place(day, one.slot) for one in (*running, *ahead, *behind)]
    return chain(places, repeat(Place(day, None)))


def date_of_slot(agenda: Agenda, store: Store, habit: Habit, slot: str) -> date:
    """Return the work date of a slot answered on a screen; that of a week or month does not name it."""
    named, _, _ = slot.rpartition("/")
    if named:
        return date.fromisoformat(named)
    prompt = store.prompt(PromptKey(habit_subject(habit.id), slot))
    return agenda.today if prompt is None else prompt.work_date
