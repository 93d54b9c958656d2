"""Rows of duty ↔ the model. Ten years are thousands of rows with a handful of different shifts."""

import json
from collections.abc import Iterable
from datetime import date, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from habitcoach.core.duty import DutyChange, Lived
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.roster_json import pattern_from_json, pattern_to_json
from habitcoach.storage.rows import Row, instant, instant_text


def zone_named(name: str) -> tzinfo | None:
    """Return a zone by its name, None when this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def duties(rows: Iterable[Row]) -> list[DutyChange]:
    """Read duty rows."""
    pattern, lived = cache(_pattern), cache(_lived)
    return [
        DutyChange(
            date.fromisoformat(row["work_date"]),
            row["name"],
            pattern(row["start"], row["end"], row["breaks"]),
            row["reason"],
            bool(row["changed"]),
            lived(row["zone"], row["utc_offset"], row["ends_at"]),
            bool(row["seen"]),
        )
        for row in rows
    ]


def _pattern(start: str | None, end: str, breaks: str) -> ShiftPattern | None:
    if start is None:
        return None
    return pattern_from_json("", {"start": start, "end": end, "breaks": json.loads(breaks)})


def _lived(zone: str, offset: int, ends: str) -> Lived | None:
    if not zone:
        return None
    away = timedelta(seconds=offset)
    return Lived(zone_named(zone) or timezone(away), away, instant(ends))


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
