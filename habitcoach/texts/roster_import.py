"""What was understood of a planner's file, in a few lines."""

from collections.abc import Sequence
from datetime import date

from habitcoach.coaching.roster_import import RosterImport
from habitcoach.core.imported_roster import ImportedDay, ImportedRoster
from habitcoach.core.roster import ShiftPattern
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.wall_time import time_text

_KINDS = 5
_MOST = 5


def understood_lines(plan: RosterImport) -> list[str]:
    """Return what the file says and what becomes of it."""
    found = plan.understood
    lines = [_shifts_line(found), _pattern_line(plan)]
    if plan.cycle is not None and plan.exceptions:
        lines.append(
            ntr(
                "1 date differs from it: {days}",
                "{n} dates differ from it: {days}",
                len(plan.exceptions),
                days=_some([_day_phrase(one) for one in plan.exceptions]),
            )
        )
    if plan.replaced:
        lines.append(
            ntr(
                "1 date had been changed before and follows the file now: {days}",
                "{n} dates had been changed before and follow the file now: {days}",
                len(plan.replaced),
                days=_some([_date(day) for day in plan.replaced]),
            )
        )
    if plan.past:
        lines.append(
            ntr(
                "1 date has passed and stays as it is.",
                "{n} dates have passed and stay as they are.",
                plan.past,
            )
        )
    if found.left_out:
        lines.append(
            ntr(
                "1 entry was left out: it could not be read as a shift.",
                "{n} entries were left out: they could not be read as shifts.",
                found.left_out,
            )
        )
    return lines


def _shifts_line(found: ImportedRoster) -> str:
    kinds = found.kinds()
    phrases = [f"{name} {_hours(pattern)} ×{count}".strip() for name, pattern, count in kinds[:_KINDS]]
    more = [tr("{n} other kinds", n=len(kinds) - _KINDS)] if len(kinds) > _KINDS else []
    return ntr(
        "1 shift, {first} to {last}: {kinds}",
        "{n} shifts, {first} to {last}: {kinds}",
        len(found.shifts),
        first=_date(found.first),
        last=_date(found.last),
        kinds=", ".join(phrases + more),
    )


def _pattern_line(plan: RosterImport) -> str:
    if plan.cycle is None:
        return tr("No pattern repeats in it, so each date is taken as it stands.")
    return tr(
        "It repeats every {n} days and holds from {day} on.",
        n=len(plan.cycle.days),
        day=_date(plan.cycle.from_date),
    )


def _some(phrases: Sequence[str]) -> str:
    return ", ".join(phrases[:_MOST]) + (", …" if len(phrases) > _MOST else "")


def _day_phrase(day: ImportedDay) -> str:
    if day.pattern is None:
        return f"{_date(day.work_date)} {day.reason or tr('day off')}"
    return f"{_date(day.work_date)} {day.name} {_hours(day.pattern)}"


def _hours(pattern: ShiftPattern) -> str:
    return f"{time_text(pattern.start)}–{time_text(pattern.end)}"


def _date(day: date) -> str:
    return tr("{day:%d %b %Y}", day=day)
