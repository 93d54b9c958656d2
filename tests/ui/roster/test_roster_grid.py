"""The grid of weeks: by mouse, by keyboard, to a screen reader, from right to left."""

from datetime import time

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.shift_choices import named
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.ui.look import Look
from habitcoach.ui.roster.day_cell import DayCell
from habitcoach.ui.roster.roster_grid import RosterGrid

EARLY = ShiftPattern(time(8), time(16, 30))
LATE = ShiftPattern(time(13), time(21, 30))
NIGHT = ShiftPattern(time(22), time(6))
SHIFTS = {"Early": EARLY, "Late": LATE, "Night": NIGHT}
EARLY_WEEK = ("Early",) * 5 + (None, None)
LATE_WEEK = ("Late",) * 5 + (None, None)
TWO_WEEKS = WeekPattern(SHIFTS, (EARLY_WEEK, LATE_WEEK))


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def grid(qtbot: QtBot, look: Look, around: QWidget) -> RosterGrid:
    """Return a grid of two weeks between two other stops of the Tab key."""
    body = QVBoxLayout(around)
    before, after = QPushButton("before"), QPushButton("after")
    before.setObjectName("before")
    after.setObjectName("after")
    made = RosterGrid(look)
    made.show_pattern(TWO_WEEKS)
    for widget in (before, made, after):
        body.addWidget(widget)
    around.resize(640, 300)
    around.show()
    qtbot.waitExposed(around)
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    return made


def cell(grid: RosterGrid, week: int, day: int) -> DayCell:
    QApplication.processEvents()  # a layout shows what it is given only then
    (found,) = (one for one in grid.findChildren(DayCell, f"day-{week}-{day}") if one.isVisible())
    return found


def focused() -> str:
    found = QApplication.focusWidget()
    return "" if found is None else found.objectName()


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def shown(grid: RosterGrid, week: int, day: int) -> str | None:
    return grid.pattern.weeks[week - 1][day - 1]


def button(grid: RosterGrid, name: str) -> QPushButton:
    (found,) = grid.findChildren(QPushButton, name)
    return found


def test_each_day_says_what_it_is(grid: RosterGrid) -> None:
    assert cell(grid, 1, 1).accessibleName() == "Week 1, Monday: Early"
    assert cell(grid, 2, 2).accessibleName() == "Week 2, Tuesday: Late"
    assert cell(grid, 2, 7).accessibleName() == "Week 2, Sunday: Off"
    assert cell(grid, 2, 2).height() >= 28


def test_a_click_gives_the_next_shift_then_off_then_the_first(qtbot: QtBot, grid: RosterGrid) -> None:
    seen = []
    for _ in range(4):
        with qtbot.waitSignal(grid.changed) as told:
            QTest.mouseClick(cell(grid, 2, 2), Qt.MouseButton.LeftButton)
        assert told.args == [grid.pattern]
        seen.append(shown(grid, 2, 2))
    assert seen == ["Night", None, "Early", "Late"]
    assert cell(grid, 2, 2).accessibleName() == "Week 2, Tuesday: Late"


def test_the_days_are_one_stop_of_the_tab_key(grid: RosterGrid) -> None:
    before = grid.window().findChild(QPushButton, "before")
    assert before is not None
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() == "day-1-1"
    press(Qt.Key.Key_Tab)
    assert focused() == "add_week"
    press(Qt.Key.Key_Backtab)
    assert focused() == "day-1-1"


def test_arrow_keys_walk_and_stop_at_the_edges(grid: RosterGrid) -> None:
    cell(grid, 1, 1).setFocus()
    walk = [
        (Qt.Key.Key_Up, "day-1-1"),
        (Qt.Key.Key_Right, "day-1-2"),
        (Qt.Key.Key_Down, "day-2-2"),
        (Qt.Key.Key_Down, "day-2-2"),
        (Qt.Key.Key_End, "day-2-7"),
        (Qt.Key.Key_Right, "day-2-7"),
        (Qt.Key.Key_Left, "day-2-6"),
        (Qt.Key.Key_Home, "day-2-1"),
    ]
    for key, expected in walk:
        press(key)
        assert focused() == expected


def test_from_right_to_left_the_arrow_keys_follow_the_eye(grid: RosterGrid) -> None:
    grid.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cell(grid, 1, 1).setFocus()
    press(Qt.Key.Key_Left)
    assert focused() == "day-1-2"
    assert cell(grid, 1, 2).x() < cell(grid, 1, 1).x()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_change_a_day(grid: RosterGrid, key: Qt.Key) -> None:
    cell(grid, 1, 6).setFocus()
    press(key)
    assert shown(grid, 1, 6) == "Early"


def test_other_keys_leave_a_day_alone(grid: RosterGrid) -> None:
    cell(grid, 1, 6).setFocus()
    press(Qt.Key.Key_A)
    assert grid.pattern == TWO_WEEKS


