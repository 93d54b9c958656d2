"""The first run on a real desktop, by the keyboard alone, up to the first log and three habits."""

import json
from collections.abc import Callable
from typing import Any

from tests.desktop.coach import Coach
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.programs import Program
from tests.desktop.waiting import never, until

Serve = Callable[..., Notifications]

MORNING = "2026-11-23T09:12:00+01:00+"
SETTING = "SELECT value FROM setting WHERE name = ?"
NAMES = "SELECT name FROM habit ORDER BY id"


def said(coach: Coach) -> dict[str, Any]:
    """Return what the first run has kept so far."""
    rows = coach.rows(SETTING, "first_run")
    return dict(json.loads(rows[0][0])) if rows and rows[0][0] != "done" else {}


def focus_window(pointer: Pointer, app: Program) -> None:
    """Wait until the window of the first run has the keyboard."""
    until(lambda: pointer.main_windows(app.pid), "the window of the first run")
    until(lambda: pointer.focused().startswith("HabitCoach"), "the keyboard in it")


def test_from_nothing_to_the_first_log_by_keyboard(coach: Coach, serve: Serve, pointer: Pointer) -> None:
    server = serve()
    app = coach.start(MORNING)
    focus_window(pointer, app)
    pointer.key("space", "Tab", "space", "Tab", "Tab", "space")  # e-mail, chat; past phone; early
    until(lambda: coach.rows(SETTING, "channels") == [("email,chat",)], "both channels kept")
    (shifts,) = coach.wait_for_rows("SELECT days FROM roster")
    # A system that names no country has weeks begin on Mondays.
    assert json.loads(shifts[0]) == [*["Early"] * 5, None, None]
    pointer.key("Return")
    until(lambda: said(coach).get("step") == 2, "step 2")
    pointer.key("space", "Tab", "space", "Tab", "space")
    until(lambda: len(said(coach).get("picked", ())) == 3, "three habits ticked")
    assert coach.rows(NAMES) == [], "no habit before the agent is through"
    pointer.key("Return")
    until(lambda: said(coach).get("step") == 3, "step 3")
    pointer.key("Tab", "space")
    shown = server.wait_for("One slow breath")
    assert {"done", "snooze"} <= set(shown["actions"][::2])
    coach.wait_for_rows("SELECT 1 FROM prompt WHERE state = 'shown'")
    assert pointer.focused().startswith("HabitCoach"), "the cue took the keyboard"
    pointer.key("d")
    assert coach.wait_for_rows("SELECT kind, source, slot FROM entry") == [
        ("done", "window", "2026-11-23/first")
    ]
    assert coach.wait_for_rows("SELECT text FROM reward") == [("Let it go",)]
    until(server.closed, "the notification taken away")
    pointer.key("Return")
    until(lambda: len(coach.rows(NAMES)) == 4, "three habits started")
    names = [name for (name,) in coach.rows(NAMES)]
    assert names == ["One slow breath", "Start clean", "Greet by name", "Feeling before fix"]
    until(lambda: coach.rows(SETTING, "first_run") == [("done",)], "the first run over")
    assert "Traceback" not in coach.said


def test_done_in_the_notification_is_the_first_log(coach: Coach, serve: Serve, pointer: Pointer) -> None:
    server = serve()
    app = coach.start(MORNING)
    focus_window(pointer, app)
    pointer.key("ctrl+Return", "ctrl+Return")
    until(lambda: said(coach).get("step") == 3, "step 3")
    pointer.key("Tab", "space")
    server.press(server.wait_for("One slow breath"), "done")
    assert coach.wait_for_rows("SELECT kind, source FROM entry") == [("done", "notification")]


def test_a_power_cut_in_the_middle_loses_no_tick(coach: Coach, pointer: Pointer) -> None:
    app = coach.start(MORNING)
    focus_window(pointer, app)
    pointer.key("ctrl+Return")
    until(lambda: said(coach).get("step") == 2, "step 2")
    pointer.key("space")
    until(lambda: said(coach).get("picked"), "a tick on disk")
    app.kill()
    again = coach.start(MORNING)
    focus_window(pointer, again)
    assert said(coach)["step"] == 2
    pointer.key("Escape")
    until(lambda: coach.rows(NAMES) == [("Start clean",)], "the habit that was ticked")
    again.end()
    third = coach.start(MORNING)
    until(lambda: pointer.main_windows(third.pid), "the main window")
    assert coach.rows(SETTING, "first_run") == [("done",)], "never shown twice"


def test_started_hidden_it_comes_when_it_is_asked_for(coach: Coach, pointer: Pointer) -> None:
    app = coach.start(MORNING, "--hidden")
    pointer.tray_icon(app.pid)
    never(lambda: pointer.main_windows(app.pid), "a window nobody asked for", 0.5)
    assert coach.run().returncode == 0
    focus_window(pointer, app)
    pointer.key("ctrl+Return")
    until(lambda: said(coach).get("step") == 2, "the first run")
