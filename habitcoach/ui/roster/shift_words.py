"""How shifts are called and drawn wherever one is chosen."""

from habitcoach.core.roster import ShiftPattern
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text

_LATE_FROM = 11  # hours of the start
_NIGHT_FROM = 18
_NIGHT_TO = 4


def shift_icon(pattern: ShiftPattern) -> str:
    """Return the icon of a shift: sunrise, sun or moon, by the hour it starts."""
    if not _NIGHT_TO <= pattern.start.hour < _NIGHT_FROM:
        return "moon"
    return "sunrise" if pattern.start.hour < _LATE_FROM else "sun"


def hours_text(pattern: ShiftPattern) -> str:
    """Return "08:00 to 16:30"."""
    return tr("{start} to {end}", start=time_text(pattern.start), end=time_text(pattern.end))


def short_name(name: str, pattern: ShiftPattern) -> str:
    """Return what a small place calls a shift: its name, else when it starts."""
    return name or time_text(pattern.start)


def full_name(name: str, pattern: ShiftPattern) -> str:
    """Return the name with the hours, "Early, 08:00 to 16:30"; the hours alone where it has no name."""
    hours = hours_text(pattern)
    return tr("{shift}, {hours}", shift=name, hours=hours) if name else hours
