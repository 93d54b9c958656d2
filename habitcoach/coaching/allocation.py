"""Which occasion an answer belongs to. interfaces.md, `done`."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.occasion_views import prompt_key, window_end
from habitcoach.coaching.standings import Standings
from habitcoach.core.habit import Habit
from habitcoach.core.judging import contact_slot
from habitcoach.core.ledger import DayLog
from habitcoach.core.occasions import Occasion
from habitcoach.core.trigger import Contact
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes in the log."""

    work_date: date
    slot: str | None


def place_of(agenda: Agenda, store: Store, standings: Standings, habit: Habit, at: datetime) -> Place:
    """Return the place an answer made at `at` takes.

    The open occasion whose window contains the time; else the next open one of the work date; else the latest
    unanswered earlier one; else none.
    """
    day = agenda.calendar.work_date(at)
    version = habit.version_on(day) or habit.newest
    if isinstance(version.trigger, Contact):
        return Place(day, contact_slot(day))
    log = standings.of(agenda, habit).day(day)
    free = [one for one in agenda.occasions(habit, day) if not _answered(one, log)]
    chosen = (
        next((one for one in free if one.due <= at < window_end(one, store.prompt(prompt_key(one)))), None)
        or next((one for one in free if one.due > at), None)
        or (free[-1] if free else None)
    )
    return Place(day, None if chosen is None else chosen.slot)


def _answered(occasion: Occasion, log: DayLog) -> bool:
    return occasion.slot in log.done_slots | log.skipped_slots | log.closed_slots


def date_of_slot(agenda: Agenda, store: Store, habit: Habit, slot: str) -> date:
    """Return the work date of a slot the agent answered on a screen."""
    for prompt in store.prompts_of(habit.id, agenda.today - _LOOK_BACK):
        if prompt.key.slot == slot:
            return prompt.work_date
    return agenda.today


_LOOK_BACK = date.resolution * 31  # a month's one occasion may be answered late
