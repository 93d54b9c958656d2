"""What is said about today's shift when it is chosen."""

from habitcoach.coaching.shift_choices import NamedShift, ShiftChoices
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text


def hours_text(shift: NamedShift) -> str:
    """Return the hours, "08:00 to 16:30"."""
    return tr("{start} to {end}", start=time_text(shift.start), end=time_text(shift.end))


def short_text(shift: NamedShift) -> str:
    """Return what a small place calls a shift: its name, else when it starts."""
    return shift.name or time_text(shift.start)


def choice_text(shift: NamedShift) -> str:
    """Return a shift with its hours, "Early, 08:00 to 16:30"."""
    if not shift.name:
        return hours_text(shift)
    return tr("{name}, {hours}", name=shift.name, hours=hours_text(shift))


def current_text(choices: ShiftChoices) -> str:
    """Return what today is, "Early"; its hours too where they are not those of the roster's shift."""
    current = choices.current
    if current is None:
        return tr("Day off")
    return current.name if current.name and current in choices.shifts else choice_text(current)


def chosen_text(now: NamedShift | None) -> str:
    """Return what a choice came to."""
    if now is None:
        return tr("Today is off. Your streaks rest.")
    return tr("Today you are on: {shift}", shift=choice_text(now))


def shift_icon(current: NamedShift | None) -> str:
    """Return the icon of a shift by when it begins."""
    if current is None:
        return "sun"
    hour = current.start.hour
    return "sunrise" if 3 <= hour < 11 else "sun" if 11 <= hour < 17 else "moon"
