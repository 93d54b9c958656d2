"""Putting a backup back: seen beforehand, all or nothing, and never over the only copy of anything."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.storage.checking import SURROUNDINGS, damage_of
from habitcoach.storage.connecting import (
    COMMAND_WAIT_MS,
    begins_well,
    columns_of,
    connected,
    quoted,
    tables_of,
    to_look_at,
)
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.faults import CORRUPT, as_faults
from habitcoach.storage.migrating import migrate, refuse_unknown
from habitcoach.storage.migrations import migrations, put_triggers
from habitcoach.storage.opening import open_store
from habitcoach.storage.places import (
    DAMAGED,
    REPLACED,
    free_name,
    lent_part,
    make_backup_folder,
    side_files,
    sync_file,
    sync_folder,
)

State = Literal["whole", "damaged", "missing", "unusable"]

_STEPS = "_sqlite_migrations"
_OF_BACKUP = {
    "newer_file": "newer_backup",
    CORRUPT: "damaged_backup",
    "migration_failed": "damaged_backup",
}
_UNUSABLE = frozenset({"newer_file", "migration_failed"})


@dataclass(frozen=True, slots=True)
class Preview:
    """What putting a backup back would do."""

    state: State  #: of the present file
    entries_lost: int = 0  #: lines of the log that the backup does not have
    habits_lost: tuple[str, ...] = ()  #: names of habits that the backup does not have
    rows_lost: Mapping[str, int] = field(default_factory=dict)  #: present rows by table that would go


def preview(database: Path, backup: Path) -> Preview:
    """Say what putting a backup back would lose; nothing is changed.

    Raises RefusedError `no_such_backup`, `not_a_backup`, `damaged_backup` or `newer_backup`, and
    EnvironmentFaultError.
    """
    with as_faults(), _made_ready(database, backup) as ready:
        state = state_of(database)
        if state != "whole":
            return Preview(state)
        with connected(database) as present:
            present.execute("ATTACH ? AS backup", [str(ready)])
            lost = {name: _missing(present, name) for name in _ours(present)}
            names = present.execute(
                "SELECT name FROM habit WHERE id NOT IN (SELECT id FROM backup.habit) ORDER BY position, id"
            ).fetchall()
        return Preview(
            state,
            lost["entry"],
            tuple(name for (name,) in names),
            {name: count for name, count in lost.items() if count},
        )


def restore(database: Path, backup: Path, day: date) -> list[Path]:
    """Put a backup back and return where the present file was kept, with what lay beside it.

    A whole file keeps its place: its rows are replaced in one transaction, so that other programs wait or
    see it whole, and a copy of it goes beside the backups first. One that cannot be read is set aside with
    its `-wal` and `-shm`. Raises as `preview` does.
    """
    with as_faults(), _made_ready(database, backup) as ready:
        state = state_of(database)
        if state == "whole":
            return [_replace_rows(database, ready, day)]
        with lent_part(database) as part:
            shutil.copyfile(ready, part)
            sync_file(part)
            with to_look_at(part) as copy:
                _require_whole(copy)
            kept = set_aside(database, REPLACED if state == "unusable" else DAMAGED, day)
            part.replace(database)
            sync_folder(database.parent)
        return kept


def state_of(database: Path) -> State:
    """Return how the present file is. Raises EnvironmentFaultError when it is busy or not ours to read."""
    if not database.exists():
        return "missing"
    try:
        open_store(database, COMMAND_WAIT_MS).close()
        with connected(database) as connection:
            return "damaged" if damage_of(connection) else "whole"
    except EnvironmentFaultError as fault:
        if fault.code in _UNUSABLE:
            return "unusable"
        if fault.code in {CORRUPT, "file_empty", "file_foreign"}:
            return "damaged"
        raise


@contextmanager
def _made_ready(database: Path, backup: Path) -> Iterator[Path]:
    """Lend a copy of a backup on the newest schema; the backup itself is only read."""
    if not backup.is_file():
        raise RefusedError("no_such_backup", path=str(backup))
    if database.exists() and backup.samefile(database):
        raise RefusedError("is_the_file", path=str(backup))
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = make_backup_folder(database)
    with lent_part(folder / "habitcoach-restoring.db") as part:
        shutil.copyfile(backup, part)
        for beside in side_files(backup):
            if beside.name.endswith("-wal"):
                shutil.copyfile(beside, part.with_name(f"{part.name}-wal"))
        _bring_up_to_date(part, backup)
        yield part


def _bring_up_to_date(part: Path, backup: Path) -> None:
    if not begins_well(part):
        raise RefusedError("not_a_backup", path=str(backup))
    try:
        with connected(part) as connection:
            if _STEPS not in tables_of(connection):
                raise RefusedError("not_a_backup", path=str(backup))
            db = Database(connection, execute_plugins=False)
            refuse_unknown(db)
            if not migrations.applied(db):
                raise RefusedError("not_a_backup", path=str(backup))
            migrate(db, None)
            connection.execute("PRAGMA journal_mode = DELETE")
            if damage_of(connection):
                raise RefusedError("damaged_backup", path=str(backup))
    except sqlite3.DatabaseError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in SURROUNDINGS:
            raise
        raise RefusedError("damaged_backup", path=str(backup)) from error
    except EnvironmentFaultError as fault:
        if fault.code not in _OF_BACKUP:
            raise
        raise RefusedError(_OF_BACKUP[fault.code], path=str(backup)) from fault


def _replace_rows(database: Path, ready: Path, day: date) -> Path:
    """Give the present file the rows of another, and return where its own are kept."""
    with connected(database) as present:
        present.execute("ATTACH ? AS backup", [str(ready)])
        # Rows come table by table; whether all references hold is asked at the end.
        present.execute("PRAGMA foreign_keys = OFF")
        present.execute("BEGIN IMMEDIATE")
        try:
            kept = free_name(make_backup_folder(database), REPLACED, day)
            copy_verified(database, kept)
            for (trigger,) in present.execute(
                "SELECT name FROM main.sqlite_schema WHERE type = 'trigger'"
            ).fetchall():
                present.execute(f"DROP TRIGGER main.{quoted(trigger)}")
            for table in _ours(present):
                names = ", ".join(quoted(name) for name in columns_of(present, table))
                present.execute(f"DELETE FROM main.{quoted(table)}")  # noqa: S608  # names are ours
                present.execute(
                    f"INSERT INTO main.{quoted(table)} ({names})"  # noqa: S608
                    f" SELECT {names} FROM backup.{quoted(table)}"
                )
            # Numbers of habits and entries are never used again, not even those that go now.
            present.execute(
                "UPDATE main.sqlite_sequence SET seq = max(seq,"
                " coalesce((SELECT seq FROM backup.sqlite_sequence AS other"
                " WHERE other.name = main.sqlite_sequence.name), 0))"
            )
            put_triggers(Database(present, execute_plugins=False))
            _require_whole(present)
            present.execute("COMMIT")
        except BaseException:
            present.rollback()
            raise
        present.execute("DETACH backup")
    return kept


def _require_whole(connection: sqlite3.Connection) -> None:
    wrong = damage_of(connection)
    if wrong:
        raise EnvironmentFaultError("cannot_write", detail=f"{wrong[0].code}: {wrong[0].detail}")


def set_aside(database: Path, word: str, day: date) -> list[Path]:
    """Move a file and what lies beside it out of the way; the file goes last, so that all keep one number."""
    aside = free_name(database.parent, word, day)
    kept = []
    for path in [*side_files(database), database]:
        if path.exists():
            target = aside.with_name(aside.name + path.name.removeprefix(database.name))
            path.rename(target)
            kept.append(target)
    sync_folder(database.parent)
    return kept[::-1]


def _ours(connection: sqlite3.Connection) -> list[str]:
    return [name for name in tables_of(connection) if name != _STEPS]


def _missing(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows of a table the backup has not."""
    names = ", ".join(quoted(name) for name in columns_of(connection, table))
    sql = (
        f"SELECT count(*) FROM (SELECT {names} FROM main.{quoted(table)}"  # noqa: S608  # names are ours
        f" EXCEPT SELECT {names} FROM backup.{quoted(table)})"
    )
    return int(connection.execute(sql).fetchone()[0])
