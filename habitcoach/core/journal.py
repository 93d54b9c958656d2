"""The journal: lines the agent writes about a day, in their own words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class JournalKind(StrEnum):
    """What a line is about; a work date has at most one of each."""

    LINE = "line"  #: today's one line: "what worked?"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line. It can be changed and erased, unlike the log."""

    work_date: date
    kind: JournalKind
    text: str  #: as it was typed; empty erases the line
    at: datetime  #: UTC, of the last change
