"""Commands and second starts while the app runs: it follows within a second."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.desktop.coach import BEFORE, CUE, EARLY, ENTRIES, PROMPTS, SLOT, STREAK, Coach
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.screen import Screen
from tests.desktop.waiting import until

Serve = Callable[..., Notifications]


def test_done_on_the_command_line_closes_the_notification(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    coach.start(BEFORE, "--hidden")
    shown = server.wait_for("Say the name")
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
    answered = coach.json("done", "say the")
    assert (answered["habit_id"], answered["slot"], answered["streak"]) == (habit, SLOT, 1)
    until(lambda: shown["id"] in server.closed(), "the notification taken away", seconds=1)
    assert coach.rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert coach.rows(STREAK, habit) == [(1,)]


def test_done_on_the_command_line_closes_the_card(coach: Coach, serve: Serve, pointer: Pointer) -> None:
    server = serve("--no-actions")
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
    server.expire(server.wait_for("Say the name"))
    until(lambda: pointer.popups(app.pid), "the cue card")
    coach.json("done", "say the")
    until(lambda: not pointer.popups(app.pid), "the card gone", seconds=1)


def test_an_undo_reopens_the_occasion(coach: Coach, serve: Serve) -> None:
    serve()
    habit = coach.add("Say the name", CUE)
    coach.start(BEFORE, "--hidden")
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
    coach.json("done", str(habit))
    coach.json("undo")
    assert [one["state"] for one in coach.json("today")["occasions"]] == ["due"]
    assert coach.json("streaks")[0]["current"] == 0


def test_a_call_holds_the_cue_until_it_has_ended(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    coach.set_clock("2026-11-23T10:20:00+01:00")
    coach.json("call", "on")
    coach.start(BEFORE, "--hidden")
    coach.wait_for_rows(PROMPTS + " AND state = 'held'", habit, SLOT)
    today = coach.json("today")
    assert (today["hold"]["reason"], today["occasions"][0]["state"]) == ("call", "held")
    coach.set_clock("2026-11-23T10:40:00+01:00+")
    coach.json("call", "off")
    assert server.shown() == []
    coach.set_clock("2026-11-23T10:40:15+01:00+")
    server.wait_for("Say the name")
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)


def test_a_habit_added_while_the_app_runs_is_cued(coach: Coach, serve: Serve) -> None:
    server = serve()
    coach.add("Another", {"kind": "manual"})
    coach.start("2026-11-23T10:29:55+01:00+", "--hidden")
    coach.add("Say the name", CUE)
    server.wait_for("Say the name")


def test_the_window_shows_what_a_command_changed(
    coach: Coach, serve: Serve, pointer: Pointer, screen: Screen
) -> None:
    serve()
    coach.add("Say the name", CUE)
    app = coach.start("2026-11-23T10:31:00+01:00")  # a clock that stands still: nothing else moves
    window = until(lambda: pointer.main_windows(app.pid), "the window")[0]
    before = settled(screen, window.place)
    coach.json("done", "say the")
    until(lambda: screen.image().copy(window.place) != before, "a change in the window", seconds=1)


def test_a_second_start_raises_the_first(coach: Coach, pointer: Pointer) -> None:
    coach.add("Say the name", CUE)
    app = coach.start(EARLY, "--hidden")
    pointer.tray_icon(app.pid)
    assert not pointer.main_windows(app.pid)
    hidden = coach.run("--hidden")
    assert (hidden.returncode, pointer.main_windows(app.pid)) == (0, [])
    second = coach.run()
    assert second.returncode == 0, second.stderr
    until(lambda: pointer.main_windows(app.pid), "the window of the first", seconds=2)
    assert app.running


def test_a_command_that_only_shows_writes_nothing(coach: Coach) -> None:
    coach.add("Say the name", CUE)
    before = files(coach)
    for words in (["today"], ["next"], ["habits"], ["show", "say"], ["streaks"], ["library"]):
        coach.json(*words)
    assert files(coach) == before


def test_faults_are_one_line_that_says_what_to_do(coach: Coach) -> None:
    coach.add("Say the name", CUE)
    coach.add("Say it again", CUE)
    wrong = [
        (["done", "nothing like it"], 1),
        (["done", "say"], 1),
        (["undo"], 1),
        (["add", "--template=no such"], 1),
        (["add", "--name=x", "--when=y", "--routine=z", "--reward=r", "--trigger={"], 2),
        (
            [
                "add",
                "--name=x",
                "--when=y",
                "--routine=z",
                "--reward=r",
                '--trigger={"kind":"at","times":["25:00"]}',
            ],
            2,
        ),
        (["done"], 2),
        (["no-such-command"], 2),
    ]
    for words, status in wrong:
        done = coach.run(*words)
        assert (words, done.returncode, done.stdout) == (words, status, "")
        assert "Traceback" not in done.stderr
        if status == 1:
            assert re.fullmatch(r"habitcoach: [^\n]+\n", done.stderr), done.stderr


def settled(screen: Screen, place: QRect) -> QImage:
    """Return the picture of a place once it has stopped changing."""
    seen = [screen.image().copy(place)]

    def still() -> bool:
        seen.append(screen.image().copy(place))
        return seen[-1] == seen[-2] == seen[max(0, len(seen) - 20)] and len(seen) > 20

    until(still, "a window that stands still")
    return seen[-1]


def files(coach: Coach) -> dict[str, int]:
    """Return every file of the home with the time it was written."""
    return {
        str(file): file.stat().st_mtime_ns for file in coach.home.rglob("*") if file.suffix in {".db", ".log"}
    }
