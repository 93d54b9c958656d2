"""The coming cues as a calendar file, for a phone or a wall. They block no time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import icalendar

_LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class CalendarCue:
    """One cue."""

    habit_id: int
    habit: str
    plan: str  #: its sentence
    slot: str
    due_at: datetime  #: with an offset


def cue_calendar(cues: Iterable[CalendarCue], made_at: datetime) -> bytes:
    """Return an iCalendar file; the same cue has the same UID in every export."""
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//HabitCoach//Cues//EN")
    for one in cues:
        entry = icalendar.Event()
        entry.add("uid", f"{one.habit_id}-{one.slot}@habitcoach")
        entry.add("dtstamp", made_at.astimezone(UTC))
        entry.add("dtstart", one.due_at.astimezone(UTC))
        entry.add("duration", _LASTS)
        entry.add("summary", one.habit)
        entry.add("description", one.plan)
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
