"""backup, restore-backup, check, delete-everything."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from habitcoach.storage import backups as backups_module
from tests.cli.conftest import Command, add

SetClock = Callable[[str], None]
pytestmark = pytest.mark.usefixtures("smile")


def harm(home: Path, sql: str) -> None:
    """Change the file without this program."""
    with closing(sqlite3.connect(home / "habitcoach.db")) as connection:
        connection.execute(sql)
        connection.commit()


def in_backups(home: Path) -> list[str]:
    return sorted(one.name for one in (home / "backups").iterdir())


# ------------------------------------------------------------------ backup


def test_the_first_command_of_a_day_that_writes_makes_the_days_backup(
    command: Command, home: Path, set_clock: SetClock
) -> None:
    assert in_backups(home) == ["habitcoach-2026-11-23.db"]
    command("done", "Smile")
    assert in_backups(home) == ["habitcoach-2026-11-23.db"]
    set_clock("24 10:31")
    command("today")
    assert len(in_backups(home)) == 1
    command("done", "Smile")
    assert in_backups(home) == ["habitcoach-2026-11-23.db", "habitcoach-2026-11-24.db"]


def test_a_backup_that_fails_is_told_and_the_command_has_done_its_work(
    command: Command, home: Path, set_clock: SetClock
) -> None:
    set_clock("24 10:31")
    for one in (home / "backups").iterdir():
        one.unlink()
    (home / "backups").rmdir()
    (home / "backups").touch()
    found = command("done", "Smile", "--json")
    assert (found.code, found.json["streak"]) == (0, 1)
    assert found.err == (
        "habitcoach: The HabitCoach folder cannot be opened. Check that it is yours and writable.\n"
    )


def test_backup_among_the_daily_ones(command: Command, home: Path) -> None:
    command("done", "Smile")
    found = command("backup", "--json").json
    path = home / "backups" / "habitcoach-2026-11-23-2.db"
    assert found == {"path": str(path), "day": "2026-11-23", "habits": 1, "entries": 1}
    assert path.exists()


def test_backup_to_a_file_and_into_a_folder(command: Command, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    assert command("backup", str(target)).out == f"Backed up, 0 entries: {target}\n"
    assert command("backup", str(tmp_path)).code == 0
    assert (tmp_path / "habitcoach-2026-11-23.db").exists()


def test_backup_replaces_a_file_only_when_asked(command: Command, home: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    target.write_text("precious")
    refused = command("backup", str(target))
    assert (refused.code, refused.out) == (1, "")
    assert "--yes" in refused.err
    assert target.read_text() == "precious"
    assert command("backup", str(target), "--yes").code == 0
    assert target.read_bytes().startswith(b"SQLite")
    assert command("backup", str(home / "habitcoach.db"), "--yes").code == 1


def test_without_a_file_there_is_nothing_to_back_up(command: Command, tmp_path: Path) -> None:
    found = command("--home", str(tmp_path / "new"), "backup")
    assert found.code == 1
    assert found.err.startswith("habitcoach: There is nothing to back up yet.")
    assert not (tmp_path / "new").exists()


# ------------------------------------------------------------------ restore-backup


def test_restore_lists_says_what_would_go_and_puts_back(command: Command, home: Path) -> None:
    backup = home / "backups" / "habitcoach-2026-11-23.db"
    assert command("restore-backup").out == f"2026-11-23  {backup}\n"
    assert command("restore-backup", "--json").json == [{"path": str(backup), "day": "2026-11-23"}]
    command("done", "Smile")
    add(command, "Names")
    looked = command("restore-backup", str(backup))
    assert looked.out.splitlines() == [
        "1 entry would go that it does not have.",
        "Habits that would go: Names.",
        looked.out.splitlines()[2],
        "A copy of the present file would be kept beside the backups.",
        f"Nothing has changed yet. To put it back: habitcoach restore-backup {backup} --yes",
    ]
    assert len(command("habits", "--json").json) == 2
    done = command("restore-backup", str(backup), "--yes", "--json").json
    assert (done["restored"], done["state"], done["entries_lost"]) == (True, "whole", 1)
    assert [Path(one).name for one in done["kept"]] == ["habitcoach-replaced-2026-11-23-1.db"]
    assert [one["habit"] for one in command("habits", "--json").json] == ["Smile"]


def test_restore_where_nothing_would_be_lost(command: Command, home: Path) -> None:
    backup = command("backup", "--json").json["path"]
    assert command("restore-backup", backup).out.startswith("Nothing would be lost")
    (home / "habitcoach.db").unlink()
    assert command("restore-backup", backup).out.startswith("There is no file at present")
    assert command("restore-backup", backup, "--yes").out == f"Put back: {backup}\n"
    assert command("check").code == 0


def test_restore_refuses_what_is_no_backup(command: Command, tmp_path: Path) -> None:
    other = tmp_path / "song.mp3"
    other.write_bytes(b"la" * 4000)
    for path in (other, tmp_path / "nothing.db", tmp_path):
        found = command("restore-backup", str(path), "--yes")
        assert (found.code, found.out) == (1, "")
        assert found.err.count("\n") == 1


def test_without_backups_the_list_says_so(command: Command, tmp_path: Path) -> None:
    assert command("--home", str(tmp_path / "new"), "restore-backup").out == "There are no backups yet.\n"


# ------------------------------------------------------------------ a file that is gone or harmed


@pytest.mark.parametrize(
    "arguments", [("today",), ("done", "Smile"), ("habits", "--json"), ("check",), ("backup",)]
)
@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "is missing."), (b"", "is empty."), (b"x" * 9000, "is damaged."), (b"\0" * 100, "is damaged.")],
)
def test_every_command_says_the_exact_cure_and_begins_nothing_new(
    command: Command, home: Path, arguments: tuple[str, ...], content: bytes | None, says: str
) -> None:
    database = home / "habitcoach.db"
    database.unlink()
    if content is not None:
        database.write_bytes(content)
    found = command(*arguments)
    backup = home / "backups" / "habitcoach-2026-11-23.db"
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        f"habitcoach: The HabitCoach file {says} Put back the backup of 2026-11-23:"
        f" habitcoach restore-backup {backup}\n"
    )
    assert (database.read_bytes() if database.exists() else None) == content


def test_the_cure_names_the_home_that_was_given(command: Command, home: Path) -> None:
    (home / "habitcoach.db").unlink()
    found = command("--home", str(home), "today")
    assert f"habitcoach --home {home} restore-backup" in found.err


def test_without_a_backup_a_harmed_file_is_left_where_it_is(command: Command, home: Path) -> None:
    for one in (home / "backups").iterdir():
        one.unlink()
    (home / "habitcoach.db").write_bytes(b"x" * 9000)
    found = command("done", "Smile")
    assert found.err == (
        "habitcoach: The HabitCoach file is damaged. There is no backup:"
        f" keep {home / 'habitcoach.db'}, move it elsewhere to begin anew.\n"
    )
    assert (home / "habitcoach.db").read_bytes() == b"x" * 9000


def test_another_programs_database_is_left_alone(command: Command, home: Path) -> None:
    database = home / "habitcoach.db"
    database.unlink()
    harm(home, "CREATE TABLE album (id INTEGER)")
    before = database.read_bytes()
    found = command("done", "Smile")
    assert f"{database} is not from HabitCoach." in found.err
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("album",)]
    assert len(database.read_bytes()) == len(before)


def test_rows_that_make_no_sense_are_damage_and_not_a_traceback(command: Command, home: Path) -> None:
    harm(home, 'UPDATE habit_version SET trigger = \'{"kind":"nonsense"}\'')
    for arguments in (("today",), ("done", "Smile"), ("show", "1")):
        found = command(*arguments)
        assert found.code == 1
        assert found.err.startswith("habitcoach: The HabitCoach file is damaged. Put back the backup of")


def test_a_table_that_is_gone_is_damage_and_not_a_traceback(command: Command, home: Path) -> None:
    harm(home, "DROP TABLE hold")
    found = command("today")
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("habitcoach: The HabitCoach file is damaged.")


def test_a_mistake_of_ours_is_no_damage(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(backups_module, "copy_verified", fail)
    with pytest.raises(ZeroDivisionError):
        command("backup")


# ------------------------------------------------------------------ check


def test_check_of_a_whole_file(command: Command, home: Path) -> None:
    command("done", "Smile")
    before = (home / "habitcoach.db").read_bytes()
    found = command("check")
    assert (found.code, found.out, found.err) == (0, "Your file is whole.\n", "")
    assert command("check", "--json").json == {"ok": True, "problems": [], "rebuilt": []}
    assert (home / "habitcoach.db").read_bytes() == before


def test_check_where_there_is_no_file(command: Command, tmp_path: Path) -> None:
    for arguments in (("check",), ("check", "--rebuild")):
        found = command("--home", str(tmp_path / "new"), *arguments)
        assert (found.code, found.out) == (0, "There is no file yet.\n")
    assert not (tmp_path / "new").exists()


def test_check_finds_streaks_that_are_not_of_the_log_and_rebuilds_them(command: Command, home: Path) -> None:
    command("done", "Smile")
    harm(home, "UPDATE streak SET length = 400")
    found = command("check")
    assert (found.code, found.out) == (1, "The streaks of “Smile” are not those of the log.\n")
    assert "habitcoach check --rebuild" in found.err
    assert command("check", "--json").json["problems"] == [{"code": "derived", "detail": "Smile"}]
    rebuilt = command("check", "--rebuild")
    assert (rebuilt.code, rebuilt.out) == (0, "Rebuilt the streaks of “Smile”.\nYour file is whole.\n")
    assert command("check", "--rebuild", "--json").json["rebuilt"] == []


def test_check_finds_a_lost_trigger_and_an_orphan(command: Command, home: Path) -> None:
    harm(home, "DROP TRIGGER entry_is_never_deleted")
    harm(home, "INSERT INTO note (entry_id, text) VALUES (55, 'x')")
    found = command("check", "--json")
    assert found.code == 1
    assert {one["code"] for one in found.json["problems"]} == {"orphan", "shape"}
    assert "Put back the backup" in found.err
    left = command("check", "--rebuild", "--json").json
    assert {one["code"] for one in left["problems"]} == {"orphan"}


# ------------------------------------------------------------------ delete-everything


def test_delete_everything_takes_all_that_is_ours_and_nothing_else(command: Command, home: Path) -> None:
    for name in ("habitcoach.log", "habitcoach.log.1", "habitcoach-damaged-2026-11-20-1.db", "mine.txt"):
        (home / name).touch()
    found = command("delete-everything", "--yes", "--json")
    assert found.code == 0
    assert {Path(one).name for one in found.json["deleted"]} == {
        "habitcoach.db",
        "habitcoach.log",
        "habitcoach.log.1",
        "habitcoach-damaged-2026-11-20-1.db",
        "habitcoach-2026-11-23.db",
    }
    assert [one.name for one in home.rglob("*")] == ["mine.txt"]
    assert command("today").code == 0


def test_delete_everything_leaves_no_folder_behind(command: Command, home: Path) -> None:
    assert command("delete-everything", "--yes").out == f"Deleted 2 files in {home}\n"
    assert not home.exists()
    assert command("delete-everything", "--yes").out == f"Deleted 0 files in {home}\n"


@pytest.mark.parametrize(
    ("typed", "code"), [("", 1), ("yes\n", 1), ("delete everything\n", 0), (" delete everything \n", 0)]
)
def test_delete_everything_wants_the_words(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    import io  # noqa: PLC0415

    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    found = command("delete-everything")
    assert found.code == code
    assert (home / "habitcoach.db").exists() is bool(code)
    assert str(home / "habitcoach.db") in found.err


def test_delete_everything_works_where_the_file_is_no_good(command: Command, home: Path) -> None:
    (home / "habitcoach.db").write_bytes(b"x" * 9000)
    assert command("delete-everything", "--yes").code == 0
    assert not home.exists()


@pytest.mark.parametrize("arguments", [("delete-everything",), ("restore-backup", "{backup}")])
def test_while_the_app_runs_nothing_is_taken_from_under_it(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("habitcoach.cli.safety_commands.app_runs", lambda _: True)
    backup = str(home / "backups" / "habitcoach-2026-11-23.db")
    found = command(*[backup if one == "{backup}" else one for one in arguments], "--yes")
    assert (found.code, found.err) == (
        1,
        "habitcoach: HabitCoach is running. Quit it first, then try again.\n",
    )
    assert (home / "habitcoach.db").exists()
