"""A promise before it is made: which day its time falls on, and what speaks against it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.promise import EARLY, next_instant, on_duty_instead

#: A promise for after the shift is offered so long before its end: there is time to keep it and leave.
BEFORE_END = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class PromiseOffer:
    """A time typed for a promise. Instants are in the agent's zone."""

    due_at: datetime
    today: bool  #: the calendar day that runs
    early_at: datetime | None  #: its reminder before the time; None where that is over already
    off_duty: bool  #: no shift runs then
    shift_end: datetime | None  #: of today's shift, where the time lies after it
    instead: datetime | None  #: a time on duty to offer, None when nobody knows one


def promise_offer(wall: time, agenda: Agenda) -> PromiseOffer:
    """Return what a promise would be for the next time clocks show `wall`."""
    due = next_instant(wall, agenda.now, agenda.zone)
    today = agenda.local(due).date() == agenda.local(agenda.now).date()
    off_duty = agenda.calendar.shift_at(due) is None
    ends = _shift_end(due, agenda) if off_duty else None
    instead = _instead(due, ends, agenda) if off_duty else None
    early = due - EARLY
    return PromiseOffer(
        due_at=agenda.local(due),
        today=today,
        early_at=agenda.local(early) if early > agenda.now else None,
        off_duty=off_duty,
        shift_end=agenda.local(ends) if ends is not None and today else None,
        instead=None if instead is None else agenda.local(instead),
    )


def _shift_end(due: datetime, agenda: Agenda) -> datetime | None:
    """Return the end of the shift that runs, or of today's, where the time lies after it."""
    shift = agenda.calendar.shift_at(agenda.now) or agenda.calendar.shift_on(agenda.today)
    return None if shift is None or due < shift.end else shift.end


def _instead(due: datetime, ends: datetime | None, agenda: Agenda) -> datetime | None:
    """Return the time on duty nearest to `due`: before this shift ends, or 10 min into the next one.

    The former only where its reminder still lies ahead.
    """
    following = on_duty_instead(due, agenda.calendar)
    offered = [] if following is None else [following]
    if ends is not None and agenda.now + EARLY < ends - BEFORE_END:
        offered.append(ends - BEFORE_END)
    return min(offered, key=lambda one: abs(one - due), default=None)
