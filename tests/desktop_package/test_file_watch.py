"""Changes by other processes, seen without polling."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.clock import clock_from
from habitcoach.desktop.file_watch import DATABASE, FileWatch
from habitcoach.desktop.paths import Home

pytestmark = pytest.mark.usefixtures("qapp")

WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for line in sys.stdin:
    connection.execute("INSERT INTO entry VALUES (?)", [line])
    print("written", flush=True)
"""


class Watched:
    """A file watch and how often it has told."""

    def __init__(self, *files: Path) -> None:
        self.watch = FileWatch(files)
        self.times = 0
        self.watch.changed.connect(self._count)

    def _count(self) -> None:
        self.times += 1

    def wait(self, qtbot: QtBot, times: int) -> None:
        """Wait until it has told so many times."""
        qtbot.waitUntil(lambda: self.times >= times, timeout=1000)
        assert self.times == times

    def wait_for_more(self, qtbot: QtBot, than: int) -> None:
        """Wait, for at most a second, until it has told more than so many times."""
        qtbot.waitUntil(lambda: self.times > than, timeout=1000)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "now"
    path.write_text("1")
    return path


@pytest.fixture
def watched(file: Path) -> Iterator[Watched]:
    made = Watched(file)
    yield made
    made.watch.close()


def quiet(qtbot: QtBot, watched: Watched, *, since: int) -> bool:
    """Say whether nothing is told in thrice the time it takes."""
    qtbot.wait(150)
    return watched.times == since


def test_another_processs_write_to_the_database_is_seen_within_a_second(tmp_path: Path, qtbot: QtBot) -> None:
    home = Home(tmp_path)
    ours = sqlite3.connect(home.database, isolation_level=None)
    ours.execute("PRAGMA journal_mode=WAL")
    ours.execute("CREATE TABLE entry (text)")
    clock = clock_from({})
    watched = Watched(home.database, home.write_ahead_log)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, home.database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for number in range(1, 6):
            before = watched.times
            writer.stdin.write("done\n")
            writer.stdin.flush()
            assert writer.stdout.readline() == "written\n"
            written = clock.monotonic()
            watched.wait_for_more(qtbot, before)
            assert clock.monotonic() - written < 1
            assert ours.execute("SELECT count(*) FROM entry").fetchone() == (number,)
        before = watched.times
        ours.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writer.stdin.write("after the log was cut\n")
        writer.stdin.flush()
        watched.wait_for_more(qtbot, before)
    ours.close()
    watched.watch.close()


def test_a_write_ahead_log_that_appears_is_seen_and_then_watched(tmp_path: Path, qtbot: QtBot) -> None:
    home = Home(tmp_path)
    watched = Watched(home.database, home.write_ahead_log)
    assert watched.watch.complete
    first = sqlite3.connect(home.database, isolation_level=None)
    first.execute("PRAGMA journal_mode=WAL")
    first.execute("CREATE TABLE entry (text)")
    watched.wait(qtbot, 1)
    assert home.write_ahead_log.exists()
    assert watched.watch.complete
    first.execute("INSERT INTO entry VALUES ('x')")
    watched.wait(qtbot, 2)
    first.close()  # the last one to leave removes the log
    watched.wait(qtbot, 3)
    assert not home.write_ahead_log.exists()
    second = sqlite3.connect(home.database, isolation_level=None)
    second.execute("INSERT INTO entry VALUES ('y')")
    watched.wait(qtbot, 4)
    second.close()
    watched.watch.close()


def test_many_writes_are_told_once(file: Path, watched: Watched, qtbot: QtBot) -> None:
    for number in range(20):
        file.write_text(str(number))
    watched.wait(qtbot, 1)
    assert quiet(qtbot, watched, since=1)


def test_a_busy_writer_does_not_put_it_off(file: Path, watched: Watched, qtbot: QtBot) -> None:
    clock = clock_from({})
    start = clock.monotonic()
    while watched.times < 3 and clock.monotonic() - start < 5:
        file.write_text("again")
        qtbot.wait(5)
    assert watched.times == 3


def test_a_file_replaced_is_still_watched(file: Path, watched: Watched, qtbot: QtBot) -> None:
    held = file.open()  # keeps the old file alive, so that nothing tells of its end
    for told in (1, 3, 5):
        other = file.with_name("other")
        other.write_text("new")
        other.replace(file)
        watched.wait(qtbot, told)
        file.write_text("newer")
        watched.wait(qtbot, told + 1)
    held.close()


def test_a_file_removed_and_made_again_is_still_watched(file: Path, watched: Watched, qtbot: QtBot) -> None:
    file.unlink()
    watched.wait(qtbot, 1)
    file.write_text("2")
    watched.wait(qtbot, 2)
    file.write_text("3")
    watched.wait(qtbot, 3)
    file.unlink()
    file.write_text("4")
    watched.wait(qtbot, 4)
    file.write_text("5")
    watched.wait(qtbot, 5)


def test_a_change_of_its_times_counts_since_a_set_clock_runs_from_them(
    file: Path, watched: Watched, qtbot: QtBot
) -> None:
    os.utime(file, (1_700_000_000, 1_700_000_000))
    watched.wait(qtbot, 1)


def test_neighbours_are_none_of_its_business(file: Path, watched: Watched, qtbot: QtBot) -> None:
    neighbour = file.with_name("habitcoach.log")
    neighbour.write_text("x")
    neighbour.write_text("y")
    neighbour.unlink()
    assert quiet(qtbot, watched, since=0)


def test_a_folder_that_vanishes_breaks_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "now").write_text("1")
    watched = Watched(folder / "now")
    shutil.rmtree(folder)
    watched.wait_for_more(qtbot, 0)
    watched.watch.close()


def test_closed_it_tells_nothing(file: Path, watched: Watched, qtbot: QtBot) -> None:
    file.write_text("2")
    watched.watch.close()
    assert quiet(qtbot, watched, since=0)


def test_it_looks_again_for_what_a_slow_disk_shows_late(file: Path, qtbot: QtBot) -> None:
    told: list[str] = []
    watch = FileWatch([file], look_again=DATABASE)
    watch.changed.connect(lambda: told.append("told"))
    file.write_text("frames, before the commit can be seen")
    qtbot.waitUntil(lambda: len(told) == 1 + len(DATABASE), timeout=3000)
    file.write_text("more")
    qtbot.waitUntil(lambda: len(told) == 2 + len(DATABASE), timeout=3000)
    watch.close()
    assert silent(qtbot, told)


def silent(qtbot: QtBot, told: list[str]) -> bool:
    """Say whether nothing more is told in the time of the last look."""
    before = len(told)
    qtbot.wait(max(DATABASE) + 100)
    return len(told) == before
