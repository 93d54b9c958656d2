"""A file harmed at 150 random places: one clear sentence, an intact set-aside file, the backup put back."""

import hashlib
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from habitcoach.cli.main import run as command_line
from habitcoach.storage.backups import make_backup
from tests.support.habits import MONDAY
from tests.support.old_files import live_in, rows

pytestmark = pytest.mark.long

_OFFSETS = 50
_ROOT = Path(__file__).parents[2]
_COMMANDS = (("today",), ("why", "Smile"), ("notes",), ("done", "Smile", "--json"), ("streaks", "--json"))
_CURE = re.compile(r"habitcoach: [^\n]* Put back the backup of 2026-11-23: habitcoach restore-backup (\S+)\n")


class Line(NamedTuple):
    """What one command said."""

    returncode: int
    stdout: str
    stderr: str


def in_process(*arguments: str) -> Line:
    """Run one command here; whatever it raises fails the test, as its traceback would."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = command_line(arguments)
    return Line(code, out.getvalue(), err.getvalue())


def run(*arguments: str) -> Line:
    """Run one command as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(_ROOT)}
    command = [sys.executable, "-m", "habitcoach", *arguments]
    found = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    return Line(found.returncode, found.stdout, found.stderr)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, lived: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of one's own that was lived in."""
    home = tmp_path / "home"
    shutil.copytree(lived, home)
    monkeypatch.setenv("HABITCOACH_HOME", str(home))
    monkeypatch.setenv("HABITCOACH_NOW", "2026-11-24T12:00+01:00 Europe/Berlin")
    return home


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with 1,500 entries and a backup."""
    home = tmp_path_factory.mktemp("lived")
    database = home / "habitcoach.db"
    live_in(database, 900)
    live_in(database, 600, habit="Names")
    make_backup(database, MONDAY)
    make_backup(
        database, MONDAY + timedelta(days=1)
    )  # today's, so that no command makes one of a harmed file
    (home / "backups" / "habitcoach-2026-11-24.db").write_bytes(b"")  # and it is no good
    return home


def harmed(content: bytes, kind: str, chance: random.Random) -> bytes:
    """Return a file's bytes with harm done at a random place."""
    at = chance.randrange(len(content))
    if kind == "truncated":
        return content[:at]
    length = min(chance.choice((1, 16, 512, 4096, 20_000)), len(content) - at)
    put = bytes(length) if kind == "zeroed" else chance.randbytes(length)
    return content[:at] + put + content[at + length :]


def in_entries(database: Path) -> list[tuple[object, ...]]:
    """Return the log of a file as bytes, whatever stands in it; nothing of one that cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            return connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
    except sqlite3.DatabaseError:
        return []


@pytest.mark.parametrize("number", range(_OFFSETS))
@pytest.mark.parametrize("kind", ["truncated", "overwritten", "zeroed"])
def test_harm_ends_in_a_sentence_and_the_file_is_kept(home: Path, kind: str, number: int) -> None:
    database = home / "habitcoach.db"
    before = database.read_bytes()
    content = harmed(before, kind, random.Random(f"{kind} {number}"))
    database.write_bytes(content)
    said = {("check",): run("check")} | {arguments: in_process(*arguments) for arguments in _COMMANDS}
    for arguments, found in said.items():
        assert "Traceback" not in found.stderr, arguments
        assert found.returncode in {0, 1}, arguments
        assert found.returncode == 0 or found.stderr.count("\n") == 1, arguments
    checked = said["check",]
    if checked.returncode == 0:
        # The harm hit nothing that is in use; then everything works, and nothing was begun anew.
        assert [found.stderr for found in said.values()] == [""] * len(said)
        assert rows(database, "SELECT count(*) FROM entry") == [(1501,)]
        return
    cure = _CURE.fullmatch(checked.stderr)
    assert cure is not None, checked.stderr
    harmed_now, entries = hashlib.sha256(database.read_bytes()).hexdigest(), in_entries(database)
    restored = run("restore-backup", cure[1], "--yes", "--json")
    assert restored.returncode == 0, restored.stderr
    [kept, *_] = json.loads(restored.stdout)["kept"]
    if "damaged" in kept:
        assert hashlib.sha256(Path(kept).read_bytes()).hexdigest() == harmed_now
    else:
        # Only words were harmed: SQLite reads the file, so a verified copy of it was kept.
        assert in_entries(Path(kept)) == entries
    assert rows(database, "SELECT count(*) FROM entry") == [(1500,)]
    whole = in_process("check")
    assert (whole.returncode, whole.stderr) == (0, "")
