"""The installed program on a file that is wrong, on a full disk, and on another computer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.coach import BEFORE, CUE, EARLY, ENTRIES, PROMPTS, SLOT, Coach
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.waiting import until
from tests.support.small_disk import small_disk

Serve = Callable[..., Notifications]


def damage(database: Path) -> None:
    database.write_bytes(b"\xff" * 8192)


def empty(database: Path) -> None:
    database.write_bytes(b"")


def lose(database: Path) -> None:
    database.unlink()


def with_history(coach: Coach) -> Path:
    """Give the home a habit and a backup that holds it; return the agent's file."""
    coach.set_clock(EARLY)
    coach.add("Say the name", CUE)
    coach.json("backup")
    return coach.home / "habitcoach.db"


@pytest.mark.parametrize("harm", [damage, empty, lose])
def test_a_start_on_a_wrong_file_asks_in_one_window_and_puts_the_backup_back(
    coach: Coach, serve: Serve, pointer: Pointer, harm: Callable[[Path], None]
) -> None:
    serve()
    harm(with_history(coach))
    app = coach.start(EARLY, "--hidden")
    [window] = until(lambda: pointer.windows(app.pid), "the window that asks")
    pointer.click(*window.place.center().toTuple())
    pointer.key("Return")
    until(lambda: "a backup was put back" in coach.said, "the backup put back")
    pointer.tray_icon(app.pid)
    assert coach.rows("SELECT name FROM habit") == [("Say the name",)]
    assert app.running
    assert "Traceback" not in coach.said


def test_quitting_that_window_leaves_everything_and_says_one_line(
    coach: Coach, serve: Serve, pointer: Pointer
) -> None:
    serve()
    database = with_history(coach)
    damage(database)
    app = coach.start(EARLY)
    until(lambda: pointer.windows(app.pid), "the window that asks")
    pointer.key("Escape")
    assert app.wait(seconds=10) == 1
    assert database.read_bytes() == b"\xff" * 8192
    assert app.said.startswith("habitcoach: ")
    assert app.said.count("\n") == 1


def test_a_home_that_takes_no_writes_says_so_in_a_window(
    coach: Coach, serve: Serve, pointer: Pointer, tmp_path: Path
) -> None:
    serve()
    with small_disk(tmp_path / "disk", megabytes=8) as disk:
        coach = Coach(coach.python, disk.folder / "home", coach.env, coach._starts)
        coach.home.mkdir()
        disk.make_read_only()
        app = Coach(coach.python, tmp_path / "unused", {**coach.env}, coach._starts).start(
            EARLY, "--home", str(coach.home)
        )
        until(lambda: pointer.windows(app.pid), "the window that says why")
        pointer.key("Escape")
        assert app.wait(seconds=10) == 1
        assert app.said.startswith("habitcoach: ")
        assert app.said.count("\n") == 1


def test_a_press_on_a_full_disk_is_kept_told_and_saved_later(
    coach: Coach, serve: Serve, home: Path, tmp_path: Path
) -> None:
    server = serve()
    with small_disk(tmp_path / "disk", megabytes=24) as disk:
        coach = Coach(coach.python, disk.folder / "home", coach.env, coach._starts)
        coach.set_clock(EARLY)
        habit = coach.add("Say the name", CUE)
        app = coach.start(BEFORE, "--hidden")
        shown = server.wait_for("Say the name")
        coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
        reserve = coach.home / "habitcoach.reserve"
        until(reserve.exists, "the reserve")
        reserve.unlink()
        disk.fill()
        server.press(shown, "done")
        told = server.wait_for("not saved yet")
        assert "The disk is full" in told["body"]
        assert coach.rows(ENTRIES, habit, SLOT) == []
        disk.free()
        assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
        until(lambda: told["id"] in server.closed(), "the word taken back")
        app.end()
        assert "Traceback" not in coach.said
    del home


def test_one_file_carries_everything_to_another_computer(coach: Coach, serve: Serve, tmp_path: Path) -> None:
    serve()
    coach.set_clock(EARLY)
    habit = coach.add("Say the name", CUE)
    coach.json("done", "say the", "--note", "Well said")
    carried = tmp_path / "everything.db"
    coach.json("backup", str(carried))
    before = {command: coach.json(*command.split()) for command in ("habits", "streaks", "today")}
    shutil.rmtree(coach.home)
    there = Coach(coach.python, tmp_path / "another" / "home", coach.env, coach._starts)
    there.home.parent.mkdir()
    there.set_clock(EARLY)
    there.json("restore-backup", str(carried), "--yes")
    assert {command: there.json(*command.split()) for command in before} == before
    assert there.rows("SELECT text FROM note") == [("Well said",)]
    assert there.rows("SELECT kind FROM entry WHERE habit_id = ?", habit) == [("done",)]
