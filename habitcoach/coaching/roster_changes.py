"""The agent's shifts edited: names, hours and breaks, from a date on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NAME, clean_line, name_key, optional_line, required_line
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.roster_json import pattern_from_json, pattern_to_json


@dataclass(frozen=True, slots=True)
class TypedShift:
    """A shift as it stands in the dialog."""

    name: str
    start: time
    end: time
    breaks: tuple[tuple[time, time], ...] = ()
    was: str | None = None  #: what the roster calls it; None for a new one


@dataclass(frozen=True, slots=True)
class ShiftFault:
    """What is wrong with one of the shifts."""

    index: int
    error: InputError


def typed_shifts(roster: Roster) -> tuple[TypedShift, ...]:
    """Return a roster's shifts to be edited, in their order."""
    return tuple(
        TypedShift(name, one.start, one.end, one.breaks, was=name) for name, one in roster.shifts.items()
    )


def faults_in_shifts(typed: Sequence[TypedShift]) -> list[ShiftFault]:
    """Return what is wrong, one fault at most for each shift. A shift that is alone needs no name."""
    found = []
    taken: set[str] = set()
    for index, one in enumerate(typed):
        try:
            _refuse(one, taken, alone=len(typed) == 1)
        except InputError as error:
            found.append(ShiftFault(index, error))
        taken.add(name_key(clean_line(one.name)))
    return found


def roster_with(roster: Roster, typed: Sequence[TypedShift], from_date: date) -> Roster:
    """Return the roster with these shifts, from a date on; days of a shift that is gone are off.

    Raises InputError for the first fault.
    """
    faults = faults_in_shifts(typed)
    if faults:
        raise faults[0].error
    names = {one.was: clean_line(one.name) for one in typed if one.was is not None}
    shifts = {clean_line(one.name): ShiftPattern(one.start, one.end, one.breaks) for one in typed}
    days = tuple(None if day is None else names.get(day) for day in roster.days)
    return replace(roster, from_date=from_date, shifts=shifts, days=days)


def _refuse(one: TypedShift, taken: set[str], *, alone: bool) -> None:
    name = optional_line("name", one.name, MAX_NAME) if alone else required_line("name", one.name, MAX_NAME)
    if name_key(name) in taken:
        raise InputError("name", "shift_name_taken", name=name)
    try:
        pattern_from_json(name, pattern_to_json(ShiftPattern(one.start, one.end, one.breaks)))
    except InputError as error:
        # Its field names the place in a file; here the shift is known.
        raise InputError(error.field.rpartition(".")[2], error.code, **error.params) from None
