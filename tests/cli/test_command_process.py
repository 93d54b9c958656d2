"""The command line as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_HEAVY = "PySide6", "apscheduler", "plyer", "jeepney"
_LOADED = """
import sys
from habitcoach.cli.main import run
code = run(sys.argv[1:])
print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)
"""


def start(home: Path, *arguments: str, program: tuple[str, ...] = ("-m", "habitcoach"), **env: str) -> "Run":
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HABITCOACH_HOME": str(home), **env},
        capture_output=True,
        check=False,
        timeout=60,
    )


Run = subprocess.CompletedProcess[bytes]


def test_a_day_from_the_shell(tmp_path: Path) -> None:
    now = "2026-11-23T10:31+01:00 Europe/Berlin"
    name = "--😀 <b>"
    words = ["--when", "it rings", "--routine", "smile", "--reward", "tea"]
    added = start(tmp_path, "add", f"--name={name}", *words, "--json", HABITCOACH_NOW=now)
    assert json.loads(added.stdout) == {"habit_id": 1, "habit": name}
    done = start(tmp_path, "done", "--json", "--", name, HABITCOACH_NOW=now)
    assert (done.returncode, json.loads(done.stdout)["streak"], done.stderr) == (0, 1, b"")


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), ("today",), ("habits", "--json"), ("add", "--template", "x"), ("undo",)],
)
def test_no_command_loads_what_only_the_app_needs(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    found = start(tmp_path, *arguments, program=("-c", _LOADED))
    loaded = found.stderr.decode().split()
    assert "habitcoach" in loaded
    assert not set(_HEAVY) & set(loaded)


def test_a_pipe_that_knows_no_emoji_still_gets_its_lines(tmp_path: Path) -> None:
    words = ["--when", "it rings", "--routine", "smile", "--reward", "tea"]
    start(tmp_path, "add", "--name", "😀 smile", *words)
    listed = start(tmp_path, "habits", PYTHONIOENCODING="latin-1")
    assert (listed.returncode, listed.stdout) == (0, b"  1  ? smile \xb7 No cue\n")
    shown = start(tmp_path, "habits", "--json", PYTHONIOENCODING="latin-1")
    assert json.loads(shown.stdout)[0]["habit"] == "😀 smile"


def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path) -> None:
    found = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m habitcoach library | head -1'],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HABITCOACH_HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert found.stdout.count(b"\n") == 1
    assert found.stderr == b""


def test_an_undecodable_argument_is_only_an_unknown_name(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable.encode(), b"-m", b"habitcoach", b"show", b"\xff\xfe"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HABITCOACH_HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert found.returncode == 1
    assert b"There is no habit" in found.stderr


def test_two_commands_at_once_both_write(tmp_path: Path) -> None:
    words = ["--when", "it rings", "--routine", "smile", "--reward", "tea"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HABITCOACH_HOME": str(tmp_path)}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "habitcoach", "add", "--name", f"Habit {number}", *words],
            cwd=ROOT,
            env=env,
            stdout=subprocess.DEVNULL,
        )
        for number in range(3)
    ]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert len(json.loads(start(tmp_path, "habits", "--json").stdout)) == 3
