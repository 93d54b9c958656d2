"""The agent's own words on the real desk: what worked is found again, habits are copied and shared."""

import json
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from habitcoach.interchange.shared_habits import read_shared
from habitcoach.ui.journal_dialog import JournalDialog
from habitcoach.ui.page_name import PageName
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.support.desk_bench import Bench, press, window

YESTERDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)


def choose(name: str) -> None:
    """Choose a line of the menu under the list of habits."""
    window().show_page(PageName.HABITS)
    (button,) = window().findChildren(QAbstractButton, "habits_more")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (action,) = window().habits_page.findChildren(QAction, name)
    action.trigger()


def said() -> str:
    (strip,) = window().findChildren(NoticeStrip)
    return strip.text if strip.isVisible() else ""


def journal() -> JournalDialog:
    (found,) = (one for one in window().findChildren(JournalDialog) if one.isVisible())
    return found


def lines() -> list[str]:
    return [one.text() for one in journal().findChildren(QLabel, "journal_text") if one.isVisible()]


def edit(number: int, button: str, text: str = "") -> None:
    QTest.mouseClick(
        [one for one in journal().findChildren(QAbstractButton, "journal_edit") if one.isVisible()][number],
        Qt.MouseButton.LeftButton,
    )
    (field,) = journal().findChildren(QPlainTextEdit, "note_field")
    if text:
        field.setPlainText(text)
    press(journal(), button)


def test_what_worked_is_found_changed_and_brought_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.coach.journal.write("Asked first.", FRIDAY)
    bench.coach.journal.write("Said when.", YESTERDAY)
    bench.start()
    choose("menu_what_worked")
    qtbot.waitUntil(lambda: lines() == ["Said when.", "Asked first."])
    window().today_page.journal_wanted.emit()
    qtbot.waitUntil(lambda: lines() == ["Said when.", "Asked first."])  # the same, not a second one
    edit(1, "note_save", "Asked first, twice.")
    qtbot.waitUntil(lambda: lines() == ["Said when.", "Asked first, twice."])
    assert bench.coach.journal.line(FRIDAY).text == "Asked first, twice."
    qtbot.waitUntil(lambda: not journal().findChildren(QPlainTextEdit, "note_field"))
    edit(0, "note_erase")
    qtbot.waitUntil(lambda: lines() == ["Asked first, twice."])
    window().undo.emit()
    qtbot.waitUntil(lambda: len(lines()) == 2)
    (field,) = journal().findChildren(QLineEdit, "journal_search")
    field.setText("twice")
    qtbot.waitUntil(lambda: lines() == ["Asked first, twice."])
    press(journal(), "journal_close")
    choose("menu_what_worked")
    qtbot.waitUntil(lambda: len(lines()) == 2)


def test_yesterday_s_line_leads_to_the_others(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.coach.journal.write("Asked first.", FRIDAY)
    bench.start()
    (button,) = window().findChildren(QAbstractButton, "yesterday_more")
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines() == ["Asked first."])


def test_habits_are_copied_as_sentences(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    choose("menu_copy_habits")
    qtbot.waitUntil(lambda: said() == "There are no habits to copy yet.")
    bench.add()
    qtbot.waitUntil(lambda: bool(window().habits_page.current()))
    choose("menu_copy_habits")
    qtbot.waitUntil(lambda: said().startswith("Copied"))
    text = QGuiApplication.clipboard().text()
    assert text == "Smile: When it rings, I will smile, then a sip."


def test_habits_are_shared_as_a_file_without_a_log(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.add()
    bench.start()
    choose("menu_share_habits")
    qtbot.waitUntil(lambda: bool(window().findChildren(QFileDialog, "file_dialog")))
    (dialog,) = window().findChildren(QFileDialog, "file_dialog")
    target = tmp_path / "for anna.csv"  # whatever it is called
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: str(target) in said())
    shared = read_shared(target)
    assert shared is not None
    assert [one.draft.name for one in shared] == ["Smile"]
    assert json.loads(target.read_text("utf-8"))["format"] == "habitcoach-habits"
