"""Rows of duty ↔ the model. Ten years are thousands of rows with a handful of different shifts."""

import json
from collections.abc import Iterable
from datetime import date, timedelta, timezone, tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from habitcoach.core.duty import DutyChange, Lived
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.roster_json import pattern_from_json, pattern_to_json
from habitcoach.storage.faults import reads_row
from habitcoach.storage.rows import instant, instant_text


def zone_named(name: str) -> tzinfo | None:
    """Return a zone by its name, None when this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


#: The columns in the order in which `duties` takes them.
COLUMNS = 'work_date, name, start, "end", breaks, reason, changed, zone, utc_offset, ends_at, seen'


@reads_row
def duties(rows: Iterable[tuple[Any, ...]]) -> list[DutyChange]:
    """Read duty rows of these columns."""
    pattern_of, zone_of = cache(_pattern), cache(_zone)
    return [
        DutyChange(
            date.fromisoformat(day),
            name,
            pattern_of(start, end, breaks),
            reason,
            bool(changed),
            Lived(*zone_of(zone, offset), instant(ends)) if zone else None,
            bool(seen),
        )
        for day, name, start, end, breaks, reason, changed, zone, offset, ends, seen in rows
    ]


def _pattern(start: str | None, end: str, breaks: str) -> ShiftPattern | None:
    if start is None:
        return None
    return pattern_from_json("", {"start": start, "end": end, "breaks": json.loads(breaks)})


def _zone(name: str, offset: int) -> tuple[tzinfo, timedelta]:
    away = timedelta(seconds=offset)
    return zone_named(name) or timezone(away), away


def duty_row(one: DutyChange) -> dict[str, object]:
    """Write a duty row."""
    times = (
        {"start": None, "end": None, "breaks": []} if one.pattern is None else pattern_to_json(one.pattern)
    )
    lived = one.lived
    return {
        "work_date": one.work_date.isoformat(),
        "name": one.name,
        "start": times["start"],
        "end": times["end"],
        "breaks": json.dumps(times["breaks"]),
        "reason": one.reason,
        "changed": int(one.changed),
        "zone": "" if lived is None else str(lived.zone),
        "utc_offset": 0 if lived is None else int(lived.offset.total_seconds()),
        "ends_at": "" if lived is None else instant_text(lived.ends),
        "seen": int(one.seen),
    }
