"""Beginning afresh, only ever because the agent said so: the old file is set aside and stays."""

from datetime import date
from pathlib import Path

from sqlite_utils import Database

from habitcoach.storage.connecting import connected
from habitcoach.storage.faults import as_faults
from habitcoach.storage.migrating import migrate
from habitcoach.storage.places import DAMAGED, lent_part, sync_file, sync_folder
from habitcoach.storage.restoring import set_aside


def start_afresh(database: Path, day: date) -> list[Path]:
    """Put an empty file in the place of the agent's and return where the present one was kept.

    `day`: the agent's local date, for the name of what is set aside. Backups stay as they are. Raises
    EnvironmentFaultError; the present file is then still in its place.
    """
    with as_faults():
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with lent_part(database) as part:
            with connected(part) as connection:
                migrate(Database(connection, execute_plugins=False), None)
            sync_file(part)
            kept = set_aside(database, DAMAGED, day)
            part.replace(database)
            sync_folder(database.parent)
        return kept
