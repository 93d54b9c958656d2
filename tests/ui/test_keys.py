"""The keyboard map: one table for what the keys do and what the list says of them."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.ui.keys import KEYS, Act, key_groups, shown
from habitcoach.ui.keys_dialog import KeysDialog
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from habitcoach.ui.widgets.key_cap import cap_text
from tests.ui.day_samples import HABITS, TODAY

_SPECIFIED = Path(__file__).parents[2] / "docs" / "ui.md"


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> MainWindow:
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.show_today(TODAY)
    made.show_habits(HABITS)
    made.show()
    return made


def listed(window: MainWindow) -> KeysDialog | None:
    found = [one for one in window.findChildren(KeysDialog) if one.isVisible()]
    return found[0] if found else None


def specified() -> set[str]:
    """Return the keys of the table in ui.md, each on its own."""
    rows = re.findall(
        r"^\| (.+?) \| .+? \|$", _SPECIFIED.read_text("utf-8").partition("## Keyboard")[2], re.MULTILINE
    )
    keys: set[str] = set()
    for row in rows[2:] if rows[0] == "Keys" else rows:
        text = row.replace("1 to 4", "1, 2, 3, 4").replace("1 to 5", "1, 2, 3, 4, 5").replace(" or ", ", ")
        text = re.sub(r"Ctrl\+1, 2, 3, 4", "Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4", text)
        text = text.partition(" on a ")[0].partition("; then")[0]
        text = text.replace("Ctrl+,", "Ctrl+comma")
        keys |= {re.sub("comma", ",", one) for one in re.split(r"[,;] ?", text) if one}
    return {one for one in keys if not one.startswith("---")}


def test_the_list_says_every_key_of_the_specification(qtbot: QtBot) -> None:
    del qtbot
    said = {key for group in key_groups() for line in group.lines for key in line.keys}
    assert {shown(one) for one in specified()} <= said


def test_every_key_of_the_window_is_in_the_list(window: MainWindow) -> None:
    said = {key for group in key_groups() for line in group.lines for key in line.keys}
    found = {one.key().toString(QKeySequence.SequenceFormat.NativeText) for one in _shortcuts(window)}
    assert found
    assert found <= said


def test_no_key_of_the_window_means_two_things(window: MainWindow) -> None:
    keys = [one.key().toString() for one in _shortcuts(window)]
    assert len(keys) == len(set(keys))
    assert len(set(KEYS.values())) == len(KEYS)


def _shortcuts(window: MainWindow) -> list[QShortcut]:
    return [one for one in window.findChildren(QShortcut) if one.objectName().startswith("key_")]


@pytest.mark.parametrize("page", [PageName.TODAY, PageName.HABITS, PageName.LIBRARY])
def test_a_question_mark_opens_the_list_on_every_page(window: MainWindow, page: PageName) -> None:
    window.show_page(page)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Question)
    dialog = listed(window)
    assert dialog is not None
    words = {one.text() for one in dialog.findChildren(QLabel)}
    assert {"Quick bar", cap_text(shown(KEYS[Act.QUICK_BAR])), "+"} <= words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert listed(window) is None


def test_a_field_keeps_its_question_mark(window: MainWindow) -> None:
    window.show_page(PageName.LIBRARY)
    window.library_page.focus_search()
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Question)
    assert listed(window) is None
    assert field.property("text") == "?"


def test_its_button_closes_the_list(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Question)
    dialog = listed(window)
    assert dialog is not None
    button = dialog.findChild(QPushButton, "keys_close")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listed(window) is None
