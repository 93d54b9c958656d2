"""A row of joined choices: keys, clicks, and what it tells a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow

FIGURES = tuple("1234567")


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> ChoiceRow:
    made = ChoiceRow(look, "answer-1", FIGURES, figures=True)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_a_digit_takes_its_choice_at_once(row: ChoiceRow) -> None:
    taken: list[int] = []
    row.chosen.connect(taken.append)
    QTest.keyClick(row, Qt.Key.Key_5)
    QTest.keyClick(row, Qt.Key.Key_7, Qt.KeyboardModifier.KeypadModifier)
    assert (taken, row.choice) == ([4, 6], 6)
    QTest.keyClick(row, Qt.Key.Key_7)
    QTest.keyClick(row, Qt.Key.Key_8)
    QTest.keyClick(row, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert taken == [4, 6]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (None, Qt.Key.Key_Right, 0),
        (None, Qt.Key.Key_Left, 6),
        (3, Qt.Key.Key_Right, 4),
        (3, Qt.Key.Key_Left, 2),
        (6, Qt.Key.Key_Right, 6),
    ],
)
def test_arrows_move(row: ChoiceRow, start: int | None, key: Qt.Key, end: int) -> None:
    row.show_choice(start)
    QTest.keyClick(row, key)
    assert row.choice == end


def test_arrows_follow_the_reading_direction(row: ChoiceRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.show_choice(3)
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert row.choice == 4


def test_a_click_takes_it_and_showing_says_nothing(row: ChoiceRow) -> None:
    taken: list[int] = []
    row.chosen.connect(taken.append)
    row.show_choice(2)
    assert taken == []
    QTest.mouseClick(row.cells[4], Qt.MouseButton.LeftButton)
    assert (taken, row.choice) == ([4], 4)
    row.show_choice(None)
    assert row.choice is None
    row.show_choice(None)
    assert [one.isChecked() for one in row.cells] == [False] * 7


def test_one_stop_of_the_keyboard_and_seven_choices_for_a_screen_reader(row: ChoiceRow) -> None:
    assert row.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert {one.focusPolicy() for one in row.cells} == {Qt.FocusPolicy.NoFocus}
    row.show_choice(1)
    found = [QAccessible.queryAccessibleInterface(one) for one in row.cells]
    assert {one.role() for one in found} == {QAccessible.Role.RadioButton}
    assert [one.state().checked for one in found] == [0, 1, 0, 0, 0, 0, 0]
    assert min(one.width() for one in row.cells) >= 28
    assert min(one.height() for one in row.cells) >= 28


def test_the_chosen_figure_is_filled(row: ChoiceRow, look: Look) -> None:
    row.show_choice(3)
    drawn = row.grab().toImage()
    at = row.cells[3].geometry().topLeft()
    assert QColor(drawn.pixel(at.x() + 3, at.y() + 4)) == look.theme.color("accent")


def test_a_chosen_word_carries_a_tick(qtbot: QtBot, look: Look) -> None:
    row = ChoiceRow(look, "decision-1", ["Keep", "Salt & pepper"])
    qtbot.addWidget(row)
    row.show()
    assert row.cells[1].accessibleName() == "Salt & pepper"
    assert row.cells[1].text() == "Salt && pepper"
    plain = row.cells[0].grab().toImage()
    row.show_choice(0)
    assert row.cells[0].grab().toImage() != plain
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        row.setLayoutDirection(direction)
        assert not row.grab().isNull()


def test_a_larger_text_makes_larger_cells(row: ChoiceRow, look: Look) -> None:
    before = row.sizeHint().width()
    look.set_text_scale(1.15)
    assert row.sizeHint().width() > before
