"""The habit editor: keys, and texts as they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Plan
from habitcoach.ui.editor.habit_editor import HabitEditor
from tests.ui.day_samples import AWKWARD, habit
from tests.ui.editor.editor_parts import field, press, sentence, write


def test_esc_closes_an_untouched_editor(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.waitSignal(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_esc_asks_before_typed_text_is_lost(qtbot: QtBot, editor: HabitEditor) -> None:
    field(editor, "routine").setText("ask")
    with qtbot.assertNotEmitted(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        press(editor, "question_keep")
    assert field(editor, "routine").text() == "ask"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.rejected):
        [one for one in editor.findChildren(QPushButton, "question_go") if one.isVisible()][-1].click()


def test_ctrl_enter_saves(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    with qtbot.waitSignal(editor.saved):
        QTest.keyClick(field(editor, "reward"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_in_a_field_saves_nothing(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    with qtbot.assertNotEmitted(editor.saved):
        QTest.keyClick(field(editor, "reward"), Qt.Key.Key_Return)
    assert editor.isVisible()


def test_a_long_line_that_is_left_shows_how_it_begins(editor: HabitEditor) -> None:
    routine = field(editor, "routine")
    routine.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(routine, "ask what they have tried already " * 3)
    assert routine.cursorPosition() == len(routine.text())
    QTest.keyClick(routine, Qt.Key.Key_Tab)
    assert not routine.hasFocus()
    assert routine.cursorPosition() == 0


def test_treat_and_why_are_there_when_wanted(editor: HabitEditor) -> None:
    assert not field(editor, "treat").isVisibleTo(editor)
    press(editor, "more_fields")
    assert field(editor, "treat").hasFocus()
    field(editor, "why").setText("it calms")
    assert editor.typed().why == "it calms"


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(editor: HabitEditor, awkward: str) -> None:
    editor.edit_habit(replace(habit(1, awkward[:60]), plan=Plan(awkward, awkward, awkward)))
    editor.grab()
    assert field(editor, "routine").text() == awkward
    assert sentence(editor) == f"When {awkward}, I will {awkward}, then {awkward}."
    assert editor.typed().name == awkward[:60]
    for one in editor.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText
