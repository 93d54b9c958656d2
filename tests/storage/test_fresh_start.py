"""Beginning afresh: an empty file that opens, and everything that was there kept beside it."""

from datetime import date
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.backups import daily_backup
from habitcoach.storage.fresh_start import start_afresh
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store

DAY = date(2026, 11, 23)


def test_a_damaged_file_is_kept_whole_beside_an_empty_one(tmp_path: Path) -> None:
    database = tmp_path / "habitcoach.db"
    rubbish = b"no database at all" * 400
    database.write_bytes(rubbish)
    Path(f"{database}-wal").write_bytes(b"nor this")
    kept = start_afresh(database, DAY)
    assert {one.read_bytes() for one in kept} == {rubbish, b"nor this"}
    store = open_store(database, COMMAND_WAIT_MS)
    assert store.habits() == []
    store.close()
    assert database.stat().st_mode & 0o077 == 0


def test_a_missing_file_that_has_backups_begins_afresh_only_when_asked(tmp_path: Path) -> None:
    database = tmp_path / "habitcoach.db"
    open_store(database, COMMAND_WAIT_MS).close()
    daily_backup(database, DAY)
    database.unlink()
    with pytest.raises(EnvironmentFaultError):
        open_store(database, COMMAND_WAIT_MS)
    assert start_afresh(database, DAY) == []
    open_store(database, COMMAND_WAIT_MS).close()
