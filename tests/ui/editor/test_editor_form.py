"""The habit editor's form: choices, and how the keyboard goes through it."""

import json
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QStyle, QStyleOptionFrame, QWidget

from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.look import Look
from tests.ui.day_samples import habit
from tests.ui.editor.editor_parts import combo, field, press, sentence, spin, write


def test_one_shift_of_many_is_chosen_where_every_shift_stands(editor: HabitEditor) -> None:
    press(editor, "anchor_end")
    combo(editor, "which_shift", "last week")
    assert editor.typed().trigger == {"kind": "week", "shift": "last", "anchor": "end", "offset": -20}
    once = editor.findChild(QAbstractButton, "anchor_once")
    assert once is not None
    assert once.isChecked()
    combo(editor, "edge", "start")
    combo(editor, "which_shift", "every")
    assert editor.typed().trigger == {"kind": "shift", "anchor": "start", "offset": -20}
    press(editor, "anchor_once")
    assert editor.typed().trigger == {"kind": "week", "shift": "last", "anchor": "end", "offset": -20}


def test_a_long_choice_keeps_to_its_narrow_place(editor: HabitEditor) -> None:
    editor.offer_habits((habit(1, "W" * 60),), None)
    press(editor, "cue-after")
    found = editor.findChild(QComboBox, "after_habit")
    assert found is not None
    assert found.width() <= 280 < found.sizeHint().width()


def test_where_a_short_name_comes_from_is_said_whole(editor: HabitEditor) -> None:
    name = field(editor, "name")
    asked = QStyleOptionFrame()
    name.initStyleOption(asked)
    room = name.style().subElementRect(QStyle.SubElement.SE_LineEditContents, asked, name)
    assert 0 < name.fontMetrics().horizontalAdvance(name.placeholderText()) <= room.width() - 4


def test_the_preview_ends_with_the_dialog(editor: HabitEditor, look: Look) -> None:
    image = editor.grab().toImage()
    right, middle = image.width() - 1, image.height() // 2
    assert image.pixelColor(right, middle) == look.theme.color("window")


def walked(editor: HabitEditor, last: str) -> list[str]:
    """Return where Tab goes from where the focus is."""
    names: list[str] = []
    while (stop := editor.focusWidget()).objectName() != last:
        names.append(stop.objectName())
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    return names


def test_the_keyboard_goes_through_the_form_in_its_order(editor: HabitEditor) -> None:
    press(editor, "cue-contact")
    field(editor, "reward").setFocus()
    assert walked(editor, "editor_save") == [
        *("reward", "name", "target_per", "target_kind", "target_goal", "target_minimum"),
        *("category", "more_fields", "editor_try", "editor_cancel"),
    ]


def test_the_keyboard_goes_from_the_kind_of_cue_to_its_times_and_days(editor: HabitEditor) -> None:
    press(editor, "cue-at")
    press(editor, "add_time")
    tile = editor.findChild(QAbstractButton, "cue-at")
    assert tile is not None
    tile.setFocus()
    # A time is walked hour by minute.
    names = [name for name, _ in groupby(walked(editor, "when"))]
    assert names[:6] == ["cue-at", "time-1", "remove_time-1", "time-2", "remove_time-2", "add_time"]
    assert names[6] == "at_rhythm"
    assert names[-1] == "anyway"


def test_the_form_stands_as_it_is_drawn(editor: HabitEditor, look: Look) -> None:
    theme = look.theme
    assert editor.size() == theme.size_of("dialog_editor")

    def of(name: str) -> QRect:
        found = editor.findChild(QWidget, name)
        assert found is not None, name
        return QRect(found.mapTo(editor, QPoint(0, 0)), found.size())

    assert of("editor_title").left() == of("cue-at").left() == of("routine").left() == theme.space(8)
    assert of("routine").height() == of("name").height() == of("category").height() == theme.size("field")
    assert of("cue-at").height() == theme.size("choice_tile")
    for name in ("offset_minutes", "offset_side", "which_shift"):
        assert of(name).height() == theme.size("button"), name
    assert of("name").top() == of("target_kind").top() == of("category").top()
    assert of("category").right() == of("routine").right()
    assert of("name").bottom() < of("editor_save").top()
    assert of("offset_minutes").top() == of("which_shift").top()


def test_what_is_typed_is_json(editor: HabitEditor) -> None:
    for kind in ("at", "every", "shift", "contact", "manual"):
        press(editor, f"cue-{kind}")
        assert json.loads(json.dumps(editor.typed().trigger)) == editor.typed().trigger


def test_the_sentence_follows_every_key(editor: HabitEditor) -> None:
    press(editor, "cue-manual")
    assert sentence(editor).count("_") == 66
    QTest.keyClicks(field(editor, "routine"), "ask")
    assert ", I will ask, then ___" in sentence(editor)
    write(editor)
    assert sentence(editor) == "When I open a ticket, I will read it to the end, then a sip of tea."


@pytest.mark.parametrize(
    ("anchor", "minutes", "side", "when"),
    [
        ("start", 0, 1, "my shift starts"),
        ("start", 15, 1, "it is 15 min after the start of my shift"),
        ("middle", 0, 1, "my shift is half over"),
        ("end", 20, -1, "it is 20 min before the end of my shift"),
        ("after_break", 0, 1, "I am back from a break"),
    ],
)
def test_a_cue_not_put_in_words_is_said_by_its_moment(
    editor: HabitEditor, anchor: str, minutes: int, side: int, when: str
) -> None:
    press(editor, f"anchor_{anchor}")
    spin(editor, "offset_minutes").setValue(minutes)
    combo(editor, "offset_side", side)
    assert editor.typed().when == when
    assert field(editor, "when").placeholderText() == when
