"""Deleting everything: the file, its copies, and what the program noted about itself."""

from contextlib import suppress
from pathlib import Path

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.paths import Home

_OURS = ("habitcoach", ".habitcoach")


def everything(home: Home) -> list[Path]:
    """Return all files of ours in a home, the agent's file last: what is cut short can be asked for again."""
    folders = [home.backups, home.folder]
    found = [
        path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.name.startswith(_OURS) and (path.is_file() or path.is_symlink())
    ]
    return sorted(
        found, key=lambda path: path.name.startswith(home.database.name) and path.parent == home.folder
    )


def erase_everything(home: Home) -> int:
    """Delete all files of ours in a home, then its folders if nothing else lies there; return how many went.

    Raises EnvironmentFaultError `cannot_open` when one of them cannot be deleted; the others may be gone.
    """
    try:
        found = everything(home)
        for path in found:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentFaultError("cannot_open", path=str(home.folder)) from error
    for folder in (home.backups, home.folder):
        with suppress(OSError):
            folder.rmdir()
    return len(found)
