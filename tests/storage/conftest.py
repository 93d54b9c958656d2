"""Stores on real files and in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a file will be."""
    return tmp_path / "habitcoach.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Return a new store on a real file."""
    made = open_store(path, 0)
    yield made
    made.close()
