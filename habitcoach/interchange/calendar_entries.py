"""The entries of an iCalendar file (RFC 5545), repeated ones spelled out, in the agent's wall time."""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import icalendar
from icalendar.timezone import tzp

from habitcoach.core.errors import InputError
from habitcoach.interchange.repeating import Budget, dates_of
from habitcoach.interchange.vevent import UNREADABLE, Event, Moment, day_of, end_of, read_event

#: Days that the rules of one file may look at together; some two seconds.
_STEPS = 1_000_000
_MOST = 50_000
_MOST_EVENTS = 20_000
_OLDEST = timedelta(days=3653)
_FARTHEST = timedelta(days=731)
_FOLD = re.compile(r"\r?\n[ \t]")
#: A clock change as every producer writes it: by the year, in one month, on one weekday.
_ONCE_A_YEAR = re.compile(
    r"RRULE:(?=.*FREQ=YEARLY)(?=.*BYMONTH=\d)"
    r"((FREQ=YEARLY|(COUNT|INTERVAL|BYMONTH)=\d+|BYDAY=-?\d*[A-Z]{2}|BYMONTHDAY=[-\d,]+|UNTIL=\w+|WKST=\w+);?)+"
)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One occurrence; wall times of the agent's zone, without an offset."""

    summary: str  #: one line of at most 60 characters, "" when it has none
    start: datetime
    end: datetime  #: excluded
    all_day: bool = False
    free: bool = False  #: it does not block the time (TRANSP)
    away: bool = False  #: out of office


@dataclass(frozen=True, slots=True)
class CalendarEntries:
    """What a file holds."""

    entries: tuple[CalendarEntry, ...]
    unreadable: int  #: entries that could not be understood


def read_entries(data: bytes, zone: tzinfo, today: date) -> CalendarEntries:
    """Read a file. Entries over ten years back or two years ahead are left out.

    Raises InputError `not_a_calendar`, or `calendar_too_long` when its repeats are endless work.
    """
    reader = _Reader(zone, today)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library says there what it guesses of zones
        return reader.read(_components(data))


def _components(data: bytes) -> list[icalendar.Component]:
    text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "replace")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise InputError("calendar", "not_a_calendar")
    if text.count("BEGIN:VEVENT") > _MOST_EVENTS:
        raise InputError("calendar", "calendar_too_long")
    _refuse_slow_zones(text)
    tzp.use("zoneinfo")  # forgets the zones that another file defined
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        return [one for calendar in calendars for one in _cancelled_if_asked(calendar)]
    except UNREADABLE:
        raise InputError("calendar", "not_a_calendar") from None


def _cancelled_if_asked(calendar: icalendar.Component) -> Sequence[icalendar.Component]:
    """Return the events of a calendar; none of one that only takes back what was sent before."""
    if str(calendar.get("METHOD", "")).upper() == "CANCEL":
        return []
    return calendar.walk("VEVENT")


def _refuse_slow_zones(text: str) -> None:
    """Refuse zones whose clock changes more than a few times a year: working them out takes for ever."""
    within = False
    for line in _FOLD.sub("", text).upper().splitlines():
        if line.startswith(("BEGIN:VTIMEZONE", "END:VTIMEZONE")):
            within = line.startswith("BEGIN")
        elif within and line.startswith("RRULE") and not _ONCE_A_YEAR.fullmatch(line):
            raise InputError("calendar", "calendar_too_long")


class _Reader:
    """Turns the events of one file into entries."""

    def __init__(self, zone: tzinfo, today: date) -> None:
        self._zone = zone
        self._oldest = today - _OLDEST
        self._last = today + _FARTHEST
        self._budget = Budget(_STEPS)
        self._unreadable = 0

    def read(self, components: Iterable[icalendar.Component]) -> CalendarEntries:
        events: dict[str, list[Event]] = {}
        for number, component in enumerate(components):
            try:
                event = read_event(component, f"#{number}")
            except UNREADABLE:
                self._unreadable += 1
            else:
                events.setdefault(event.uid, []).append(event)
        found: dict[CalendarEntry, None] = {}
        for group in events.values():
            for entry in self._of_one_uid(group):
                found[entry] = None
                if len(found) > _MOST:
                    raise InputError("calendar", "calendar_too_long")
        return CalendarEntries(tuple(found), self._unreadable)

    def _of_one_uid(self, events: Sequence[Event]) -> Iterator[CalendarEntry]:
        """Return the occurrences of the newest masters, and of what takes the place of single ones."""
        instead: dict[object, Event] = {}
        for event in sorted(events, key=lambda one: one.sequence):
            if event.instead_of is not None:
                instead[self._key(event.instead_of)] = event
        masters = [one for one in events if one.instead_of is None]
        newest = max((one.sequence for one in masters), default=0)
        for master in masters:
            if master.sequence == newest and not master.cancelled:
                yield from self._safely(master, frozenset(instead))
        for event in instead.values():
            if not event.cancelled:
                yield from self._safely(event, frozenset())

    def _safely(self, event: Event, without: frozenset[object]) -> Iterator[CalendarEntry]:
        try:
            yield from self._occurrences(event, without)
        except UNREADABLE:
            self._unreadable += 1

    def _occurrences(self, event: Event, without: frozenset[object]) -> Iterator[CalendarEntry]:
        never = without | {self._key(one) for one in event.never}
        for start in [*self._starts(event), *event.also]:
            day = day_of(start)
            if self._key(start) in never or day in never or not self._oldest <= day <= self._last:
                continue
            begins, ends = self._local(start), self._local(end_of(event, start))
            if begins < ends:
                all_day = not isinstance(event.start, datetime)
                yield CalendarEntry(event.summary, begins, ends, all_day, event.free, event.away)

    def _starts(self, event: Event) -> Iterator[Moment]:
        start, repeats = event.start, event.repeats
        if repeats is None:
            yield start
            return
        left = _MOST if repeats.count is None else repeats.count
        for day in dates_of(repeats.rule, day_of(start), self._last, self._budget):
            one = datetime.combine(day, start.timetz()) if isinstance(start, datetime) else day
            if left < 1 or (repeats.until is not None and _after(one, repeats.until)):
                return
            left -= 1
            yield one

    def _key(self, moment: Moment) -> object:
        """Return what tells two occurrences apart, however their file writes them."""
        if not isinstance(moment, datetime):
            return moment
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=self._zone)
        return aware.astimezone(UTC)

    def _local(self, moment: Moment) -> datetime:
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time())
        if moment.tzinfo is not None and str(moment.tzinfo) != str(self._zone):
            moment = moment.astimezone(self._zone)
        return moment.replace(second=0, microsecond=0, tzinfo=None, fold=0)


def _after(start: Moment, until: Moment) -> bool:
    if not isinstance(start, datetime) or not isinstance(until, datetime):
        return day_of(start) > day_of(until)
    if start.tzinfo is None or until.tzinfo is None:
        return start.replace(tzinfo=None) > until.replace(tzinfo=None)
    return start > until
