"""The menus of a habit's page open over it, whichever way the language runs."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from habitcoach.ui.habit.habits_page import HabitsPage
from tests.ui.habit.detail_parts import press


@pytest.mark.parametrize(("button", "name"), [("detail_more", "detail_menu"), ("cue_more", "cue_menu")])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_menu_ends_where_its_button_does(
    page: HabitsPage, button: str, name: str, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    page.resize(640, 700)  # the screen is not wide where there is none
    page.grab()
    press(page, button)
    found, opener = page.findChild(QMenu, name), page.findChild(QAbstractButton, button)
    assert found is not None
    assert opener is not None
    at = QRect(opener.mapToGlobal(QPoint(0, 0)), opener.size())
    ends = (found.geometry(), at)
    found.close()
    if direction == Qt.LayoutDirection.RightToLeft:
        assert ends[0].left() == ends[1].left()
    else:
        assert ends[0].right() == ends[1].right()
