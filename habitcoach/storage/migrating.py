"""Bringing a file to the newest schema: a verified copy first, then all steps in one transaction or none."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from habitcoach.core.errors import EnvironmentFaultError, HabitCoachError
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.faults import CORRUPT, as_faults
from habitcoach.storage.migrations import KNOWN, migrations
from habitcoach.storage.places import make_backup_folder

_TRIGGERS = ("entry_is_never_changed", "entry_is_never_deleted")
_FORBIDDEN = ("UPDATE entry SET count = count", "DELETE FROM entry")


def refuse_unknown(db: Database) -> None:
    """Raise `newer_file` for a file that has steps this program does not know, `corrupt` for no steps."""
    names = {step.name for step in migrations.applied(db)}
    if any(not str(name)[:4].isdigit() for name in names):
        raise EnvironmentFaultError(CORRUPT, detail="names of steps")
    if names - KNOWN:
        raise EnvironmentFaultError("newer_file")


def migrate(db: Database, path: Path | None) -> None:
    """Apply what is missing under the write lock, so that two processes starting at once do it once.

    Before the first step a copy goes beside the backups, `habitcoach-before-0005.db`, looked at and whole; a
    file without a place (None), a new one and a copy need none. Raises EnvironmentFaultError
    `migration_failed` with `step` when a step fails; the file is then as it was.
    """
    if not migrations.pending(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        pending = migrations.pending(db)
        if pending and path is not None and migrations.applied(db):
            number = pending[0].name.partition("_")[0]
            copy_verified(path, make_backup_folder(path) / f"habitcoach-before-{number}.db")
        try:
            migrations.apply(db)
            prove_triggers(db)
        except Exception as error:
            raise _failed(db, error) from error
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def prove_triggers(db: Database) -> None:
    """Raise RuntimeError unless the file itself refuses to change and to delete a line of the log."""
    sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    missing = set(_TRIGGERS) - {name for (name,) in db.execute(sql)}
    if missing:
        raise RuntimeError(f"triggers are missing: {', '.join(sorted(missing))}")
    if db.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None:
        return
    for statement in _FORBIDDEN:
        db.execute("SAVEPOINT proof")
        try:
            db.execute(statement)
        except sqlite3.IntegrityError:
            continue
        finally:
            db.execute("ROLLBACK TO proof")
            db.execute("RELEASE proof")
        raise RuntimeError(f"the file let this pass: {statement}")


def _failed(db: Database, error: Exception) -> HabitCoachError:
    """Return the fault for a failed step: the disk's where it was the disk, else that the step failed."""
    try:
        with as_faults():
            raise error  # noqa: TRY301  # so that as_faults sees it
    except EnvironmentFaultError as fault:
        return fault
    except Exception:  # noqa: BLE001  # whatever a step raises, the agent reads one sentence
        names = [one.name for one in migrations.pending(db)] if db.conn.in_transaction else []
        return EnvironmentFaultError("migration_failed", step=names[0] if names else "", detail=str(error))
