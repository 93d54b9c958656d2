"""Rosters as JSON, the form of interfaces.md."""

from collections.abc import Mapping
from datetime import date

from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NAME, clean_line, required_line
from habitcoach.core.jsonshape import Shape, parse_wall_time
from habitcoach.core.roster import Roster, ShiftPattern, length_of, minutes_into

MAX_CYCLE = 366


def roster_from_json(value: object, today: date) -> Roster:
    """Read a roster; without `from_date` it holds from `today`, without `starts` its cycle starts then.

    Raises InputError naming the key at fault.
    """
    shape = Shape("roster", value, allowed={"from_date", "cycle_days", "starts", "shifts", "days"})
    from_date = shape.civil_date("from_date", today)
    shifts = _shifts(shape)
    days = _days(shape, shifts)
    if shape.integer("cycle_days", 1, MAX_CYCLE, default=len(days)) != len(days):
        raise InputError("roster.cycle_days", "not_the_days", days=len(days))
    return Roster(from_date, shape.civil_date("starts", from_date), shifts, days)


def _shifts(shape: Shape) -> dict[str, ShiftPattern]:
    value = shape.value("shifts")
    if not isinstance(value, dict) or not value:
        raise InputError("roster.shifts", "not_an_object")
    return {_shift_name(name): pattern_from_json(name, one) for name, one in value.items()}


def _shift_name(name: str) -> str:
    """Return a cleaned name; the empty one is the unnamed shift of the default roster."""
    return name if name == "" else required_line("roster.shifts", name, MAX_NAME)


def _days(shape: Shape, shifts: Mapping[str, ShiftPattern]) -> tuple[str | None, ...]:
    days = shape.value("days")
    if not isinstance(days, list) or not 1 <= len(days) <= MAX_CYCLE:
        raise InputError("roster.days", "not_a_day_list", high=MAX_CYCLE)
    named = tuple(clean_line(name) if isinstance(name, str) else name for name in days)
    for name in named:
        if name is not None and (not isinstance(name, str) or name not in shifts):
            raise InputError("roster.days", "unknown_shift", name=name, known=", ".join(shifts))
    return named


def pattern_from_json(name: str, value: object) -> ShiftPattern:
    """Read `{start, end, breaks: [[from, to], …]}`. Raises InputError naming the key at fault."""
    field = f"roster.shifts.{name}"
    shape = Shape(field, value, allowed={"start", "end", "breaks"})
    start, end = shape.wall_time("start"), shape.wall_time("end")
    if start == end:
        raise InputError(f"{field}.end", "empty_shift")
    breaks = shape.value("breaks", [])
    if not isinstance(breaks, list):
        raise InputError(f"{field}.breaks", "not_a_break_list")
    found = []
    for one in breaks:
        pair = [parse_wall_time(wall) for wall in one] if isinstance(one, list) else []
        if len(pair) != 2 or pair[0] is None or pair[1] is None:
            raise InputError(f"{field}.breaks", "not_a_break_list")
        found.append((pair[0], pair[1]))
    pattern = ShiftPattern(start, end, tuple(found))
    _refuse_disorder(field, pattern)
    return pattern


def _refuse_disorder(field: str, pattern: ShiftPattern) -> None:
    """Refuse breaks that overlap or lie outside the shift."""
    length = length_of(pattern)
    reached = 0
    for begin, end in pattern.breaks:
        starts, ends = minutes_into(pattern, begin), minutes_into(pattern, end)
        if not reached <= starts < ends <= length:
            raise InputError(f"{field}.breaks", "breaks_outside")
        reached = ends


def roster_to_json(roster: Roster) -> dict[str, object]:
    """Write a roster as interfaces.md does."""
    return {
        "from_date": roster.from_date.isoformat(),
        "cycle_days": len(roster.days),
        "starts": roster.cycle_start.isoformat(),
        "shifts": {name: pattern_to_json(one) for name, one in roster.shifts.items()},
        "days": list(roster.days),
    }


def pattern_to_json(pattern: ShiftPattern) -> dict[str, object]:
    """Write a shift's times."""
    breaks = [[f"{begin:%H:%M}", f"{end:%H:%M}"] for begin, end in pattern.breaks]
    return {"start": f"{pattern.start:%H:%M}", "end": f"{pattern.end:%H:%M}", "breaks": breaks}
