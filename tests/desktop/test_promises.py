"""A promise made by a command beside the running app, cued and answered on a real desktop."""

from collections.abc import Callable

from tests.desktop.coach import Coach
from tests.desktop.notifications import Notifications
from tests.desktop.waiting import until

Serve = Callable[..., Notifications]

PROMPT = "SELECT state, answer FROM prompt WHERE subject = 'promise:1' AND slot = ? AND state = ?"
PLACE = "2026-11-23T15:40"


def test_a_promise_made_by_command_is_cued_and_kept_from_its_button(coach: Coach, serve: Serve) -> None:
    server = serve()
    coach.start("2026-11-23T15:29:55+01:00+", "--hidden")
    assert coach.json("promise", "15:40", "4711")["state"] == "open"
    shown = server.wait_for("Call back 4711")
    assert "Promised for 15:40" in shown["body"]
    coach.wait_for_rows(PROMPT, f"{PLACE}/early", "shown")
    server.press(shown, "done")
    assert coach.wait_for_rows(PROMPT, f"{PLACE}/early", "answered") == [("answered", "keep")]
    assert [one["state"] for one in coach.json("promises")] == ["kept"]
    coach.set_clock("2026-11-23T15:40:05+01:00+")
    until(lambda: "ClockStep" in coach.said, "a look at the clock")
    assert coach.rows("SELECT slot FROM prompt WHERE subject = 'promise:1'") == [(f"{PLACE}/early",)]
    assert [one["summary"] for one in server.shown()] == ["Call back 4711"]


def test_an_open_promise_comes_again_on_time_after_a_kill(coach: Coach, serve: Serve) -> None:
    server = serve()
    coach.set_clock("2026-11-23T15:00:00+01:00")
    coach.json("promise", "15:40", "4711")
    app = coach.start("2026-11-23T15:29:58+01:00+", "--hidden")
    server.wait_for("Call back 4711")
    coach.wait_for_rows(PROMPT, f"{PLACE}/early", "shown")
    app.kill()
    coach.start("2026-11-23T15:39:55+01:00+", "--hidden")
    coach.wait_for_rows(PROMPT, f"{PLACE}/due", "shown")
    assert [one["summary"] for one in server.shown()] == ["Call back 4711"] * 2
    coach.json("keep", "1")
    until(lambda: server.shown()[-1]["id"] in server.closed(), "the notification taken away", seconds=2)
