"""Promises: one-off commitments to a customer at a time. Algorithms.md, section 8."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NewType

from habitcoach.core.calendar import Calendar
from habitcoach.core.entry import EntryId, EntryKind
from habitcoach.core.wall import date_exists, instant

PromiseId = NewType("PromiseId", int)

#: The first prompt comes this long before the time promised.
EARLY = timedelta(minutes=10)
#: Answered by so long after its time, a promise is kept in time: the call takes a while, the answer follows.
GRACE = timedelta(minutes=10)
#: The prompt at the time waits at least this long, even where the work date ends sooner.
WAITS = timedelta(minutes=30)
#: Ticket and note are erased this long after the time promised.
TEXTS_STAY = timedelta(days=90)
#: Characters of a ticket.
MAX_TICKET = 60
#: A promise outside all shifts is offered this long after the next one starts.
INTO_SHIFT = timedelta(minutes=10)

_SUBJECT = "promise:"


class PromiseState(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    DROPPED = "dropped"


class PromiseAnswer(StrEnum):
    """What the agent did about a promise."""

    KEEP = "keep"
    RETIME = "retime"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment to a customer. All instants are UTC."""

    id: PromiseId
    made_at: datetime
    set_at: datetime  #: when it was given the time it has now
    due: datetime
    place: str  #: local minute it was promised for, "2026-11-23T15:40"; a later zone change moves nothing
    work_date: date  #: that its time belongs to, decided with it
    ticket: str = ""
    note: str = ""
    state: PromiseState = PromiseState.OPEN
    answered_at: datetime | None = None
    retimed: int = 0  #: how often it was given another time

    @property
    def open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.state is PromiseState.OPEN


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """An answer, and how the promise stood before it."""

    before: Promise
    answer: PromiseAnswer
    entry_id: EntryId  #: the line of the log that says so


@dataclass(frozen=True, slots=True)
class PromiseMoment:
    """A moment at which a promise is prompted; instants are UTC."""

    slot: str
    due: datetime
    closes: datetime  #: end of its window


@dataclass(frozen=True, slots=True)
class Counted:
    """What an answer adds to the log of its work date."""

    kind: EntryKind
    hits: int
    of: int


def promise_subject(promise_id: PromiseId) -> str:
    """Return the subject of a promise's prompts, "promise:7"."""
    return f"{_SUBJECT}{promise_id}"


def promise_of(subject: str) -> PromiseId | None:
    """Return the promise a subject names, None for any other subject."""
    return PromiseId(int(subject.removeprefix(_SUBJECT))) if subject.startswith(_SUBJECT) else None


def moments_of(promise: Promise, calendar: Calendar) -> tuple[PromiseMoment, ...]:
    """Return when a promise is prompted: 10 min before its time, if made before that, and at its time."""
    closes = max(calendar.end_of(promise.work_date), promise.due + WAITS)
    at_time = PromiseMoment(f"{promise.place}/due", promise.due, closes)
    early = promise.due - EARLY
    if promise.set_at >= early:
        return (at_time,)
    return PromiseMoment(f"{promise.place}/early", early, promise.due), at_time


def counted(promise: Promise, answer: PromiseAnswer, at: datetime) -> Counted:
    """Return what an answer comes to: hits = kept, of = due that work date.

    Re-timed before its time counts as kept; dropped before it, it was never due. Kept late is due only.
    """
    before = at < promise.due
    if answer is PromiseAnswer.DROP and before:
        return Counted(EntryKind.OPPORTUNITY, 0, 0)
    kept = before if answer is not PromiseAnswer.KEEP else in_time(promise, at)
    if kept and answer is not PromiseAnswer.DROP:
        return Counted(EntryKind.DONE, 1, 1)
    return Counted(EntryKind.OPPORTUNITY, 0, 1)


def in_time(promise: Promise, at: datetime) -> bool:
    """Whether a promise answered at an instant was kept rather than kept late."""
    return at <= promise.due + GRACE


def place_of(due: datetime, zone: tzinfo) -> str:
    """Return the local minute of an instant, "2026-11-23T15:40"."""
    return f"{due.astimezone(zone):%Y-%m-%dT%H:%M}"


def next_instant(wall: time, now: datetime, zone: tzinfo) -> datetime:
    """Return the next instant (UTC) after `now` at which clocks show a wall time.

    One that a day leaves out comes later by the gap; of one that it has twice, the second counts too.
    """
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=number) for number in range(4))
    return next(
        moment
        for day in days
        if date_exists(day, zone)
        for moment in _showing(wall, day, zone)
        if moment > now
    )


def _showing(wall: time, day: date, zone: tzinfo) -> Iterator[datetime]:
    """Yield the instants of a wall time on a day, the earlier one first."""
    yield instant(day, wall, zone)
    second = datetime.combine(day, wall, zone).replace(fold=1)
    found = second.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None, fold=0) == second.replace(tzinfo=None, fold=0):
        yield found


def on_duty_instead(due: datetime, calendar: Calendar) -> datetime | None:
    """Return when the agent is next on duty after an off-duty instant: 10 min into the next shift, if any."""
    following = calendar.next_shift(due)
    return None if following is None else min(following.start + INTO_SHIFT, following.end)
