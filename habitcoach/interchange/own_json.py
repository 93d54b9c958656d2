"""HabitCoach's own export: every row, so that nothing is lost on the way to another computer."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.fields import MAX_NAME, MAX_NOTE, MAX_TEXT, clean_line, is_visible

FORMAT = "habitcoach"
VERSION = 1
MOST_BYTES = 500_000_000

Cell = str | int | None
Row = Mapping[str, Cell]
Tables = Mapping[str, Sequence[Row]]

#: Columns that hold JSON in the file of the agent, and are plain JSON here.
_JSON = frozenset({"trigger", "target", "shifts", "days", "breaks", "parameters", "hindered"})
#: The agent's texts and their limits. What is longer, or is not clean, we did not write.
_TEXTS = {
    "habit": {"name": MAX_NAME},
    "habit_version": dict.fromkeys(("cue_when", "routine", "tiny", "reward", "treat", "why"), MAX_TEXT),
    "note": {"text": MAX_NOTE},
}
_WHOLE = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What an export holds."""

    steps: tuple[str, ...]  #: of the schema it was written from
    tables: Tables


def lines_of(tables: Tables, steps: Sequence[str], at: datetime) -> Iterator[str]:
    """Return an export line by line: one row a line, so that two exports can be compared."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION},'
    yield f'"made_at": {json.dumps(at.isoformat(timespec="seconds"))},'
    yield f'"schema": {json.dumps(list(steps))},'
    yield '"tables": {'
    for place, (table, rows) in enumerate(tables.items()):
        yield f"{json.dumps(table)}: ["
        for number, row in enumerate(rows):
            yield json.dumps(_shown(row), ensure_ascii=False) + ("," if number < len(rows) - 1 else "")
        yield "]" + ("," if place < len(tables) - 1 else "")
    yield "}}"


def read_own_file(path: Path, known: Sequence[str]) -> OwnFile:
    """Read an export made from a schema of at most the `known` steps.

    Raises InputError on the field `file`: `unreadable_file`, `import_too_large`, `not_an_export`,
    `rows_unfit`; RefusedError `newer_export`, `is_a_calendar`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise InputError("file", "unreadable_file") from None
    if len(data) > MOST_BYTES:
        raise InputError("file", "import_too_large", limit=MOST_BYTES // 1_000_000)
    if b"BEGIN:VCALENDAR" in data[:1000]:
        raise RefusedError("is_a_calendar")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise InputError("file", "not_an_export") from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputError("file", "not_an_export")
    steps, tables = value.get("schema"), value.get("tables")
    if not isinstance(steps, list) or not isinstance(tables, dict):
        raise InputError("file", "not_an_export")
    if value.get("version") != VERSION or not all(one in known for one in steps):
        raise RefusedError("newer_export")
    return OwnFile(tuple(steps), {table: _rows(table, rows) for table, rows in tables.items()})


def text(cell: object) -> str:
    """Return a cell that has to hold text. Raises InputError `rows_unfit`."""
    if not isinstance(cell, str):
        raise InputError("file", "rows_unfit", table="")
    return cell


def whole(cell: object) -> int:
    """Return a cell that has to hold a whole number. Raises InputError `rows_unfit`."""
    if not isinstance(cell, int):
        raise InputError("file", "rows_unfit", table="")
    return cell


def _shown(row: Row) -> dict[str, object]:
    return {
        name: json.loads(cell) if name in _JSON and isinstance(cell, str) else cell
        for name, cell in row.items()
    }


def _rows(table: str, rows: object) -> list[Row]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError("file", "rows_unfit", table=table)
    return [{name: _cell(table, name, value) for name, value in row.items()} for row in rows]


def _cell(table: str, name: str, value: object) -> Cell:
    if name in _JSON and value is not None:
        return json.dumps(value)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value in _WHOLE):
        return value
    if isinstance(value, str) and _ours(_TEXTS.get(table, {}).get(name), value):
        return value
    raise InputError("file", "rows_unfit", table=table)


def _ours(limit: int | None, text: str) -> bool:
    """Whether a text is as this program keeps it: within its limit, visible or empty, each line clean."""
    if limit is None:
        return True
    lines = text.split("\n") if limit == MAX_NOTE else [text]
    clean = all(clean_line(line) == line for line in lines)
    return clean and len(text) <= limit and (is_visible(text) or not text)
