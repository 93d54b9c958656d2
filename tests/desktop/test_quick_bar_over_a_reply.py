"""The quick bar and the tray's panel among other programs: the keyboard comes, and goes back where it was."""

from pathlib import Path

from PySide6.QtCore import QRect

from tests.desktop.coach import BEFORE, CUE, EARLY, ENTRIES, SLOT, Coach
from tests.desktop.editor import TITLE, open_editor
from tests.desktop.pointer import Pointer, Window
from tests.desktop.programs import Program
from tests.desktop.waiting import until

BAR = "Quick bar"
PANEL = "HabitCoach"


def press_key(pointer: Pointer) -> None:
    """Press the key of the quick bar, once: where there is an icon or a window, the app has its key."""
    pointer.key("ctrl+shift+space")
    until(lambda: pointer.focused() == BAR, "the quick bar")


def test_a_habit_is_logged_in_the_middle_of_a_reply(coach: Coach, pointer: Pointer, tmp_path: Path) -> None:
    habit = coach.add("Say the name", {"kind": "manual"})
    with open_editor(coach.env, pointer, tmp_path) as kept:
        app = coach.start(EARLY, "--hidden")
        pointer.tray_icon(app.pid)
        pointer.type("Dear customer, ")
        press_key(pointer)
        pointer.type("say")
        pointer.key("Return")
        until(lambda: pointer.focused() == TITLE, "the keyboard back in the reply")
        pointer.type("thank you")
        until(lambda: kept.read_text() == "Dear customer, thank you", "every letter in the reply")
    log = "SELECT kind, source FROM entry WHERE habit_id = ?"
    assert coach.wait_for_rows(log, habit) == [("done", "quick")]


def test_a_promise_is_made_over_the_open_window_of_the_app(
    coach: Coach, pointer: Pointer, tmp_path: Path
) -> None:
    coach.add("Say the name", {"kind": "manual"})
    app = coach.start(EARLY)
    until(lambda: pointer.main_windows(app.pid), "the window")
    with open_editor(coach.env, pointer, tmp_path):
        press_key(pointer)
        pointer.type("15:40 4711")
        pointer.key("Return")
        # Not the app's own window, which the bar belongs to as the window manager sees it.
        until(lambda: pointer.focused() == TITLE, "the keyboard back in the reply")
    assert coach.wait_for_rows("SELECT ticket, place FROM promise") == [("4711", "2026-11-23T15:40")]


def test_the_command_asks_the_app_that_runs_and_starts_it_where_none_does(
    coach: Coach, pointer: Pointer
) -> None:
    coach.add("Say the name", {"kind": "manual"})
    app = coach.start(EARLY, "quick")
    until(lambda: pointer.focused() == BAR, "the quick bar of an app that has just started")
    assert not pointer.main_windows(app.pid)
    pointer.key("Escape")
    until(lambda: not pointer.titled(BAR), "the bar gone")
    asked = coach.run("quick")
    assert (asked.returncode, asked.stdout) == (0, "")
    until(lambda: pointer.focused() == BAR, "the bar once more")
    pointer.key("Escape")
    until(lambda: not pointer.titled(BAR), "the bar gone again")


def test_the_panel_opens_beside_the_icon_and_answers_by_key(
    coach: Coach, pointer: Pointer, tmp_path: Path
) -> None:
    habit = coach.add("Say the name", CUE)
    with open_editor(coach.env, pointer, tmp_path):
        app = coach.start(BEFORE, "--hidden")
        icon = pointer.tray_icon(app.pid)
        coach.wait_for_rows("SELECT 1 FROM prompt WHERE habit_id = ? AND slot = ?", habit, SLOT)
        open_panel(pointer, app)
        (panel,) = until(lambda: panels(pointer, app), "the panel among the windows")
        shown = panel.place.adjusted(32, 32, -32, -32)  # without the room for its shadow
        assert not shown.intersects(icon.place)
        assert QRect(0, 0, 1280, 768).contains(shown), "the panel lies on the desktop's own"
        pointer.key("d")
        assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
        assert pointer.focused() == PANEL, "an answer closes nothing"
        pointer.key("Escape")
        until(lambda: pointer.focused() == TITLE, "the keyboard back in the reply")


def test_a_click_elsewhere_closes_the_panel(coach: Coach, pointer: Pointer, tmp_path: Path) -> None:
    coach.add("Say the name", CUE)
    with open_editor(coach.env, pointer, tmp_path):
        app = coach.start(EARLY, "--hidden")
        open_panel(pointer, app)
        reply = until(lambda: pointer.titled(TITLE), "the reply")[0]
        pointer.click(reply.x + 20, reply.y + 20)
        until(lambda: not panels(pointer, app), "the panel gone")


def open_panel(pointer: Pointer, app: Program) -> None:
    icon = pointer.tray_icon(app.pid)
    pointer.click(*icon.middle)
    until(lambda: pointer.focused() == PANEL, "the panel of the tray icon")


def panels(pointer: Pointer, app: Program) -> list[Window]:
    return [one for one in pointer.popups(app.pid) if one.title == PANEL]
