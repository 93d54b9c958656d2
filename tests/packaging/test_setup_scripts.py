"""scripts/run and scripts/test on machines in other states than this one, played by stub programs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.desktop.installation import ROOT

_ALL_LIBRARIES = 'case "$1" in -p) cat "$0.list";; esac'


class Machine:
    """A checkout on a machine whose commands are stubs that write down how they were called."""

    def __init__(self, folder: Path) -> None:
        """Copy what the scripts read."""
        self.root = folder / "a checkout"
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        self.bin.mkdir()
        shutil.copytree(ROOT / "scripts", self.root / "scripts")
        for name in ("pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.root)
        self.stub("id", "echo 1000")
        self.stub("apt-get", "exit 1")

    def stub(self, name: str, body: str, folder: Path | None = None) -> None:
        """Put a command in the way of the real one."""
        file = (folder or self.bin) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.calls}"\n{body}\n', "utf-8")
        file.chmod(0o755)

    def has_libraries(self) -> None:
        """Let the dynamic linker know every library, as on a desktop."""
        real = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
        self.stub("ldconfig", _ALL_LIBRARIES)
        (self.bin / "ldconfig.list").write_text(real, "utf-8")

    def start(self, script: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a script as a user without privileges would see it."""
        return subprocess.run(
            [self.root / "scripts" / script, *words],
            env={"PATH": f"{self.bin}:/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        """Return the calls of stubs so far."""
        return self.calls.read_text("utf-8").splitlines() if self.calls.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine with stubs."""
    return Machine(tmp_path)


def test_missing_libraries_are_one_line_to_paste(machine: Machine) -> None:
    machine.stub("ldconfig", "exit 0")
    done = machine.start("run")
    assert done.returncode == 1
    (line,) = [one for one in done.stderr.splitlines() if one.startswith("    ")]
    assert line.strip().startswith("sudo apt-get update && sudo apt-get install -y")
    assert "libxcb-cursor0" in line
    assert "xvfb" not in line
    assert not [call for call in machine.called() if call.startswith("apt-get")]


def test_a_missing_python_is_one_line_to_paste(machine: Machine) -> None:
    machine.has_libraries()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python"):
        machine.stub(name, "exit 1")
    done = machine.start("run")
    assert done.returncode == 1
    assert "sudo apt-get" in done.stderr
    assert "python3-venv" in done.stderr


def test_the_second_start_sets_nothing_up(machine: Machine) -> None:
    machine.has_libraries()
    machine.stub("python3", "exit 0")
    programs = machine.root / ".venv" / "bin"
    machine.stub("python", "exit 0", programs)
    machine.stub("habitcoach", 'for word in "$@"; do echo "<$word>"; done', programs)
    first = machine.start("run", "--home", "two words")
    assert first.returncode == 0, first.stderr
    assert first.stdout == "<--home>\n<two words>\n"
    assert [call for call in machine.called() if "pip install" in call and "constraints.txt" in call]
    before = len(machine.called())
    second = machine.start("run", "--demo")
    assert second.stdout == "<--demo>\n"
    assert second.stderr == ""
    assert machine.called()[before:] == ["python -c ", "habitcoach --demo"]


def test_new_pins_are_installed(machine: Machine) -> None:
    machine.has_libraries()
    machine.stub("python3", "exit 0")
    programs = machine.root / ".venv" / "bin"
    machine.stub("python", "exit 0", programs)
    machine.stub("habitcoach", "exit 0", programs)
    machine.start("run")
    with (machine.root / "constraints.txt").open("a", encoding="utf-8") as pins:
        pins.write("# changed\n")
    machine.start("run")
    assert len([call for call in machine.called() if "pip install" in call]) == 2


def test_arguments_of_test_go_to_pytest_alone(machine: Machine) -> None:
    machine.has_libraries()
    machine.stub("python3", "exit 0")
    programs = machine.root / ".venv" / "bin"
    machine.stub("python", "exit 0", programs)
    for name in ("Xvfb", "dbus-daemon", "dunst", "notify-send", "openbox", "tint2", "xdotool"):
        machine.stub(name, "exit 0")
    done = machine.start("test", "-k", "streak or spare")
    assert done.returncode == 0, done.stderr
    assert machine.called()[-1] == "python -m pytest -m not long -k streak or spare"
