"""Wall times and the instants they name. Instants are UTC everywhere in the core."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from dateutil.tz import datetime_exists, resolve_imaginary

NOON = time(12)
DAY = timedelta(days=1)


def instant(day: date, wall: time, zone: tzinfo) -> datetime:
    """Return the UTC instant of a wall time.

    One that does not exist (spring) moves forward by the gap; one that exists twice (autumn) is the first.
    """
    local = datetime.combine(day, wall, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return found
    return resolve_imaginary(local).astimezone(UTC)


def date_exists(day: date, zone: tzinfo) -> bool:
    """Whether a civil date exists in a zone; Apia had no 2011-12-30."""
    return bool(datetime_exists(datetime.combine(day, NOON, zone)))
