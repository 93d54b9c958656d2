"""A file of habits to share with a colleague: the plans alone, no log, no answers, no promises."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.sharing import SharedHabit
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.target import target_to_json
from habitcoach.core.trigger import After, Promised, trigger_to_json

FORMAT = "habitcoach-habits"
VERSION = 1
MOST_BYTES = 1_000_000
MOST_HABITS = 200
_TEXTS = ("name", "when", "routine", "reward", "tiny", "treat", "why", "category")


def lines_of(habits: Sequence[Habit]) -> Iterator[str]:
    """Return the file line by line, a habit a line. One that follows another names it."""
    names = {one.id: one.name for one in habits}
    rows = [_row(one, names) for one in habits if not isinstance(one.newest.trigger, Promised)]
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "habits": ['
    for number, row in enumerate(rows, start=1):
        yield json.dumps(row, ensure_ascii=False) + ("," if number < len(rows) else "")
    yield "]}"


def _row(habit: Habit, names: Mapping[HabitId, str]) -> dict[str, object]:
    version = habit.newest
    plan, trigger = version.plan, trigger_to_json(version.trigger)
    if isinstance(version.trigger, After):
        trigger["habit"] = names.get(HabitId(version.trigger.habit), "")
    texts = {
        "name": habit.name,
        "category": habit.category.value,
        "when": plan.when,
        "routine": plan.routine,
        "tiny": plan.tiny,
        "reward": plan.reward,
        "treat": plan.treat,
        "why": plan.why,
    }
    return {**texts, "trigger": trigger, "target": target_to_json(version.target)}


def read_shared(path: Path) -> tuple[SharedHabit, ...] | None:
    """Read a file of shared habits; None when it is another one, which others may know.

    Raises InputError on the field at fault, or `rows_unfit` on the field `file`; RefusedError `newer_export`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        value = json.loads(data) if len(data) <= MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None
    if value.get("version") != VERSION:
        raise RefusedError("newer_export")
    rows = value.get("habits")
    if not isinstance(rows, list) or len(rows) > MOST_HABITS:
        raise InputError("file", "rows_unfit", table="habits")
    return tuple(_shared(row) for row in rows)


def _shared(row: object) -> SharedHabit:
    if not isinstance(row, dict):
        raise InputError("file", "rows_unfit", table="habits")
    texts = {name: row[name] for name in _TEXTS if name in row}
    if not all(isinstance(one, str) for one in texts.values()) or not texts.keys() >= {"name", "when"}:
        raise InputError("file", "rows_unfit", table="habits")
    trigger, follows = row.get("trigger"), ""
    if isinstance(trigger, dict) and trigger.get("kind") == "after":
        follows = str(trigger.get("habit", ""))
        trigger = trigger | {"habit": 1}  # any number: which one it is, is known where it is taken in
    blank = {"routine": "", "reward": ""}
    typed = Typed(**(blank | texts), trigger=trigger, target=row.get("target"))
    return SharedHabit(draft_from(typed), follows)
