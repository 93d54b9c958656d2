"""Reading `--at`: an ISO time, HH:MM of the current work date, or yesterday HH:MM."""

from datetime import UTC, date, datetime, time, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.recording import LONG_AGO
from habitcoach.core.errors import InputError
from habitcoach.core.jsonshape import parse_wall_time
from habitcoach.core.promise import next_instant
from habitcoach.core.wall import DAY
from habitcoach.core.wall import instant as instant_of

_YESTERDAY = "yesterday"
DAY_MINUTES = 24 * 60
_YEARS = range(1970, 9000)  # leaves room to reckon on both sides


def moment_from(text: str, agenda: Agenda, *, long_ago_is_fine: bool) -> datetime:
    """Return the UTC instant that `--at` means.

    Raises InputError when it cannot be read, lies in the future, or is over 14 days back unconfirmed.
    """
    moment = _read(" ".join(text.split()), agenda)
    if moment > agenda.now:
        raise InputError("at", "in_future")
    if agenda.now - moment > LONG_AGO and not long_ago_is_fine:
        raise InputError("at", "too_long_ago")
    return moment


def moment_ahead(text: str, agenda: Agenda) -> datetime:
    """Return the UTC instant a promise is for: the next "15:40", or an ISO time, which may have passed.

    Raises InputError when it cannot be read.
    """
    plain = text.strip()
    wall = parse_wall_time(plain)
    if wall is not None:
        return next_instant(wall, agenda.now, agenda.zone)
    try:
        return iso_instant("promised", plain, agenda)
    except InputError:
        raise InputError("promised", "not_a_time_ahead") from None


def pause_end(text: str, agenda: Agenda) -> datetime | date:
    """Return the end of a pause: an instant for "90m" and the next "15:30", or the DATE one is back on.

    Raises InputError when it is none of these, or no such time of today lies ahead.
    """
    minutes, wall = text.removesuffix("m"), parse_wall_time(text)
    if (
        text != minutes
        and minutes.isascii()
        and minutes.isdigit()
        and len(minutes) < 5
        and 1 <= int(minutes) <= DAY_MINUTES
    ):
        return agenda.now + timedelta(minutes=int(minutes))
    if wall is None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise InputError("pause", "not_a_pause", high=DAY_MINUTES) from None
    civil = agenda.local(agenda.now).date()
    near = (instant_of(civil + timedelta(days=n), wall, agenda.zone) for n in (0, 1))
    for moment in near:
        if moment > agenda.now and agenda.calendar.work_date(moment) == agenda.today:
            return moment
    raise InputError("pause", "not_ahead")


def iso_instant(field: str, text: str, agenda: Agenda) -> datetime:
    """Read an ISO time; one without an offset is in the agent's zone. Raises InputError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise InputError(field, "not_a_moment") from None
    if found.year not in _YEARS:
        raise InputError(field, "not_a_moment")
    if found.tzinfo is None:
        return instant_of(found.date(), found.time(), agenda.zone)
    return found.astimezone(UTC)


def _read(text: str, agenda: Agenda) -> datetime:
    wall = parse_wall_time(text)
    if wall is not None:
        return _latest(wall, agenda.today, agenda)
    word, _, rest = text.partition(" ")
    if word.casefold() == _YESTERDAY:
        wall = parse_wall_time(rest)
        if wall is None:
            raise InputError("at", "not_a_moment")
        return _latest(wall, agenda.today - DAY, agenda)
    return iso_instant("at", text, agenda)


def _latest(wall: time, day: date, agenda: Agenda) -> datetime:
    """Return the latest past instant with this wall time that belongs to a work date.

    Where all of them lie ahead, one of those; where none belongs to it, the one on the civil date.
    """
    near = [instant_of(day + timedelta(days=n), wall, agenda.zone) for n in (1, 0, -1)]
    own = [one for one in near if agenda.calendar.work_date(one) == day]
    past = [one for one in own if one <= agenda.now]
    return next(iter(past or own), near[1])
