"""Real faults of the disk under a running desk: said once with the cure, and nothing given is lost."""

import sqlite3

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.app import attempts
from tests.support.desk_bench import DUE, Bench, card, card_shows, press, texts, window
from tests.support.small_disk import SmallDisk

DONE = "SELECT slot, at FROM entry ORDER BY id"
SLOT = "2026-11-23/10:30"
PRESSED = "2026-11-23T09:31:00.000Z"


def strip() -> QWidget:
    found = window().findChild(QWidget, "trouble_strip")
    assert found is not None
    return found


def words() -> str:
    return " ".join(texts(strip()))


def due_bench(bench: Bench, qtbot: QtBot, habits: int = 2) -> Bench:
    """Start the desk with waiting cues."""
    bench.add_many(habits)
    bench.time.write_text(DUE)
    bench.start()
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM prompt WHERE state = 'shown'") == [(habits,)])
    return bench


def test_the_reserve_lets_a_log_land_on_a_full_disk(
    tight_bench: tuple[Bench, SmallDisk], qtbot: QtBot
) -> None:
    bench, disk = tight_bench
    due_bench(bench, qtbot)
    qtbot.waitUntil(bench.home.reserve.exists)
    assert bench.home.reserve.stat().st_mode & 0o077 == 0
    disk.fill()
    window().today_page.done.emit(1, SLOT)
    assert bench.rows(DONE) == [(SLOT, PRESSED)]
    assert not bench.home.reserve.exists()
    assert strip().isHidden()


def test_what_a_full_disk_refuses_lands_when_there_is_room(
    tight_bench: tuple[Bench, SmallDisk], qtbot: QtBot
) -> None:
    bench, disk = tight_bench
    due_bench(bench, qtbot)
    qtbot.waitUntil(bench.home.reserve.exists)
    bench.home.reserve.unlink()
    disk.fill()
    window().today_page.done.emit(1, SLOT)
    assert bench.rows(DONE) == []
    assert "Your last log is not saved yet" in words()
    assert "The disk is full. Free some space." in words()
    assert any("· not saved yet" in one for one in texts(window()))
    assert card_shows()
    assert card().state != "reward"
    # Pressed again, it is still one answer; another one waits behind it.
    window().today_page.done.emit(1, SLOT)
    window().today_page.done.emit(2, SLOT)
    assert "Your last 2 logs are not saved yet" in words()
    bench.time.write_text("2026-11-23T10:40+01:00 Europe/Berlin")
    disk.free()
    press(window(), "trouble_again")
    assert bench.rows(DONE) == [(SLOT, PRESSED), (SLOT, PRESSED)]
    assert strip().isHidden()
    qtbot.waitUntil(lambda: not any("· not saved yet" in one for one in texts(window())))


def test_quitting_with_answers_in_memory_asks_first(
    tight_bench: tuple[Bench, SmallDisk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, disk = tight_bench
    due_bench(bench, qtbot)
    qtbot.waitUntil(bench.home.reserve.exists)
    bench.home.reserve.unlink()
    left: list[int] = []
    monkeypatch.setattr("habitcoach.app.saving_desk.QApplication.exit", left.append)
    disk.fill()
    window().today_page.done.emit(1, SLOT)
    window().quit.emit()
    window().quit.emit()
    [question] = [one for one in window().findChildren(QDialog, "question") if one.isVisible()]
    assert "Quit without your last log?" in texts(question)
    press(question, "question_keep")
    assert left == []
    window().quit.emit()
    [question] = [one for one in window().findChildren(QDialog, "question") if one.isVisible()]
    press(question, "question_go")
    assert left == [0]
    disk.free()
    window().quit.emit()
    assert (left, len(bench.rows(DONE))) == ([0, 0], 1)


def test_an_answer_that_is_not_saved_can_be_taken_back(
    tight_bench: tuple[Bench, SmallDisk], qtbot: QtBot
) -> None:
    bench, disk = tight_bench
    due_bench(bench, qtbot)
    qtbot.waitUntil(bench.home.reserve.exists)
    bench.home.reserve.unlink()
    disk.fill()
    window().today_page.done.emit(1, SLOT)
    window().undo.emit()
    disk.free()
    press(window(), "trouble_again")
    assert strip().isHidden()
    assert bench.rows(DONE) == []


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a file for held by another program sooner than after ten seconds."""
    monkeypatch.setattr(attempts, "MOST_RETRIES", 8)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_holds_is_said_with_the_cure(bench: Bench, qtbot: QtBot) -> None:
    due_bench(bench, qtbot)
    blocker = sqlite3.connect(bench.home.database, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    window().today_page.done.emit(1, SLOT)
    qtbot.waitUntil(lambda: any("saving…" in one for one in texts(window())))
    qtbot.waitUntil(lambda: "Another program holds your HabitCoach file. Close it there." in words())
    assert bench.rows(DONE) == []
    blocker.execute("COMMIT")
    blocker.close()
    qtbot.waitUntil(lambda: bench.rows(DONE) == [(SLOT, PRESSED)], timeout=10_000)
    qtbot.waitUntil(strip().isHidden)


def test_nothing_is_confirmed_that_went_to_a_folder_that_is_gone(bench: Bench, qtbot: QtBot) -> None:
    due_bench(bench, qtbot)
    elsewhere = bench.home.folder.with_name("moved")
    bench.home.folder.rename(elsewhere)
    window().today_page.done.emit(1, SLOT)
    assert "no longer in its folder" in words()
    assert card().state != "reward"
    elsewhere.rename(bench.home.folder)
    qtbot.waitUntil(lambda: bench.rows(DONE) == [(SLOT, PRESSED)], timeout=10_000)
    qtbot.waitUntil(strip().isHidden)


def test_damage_is_found_beside_the_window_and_said(bench: Bench, qtbot: QtBot) -> None:
    # A table that no start reads.
    [(page,)] = bench.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'note'")
    bench.other.close()
    bench.store.close()
    with bench.home.database.open("rb+") as file:
        file.seek((int(str(page)) - 1) * 4096)
        file.write(b"\xff" * 4096)
    bench.open_again()
    bench.start()
    qtbot.waitUntil(lambda: "Your HabitCoach file is damaged" in words())
    chosen: list[bool] = []
    window().trouble.put_right.connect(lambda: chosen.append(True))
    button = window().findChild(QPushButton, "trouble_choose")
    assert button is not None
    assert button.isVisible()
    again = window().findChild(QPushButton, "trouble_again")
    assert again is not None
    assert again.isHidden()


def test_a_backup_is_made_after_the_start(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    made = bench.home.folder / "backups" / "habitcoach-2026-11-23.db"
    qtbot.waitUntil(made.exists)


def test_a_backup_that_cannot_be_made_is_told(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    (bench.home.folder / "backups").write_text("in the way")
    bench.start()
    qtbot.waitUntil(lambda: any("Today’s backup was not made." in one for one in texts(window())))
