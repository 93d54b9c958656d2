"""What is the agent's, written for other programs. For windows and command line; loads no Qt."""

import os
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import RefusedError
from habitcoach.interchange import log_csv, own_json, shared_habits
from habitcoach.ports import Clock
from habitcoach.storage.faults import as_faults
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store_to_read
from habitcoach.storage.places import being_made
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.sentences import plan_sentence
from habitcoach.texts.sharing import habit_lines

_AHEAD = timedelta(days=28)
_MOST_CUES = 5000

FORMATS = ("json", "csv", "ics", "texts", "habits")


def export_lines(store: SqliteStore, coach: Coach, clock: Clock, form: str) -> Iterator[str]:
    """Yield everything as JSON, the log as CSV, four weeks of cues as a calendar, or the plans as text.

    `habits` is a file to share: the plans without any log.
    """
    match form:
        case "json":
            yield from own_json.lines_of(store.all_rows(), store.steps(), clock.now())
        case "csv":
            names = {one.id: one.name for one in store.habits()}
            log = [(names[one.habit_id], one) for number in names for one in store.entries(number)]
            log.sort(key=lambda pair: pair[1].id)
            yield from log_csv.lines_of(log, store.notes())
        case "habits":
            yield from shared_habits.lines_of(coach.agenda().active())
        case "ics":
            yield from _calendar_lines(coach)
        case _:
            yield from habit_lines(coach.agenda().active())


def _calendar_lines(coach: Coach) -> Iterator[str]:
    from habitcoach.interchange.cue_calendar import CalendarCue, cue_calendar  # noqa: PLC0415  # slow to load

    agenda = coach.agenda()
    found = coach.habits.coming(agenda, agenda.active(), _MOST_CUES)
    cues = [
        CalendarCue(one.habit_id, one.habit, plan_sentence(one.plan), one.slot, one.due_at)
        for one in found
        if one.due_at < agenda.now + _AHEAD
    ]
    yield from cue_calendar(cues, agenda.now).decode().split("\n")[:-1]


def refuse_own_place(path: Path, database: Path) -> None:
    """Refuse to write over the agent's file. Raises RefusedError `is_the_file` and EnvironmentFaultError."""
    with as_faults():
        if path.exists() and database.exists() and path.samefile(database):
            raise RefusedError("is_the_file", path=str(path))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a file that is there whole or not at all; what lay there is replaced."""
    with as_faults(), being_made(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())


def export(database: Path, clock: Clock, path: Path, form: str) -> None:
    """Write an export on a connection of its own, on any thread. Raises as its parts do."""
    refuse_own_place(path, database)
    store = open_store_to_read(database, COMMAND_WAIT_MS)
    try:
        write_lines(path, export_lines(store, Coach(store, clock), clock, form))
    finally:
        store.close()
