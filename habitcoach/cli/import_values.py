"""What an import understood and changed, for JSON."""

from habitcoach.coaching.roster_import import RosterImport
from habitcoach.core.imported_roster import ImportedDay
from habitcoach.core.roster_json import pattern_to_json, roster_to_json


def import_value(plan: RosterImport, *, dry_run: bool) -> dict[str, object]:
    """Return a roster import as data."""
    found = plan.understood
    return {
        "from_date": found.first,
        "to_date": found.last,
        "shifts": len(found.shifts),
        "kinds": [
            {"name": name, "start": f"{pattern.start:%H:%M}", "end": f"{pattern.end:%H:%M}", "count": count}
            for name, pattern, count in found.kinds()
        ],
        "cycle_days": None if plan.cycle is None else len(plan.cycle.days),
        "roster": None if plan.cycle is None else roster_to_json(plan.cycle),
        "exceptions": [_day_value(one) for one in plan.exceptions],
        "replaced": list(plan.replaced),
        "past": plan.past,
        "left_out": found.left_out,
        "changed": not (dry_run or plan.changes_nothing),
        "days": [_day_value(one) for one in found.days],
    }


def _day_value(day: ImportedDay) -> dict[str, object]:
    shift = None if day.pattern is None else {"name": day.name, **pattern_to_json(day.pattern)}
    return {"work_date": day.work_date, "shift": shift, "reason": day.reason}
