"""The habit editor: a second look, a trial, and the way out."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.cautions import Cautions, CloseCue, OutsideShift
from habitcoach.ui.editor.habit_editor import HabitEditor
from tests.support.british import british
from tests.ui.day_samples import NOW, habit
from tests.ui.editor.editor_parts import field, label, press, write

OUTSIDE = OutsideShift(time(17, 15), before=False, shift="Early", edge=time(16, 30), elsewhere=True)


BEFORE = replace(OUTSIDE, at=time(7), before=True, edge=time(8), elsewhere=False)


@pytest.mark.parametrize(
    ("outside", "words"),
    [
        (replace(OUTSIDE, at=OUTSIDE.edge), "16:30 is when the shift ends: no cue comes any more."),
        (OUTSIDE, "17:15 is after Early ends, 16:30."),
        (replace(OUTSIDE, shift=""), "17:15 is after your shift ends, 16:30."),
        (BEFORE, "07:00 is before Early begins, 08:00."),
        (replace(BEFORE, shift=""), "07:00 is before your shift begins, 08:00."),
    ],
)
def test_a_time_outside_the_shift_is_said_and_blocks_nothing(
    editor: HabitEditor, outside: OutsideShift, words: str
) -> None:
    with british():
        editor.show_cautions(Cautions(outside=outside))
    assert label(editor, "caution_outside_headline").text() == words
    save = editor.findChild(QPushButton, "editor_save")
    assert save is not None
    assert save.isEnabled()
    editor.show_cautions(Cautions())
    strips = editor.findChild(QWidget, "cautions")
    assert strips is not None
    assert strips.isHidden()


def test_an_hour_before_the_end_instead(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    editor.show_cautions(Cautions(outside=OUTSIDE))
    press(editor, "caution_outside_use")
    assert editor.typed().trigger == {"kind": "shift", "anchor": "end", "offset": -60}


def test_close_by_and_many_at_once(editor: HabitEditor) -> None:
    with british():
        editor.show_cautions(Cautions(close=CloseCue("Smile", NOW), building=3))
    assert label(editor, "caution_close_headline").text() == "“Smile” has its cue at 16:10, close by."
    many = "You are building 3 habits already. Fewer at a time settle sooner."
    assert label(editor, "caution_many_headline").text() == many


def test_the_cue_on_each_shift(editor: HabitEditor) -> None:
    note = label(editor, "preview_note")
    with british():
        editor.show_cautions(Cautions(moves=(("Early", time(16, 10)), ("Late", time(21, 10)))))
        moves = "This cue moves with your shift: Early 16:10, Late 21:10. Days off are left out."
        assert note.text() == moves
        editor.show_cautions(Cautions(outside=OUTSIDE))
    assert note.text() == "Shifts differ, so you can keep 17:15. It comes whenever a shift contains it."
    editor.show_cautions(Cautions(outside=BEFORE))
    assert note.text() == ""


def test_the_cue_can_be_tried_once_nothing_is_missing(qtbot: QtBot, editor: HabitEditor) -> None:
    with qtbot.assertNotEmitted(editor.try_wanted):
        press(editor, "editor_try")
    assert label(editor, "routine_fault").text().startswith("Say what you will do.")
    write(editor)
    with qtbot.waitSignal(editor.try_wanted) as tried:
        press(editor, "editor_try")
    assert tried.args is not None
    assert tried.args[0] == editor.typed()


def test_only_a_habit_there_is_can_be_retired(qtbot: QtBot, editor: HabitEditor) -> None:
    retire = editor.findChild(QPushButton, "editor_retire")
    assert retire is not None
    assert not retire.isVisible()
    editor.edit_habit(habit(1))
    with qtbot.waitSignal(editor.retire_wanted):
        press(editor, "editor_retire")
    assert not editor.isVisible()


def test_retiring_asks_before_typed_text_is_lost(qtbot: QtBot, editor: HabitEditor) -> None:
    editor.edit_habit(habit(1))
    field(editor, "routine").setText("something else")
    with qtbot.assertNotEmitted(editor.retire_wanted):
        press(editor, "editor_retire")
        press(editor, "question_keep")
    press(editor, "editor_retire")
    with qtbot.waitSignal(editor.retire_wanted):
        press(editor, "question_go")
