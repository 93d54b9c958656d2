"""One VEVENT of RFC 5545 as it stands in the file: the only words of the library that the rest hears."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
from icalendar.prop import vRecur

from habitcoach.core.fields import MAX_NAME, clean_line, is_visible
from habitcoach.core.wall import DAY
from habitcoach.interchange.repeating import Frequency, Rule

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: Parts of a rule that are followed. An entry with others is left out, except for those of its own start.
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"}
_OF_THE_START = {"BYHOUR", "BYMINUTE", "BYSECOND"}

# What the parser of a library may raise on bytes from anywhere; MemoryError and interrupts go on.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


#: A date is a whole day; a datetime without a zone is in the agent's.
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Repeats:
    """An RRULE with its end."""

    rule: Rule
    count: int | None
    until: Moment | None  #: the last start there may be


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT as it stands in the file."""

    uid: str
    sequence: int  #: of two versions the higher one is newer
    cancelled: bool
    start: Moment
    end: Moment | timedelta  #: excluded; or how long it lasts
    summary: str  #: one line of at most 60 characters, "" when it has none
    free: bool  #: it does not block the time
    away: bool  #: out of office
    repeats: Repeats | None
    also: tuple[Moment, ...]  #: further starts
    never: tuple[Moment, ...]  #: starts that are left out
    instead_of: Moment | None  #: which start of a repeated event it replaces


def read_event(component: icalendar.Component, no_uid: str) -> Event:
    """Read a VEVENT; without a UID it gets `no_uid`. Raises one of `UNREADABLE`."""
    start = _only(component, "DTSTART").dt
    if not isinstance(start, date):
        raise TypeError(start)
    instead_of = _only(component, "RECURRENCE-ID")
    rule = _only(component, "RRULE")
    return Event(
        uid=str(_only(component, "UID", no_uid)),
        sequence=int(_only(component, "SEQUENCE", 0)),
        cancelled=_word(component, "STATUS") == "CANCELLED",
        start=start,
        end=_end_of(component, start),
        summary=_summary(str(_only(component, "SUMMARY", ""))),
        free=_word(component, "TRANSP") == "TRANSPARENT",
        away=_word(component, "X-MICROSOFT-CDO-BUSYSTATUS") == "OOF",
        repeats=None if rule is None else _repeats(rule, start),
        also=tuple(_moments(component.get("RDATE"))),
        never=tuple(_moments(component.get("EXDATE"))),
        instead_of=None if instead_of is None else instead_of.dt,
    )


def _only(component: icalendar.Component, name: str, default: object = None) -> Any:  # noqa: ANN401  # its types are its own
    """Return a property; the first where a file has several."""
    value = component.get(name, default)
    return value[0] if isinstance(value, list) else value


def _word(component: icalendar.Component, name: str) -> str:
    return str(_only(component, name, "")).upper()


def _end_of(component: icalendar.Component, start: Moment) -> Moment | timedelta:
    """Return the end or the length of an event. Raises TypeError for an end unlike its start."""
    found = _only(component, "DTEND") or _only(component, "DURATION")
    if found is None:
        return timedelta() if isinstance(start, datetime) else DAY
    end: Moment | timedelta = found.dt
    if not isinstance(end, timedelta) and isinstance(end, datetime) is not isinstance(start, datetime):
        raise TypeError(end)
    return end


def _summary(text: str) -> str:
    line = clean_line(text)[:MAX_NAME].strip()
    return line if is_visible(line) else ""


def _moments(value: Any) -> Iterator[Moment]:  # noqa: ANN401  # its types are its own
    for one in value if isinstance(value, list) else [] if value is None else [value]:
        for moment in one.dts:
            yield moment.dt[0] if isinstance(moment.dt, tuple) else moment.dt


def end_of(event: Event, start: Moment) -> Moment:
    """Return the end of an occurrence: a length is exact, an end keeps its wall time."""
    if isinstance(event.end, timedelta):
        if isinstance(start, datetime) and start.tzinfo is not None:
            return (start.astimezone(UTC) + event.end).astimezone(start.tzinfo)
        return start + event.end
    if not isinstance(event.end, datetime) or not isinstance(event.start, datetime):
        return start + (day_of(event.end) - day_of(event.start))
    if start == event.start or event.start.tzinfo is None or event.end.tzinfo is None:
        return event.end + (start - event.start)
    apart = event.end.astimezone(event.start.tzinfo).replace(tzinfo=None) - event.start.replace(tzinfo=None)
    return start + apart


def day_of(moment: Moment) -> date:
    """Return the date of a moment, as its own zone has it."""
    return moment.date() if isinstance(moment, datetime) else moment


def _first(recur: vRecur, key: str, default: object) -> Any:  # noqa: ANN401  # its types are its own
    value = recur.get(key, default)
    return value[0] if isinstance(value, list) else value


def _repeats(recur: vRecur, start: Moment) -> Repeats:
    """Read an RRULE. Raises one of `UNREADABLE` when it is not of the known kind."""
    own = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}
    for key in recur:
        name = str(key).upper()
        if name in _OF_THE_START and list(recur[key]) == [getattr(start, own[name], None)]:
            continue
        if name not in _KNOWN:
            raise ValueError(name)
    rule = Rule(
        Frequency(str(_first(recur, "FREQ", "")).upper()),
        max(1, int(_first(recur, "INTERVAL", 1))),
        tuple(_weekday(str(one)) for one in _all(recur, "BYDAY")),
        tuple(int(one) for one in _all(recur, "BYMONTH")),
        tuple(int(one) for one in _all(recur, "BYMONTHDAY")),
        tuple(int(one) for one in _all(recur, "BYSETPOS")),
        _WEEKDAYS.index(str(_first(recur, "WKST", "MO")).upper()),
    )
    count = _first(recur, "COUNT", None)
    return Repeats(rule, None if count is None else int(count), _first(recur, "UNTIL", None))


def _all(recur: vRecur, key: str) -> list[Any]:
    value = recur.get(key, [])
    return value if isinstance(value, list) else [value]


def _weekday(text: str) -> tuple[int, int]:
    """Read "MO" or "-1FR"."""
    nth = int(text[:-2] or 0)
    if not -5 <= nth <= 5:
        raise ValueError(text)
    return nth, _WEEKDAYS.index(text[-2:].upper())
