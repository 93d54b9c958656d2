"""A disk that is full or read-only, and two programs that write at once — through the real command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.storage.checking import look_over
from tests.support.old_files import entry_ids, live_in, rows

pytestmark = pytest.mark.long

_ROOT = Path(__file__).parents[2]
_FULL = "habitcoach: The disk is full, so nothing was saved. Free some space and try again.\n"


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(_ROOT), "HABITCOACH_HOME": str(home)}
    env["HABITCOACH_NOW"] = "2026-11-23T12:00+01:00 Europe/Berlin"
    command = [sys.executable, "-m", "habitcoach", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


def require_mount(*words: str) -> None:
    """Change what is mounted, or skip saying why that is not allowed here."""
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mount {' '.join(words)}: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own of 1.5 MB; only root may make one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    require_mount("-t", "tmpfs", "-o", "size=1536k,mode=700", "habitcoach-test", str(place))
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    """Fill a disk to its last byte, and return what fills it."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return ballast


def test_a_full_disk_saves_nothing_says_so_and_loses_nothing(small_disk: Path) -> None:
    live_in(small_disk / "habitcoach.db", 50)
    assert run(small_disk, "done", "Smile").returncode == 0
    ballast = fill(small_disk)
    for arguments in (("done", "Smile"), ("skip", "Smile", "--reason", "leave"), ("backup",)):
        found = run(small_disk, *arguments)
        assert (found.returncode, found.stdout, found.stderr) == (1, "", _FULL), arguments
    assert run(small_disk, "habits").returncode == 0
    ballast.unlink()
    done = run(small_disk, "done", "Smile", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(entry_ids(small_disk / "habitcoach.db")) == 52
    assert look_over(small_disk / "habitcoach.db") == []


def test_a_disk_that_fills_up_on_the_way_keeps_what_was_acknowledged(small_disk: Path) -> None:
    database = small_disk / "habitcoach.db"
    live_in(database, 1)
    acknowledged = 1
    for _ in range(400):
        found = run(small_disk, "done", "Smile", "--note", "x" * 2000, "--json")
        assert "Traceback" not in found.stderr
        if found.returncode:
            assert found.stderr == _FULL
            break
        acknowledged += 1
        (small_disk / f"ballast-{acknowledged}").write_bytes(b"x" * 40_000)
    else:
        pytest.fail("the disk never filled up")
    assert len(entry_ids(database)) == acknowledged
    for one in small_disk.glob("ballast-*"):
        one.unlink()
    assert run(small_disk, "check").returncode == 0
    assert run(small_disk, "done", "Smile").returncode == 0


def test_a_read_only_disk_can_be_looked_at_and_says_so(small_disk: Path) -> None:
    database = small_disk / "habitcoach.db"
    live_in(database, 5)
    require_mount("-o", "remount,ro", str(small_disk))
    found = run(small_disk, "done", "Smile")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("habitcoach: The HabitCoach ")
    assert found.stderr.count("\n") == 1
    require_mount("-o", "remount,rw", str(small_disk))
    assert len(entry_ids(database)) == 5


_WRITER = """
import sys
from pathlib import Path
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import HabitId
from habitcoach.storage.opening import open_store
from tests.kills.file_workers import NOON
from tests.support.driven_clock import DrivenClock
store = open_store(Path(sys.argv[1]), 20_000)
coach = Coach(store, DrivenClock(NOON))
for _ in range(2000):
    coach.recording.done(Log(HabitId(int(sys.argv[2])), Source.COMMAND))
store.close()
"""


def test_two_writers_of_2000_entries_each_write_4000(tmp_path: Path) -> None:
    database = tmp_path / "habitcoach.db"
    live_in(database, 0)
    live_in(database, 0, habit="Names")
    env = {**os.environ, "PYTHONPATH": str(_ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(database), str(habit)], cwd=_ROOT, env=env)
        for habit in (1, 2)
    ]
    assert [one.wait(500) for one in writers] == [0, 0]
    assert rows(database, "SELECT habit_id, count(*) FROM entry GROUP BY habit_id") == [(1, 2000), (2, 2000)]
    assert entry_ids(database) == list(range(1, 4001))
    assert look_over(database) == []


def test_a_step_that_fails_says_so_in_one_line_and_leaves_the_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    database = home / "habitcoach.db"
    database.write_bytes((_ROOT / "tests" / "storage" / "files" / "0001.db").read_bytes())
    before = rows(database, "SELECT * FROM entry"), rows(database, "SELECT sql FROM sqlite_schema")
    failing = (
        "import sys\n"
        "from habitcoach.storage import migrations\n"
        "@migrations.migrations(name='9998_late')\n"
        "def fail(db):\n"
        "    db.execute('DELETE FROM note')\n"
        "    raise ZeroDivisionError('of ours')\n"
        "from habitcoach.cli.main import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(_ROOT), "HABITCOACH_HOME": str(home)}
    found = subprocess.run(
        [sys.executable, "-c", failing, "today"], env=env, capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("habitcoach: Your file could not be brought up to date and is as it was.")
    assert found.stderr.count("\n") == 1
    after = rows(database, "SELECT * FROM entry"), rows(database, "SELECT sql FROM sqlite_schema")
    assert after == before
    assert json.loads(run(home, "habits", "--json").stdout)[0]["habit"] == "Smile first"