def test_the_menu_offers_every_shift(qtbot: QtBot, grid: RosterGrid) -> None:
    # What X11, Windows and macOS make of the menu key, and Windows of Shift+F10.
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(cell(grid, 1, 3), by_key)
    (menu,) = grid.findChildren(QMenu, "day_menu")
    words = [action.text() for action in menu.actions()]
    assert words == ["Early, 08:00 to 16:30", "Late, 13:00 to 21:30", "Night, 22:00 to 06:00", "Off"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    with qtbot.waitSignal(grid.changed):
        menu.actions()[3].trigger()
    assert shown(grid, 1, 3) is None
    menu.close()


def test_what_is_there_already_changes_nothing(qtbot: QtBot, grid: RosterGrid) -> None:
    cell(grid, 1, 3).setFocus()
    QTest.keyClick(cell(grid, 1, 3), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (menu,) = grid.findChildren(QMenu, "day_menu")
    with qtbot.assertNotEmitted(grid.changed):
        menu.actions()[0].trigger()
    menu.close()


def test_of_many_shifts_a_click_offers_the_menu(grid: RosterGrid) -> None:
    many = {f"Shift {number}": EARLY for number in range(5)}
    grid.show_pattern(WeekPattern(many, (("Shift 0",) * 7,)))
    QTest.mouseClick(cell(grid, 1, 1), Qt.MouseButton.LeftButton)
    (menu,) = grid.findChildren(QMenu, "day_menu")
    assert len(menu.actions()) == 6
    menu.close()


def test_weeks_come_and_go(qtbot: QtBot, grid: RosterGrid) -> None:
    with qtbot.waitSignal(grid.changed):
        button(grid, "add_week").click()
    assert cell(grid, 3, 1).accessibleName() == "Week 3, Monday: Late"
    cell(grid, 3, 4).setFocus()
    assert button(grid, "remove_week").text() == "Remove week 3"
    button(grid, "remove_week").click()
    assert grid.pattern == TWO_WEEKS
    button(grid, "remove_week").click()
    assert button(grid, "remove_week").isHidden()
    assert button(grid, "this_week").isHidden()


def test_twelve_weeks_are_the_most(grid: RosterGrid) -> None:
    grid.show_pattern(WeekPattern(SHIFTS, (EARLY_WEEK,) * 12))
    assert button(grid, "add_week").isHidden()


def test_removing_the_week_with_the_focus_keeps_the_focus_in_the_grid(grid: RosterGrid) -> None:
    cell(grid, 2, 4).setFocus()
    press(Qt.Key.Key_Space)
    grid.show_pattern(WeekPattern(SHIFTS, (EARLY_WEEK,)))
    assert focused() == "day-1-4"


def test_the_agent_says_which_week_this_is(qtbot: QtBot, grid: RosterGrid) -> None:
    now = button(grid, "this_week")
    assert now.text() == "This week is week 1"
    with qtbot.waitSignal(grid.changed):
        now.menu().actions()[1].trigger()
    assert grid.pattern == TWO_WEEKS.beginning(1)
    assert now.text() == "This week is week 2"


def test_weeks_begin_where_the_setting_says(grid: RosterGrid) -> None:
    grid.show_pattern(WeekPattern(SHIFTS, ((None, *EARLY_WEEK[:6]),), week_start=7))
    assert cell(grid, 1, 1).accessibleName() == "Week 1, Sunday: Off"
    assert cell(grid, 1, 2).accessibleName() == "Week 1, Monday: Early"


def test_a_long_name_gives_up_its_icon_and_is_whole_in_the_tool_tip(qtbot: QtBot, look: Look) -> None:
    made = DayCell(look)
    qtbot.addWidget(made)
    made.name_place("Week 1, Monday")
    made.show_shift(named("A <b>very</b> long name & more", EARLY))
    made.resize(60, 32)
    assert "&lt;b&gt;" in made.toolTip()
    assert made.minimumSizeHint().width() < made.sizeHint().width()
    made.grab()


def test_a_free_day_looks_different_without_colour(qtbot: QtBot, look: Look) -> None:
    made = DayCell(look)
    qtbot.addWidget(made)
    made.resize(80, 32)
    made.show_shift(named("Early", EARLY))
    worked = made.grab().toImage()
    made.show_shift(None)
    assert made.grab().toImage() != worked
    assert made.text() == "Off"


def test_a_shift_without_a_name_is_shown_by_its_start(qtbot: QtBot, look: Look) -> None:
    made = DayCell(look)
    qtbot.addWidget(made)
    made.show_shift(named("", EARLY))
    assert made.text() == "08:00"
    assert "08:00 to 16:30" in made.toolTip()


def test_weekdays_follow_the_locale(grid: RosterGrid) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        grid.show_pattern(WeekPattern(SHIFTS, (EARLY_WEEK,)))
        assert cell(grid, 1, 1).accessibleName() == "Week 1, Montag: Early"
    finally:
        QLocale.setDefault(before)
