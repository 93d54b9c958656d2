"""Shifts and holds as windows and commands show them: in the agent's zone."""

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.views import HoldView, ShiftView
from habitcoach.core.calendar import Shift


def shift_view(agenda: Agenda, shift: Shift) -> ShiftView:
    """Return a shift in the agent's zone."""
    breaks = tuple((agenda.local(begin), agenda.local(end)) for begin, end in shift.breaks)
    return ShiftView(shift.name, agenda.local(shift.start), agenda.local(shift.end), breaks)


def hold_view(agenda: Agenda) -> HoldView | None:
    """Return what holds the cues of every habit now."""
    running = [one for one in agenda.holds if one.habit_id is None and one.runs(agenda.now)]
    running = running or [one for one in agenda.breaks if one.runs(agenda.now)]
    if not running:
        return None
    # What the agent said comes before what the system sees, and of that nobody knows the end.
    longest = max(running, key=lambda one: (not one.reason.open_ended, one.until))
    return HoldView(longest.reason, agenda.local(longest.since), agenda.local(longest.until))
