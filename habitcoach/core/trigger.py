"""Triggers: what tells the app when to show a cue. Their occasions are reckoned in `occasions`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import assert_never

from habitcoach.core.errors import InputError
from habitcoach.core.jsonshape import Shape
from habitcoach.core.target import Per

EVERY_WEEKDAY = (1, 2, 3, 4, 5, 6, 7)
NTHS = (1, 2, 3, 4, 5, -1)
LAST_DAY = 31
MAX_WEEKS = 52
REACH = 30  #: minutes an offset may lie outside the shift
MAX_OFFSET = 24 * 60
_MOST_HABITS = 2**31


class ShiftAnchor(StrEnum):
    """The moment of a shift that a cue hangs on."""

    START = "start"
    MIDDLE = "middle"
    AFTER_BREAK = "after_break"
    END = "end"


class Which(StrEnum):
    """Which shift of a week or month."""

    FIRST = "first"
    LAST = "last"


class Edge(StrEnum):
    """The end of that shift that a cue hangs on."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """One weekday a month, such as the 2nd Wednesday."""

    nth: int  #: 1 … 5, -1 the last; a month without a fifth has none
    weekday: int  #: ISO


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day a month; in a month too short for it, that month's last day."""

    day: int  #: 1 … 31


@dataclass(frozen=True, slots=True)
class At:
    """At wall times, on some ISO weekdays of the work date or on one date a month."""

    times: tuple[time, ...]
    weekdays: tuple[int, ...] = EVERY_WEEKDAY
    anyway: bool = False  #: also outside the shift and on days off
    weeks: int = 1  #: every so many weeks, counted from the first version with this trigger
    monthly: NthWeekday | MonthDay | None = None  #: in place of weekdays and weeks


@dataclass(frozen=True, slots=True)
class Every:
    """Every so many minutes of the shift, or of a window within it."""

    minutes: int
    start: time | None = None  #: None means the start of the shift
    end: time | None = None  #: excluded


@dataclass(frozen=True, slots=True)
class AroundShift:
    """At a moment of every shift."""

    anchor: ShiftAnchor
    offset: int = 0  #: minutes, negative before the anchor
    nth: int | None = None  #: which break; None every one, -1 the last


@dataclass(frozen=True, slots=True)
class OncePer:
    """At one edge of the first or last shift of a week or a month."""

    per: Per  #: week or month
    which: Which
    edge: Edge
    offset: int = 0  #: minutes, negative before the edge


@dataclass(frozen=True, slots=True)
class After:
    """Some minutes after another habit was done, each time it was."""

    habit: int  #: that habit's number
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """The agent meets the cue in every contact: counted, never prompted."""


@dataclass(frozen=True, slots=True)
class Manual:
    """Logged when it happens, never prompted."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Counted by the promises the agent makes, never prompted itself: of the built-in promise habit alone."""


Trigger = At | Every | AroundShift | OncePer | After | Contact | Manual | Promised


def natural_period(trigger: Trigger) -> Per:
    """The period a target takes when none is given."""
    return trigger.per if isinstance(trigger, OncePer) else Per.DAY


def trigger_from_json(value: object) -> Trigger:
    """Read a trigger as interfaces.md writes it. Raises InputError naming the key at fault."""
    kind = value.get("kind") if isinstance(value, dict) else None
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if not isinstance(value, dict):
        raise InputError("trigger", "not_an_object")
    if reader is None:
        raise InputError("trigger.kind", "not_a_choice", choices=", ".join(OFFERED))
    return reader(value)


def _at(value: object) -> Trigger:
    known = {"kind", "times", "weekdays", "weeks", "nth", "monthday", "anyway"}
    shape = Shape("trigger", value, allowed=known)
    times, anyway = shape.wall_times("times"), shape.boolean("anyway", default=False)
    weekdays = shape.integers("weekdays", EVERY_WEEKDAY) if shape.has("weekdays") else EVERY_WEEKDAY
    weeks = shape.integer("weeks", 1, MAX_WEEKS, default=1)
    chosen = [key for key in ("weekdays", "nth", "monthday") if shape.has(key)]
    if len(chosen) > 1:
        raise InputError(f"trigger.{chosen[1]}", "only_one_of", keys=", ".join(chosen))
    monthly = _monthly(shape)
    if monthly is not None and weeks > 1:
        raise InputError("trigger.weeks", "only_with_weekdays")
    return At(times, weekdays, anyway, weeks, monthly)


def _monthly(shape: Shape) -> NthWeekday | MonthDay | None:
    if shape.has("monthday"):
        return MonthDay(shape.integer("monthday", 1, LAST_DAY))
    if not shape.has("nth"):
        return None
    match shape.value("nth"):
        case [int() as nth, int() as weekday] if _is_nth(nth) and _is_weekday(weekday):
            return NthWeekday(nth, weekday)
        case _:
            raise InputError("trigger.nth", "not_an_nth")


def _is_nth(nth: int) -> bool:
    return type(nth) is int and nth in NTHS


