"""One habit's page: notes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.habit.habits_page import HabitsPage
from tests.ui.habit.detail_parts import press, seen, show, visible_notes
from tests.ui.habit_samples import NOTES


def field(page: QWidget) -> QPlainTextEdit:
    (found,) = page.findChildren(QPlainTextEdit, "note_field")
    return found


def test_a_note_is_added(page: HabitsPage, qtbot: QtBot) -> None:
    page.add_note()
    save = page.findChild(QAbstractButton, "note_save")
    assert save is not None
    assert not save.isEnabled()
    assert not seen(page, "note_erase")
    field(page).setPlainText("  A good one.\nTwice.  ")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_save")
    assert written.args == [2, None, "A good one.\nTwice."]


def test_a_note_is_changed_or_erased(page: HabitsPage, qtbot: QtBot) -> None:
    (first, _) = page.findChildren(QAbstractButton, "note_edit")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert field(page).toPlainText() == "Ask which one."
    field(page).setPlainText("Ask.")
    qtbot.waitUntil(field(page).window().isActiveWindow)
    with qtbot.waitSignal(page.note_written) as written:
        QTest.keyClick(field(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == [2, NOTES[0].entry_id, "Ask."]
    qtbot.waitUntil(lambda: not page.findChildren(QPlainTextEdit, "note_field"))
    label = page.findChildren(QLabel, "note_text")[1]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert field(page).toPlainText() == "Outage morning."
    with qtbot.waitSignal(page.note_erased) as erased:
        press(page, "note_erase")
    assert erased.args == [NOTES[1].entry_id]


def test_the_question_about_a_note_makes_its_dialog_higher(page: HabitsPage, qtbot: QtBot) -> None:
    page.add_note()
    written = field(page)
    written.setPlainText("Rang back anna@example.com, she laughed and wrote a long letter. " * 3)
    qtbot.waitUntil(written.isVisible)
    before = written.window().height()
    press(page, "note_save")
    qtbot.waitUntil(lambda: written.window().height() > before)
    (asked,) = page.findChildren(QLabel, "note_check_text")
    qtbot.waitUntil(lambda: asked.height() >= asked.heightForWidth(asked.width()))
    assert written.height() >= 3 * written.fontMetrics().height()


def test_what_looks_like_a_customers_data_is_asked_about_once(page: HabitsPage, qtbot: QtBot) -> None:
    page.add_note()
    field(page).setPlainText("Rang anna@example.com")
    with qtbot.assertNotEmitted(page.note_written):
        press(page, "note_save")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_check_remove")
    assert written.args == [2, None, "Rang …"]
    qtbot.waitUntil(lambda: not page.findChildren(QPlainTextEdit, "note_field"))
    page.add_note()
    field(page).setPlainText("Rang 030 1234567")
    press(page, "note_save")
    with qtbot.waitSignal(page.note_written) as written:
        press(page, "note_check_keep")
    assert written.args == [2, None, "Rang 030 1234567"]


def test_earlier_notes_come_when_asked_for(page: HabitsPage) -> None:
    show(page, notes=NOTES)
    assert len(visible_notes(page)) == 5
    press(page, "notes_more")
    assert visible_notes(page) == [one.text for one in NOTES]
    show(page, notes=NOTES)
    assert len(visible_notes(page)) == 7
    assert not seen(page, "notes_more")
