"""500 kills while logging, migrating, backing up and restoring: nothing acknowledged is ever lost."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.backups import backups, make_backup
from habitcoach.storage.checking import look_over
from habitcoach.storage.migrations import KNOWN
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.places import is_part
from habitcoach.storage.restoring import restore
from tests.desktop.waiting import pause
from tests.kills.file_workers import NOON
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY
from tests.support.old_files import FILES, entry_ids, live_in, rows, run

pytestmark = pytest.mark.long

KILLS = 125
_ROOT = Path(__file__).parents[2]


class Nursery:
    """Where workers of `file_workers` come from and are ended at a random moment of their work."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.file_workers"],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one(self, work: str, database: Path, backup: Path, *, within: float) -> list[list[str]]:
        """Have one work for up to so many seconds, kill it, and return what it had said was done."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([work, str(database), str(backup)]) + "\n")
        self._process.stdin.flush()
        said: dict[str, list[str]] = {}
        while not {"pid", "ready"} <= said.keys():
            line = self._line()
            said[line[0]] = line
            assert "failed" not in said
        pause(self._chance.uniform(0, within))
        with suppress(ProcessLookupError):
            os.kill(int(said["pid"][1]), signal.SIGKILL)
        done = []
        while (line := self._line()) != ["ended"]:
            assert line != ["failed"], "see above"
            done.append(line)
        return done

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(20) == 0
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _line(self) -> list[str]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.endswith("\n"), "the nursery is gone"
        return line.split()


def require_whole(database: Path) -> None:
    """Require that a file opens and that every check of it holds."""
    with closing(open_store(database, COMMAND_WAIT_MS)) as store:
        # A fast machine logs into the next work date; then it is that day.
        logged = [one.at for habit in store.habits() for one in store.entries(habit.id)]
        assert list(Coach(store, DrivenClock(max([NOON, *logged]))).derived.wrong()) == []
    assert look_over(database) == []


def fault_of(database: Path) -> str:
    """Return why a file does not open, "" when it does."""
    try:
        open_store(database, COMMAND_WAIT_MS).close()
    except EnvironmentFaultError as fault:
        return fault.code
    return ""


def numbers(said: list[list[str]], word: str) -> list[int]:
    """Return the numbers acknowledged with a word."""
    return [int(line[-1]) for line in said if line[0] == word]


@pytest.fixture
def nursery(request: pytest.FixtureRequest) -> Iterator[Nursery]:
    """Return a nursery with the same chance for the same test."""
    with closing(Nursery(random.Random(request.node.name))) as made:
        yield made


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return where the agent's file is."""
    return tmp_path / "home" / "habitcoach.db"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()


def test_kills_while_logging(database: Path, nursery: Nursery) -> None:
    acknowledged = 0
    for _ in range(KILLS):
        said = nursery.kill_one("log", database, database, within=0.3)
        acknowledged = max([acknowledged, *numbers(said, "done")])
        require_whole(database)
        assert entry_ids(database) == list(range(1, len(entry_ids(database)) + 1))
        assert len(entry_ids(database)) >= acknowledged
    assert acknowledged > KILLS


def test_kills_while_migrating(database: Path, nursery: Nursery) -> None:
    old = database.with_name("old.db")
    shutil.copy(FILES / "0001.db", old)
    run(
        old,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " INSERT INTO entry (habit_id, work_date, at, kind, source)"
        " SELECT 1, '2026-11-20', '2026-11-20T09:00:00.000Z', 'done', 'command' FROM n",
    )
    before = rows(old, "SELECT id, habit_id, work_date, kind FROM entry ORDER BY id")
    cut_short = 0
    for _ in range(KILLS):
        shutil.rmtree(database.parent / "backups", ignore_errors=True)
        for one in database.parent.glob("habitcoach.db*"):
            one.unlink()
        shutil.copy(old, database)
        said = nursery.kill_one("migrate", database, database, within=0.3)
        cut_short += not said
        steps = rows(database, "SELECT count(*) FROM _sqlite_migrations")[0][0]
        assert steps in {1, len(KNOWN)}, "between two steps"
        assert rows(database, "SELECT id, habit_id, work_date, kind FROM entry ORDER BY id") == before
        for copy in (database.parent / "backups").glob("habitcoach-before-*.db"):
            assert rows(copy, "PRAGMA integrity_check") == [("ok",)]
            assert len(entry_ids(copy)) == len(before)
        with closing(open_store(database, COMMAND_WAIT_MS)):
            pass
        assert look_over(database) == []
        assert rows(database, "SELECT id, habit_id, work_date, kind FROM entry ORDER BY id") == before
    assert cut_short > KILLS // 5, "hardly any kill came before the end"


def test_kills_while_backing_up(database: Path, nursery: Nursery) -> None:
    live_in(database, 5000)
    with closing(open_store(database, COMMAND_WAIT_MS)) as store:
        Coach(store, DrivenClock(NOON)).derived.rebuild()
    acknowledged, cut_short = 5000, 0
    for _ in range(KILLS):
        said = nursery.kill_one("back_up", database, database, within=0.4)
        acknowledged = max([acknowledged, *numbers(said, "done")])
        assert len(entry_ids(database)) >= acknowledged
        require_whole(database)
        folder = database.parent / "backups"
        cut_short += any(is_part(one) for one in folder.iterdir()) if folder.exists() else 0
        found = {one.path.name: one.path for one in backups(database)}
        for path in found.values():
            assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        for line in said:
            if line[0] == "backup" and line[1] in found:
                assert len(entry_ids(found[line[1]])) == int(line[2])
        if folder.exists():
            shutil.rmtree(folder)
    assert cut_short > KILLS // 10, "hardly any kill came into a copy"


def test_kills_while_restoring(database: Path, nursery: Nursery) -> None:
    live_in(database, 2000)
    with closing(open_store(database, COMMAND_WAIT_MS)) as store:
        Coach(store, DrivenClock(NOON)).derived.rebuild()
    backup = make_backup(database, MONDAY)[0].path
    put_back = rows(backup, "SELECT * FROM entry")
    for _ in range(KILLS):
        said = nursery.kill_one("put_back", database, backup, within=0.8)
        # Harmed by the worker, or cut short between two renames: nothing is begun anew.
        if fault_of(database) in {"corrupt", "file_missing"}:
            restore(database, backup, MONDAY)
        require_whole(database)
        now = rows(database, "SELECT * FROM entry")
        assert now[: len(put_back)] == put_back
        kept = [*database.parent.glob("backups/habitcoach-replaced-*.db")]
        for path in kept:
            assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        # What was logged after the backup is in the file, or in one that was kept.
        held = {number for path in (database, *kept) for number in entry_ids(path)}
        assert set(numbers(said, "done")) <= held
        for path in (*kept, *database.parent.glob("habitcoach-damaged-*")):
            path.unlink()
