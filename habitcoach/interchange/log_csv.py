"""The log as a table for spreadsheets. Not lossless: own_json.py is."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from habitcoach.core.entry import Entry, EntryId, EntryKind

COLUMNS = (
    "id",
    "work_date",
    "at",
    "habit",
    "kind",
    "count",
    "of",
    "tiny",
    "slot",
    "source",
    "reason",
    "undone",
    "note",
)
#: A spreadsheet would take a text that begins so for a formula.
_FORMULA = tuple("=+-@\t\r")


def lines_of(log: Iterable[tuple[str, Entry]], notes: Mapping[EntryId, str]) -> Iterator[str]:
    """Return the log, a line each, as CSV with a header: each entry with the name of its habit."""
    entries = list(log)
    undone = {entry.undoes for _, entry in entries}
    yield _line(COLUMNS)
    for habit, one in entries:
        if one.kind is not EntryKind.UNDO:
            yield _line(
                (
                    one.id,
                    one.work_date.isoformat(),
                    one.at.isoformat(timespec="seconds"),
                    _text(habit),
                    one.kind.value,
                    one.count,
                    "" if one.of is None else one.of,
                    int(one.tiny),
                    one.slot or "",
                    one.source.value,
                    "" if one.reason is None else one.reason.value,
                    int(one.id in undone),
                    _text(notes.get(one.id, "")),
                )
            )


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)  # with line breaks quoted, as long as it ends its own lines
    return written.getvalue().removesuffix("\r\n")
