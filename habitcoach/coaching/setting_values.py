"""How what is chosen for a setting is read: each reader returns the value as it is kept, or refuses it."""

from collections.abc import Callable
from datetime import time

from habitcoach.core.errors import InputError
from habitcoach.core.jsonshape import parse_wall_time

ON, OFF = "on", "off"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: Takes the field to name in a refusal and the text; raises InputError.
Reader = Callable[[str, str], str]


def one_of(*choices: str) -> Reader:
    """Return what reads one of some words."""

    def read(field: str, text: str) -> str:
        if text not in choices:
            raise InputError(field, "not_a_choice", choices=", ".join(choices))
        return text

    return read


def some_of(*choices: str) -> Reader:
    """Return what reads none, one or several of some words with commas between, in no order."""

    def read(field: str, text: str) -> str:
        wanted = {one.strip() for one in text.split(",") if one.strip()}
        if not wanted <= set(choices):
            raise InputError(field, "not_a_choice", choices=", ".join(choices))
        return ",".join(one for one in choices if one in wanted)

    return read


def whole_number(low: int, high: int) -> Reader:
    """Return what reads a whole number in a range."""

    def read(field: str, text: str) -> str:
        number = int(text) if text.isascii() and text.isdigit() else low - 1
        if not low <= number <= high:
            raise InputError(field, "not_in_range", low=low, high=high)
        return str(number)

    return read


def wall_time(field: str, text: str) -> str:
    """Read a wall time."""
    found = parse_wall_time(text)
    if found is None:
        raise InputError(field, "not_a_time_of_day")
    return clock_text(found)


def weekday(field: str, text: str) -> str:
    """Read a weekday by its English name, or by its number from 1 for Monday."""
    numbers = [str(number) for number in range(1, len(_WEEKDAYS) + 1)]
    if text in numbers:
        return text
    if text.casefold() not in _WEEKDAYS:
        raise InputError(field, "not_a_choice", choices=", ".join(_WEEKDAYS))
    return numbers[_WEEKDAYS.index(text.casefold())]


def clock_text(wall: time) -> str:
    """Write a wall time as it is kept."""
    return f"{wall:%H:%M}"
