"""The window of the first run: its three steps, and what it tells."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTimeEdit
from pytestqt.qtbot import QtBot

from habitcoach.coaching.shift_choices import named
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.ui.first_run.cue_step import Desktop
from habitcoach.ui.look import Look
from tests.ui.first_run.first_run_parts import FRESH, SAID, button, is_there, line, made, show


def test_before_anything_is_said_nothing_is_chosen(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    assert line(window, "step_words") == "Step 1 of 3"
    names = ("channel-email", "channel-chat", "channel-phone", "shift-Early", "shift-other", "shifts_rotate")
    assert not any(button(window, name).isChecked() for name in names)
    assert not is_there(window, "roster_grid")
    assert not is_there(window, "own_start")


def test_until_then_the_hours_are_said(qtbot: QtBot, look: Look) -> None:
    usual = WeekPattern({"": ShiftPattern(time(9), time(17))}, (("",) * 5 + (None, None),))
    window = made(qtbot, look, replace(FRESH, pattern=usual))
    assert line(window, "until_then") == "Until you say so: Monday to Friday, 09:00 to 17:00."
    show(window, SAID)
    assert not is_there(window, "until_then")


def test_what_was_said_is_shown(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    checked = [one.objectName() for one in window.findChildren(QAbstractButton) if one.isChecked()]
    assert {"channel-email", "channel-chat", "shift-Early", "shifts_rotate"} <= set(checked)
    assert "shift-Late" not in checked
    assert is_there(window, "roster_grid")
    assert button(window, "shift-Early").accessibleDescription() == "08:00 to 16:30"


def test_each_press_is_told(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    with qtbot.waitSignal(window.shifts.channels_chosen) as told:
        QTest.mouseClick(button(window, "channel-phone"), Qt.MouseButton.LeftButton)
    assert told.args == ["email,chat,phone"]
    with qtbot.waitSignal(window.shifts.shift_chosen) as told:
        QTest.mouseClick(button(window, "shift-Night"), Qt.MouseButton.LeftButton)
    assert told.args == ["Night"]
    with qtbot.waitSignal(window.shifts.rotating) as told:
        QTest.mouseClick(button(window, "shifts_rotate"), Qt.MouseButton.LeftButton)
    assert told.args == [False]
    with qtbot.waitSignal(window.shifts.pattern_changed):
        QTest.mouseClick(button(window, "day-2-2"), Qt.MouseButton.LeftButton)
    for name, signal in (("open_planner", "planner_wanted"), ("open_file", "file_wanted")):
        with qtbot.waitSignal(getattr(window.shifts, signal)):
            QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_other_hours_are_typed_where_other_is_chosen(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    with qtbot.waitSignal(window.shifts.hours_typed) as told:
        QTest.mouseClick(button(window, "shift-other"), Qt.MouseButton.LeftButton)
    assert told.args == [time(9), time(17)]
    own = named("", ShiftPattern(time(10), time(18)))
    show(window, replace(FRESH, today=own, chosen=True))
    assert button(window, "shift-other").isChecked()
    (start,) = window.findChildren(QTimeEdit, "own_start")
    assert start.time().hour() == 10
    with qtbot.waitSignal(window.shifts.hours_typed) as told:
        start.stepBy(1)
    assert told.args == [time(11), time(18)]


def test_equal_times_say_nothing(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(FRESH, today=named("", ShiftPattern(time(17), time(18))), chosen=True))
    (start,) = window.findChildren(QTimeEdit, "own_start")
    with qtbot.assertNotEmitted(window.shifts.hours_typed):
        start.stepBy(1)


def test_a_pattern_too_long_for_the_grid_is_said(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, pattern=None))
    assert not is_there(window, "roster_grid")


def test_shifts_of_a_planner_take_the_places_of_the_usual_ones(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    theirs = (named("Frühdienst", ShiftPattern(time(7), time(15))),)
    window.show_view(replace(SAID, today=theirs[0]), theirs, Desktop())
    QApplication.processEvents()
    assert button(window, "shift-Frühdienst").isChecked()
    assert not is_there(window, "shift-Early")
