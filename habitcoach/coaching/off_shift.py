"""Clock times that a habit names and no shift contains: the editor shows them among the coming cues."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.habit import Draft, HabitId
from habitcoach.core.recurrence import falls_on
from habitcoach.core.trigger import At
from habitcoach.core.wall import DAY, instant

#: More of them would leave no room for the cues that do come.
MOST_SHOWN = 2
_AHEAD = timedelta(days=14)


def held_since(agenda: Agenda, draft: Draft, own: HabitId | None) -> date:
    """Return since when a habit has the draft's trigger: every so many weeks are counted from there."""
    before = None if own is None else agenda.habit(own)
    versions = () if before is None else before.versions
    return next((one.from_date for one in versions if one.trigger == draft.trigger), agenda.today)


def off_shift(agenda: Agenda, draft: Draft, own: HabitId | None = None) -> list[datetime]:
    """Return the next clock times that fall on a day with a shift but outside it, in the agent's zone.

    None where the cue is to come all the same, or has no clock time at all.
    """
    trigger = draft.trigger
    if not isinstance(trigger, At) or trigger.anyway:
        return []
    found: list[datetime] = []
    day, since = agenda.today, held_since(agenda, draft, own)
    while len(found) < MOST_SHOWN and day <= agenda.today + _AHEAD:
        if falls_on(trigger, day, since, agenda.setting.week_start):
            found += sorted(due for due in _outside(agenda, trigger, day) if due > agenda.now)
        day += DAY
    return [agenda.local(due) for due in found[:MOST_SHOWN]]


def _outside(agenda: Agenda, trigger: At, day: date) -> Iterator[datetime]:
    shift, zone = agenda.calendar.shift_on(day), agenda.calendar.zone_on(day)
    if shift is None:
        return
    for wall in trigger.times:
        due = instant(day, wall, zone)
        # 02:00 belongs to the night that began the evening before.
        if not any(shift.contains(one) for one in (due, instant(day + DAY, wall, zone))):
            yield due
