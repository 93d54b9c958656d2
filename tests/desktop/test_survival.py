"""What stays after an end of any kind."""

import signal
from collections.abc import Callable

import pytest

from tests.desktop.coach import BEFORE, CUE, EARLY, ENTRIES, PROMPTS, SLOT, STREAK, Coach
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.waiting import never, until

LATER = "2026-11-23T10:35:00+01:00+"
Serve = Callable[..., Notifications]


@pytest.mark.parametrize("end", ["kill", "quit"])
def test_an_answer_outlives_the_app(coach: Coach, serve: Serve, end: str) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    server.press(server.wait_for("Say the name"), "done")
    coach.wait_for_rows(ENTRIES, habit, SLOT)
    if end == "kill":
        app.kill()
    else:
        app.end()
    coach.start(LATER, "--hidden")
    never(lambda: len(server.shown()) > 1, "an answered cue came again", seconds=2)
    assert coach.rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert coach.rows(STREAK, habit) == [(1,)]
    assert [one["state"] for one in coach.json("today")["occasions"]] == ["done"]


def test_an_unanswered_cue_outlives_a_kill_without_a_second_notification(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    server.wait_for("Say the name")
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
    app.kill()
    coach.start(LATER, "--hidden")
    never(lambda: len(server.shown()) > 1, "a shown cue came again", seconds=2)
    assert [one["state"] for one in coach.json("today")["occasions"]] == ["due"]
    coach.json("done", str(habit))
    assert coach.rows(ENTRIES, habit, SLOT) == [("done", 1)]


def test_cues_that_passed_while_away_are_told_once(coach: Coach, serve: Serve) -> None:
    server = serve()
    times = {"kind": "at", "times": ["09:30", "10:30", "11:30"]}
    habit = coach.add("Say the name", times)
    coach.start("2026-11-23T16:00:00+01:00+", "--hidden")
    rows = "SELECT slot FROM prompt WHERE habit_id = ? ORDER BY slot"
    until(lambda: len(coach.rows(rows, habit)) == 3, "a row for every cue")
    until(server.shown, "a word on what passed")
    never(lambda: len(server.shown()) > 1, "more than one word", seconds=1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("up", ["nothing", "window", "menu"])
def test_a_signal_ends_it_cleanly_and_at_once(
    coach: Coach, serve: Serve, pointer: Pointer, number: signal.Signals, up: str
) -> None:
    server = serve()
    coach.add("Say the name", CUE)
    app = coach.start(BEFORE, *(() if up == "window" else ("--hidden",)))
    icon = pointer.tray_icon(app.pid)
    server.wait_for("Say the name")
    if up == "window":
        until(lambda: pointer.main_windows(app.pid), "the window")
    if up == "menu":
        pointer.click(*icon.middle, button=3)
        until(lambda: pointer.popups(app.pid), "the menu of the tray icon")
    app.send(number)
    assert app.wait(seconds=2) == 0
    assert app.said == ""
    assert not (coach.home / "habitcoach.db-wal").exists(), "the file was not closed"


@pytest.mark.parametrize("window_open", [True, False])
def test_quit_in_the_tray_menu_quits(
    coach: Coach, serve: Serve, pointer: Pointer, *, window_open: bool
) -> None:
    serve()
    coach.add("Say the name", CUE)
    app = coach.start(EARLY, *(() if window_open else ("--hidden",)))
    icon = pointer.tray_icon(app.pid)
    until(lambda: bool(pointer.main_windows(app.pid)) == window_open, "the window")
    pointer.click(*icon.middle, button=3)
    until(lambda: pointer.popups(app.pid), "the menu of the tray icon")
    pointer.key("Up", "Return")
    assert app.wait(seconds=3) == 0
    assert app.said == ""


def test_the_closed_window_leaves_the_app_in_the_tray(coach: Coach, serve: Serve, pointer: Pointer) -> None:
    server = serve()
    coach.add("Say the name", CUE)
    app = coach.start("2026-11-23T10:29:55+01:00+")
    pointer.tray_icon(app.pid)
    until(lambda: pointer.main_windows(app.pid), "the window")
    pointer.key("alt+F4")
    until(lambda: not pointer.main_windows(app.pid), "the window closed")
    server.wait_for("Say the name")
    app.send(signal.SIGTERM)
    assert app.wait(seconds=2) == 0
