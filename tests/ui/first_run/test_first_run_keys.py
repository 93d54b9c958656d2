"""How the keyboard goes through the first run."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from tests.ui.first_run.first_run_parts import FRESH, LOGGED, SAID, button, focused, made, press, show


def test_the_way_on_and_back(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    wanted: list[int] = []
    window.step_wanted.connect(wanted.append)
    QTest.mouseClick(button(window, "continue"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=2))
    QTest.mouseClick(button(window, "continue"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(window, "back"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=3))
    QTest.mouseClick(button(window, "back"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.starters.write_own):
        show(window, replace(SAID, step=2))
        QTest.mouseClick(button(window, "write_own"), Qt.MouseButton.LeftButton)
    assert wanted == [2, 3, 1, 2]


def test_ctrl_enter_goes_on_from_anywhere(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    with qtbot.waitSignal(window.step_wanted) as told:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]


@pytest.mark.parametrize("way", ["start", "escape", "close"])
def test_each_end_is_an_end(qtbot: QtBot, look: Look, way: str) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    with qtbot.waitSignal(window.ended):
        if way == "start":
            QTest.mouseClick(button(window, "start_shift"), Qt.MouseButton.LeftButton)
        elif way == "escape":
            press(Qt.Key.Key_Escape)
        else:
            window.close()


def stops() -> list[str]:
    """Return what Tab goes to, once round."""
    found = [focused()]
    while True:
        press(Qt.Key.Key_Tab)
        if focused() in found or len(found) > 40:
            return found
        found.append(focused())


def test_tab_goes_through_step_1_in_the_order_it_is_read(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    assert window.isActiveWindow()
    assert stops() == [
        "channel-email",
        "channel-chat",
        "channel-phone",
        "shift-Early",
        "shifts_rotate",
        "open_planner",
        "day-1-1",
        "add_week",
        "remove_week",
        "this_week",
        "open_file",
        "continue",
    ]


def test_tab_goes_through_step_2(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=2))
    assert window.isActiveWindow()
    found = stops()
    assert found[0] == "pick-shift_start_reset"
    assert found[-3:] == ["write_own", "back", "continue"]
    assert len(found) == 6 + 3


def test_tab_goes_through_step_3(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    assert stops() == ["surface-automatic", "send_cue", "back", "start_shift"]
    press(Qt.Key.Key_Tab)
    show(window, replace(SAID, step=3, cue=LOGGED))
    found = stops()
    assert found[0] == "start_shift"
    assert {"arrived-both", "quick_key", "back"} <= set(found)


def test_arrow_keys_walk_the_shifts_and_space_chooses(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    button(window, "shift-Early").setFocus()
    press(Qt.Key.Key_Right)
    assert focused() == "shift-Late"
    with qtbot.waitSignal(window.shifts.shift_chosen) as told:
        press(Qt.Key.Key_Space)
    assert told.args == ["Late"]
