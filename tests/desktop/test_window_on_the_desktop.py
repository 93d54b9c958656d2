"""The window on a real desktop: it comes from the tray, changes its looks, and comes back where it was."""

from functools import partial

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from tests.desktop.coach import CUE, EARLY, Coach
from tests.desktop.pointer import Pointer, Window
from tests.desktop.programs import Program
from tests.desktop.screen import Screen
from tests.desktop.waiting import until

#: Of the sidebar, in the tokens.
LIGHT, DARK = "#f3f1ed", "#191816"
SECONDS = 15.0
ROUNDING = 1


def window_of(pointer: Pointer, app: Program) -> Window:
    """Return the main window once it is up."""
    return until(lambda: pointer.main_windows(app.pid), "the window", SECONDS)[0]


def test_it_comes_from_the_tray_and_changes_its_looks_while_it_is_up(
    coach: Coach, pointer: Pointer, screen: Screen
) -> None:
    coach.add("Say the name", CUE)
    assert coach.run("settings", "theme", "light").returncode == 0
    app = coach.start(EARLY, "--hidden")
    icon = pointer.tray_icon(app.pid)
    assert not pointer.main_windows(app.pid)
    pointer.click(*icon.middle, button=3)
    until(lambda: pointer.popups(app.pid), "the menu of the icon")
    pointer.key("Down", "Return")
    window = window_of(pointer, app)
    until(lambda: pointer.focused().startswith("HabitCoach"), "the keyboard in the window")
    sidebar = (window.x + 12, window.y + window.height // 2)
    for theme, ground in (("dark", DARK), ("light", LIGHT)):
        assert coach.run("settings", "theme", theme).returncode == 0
        until(partial(shows, screen, sidebar, ground), f"the {theme} ground")


def shows(screen: Screen, point: tuple[int, int], ground: str) -> bool:
    """Whether a point of the screen has a colour."""
    return QColor(screen.image().pixel(*point)).name() == ground


def put(pointer: Pointer, app: Program, place: QRect) -> QRect:
    """Move the window of a program, and return where it is then: its frame has a part of the place."""
    pointer.put_window(window_of(pointer, app), place)
    until(lambda: window_of(pointer, app).place.size() == place.size(), "the window's new size")
    return window_of(pointer, app).place


def is_near(place: QRect, other: QRect) -> bool:
    """Whether places are the same but for what is rounded where a point is more than a pixel."""
    off = (place.topLeft() - other.topLeft(), place.bottomRight() - other.bottomRight())
    return all(abs(one.x()) <= ROUNDING and abs(one.y()) <= ROUNDING for one in off)


@pytest.mark.parametrize(
    ("factor", "place"), [("1", QRect(40, 30, 1100, 690)), ("1.15", QRect(60, 30, 1150, 713))]
)
def test_it_comes_back_where_it_was_also_larger(
    coach: Coach, pointer: Pointer, factor: str, place: QRect
) -> None:
    coach.add("Say the name", CUE)
    assert coach.run("settings", "text_size", "large").returncode == 0
    scaled = coach.with_env(QT_SCALE_FACTOR=factor)
    app = scaled.start(EARLY)
    left_at = put(pointer, app, place)
    app.end()
    again = scaled.start(EARLY)
    until(lambda: is_near(window_of(pointer, again).place, left_at), f"the window at {left_at}")