def _is_weekday(weekday: int) -> bool:
    return type(weekday) is int and weekday in EVERY_WEEKDAY


def _every(value: object) -> Trigger:
    shape = Shape("trigger", value, allowed={"kind", "minutes", "from", "to"})
    minutes = shape.integer("minutes", 5, MAX_OFFSET)
    if shape.has("from") != shape.has("to"):
        raise InputError("trigger.to" if shape.has("from") else "trigger.from", "missing_key")
    if not shape.has("from"):
        return Every(minutes)
    start, end = shape.wall_time("from"), shape.wall_time("to")
    if start == end:
        raise InputError("trigger.to", "empty_window")
    return Every(minutes, start, end)


def _shift(value: object) -> Trigger:
    shape = Shape("trigger", value, allowed={"kind", "anchor", "nth", "offset"})
    anchor = shape.choice("anchor", ShiftAnchor)
    offset = shape.integer("offset", -MAX_OFFSET, MAX_OFFSET, default=0)
    if anchor is ShiftAnchor.START and offset < -REACH:
        raise InputError("trigger.offset", "not_in_range", low=-REACH, high=MAX_OFFSET)
    if anchor is ShiftAnchor.END and offset > REACH:
        raise InputError("trigger.offset", "not_in_range", low=-MAX_OFFSET, high=REACH)
    if not shape.has("nth") or shape.value("nth") is None:
        return AroundShift(anchor, offset)
    if anchor is not ShiftAnchor.AFTER_BREAK:
        raise InputError("trigger.nth", "only_for_breaks")
    nth = shape.integer("nth", -1, 9)
    if nth == 0:
        raise InputError("trigger.nth", "not_a_break")
    return AroundShift(anchor, offset, nth)


def _once_per(per: Per) -> Callable[[object], Trigger]:
    def read(value: object) -> Trigger:
        shape = Shape("trigger", value, allowed={"kind", "shift", "anchor", "offset"})
        edge = shape.choice("anchor", Edge)
        low, high = (-REACH, MAX_OFFSET) if edge is Edge.START else (-MAX_OFFSET, REACH)
        return OncePer(per, shape.choice("shift", Which), edge, shape.integer("offset", low, high, default=0))

    return read


def _after(value: object) -> Trigger:
    shape = Shape("trigger", value, allowed={"kind", "habit", "minutes"})
    return After(shape.integer("habit", 1, _MOST_HABITS), shape.integer("minutes", 0, MAX_OFFSET, default=0))


def _contact(value: object) -> Trigger:
    Shape("trigger", value, allowed={"kind"})
    return Contact()


def _manual(value: object) -> Trigger:
    Shape("trigger", value, allowed={"kind"})
    return Manual()


def _promise(value: object) -> Trigger:
    Shape("trigger", value, allowed={"kind"})
    return Promised()


_READERS = {
    "at": _at,
    "every": _every,
    "shift": _shift,
    "week": _once_per(Per.WEEK),
    "month": _once_per(Per.MONTH),
    "after": _after,
    "contact": _contact,
    "manual": _manual,
    "promise": _promise,
}
#: What an agent can choose from.
OFFERED = [kind for kind in _READERS if kind != "promise"]


def trigger_to_json(trigger: Trigger) -> dict[str, object]:
    """Write a trigger as interfaces.md does."""
    found: dict[str, object]
    match trigger:
        case At():
            found = {"kind": "at", "times": [f"{one:%H:%M}" for one in trigger.times]}
            found |= _days_to_json(trigger) | {"anyway": trigger.anyway}
        case Every():
            found = {"kind": "every", "minutes": trigger.minutes}
            if trigger.start is not None and trigger.end is not None:
                found |= {"from": f"{trigger.start:%H:%M}", "to": f"{trigger.end:%H:%M}"}
        case AroundShift():
            found = {"kind": "shift", "anchor": trigger.anchor.value, "offset": trigger.offset}
            found |= {} if trigger.nth is None else {"nth": trigger.nth}
        case OncePer():
            found = {"kind": trigger.per.value, "shift": trigger.which.value}
            found |= {"anchor": trigger.edge.value, "offset": trigger.offset}
        case After():
            found = {"kind": "after", "habit": trigger.habit, "minutes": trigger.minutes}
        case Contact():
            found = {"kind": "contact"}
        case Manual():
            found = {"kind": "manual"}
        case Promised():
            found = {"kind": "promise"}
        case unknown:
            assert_never(unknown)
    return found


def _days_to_json(trigger: At) -> dict[str, object]:
    if isinstance(trigger.monthly, NthWeekday):
        return {"nth": [trigger.monthly.nth, trigger.monthly.weekday]}
    if isinstance(trigger.monthly, MonthDay):
        return {"monthday": trigger.monthly.day}
    found: dict[str, object] = {"weekdays": list(trigger.weekdays)}
    return found | {"weeks": trigger.weeks} if trigger.weeks > 1 else found
