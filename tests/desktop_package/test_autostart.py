"""Starting with the session."""

import configparser
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.autostart import (
    Autostart,
    DesktopAutostart,
    MacAutostart,
    WindowsAutostart,
    autostart_for,
    desktop_words,
    own_command,
)


def entry(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / "habitcoach.desktop"


@pytest.fixture
def on_linux(tmp_path: Path) -> Autostart:
    environment = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    return autostart_for(environment, None, "linux")


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_it_is_off_on_and_off_again(tmp_path: Path, system: str) -> None:
    switch = autostart_for({"HOME": str(tmp_path)}, tmp_path / "my home", system)
    switch.disable()
    assert not switch.enabled()
    switch.enable()
    switch.enable()
    assert switch.enabled()
    switch.disable()
    assert not switch.enabled()
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_the_entry_is_one_that_desktops_read(tmp_path: Path, on_linux: Autostart) -> None:
    on_linux.enable()
    read = configparser.RawConfigParser(strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(entry(tmp_path), "utf-8")
    section = read["Desktop Entry"]
    assert (section["Type"], section["Name"], section["Terminal"]) == ("Application", "HabitCoach", "false")
    assert section["Exec"] == desktop_words(own_command(None))


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(tmp_path: Path, on_linux: Autostart, line: str) -> None:
    on_linux.enable()
    with entry(tmp_path).open("a") as file:
        file.write(f"{line}\n")
    assert not on_linux.enabled()
    on_linux.enable()
    assert on_linux.enabled()


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/opt/habit coach", '"/opt/habit coach"'),
        ('a"b', r'"a\\"b"'),
        ("$HOME`x`", r'"\\$HOME\\`x\\`"'),
        ("100%", '"100%%"'),
        ("back\\slash", r'"back\\\\slash"'),
    ],
)
def test_words_are_escaped_as_the_specification_has_it(word: str, written: str) -> None:
    assert desktop_words([word]) == written


def test_the_command_starts_this_installation_hidden(tmp_path: Path) -> None:
    command = own_command(tmp_path)
    assert command[-3:] == ["--home", str(tmp_path), "--hidden"]
    done = subprocess.run([*command[:-3], "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("habitcoach ")


def test_a_launch_agent_starts_at_log_in(tmp_path: Path) -> None:
    MacAutostart(tmp_path / "agents", ["habitcoach", "--hidden"]).enable()
    [file] = (tmp_path / "agents").iterdir()
    found = plistlib.loads(file.read_bytes())
    assert found["ProgramArguments"] == ["habitcoach", "--hidden"]
    assert found["RunAtLoad"] is True
    assert file.stem == found["Label"]


def test_a_place_that_cannot_be_written_is_a_fault_with_a_cure(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("in the way")
    switch = DesktopAutostart(tmp_path / "autostart", ["habitcoach"])
    assert not switch.enabled()
    with pytest.raises(EnvironmentFaultError, match="no_autostart"):
        switch.enable()


@pytest.mark.skipif(sys.platform == "win32", reason="there it is real")
def test_without_a_registry_nothing_is_on() -> None:
    switch = autostart_for({}, None, "win32")
    assert isinstance(switch, WindowsAutostart)
    switch.enable()
    switch.disable()
    assert not switch.enabled()


def test_a_relative_configuration_folder_is_none(tmp_path: Path) -> None:
    switch = autostart_for({"HOME": str(tmp_path), "XDG_CONFIG_HOME": "config"}, None, "linux")
    switch.enable()
    assert (tmp_path / ".config" / "autostart" / "habitcoach.desktop").exists()
