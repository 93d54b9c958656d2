"""Absence is a question: dates of which nobody knows whether the agent worked. Algorithms.md, section 3."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.views import AbsenceView
from habitcoach.core.duty import ABSENT, WORKED, DutyChange
from habitcoach.core.errors import RefusedError
from habitcoach.core.wall import DAY
from habitcoach.ports import Clock, Store

#: How long after the agent is back the question stands; after that, the dates were off.
ASKED_FOR = timedelta(days=14)


class Absence:
    """Takes the answer to where the agent was."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def was_off(self, days: Iterable[date]) -> list[date]:
        """Make dates in question days off; return which they were. Raises RefusedError when there is none."""
        return self._answer(days, ABSENT)

    def worked(self, days: Iterable[date]) -> list[date]:
        """Have dates in question judged as worked; return which they were. Raises RefusedError."""
        return self._answer(days, WORKED)

    def ask_again(self, days: Iterable[date]) -> list[date]:
        """Take the answer for dates back; return which they were. Raises RefusedError when there was none."""
        return self._answer(days, "")

    def _answer(self, days: Iterable[date], reason: str) -> list[date]:
        agenda = read_agenda(self._store, self._clock)
        fits = _is_answered if reason == "" else _can_be_answered
        found = [day for day in days if fits(agenda, day)]
        if not found:
            raise RefusedError("not_in_question")
        with self._store.writing():
            self._store.put_duty(*(replace(as_lived(agenda, day), reason=reason) for day in found))
            self._store.mark_seen(found, seen=reason == WORKED)
        self._announcer.announce(Changed())
        return found


def question(agenda: Agenda) -> AbsenceView | None:
    """Return the first stretch of dates that the agent is to be asked about."""
    for gap, back in _gaps(agenda):
        if agenda.today - back < ASKED_FOR:
            return AbsenceView(gap[0], gap[-1], tuple(gap))
    return None


def overdue(agenda: Agenda) -> list[date]:
    """Return the dates about which the agent was asked for long enough: they were off."""
    return [day for gap, back in _gaps(agenda) if agenda.today - back >= ASKED_FOR for day in gap]


def passed_dates(agenda: Agenda) -> Sequence[date]:
    """Return the dates that have passed since the first habit began; earlier ones matter to none."""
    first = min((habit.first_date for habit in agenda.habits), default=date.max)
    until = max(agenda.today, agenda.calendar.passed)
    return [first + number * DAY for number in range((until - first).days)]


def as_lived(agenda: Agenda, day: date) -> DutyChange:
    """Return a date as it is judged now, to be written down."""
    name, pattern = agenda.calendar.plan_on(day)
    record = agenda.calendar.duty.on(day) or DutyChange(day, name, pattern, changed=False)
    return replace(record, name=name, pattern=pattern, lived=agenda.calendar.lived(day))


def _gaps(agenda: Agenda) -> Iterator[tuple[list[date], date]]:
    """Yield stretches of dates in question, each with the date on which the agent was back."""
    gap: list[date] = []
    unknown = agenda.setting.attendance.unknown
    for day in passed_dates(agenda):
        if unknown(day):
            gap += [day] if _is_in_question(agenda, day) else []
        elif gap:
            yield gap, day
            gap = []
    if gap:
        yield gap, agenda.today


def _is_in_question(agenda: Agenda, day: date) -> bool:
    """Whether a date of which nobody knows anything had a shift, and a habit that could have been kept."""
    shift = agenda.calendar.shift_on(day)
    if shift is None or not agenda.setting.unknown(day):
        return False
    return any(
        one.first_date <= day and one.created_at < shift.start and not agenda.setting.paused(one, day)
        for one in agenda.habits
    )


def _is_answered(agenda: Agenda, day: date) -> bool:
    record = agenda.calendar.duty.on(day)
    return record is not None and record.reason in {ABSENT, WORKED} and record.pattern is not None


def _can_be_answered(agenda: Agenda, day: date) -> bool:
    return _is_in_question(agenda, day) or _is_answered(agenda, day)
