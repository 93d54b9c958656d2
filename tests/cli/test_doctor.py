"""The doctor: each line is ok or a warning with its cure; nothing is written."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from habitcoach.scheduler.jumps import CLOCK_JUMPS, ClockJumps
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.cli.conftest import Command, Line
from tests.desktop.coach import plain_env
from tests.desktop.notifications import notification_server
from tests.desktop.session_bus import session_bus


@pytest.fixture(autouse=True)
def _own_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no display, no bus and a configuration folder of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def lines(said: Line) -> dict[str, Any]:
    assert said.code == 0, said.err
    found = {one["check"]: one for one in said.json}
    assert all(one["ok"] or one["cure"] for one in found.values()), "a warning without a cure"
    return found


def test_every_warning_has_its_cure_where_nothing_is_there(command: Command, home: Path) -> None:
    found = lines(command("doctor", "--json"))
    assert not home.exists()
    assert list(found) == [
        "Python",
        "Clock and zone",
        "Your file",
        "Last backup",
        "Room on the disk",
        "Start at log-in",
        "Qt",
        "Tray",
        "Notifications",
        "Way of notifications",
        "Presence",
    ]
    assert found["Your file"]["detail"].startswith("none yet")
    assert found["Last backup"]["ok"]
    assert found["Qt"]["detail"] == "offscreen"
    assert found["Notifications"]["detail"] == "no message bus"
    assert not found["Tray"]["ok"]
    assert found["Presence"]["detail"] == "nothing tells of it"


@pytest.mark.usefixtures("smile")
def test_a_home_in_use(command: Command, home: Path) -> None:
    assert lines(command("doctor", "--json"))["Last backup"]["detail"] == "of 2026-11-23, 1 kept"
    store = open_store(home / "habitcoach.db", COMMAND_WAIT_MS)
    store.put_setting(CLOCK_JUMPS, ClockJumps(2, "2026-11-23T06:00:00+00:00", -3600).text)
    store.close()
    found = lines(command("doctor", "--json"))
    assert found["Your file"]["detail"].startswith("healthy")
    assert found["Clock jumps"]["detail"] == "2 seen, the last on 2026-11-23 07:00: -3600 s"
    said = command("doctor").out
    assert "ok       Your file: healthy" in said
    assert "warning  Clock and zone" in said
    assert "→ HABITCOACH_NOW sets this clock" in said


@pytest.mark.usefixtures("smile")
def test_an_old_backup_is_a_warning(command: Command, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(home / "backups")
    assert not lines(command("doctor", "--json"))["Last backup"]["ok"]
    assert command("backup").code == 0
    monkeypatch.setenv("HABITCOACH_NOW", "2026-11-25T08:00+01:00")
    assert lines(command("doctor", "--json"))["Last backup"]["ok"]
    monkeypatch.setenv("HABITCOACH_NOW", "2026-11-26T08:00+01:00")
    found = lines(command("doctor", "--json"))["Last backup"]
    assert (found["ok"], found["cure"]) == (False, "Make one now: habitcoach backup")


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize("harm", [b"\xff" * 8192, b""])
def test_a_file_that_is_wrong_is_a_warning_with_its_cure(command: Command, home: Path, harm: bytes) -> None:
    (home / "habitcoach.db").write_bytes(harm)
    found = lines(command("doctor", "--json"))["Your file"]
    assert not found["ok"]
    assert "restore-backup" in found["cure"]


@pytest.mark.usefixtures("smile")
def test_a_backup_folder_that_cannot_be_read(command: Command, home: Path) -> None:
    shutil.rmtree(home / "backups")
    (home / "backups").write_text("in the way")
    assert not lines(command("doctor", "--json"))["Last backup"]["ok"]


def test_little_room_is_a_warning(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habitcoach.cli.findings.LITTLE_ROOM", 10**18)
    found = lines(command("doctor", "--json"))["Room on the disk"]
    assert (found["ok"], "Free some space" in found["cure"]) == (False, True)


def test_a_qt_that_cannot_start_takes_only_the_child_down(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    found = lines(command("doctor", "--json"))["Desktop"]
    assert not found["ok"]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus(tmp_path / "bus", plain_env(tmp_path)) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.mark.parametrize("options", [(), ("--no-actions",)])
def test_a_test_cue_is_a_real_one(
    command: Command, tmp_path: Path, bus: str, options: tuple[str, ...]
) -> None:
    with notification_server(tmp_path, plain_env(tmp_path), bus, *options) as server:
        quiet = lines(command("doctor", "--json"))
        assert server.shown() == []
        assert "Test cue" not in quiet
        found = lines(command("doctor", "--json", "--test-cue"))
        [shown] = server.shown()
    assert found["Test cue"]["detail"] == "shown by dbus"
    assert found["Way of notifications"]["detail"] == "dbus"
    assert found["Notifications"]["ok"] == (not options)
    assert shown["summary"] == "A test cue of HabitCoach"


def test_a_test_cue_that_nobody_shows(command: Command) -> None:
    found = lines(command("doctor", "--json", "--test-cue"))
    assert (found["Test cue"]["ok"], found["Test cue"]["detail"]) == (False, "not shown")


def test_autostart_is_shown_and_switched(command: Command, tmp_path: Path) -> None:
    entry = tmp_path / "config" / "autostart" / "habitcoach.desktop"
    assert command("autostart", "--json").json == {"autostart": False}
    assert command("autostart", "on").out == "HabitCoach starts when you log in.\n"
    assert entry.exists()
    assert lines(command("doctor", "--json"))["Start at log-in"]["detail"] == "on"
    assert command("autostart", "off").out == "HabitCoach does not start when you log in.\n"
    assert not entry.exists()
    assert command("autostart", "maybe").code == 2


@pytest.mark.skipif(os.name != "posix", reason="a file stands in the way of a folder there")
def test_autostart_that_cannot_be_written_says_where(command: Command, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    said = command("autostart", "on")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "autostart" in said.err
