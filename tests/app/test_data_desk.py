"""Your data on the desk: backups, exports, moving and deleting, with real files."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.app.data_desk import preview_lines
from habitcoach.app.exporting import export
from habitcoach.app.saving_desk import ERASE
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.storage.backups import backups, make_backup
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.restoring import Preview
from habitcoach.ui.page_name import PageName
from habitcoach.ui.settings.settings_page import SettingsPage
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.support.desk_bench import Bench, window


@pytest.fixture
def page(bench: Bench) -> SettingsPage:
    """Return the page of a desk in a home with a habit and an entry, turned to."""
    bench.add()
    log(bench)
    bench.start()
    window().show_page(PageName.SETTINGS)
    return window().settings_page


def log(bench: Bench) -> None:
    habit = bench.coach.habits.find("Smile")
    bench.coach.recording.done(Log(habit.id, Source.COMMAND))


def click(parent: QWidget, name: str) -> None:
    (found,) = parent.findChildren(QAbstractButton, name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def shown(name: str) -> Iterator[QWidget]:
    return (one for one in window().findChildren(QWidget, name) if one.isVisible())


def dialog(qtbot: QtBot, name: str) -> QWidget:
    qtbot.waitUntil(lambda: any(shown(name)))
    return next(shown(name))


def choose_file(qtbot: QtBot, path: Path, kind: str = "") -> None:
    found = dialog(qtbot, "file_dialog")
    assert isinstance(found, QFileDialog)
    if kind:
        found.selectNameFilter(next(one for one in found.nameFilters() if kind in one))
    found.fileSelected.emit(str(path))
    found.close()


def said() -> str:
    (strip,) = window().findChildren(NoticeStrip)
    return strip.text if strip.isVisible() else ""


def entries(path: Path) -> int:
    store = open_store(path, COMMAND_WAIT_MS)
    try:
        return len(store.all_rows()["entry"])
    finally:
        store.close()


def test_a_backup_is_made_where_the_agent_says(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "kept & safe.db"
    click(page, "back_up")
    choose_file(qtbot, target)
    qtbot.waitUntil(lambda: str(target) in said())
    assert entries(target) == 1


def test_the_file_in_use_is_never_written_over(page: SettingsPage, qtbot: QtBot, bench: Bench) -> None:
    click(page, "back_up")
    choose_file(qtbot, bench.home.database)
    qtbot.waitUntil(lambda: "is the file in use" in said())
    assert bench.rows("SELECT count(*) FROM entry") == [(1,)]


def test_the_file_to_move_with_holds_everything(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "move.db"
    click(page, "move")
    question = dialog(qtbot, "question")
    assert any("other computer" in one.text() for one in question.findChildren(QLabel))
    click(question, "question_go")
    choose_file(qtbot, target)
    qtbot.waitUntil(lambda: str(target) in said())
    assert entries(target) == 1


def test_a_backup_is_put_back_once_its_price_is_known(page: SettingsPage, qtbot: QtBot, bench: Bench) -> None:
    make_backup(bench.home.database, bench.clock.now().date())
    log(bench)
    log(bench)
    click(page, "restore")
    restoring = dialog(qtbot, "restore_dialog")
    (go,) = restoring.findChildren(QAbstractButton, "restore_dialog_go")
    assert not go.isEnabled()
    (found,) = restoring.findChildren(QListWidget, "backups")
    assert found.hasFocus()
    qtbot.waitUntil(go.isEnabled)
    (line,) = restoring.findChildren(QLabel, "restore_said")
    assert "2 entries would go" in line.text()
    assert bench.rows("SELECT count(*) FROM entry") == [(3,)]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(1,)])
    qtbot.waitUntil(lambda: "Put back" in said())
    assert list(bench.home.backups.glob("*replaced*"))


def test_a_file_from_elsewhere_is_put_back_unless_it_is_none_of_ours(
    page: SettingsPage, qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    stranger, copy = tmp_path / "letter.db", tmp_path / "copy.db"
    stranger.write_text("Dear Sir")
    bench.other.put_setting("theme", "dark")
    click(page, "restore")
    restoring = dialog(qtbot, "restore_dialog")
    (line,) = restoring.findChildren(QLabel, "restore_said")
    (go,) = restoring.findChildren(QAbstractButton, "restore_dialog_go")
    click(restoring, "other_backup")
    choose_file(qtbot, stranger)
    qtbot.waitUntil(lambda: "is not a HabitCoach file" in line.text())
    assert not go.isEnabled()
    make_copy(bench, copy)
    log(bench)
    click(restoring, "other_backup")
    choose_file(qtbot, copy)
    qtbot.waitUntil(go.isEnabled)
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(1,)])


def make_copy(bench: Bench, target: Path) -> None:
    made, _ = make_backup(bench.home.database, bench.clock.now().date())
    target.write_bytes(made.path.read_bytes())


@pytest.mark.parametrize(
    ("name", "kind", "begins"),
    [
        ("all.json", "", "{"),
        ("log.csv", "*.csv", "id,work_date"),
        ("cues.ics", "*.ics", "BEGIN:VCALENDAR"),
        ("plans.txt", "*.txt", "Smile: When it rings"),
        ("share.json", "share", "{"),
        ("by its ending.csv", "", "id,work_date"),
    ],
)
def test_each_export_is_what_its_kind_says(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path, name: str, kind: str, begins: str
) -> None:
    target = tmp_path / name
    click(page, "export")
    choose_file(qtbot, target, kind)
    qtbot.waitUntil(lambda: str(target) in said())
    text = target.read_text(encoding="utf-8")
    assert text.startswith(begins)
    if name.endswith(".json"):
        assert ("entry" in json.loads(text).get("tables", json.loads(text))) == (name == "all.json")


def test_an_export_is_added_after_a_look_and_with_a_backup(
    page: SettingsPage, qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    target = tmp_path / "all.json"
    click(page, "export")
    choose_file(qtbot, target)
    qtbot.waitUntil(target.exists)
    click(page, "import")
    choose_file(qtbot, target)
    qtbot.waitUntil(lambda: "nothing to add" in said())
    (tmp_path / "other").mkdir()
    other = Bench(tmp_path / "other", bench.application)
    other.add("Breathe")
    other.stop()
    elsewhere = tmp_path / "elsewhere.json"
    export_of(other, elsewhere)
    before = len(backups(bench.home.database))
    click(page, "import")
    choose_file(qtbot, elsewhere)
    question = dialog(qtbot, "question")
    assert any("1 habit is new: Breathe" in one.text() for one in question.findChildren(QLabel))
    click(question, "question_go")
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit ORDER BY id") == [("Smile",), ("Breathe",)])
    qtbot.waitUntil(lambda: "Added" in said())
    assert len(backups(bench.home.database)) == before + 1


def export_of(bench: Bench, target: Path) -> None:
    export(bench.home.database, bench.clock, target, "json")


def test_a_colleagues_habits_are_added_as_ones_own(
    page: SettingsPage, qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Bench(tmp_path / "other", bench.application)
    other.add("Breathe")
    other.stop()
    shared = tmp_path / "shared.json"
    export(other.home.database, other.clock, shared, "habits")
    click(page, "import")
    choose_file(qtbot, shared)
    question = dialog(qtbot, "question")
    assert any("1 habit is new: Breathe" in one.text() for one in question.findChildren(QLabel))
    click(question, "question_go")
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit ORDER BY id") == [("Smile",), ("Breathe",)])


def test_the_file_in_use_is_not_read_as_an_export(page: SettingsPage, qtbot: QtBot, bench: Bench) -> None:
    click(page, "import")
    choose_file(qtbot, bench.home.database)
    qtbot.waitUntil(lambda: "is the file in use" in said())


def test_what_is_no_export_is_refused(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "letter.json"
    target.write_text("Dear Sir")
    click(page, "import")
    choose_file(qtbot, target)
    qtbot.waitUntil(lambda: bool(said()))
    assert not any(shown("question"))


def test_everything_goes_only_once_the_word_is_typed(
    page: SettingsPage, qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", left.append)
    click(page, "delete_everything")
    asked = dialog(qtbot, "delete_dialog")
    (go,) = asked.findChildren(QAbstractButton, "delete_dialog_go")
    (word,) = asked.findChildren(QLineEdit, "delete_word")
    assert any(str(bench.home.folder) in one.text() for one in asked.findChildren(QLabel))
    for wrong in ("", "delet", "delete it"):
        word.setText(wrong)
        QTest.keyClick(word, Qt.Key.Key_Return)
        assert not go.isEnabled()
    word.clear()
    QTest.keyClicks(word, " Delete ")
    QTest.keyClick(word, Qt.Key.Key_Return)
    assert left == []
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert left == [ERASE]


def test_a_damaged_present_file_is_said_to_be_set_aside() -> None:
    assert "set aside" in preview_lines(Preview("damaged"))[0]
