"""What worked: the lines by day, searched, changed and erased."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.journal import JournalView
from habitcoach.ui.journal_dialog import SHOWN, JournalDialog
from habitcoach.ui.look import Look

TODAY = date(2026, 6, 11)
LINES = (
    JournalView(date(2026, 6, 10), "Asked <b>first</b>."),
    JournalView(date(2026, 6, 9), "Said when, not that."),
    JournalView(date(2025, 6, 9), "Rang back."),
)
Shown = Callable[[Sequence[JournalView]], JournalDialog]


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> Shown:
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(lines: Sequence[JournalView]) -> JournalDialog:
        dialog = JournalDialog(look, parent)
        dialog.show_lines(lines, TODAY)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return show


def texts(dialog: QWidget) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in dialog.findChildren(QLabel, "journal_text") if one.isVisible()]


def said(dialog: QWidget, name: str) -> str:
    (found,) = dialog.findChildren(QLabel, name)
    return found.text()


def press(dialog: QWidget, name: str, at: int = 0) -> None:
    found = [one for one in dialog.findChildren(QAbstractButton, name) if one.isVisible()]
    QTest.mouseClick(found[at], Qt.MouseButton.LeftButton)


def test_lines_stand_beside_their_day(shown: Shown) -> None:
    dialog = shown(LINES)
    assert texts(dialog) == [one.text for one in LINES]
    days = [one.text() for one in dialog.findChildren(QLabel)]
    assert {"10 June", "9 June", "9 June 2025"} <= set(days)
    assert said(dialog, "journal_count") == "3 lines"


def test_words_are_searched_for_as_they_are_typed(shown: Shown) -> None:
    dialog = shown(LINES)
    asked: list[str] = []
    dialog.searched.connect(asked.append)
    dialog.searched.connect(lambda _: dialog.show_lines(LINES[:1], TODAY))
    (field,) = dialog.findChildren(QLineEdit, "journal_search")
    field.clearFocus()
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    QTest.keyClicks(field, "as")
    assert asked == ["a", "as"]
    assert dialog.words == "as"
    assert texts(dialog) == ["Asked <b>first</b>."]
    assert said(dialog, "journal_count") == "1 line"


def test_nothing_found_and_nothing_written_yet_are_said(shown: Shown) -> None:
    dialog = shown(())
    assert said(dialog, "journal_none_headline") == "No lines yet"
    assert "end card" in said(dialog, "journal_none_line")
    assert not said(dialog, "journal_count")
    dialog.searched.connect(lambda _: dialog.show_lines((), TODAY))
    (field,) = dialog.findChildren(QLineEdit, "journal_search")
    QTest.keyClicks(field, "x")
    assert said(dialog, "journal_none_headline") == "No line has these words"
    dialog.show_lines(LINES, TODAY)
    assert len(texts(dialog)) == 3


def test_a_line_is_changed_or_erased(shown: Shown, qtbot: QtBot) -> None:
    dialog = shown(LINES)
    press(dialog, "journal_edit", 1)
    (field,) = dialog.findChildren(QPlainTextEdit, "note_field")
    assert field.toPlainText() == "Said when, not that."
    assert field.accessibleName() == "What worked, 9 June"
    field.setPlainText("Said when.")
    with qtbot.waitSignal(dialog.written) as written:
        press(dialog, "note_save")
    assert written.args == [date(2026, 6, 9), "Said when."]
    qtbot.waitUntil(lambda: not dialog.findChildren(QPlainTextEdit, "note_field"))
    (first, *_) = [one for one in dialog.findChildren(QLabel, "journal_text") if one.isVisible()]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.erased) as erased:
        press(dialog, "note_erase")
    assert erased.args == [date(2026, 6, 10)]


def test_earlier_lines_come_when_they_are_asked_for(shown: Shown) -> None:
    many = [JournalView(TODAY - timedelta(days=ago), f"Line {ago}") for ago in range(1, SHOWN + 6)]
    dialog = shown(many)
    assert len(texts(dialog)) == SHOWN
    (more,) = dialog.findChildren(QAbstractButton, "journal_more")
    assert more.text() == "5 earlier lines"
    more.click()
    assert len(texts(dialog)) == SHOWN + 5
    assert not any(one.isVisible() for one in dialog.findChildren(QAbstractButton, "journal_more"))


def test_it_closes(shown: Shown) -> None:
    dialog = shown(LINES)
    press(dialog, "journal_close")
    assert not dialog.isVisible()
