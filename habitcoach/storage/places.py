"""Where copies of the agent's file lie and what they are called. Names carry the agent's local date."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

FOLDER = "backups"
#: What SQLite may keep beside a file; without them it is not whole.
SIDE_FILES = ("-wal", "-shm", "-journal")
#: Why a file may have been set aside: it could not be read, or was readable but had to make way.
DAMAGED, REPLACED = "damaged", "replaced"
SET_ASIDE = (DAMAGED, REPLACED)

_OWNER_ONLY = 0o600
_OTHERS = 0o077
_PART = ".part"
_STALE = 3600  # seconds after which a half-made copy is nobody's any more
_DATED = re.compile(r"habitcoach-(?P<day>\d{4}-\d\d-\d\d)(?:-(?P<number>\d+))?\.db")


def backup_folder(database: Path) -> Path:
    """Return the folder of the backups. Nothing is made."""
    return database.parent / FOLDER


def make_backup_folder(database: Path) -> Path:
    """Make the folder of the backups, for its owner alone, and return it. Raises OSError."""
    folder = backup_folder(database)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def day_of(path: Path) -> date | None:
    """Return the date in the name of a backup; None for any other file."""
    found = _DATED.fullmatch(path.name)
    try:
        return None if found is None else date.fromisoformat(found["day"])
    except ValueError:
        return None


def order_of(path: Path) -> int:
    """Return the place of a backup among those of its day."""
    found = _DATED.fullmatch(path.name)
    return int(found["number"] or 1) if found else 0


def backup_name(day: date, number: int) -> str:
    """Return the name of a day's first, second … backup."""
    return f"habitcoach-{day}.db" if number == 1 else f"habitcoach-{day}-{number}.db"


def free_name(folder: Path, word: str, day: date) -> Path:
    """Return where the next file set aside that day goes: `habitcoach-damaged-2026-11-22-1.db`."""
    number = 1
    while (path := folder / f"habitcoach-{word}-{day}-{number}.db").exists():
        number += 1
    return path


def files_set_aside(database: Path) -> list[Path]:
    """Return the files that once stood in the place of the agent's file and were moved out of the way."""
    folder = database.parent
    return sorted(path for word in SET_ASIDE for path in folder.glob(f"habitcoach-{word}-*.db"))


def side_files(database: Path) -> list[Path]:
    """Return the files that SQLite has left beside a file."""
    near = [database.with_name(database.name + ending) for ending in SIDE_FILES]
    return [one for one in near if one.exists()]


def create_owner_only(path: Path) -> None:
    """Make an empty file that nobody else could read at any moment. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))


def keep_to_owner(database: Path) -> None:
    """Take a file and what lies beside it away from everybody else, where the disk knows of owners."""
    for path in (database, *side_files(database)):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mode & _OTHERS:
                path.chmod(_OWNER_ONLY)


@contextmanager
def lent_part(target: Path) -> Iterator[Path]:
    """Lend a file to fill beside `target`; it goes in the end, unless it was moved into place.

    Whoever is killed on the way leaves a `.part` that the next copy an hour later takes away.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}{_PART}")
    create_owner_only(part)
    try:
        _drop_stale(part)
        yield part
    finally:
        for left in (part, *side_files(part)):
            left.unlink(missing_ok=True)


@contextmanager
def being_made(target: Path) -> Iterator[Path]:
    """Lend a file to fill; once the body has ended well it takes its place as a whole, else it goes."""
    with lent_part(target) as part:
        yield part
        part.replace(target)
        sync_folder(target.parent)


def is_part(path: Path) -> bool:
    """Whether a file is a copy that was never finished."""
    return path.name.startswith(".habitcoach") and _PART in path.name


def sync_file(path: Path) -> None:
    """Have what a file holds on disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _drop_stale(own: Path) -> None:
    now = own.stat().st_mtime
    for other in own.parent.iterdir():
        with suppress(OSError):
            if is_part(other) and now - other.stat().st_mtime > _STALE:
                other.unlink()
