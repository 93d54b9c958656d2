"""What this process does beside its open file never gives up the locks it has on it.

The system drops all locks of a process on a file when that process closes the file anywhere. Another program
that comes and goes would then delete the write-ahead log, and every later entry would go with it.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from habitcoach.storage.backups import daily_backup, newest_whole
from habitcoach.storage.checking import quick_look
from habitcoach.storage.connecting import begins_well
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.restoring import preview, restore
from tests.support.habits import MONDAY

COMES_AND_GOES = """
import sys
from pathlib import Path
from habitcoach.storage.opening import open_store
store = open_store(Path(sys.argv[1]), 5000)
store.put_setting("other", "was here")
store.close()
"""


def put_back(database: Path) -> None:
    daily_backup(database, MONDAY)
    newest = newest_whole(database)
    assert newest is not None
    preview(database, newest.path)
    restore(database, newest.path, MONDAY)


BESIDE: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "quick look": quick_look,
    "backup": lambda database: daily_backup(database, MONDAY),
    "copy": lambda database: copy_verified(database, database.with_name("copy.db")),
    "magic": begins_well,
    "second store": lambda database: open_store(database, COMMAND_WAIT_MS).close(),
    "restore": put_back,
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE.keys())
def test_another_program_that_comes_and_goes_leaves_our_log(
    tmp_path: Path, beside: Callable[[Path], object]
) -> None:
    database = tmp_path / "habitcoach.db"
    store = open_store(database, COMMAND_WAIT_MS)
    store.put_setting("ours", "first")
    beside(database)
    subprocess.run([sys.executable, "-c", COMES_AND_GOES, str(database)], check=True)
    store.put_setting("ours", "second")
    with closing(sqlite3.connect(database)) as third:
        found = dict(third.execute("SELECT name, value FROM setting WHERE name IN ('ours', 'other')"))
    assert found == {"ours": "second", "other": "was here"}
    assert store.setting("other") == "was here"
    store.close()
