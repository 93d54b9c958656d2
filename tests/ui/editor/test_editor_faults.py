"""The habit editor: what is wrong with what is typed."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.errors import InputError
from habitcoach.ui.editor.habit_editor import HabitEditor
from tests.ui.editor.editor_parts import field, label, press, write


def test_an_empty_form_names_every_fault_and_goes_to_the_first(editor: HabitEditor) -> None:
    press(editor, "cue-manual")
    press(editor, "editor_save")
    assert label(editor, "fault_summary_text").text() == "3 things to fix before this can start."
    assert label(editor, "when_fault").text().startswith("Say what starts it")
    assert label(editor, "routine_fault").text().startswith("Say what you will do")
    assert label(editor, "reward_fault").text().startswith("Say what you get")
    assert label(editor, "name_fault").text() == ""
    assert field(editor, "when").hasFocus()
    assert field(editor, "when").property("invalid") == "true"


def test_after_the_first_try_faults_go_as_they_are_mended(qtbot: QtBot, editor: HabitEditor) -> None:
    press(editor, "editor_save")
    field(editor, "routine").setText("ask")
    assert label(editor, "routine_fault").text() == ""
    assert label(editor, "fault_summary_text").text() == "One thing to fix before this can start."
    field(editor, "reward").setText("tea")
    summary = editor.findChild(QWidget, "fault_summary")
    assert summary is not None
    assert not summary.isVisibleTo(editor)
    with qtbot.waitSignal(editor.saved):
        press(editor, "editor_save")


def test_ten_thousand_characters_are_kept_and_refused(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    pasted = "x" * 10_000
    field(editor, "routine").setText(pasted)
    field(editor, "name").setText("n" * 61)
    assert field(editor, "routine").text() == pasted
    assert label(editor, "routine_fault").text() == "9800 characters too many; at most 200 fit."
    assert label(editor, "name_fault").text() == "One character too many; at most 60 fit."
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")


@pytest.mark.parametrize("invisible", ["   ", "\u200b", "\u2800", "\u00ad", "\u3164"])
def test_an_invisible_name_is_refused(qtbot: QtBot, editor: HabitEditor, invisible: str) -> None:
    write(editor)
    field(editor, "name").setText(invisible)
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")
    assert label(editor, "name_fault").text() == "Give it a name with at least one letter."


def test_no_weekday_is_a_fault_of_the_cue(qtbot: QtBot, editor: HabitEditor) -> None:
    write(editor)
    press(editor, "cue-at")
    for day in range(1, 6):
        press(editor, f"weekday-{day}")
    with qtbot.assertNotEmitted(editor.saved):
        press(editor, "editor_save")
    assert label(editor, "trigger_fault").text() == "Choose at least one day."


def test_faults_found_while_saving_are_shown(editor: HabitEditor) -> None:
    write(editor)
    press(editor, "editor_save")
    editor.show_faults([InputError("name", "name_taken", name="Read it")])
    assert "already have a habit called “Read it”" in label(editor, "name_fault").text()
    assert field(editor, "name").hasFocus()
