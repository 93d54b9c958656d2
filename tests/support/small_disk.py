"""A small file system of its own, to be filled to the last byte; only root can have one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


class SmallDisk:
    """A mounted file system in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave not a byte free."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (65_536, 4096, 1):
                with suppress(OSError):
                    while file.write(b"x" * size):
                        pass

    def free(self) -> None:
        """Give back all that was filled."""
        self._filler.unlink(missing_ok=True)

    def make_read_only(self) -> None:
        """Take no more writes; nobody may have a file open for writing."""
        _run("mount", "-o", "remount,ro", str(self.folder))


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a disk of so many megabytes in a new folder, or skip the test where that is not allowed."""
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not _mounts(folder, megabytes):
        pytest.skip("only root can mount a small disk")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


def _mounts(folder: Path, megabytes: int) -> bool:
    words = ("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
