"""Where something of the desktop is missing or hangs, cues still reach the agent."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.coach import BEFORE, CUE, EARLY, ENTRIES, PROMPTS, SLOT, Coach, plain_env
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.screen import ACCENTS, Screen, bare_screen
from tests.desktop.waiting import until

# Not an absent variable: with one, libdbus may launch a bus of its own and leave it behind.
NO_BUS = "unix:path=/nonexistent/bus"

Serve = Callable[..., Notifications]


@pytest.mark.parametrize("without", ["bus", "server"])
def test_without_notifications_the_card_comes(
    coach: Coach, pointer: Pointer, screen: Screen, without: str
) -> None:
    if without == "bus":
        coach = coach.with_env(DBUS_SESSION_BUS_ADDRESS=NO_BUS)
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    # Where the tray is docked in time its balloon comes first, and the card after it.
    card = until(lambda: pointer.cards(app.pid), "the cue card", 45.0)[0]
    pointer.click(*until(lambda: screen.middle_of(ACCENTS, card.place), "a button in the colour of action"))
    assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert "Traceback" not in app.said


def test_without_a_display_it_says_so_in_one_line(coach: Coach) -> None:
    done = coach.with_env(DISPLAY=None).run()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("habitcoach: ")
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr.lower()


def test_with_a_display_that_does_not_answer_it_says_so_in_one_line(coach: Coach) -> None:
    done = coach.with_env(DISPLAY=":987").run()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("habitcoach: ")


@pytest.fixture(scope="module")
def no_tray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Run a screen with nothing on it."""
    folder = tmp_path_factory.mktemp("bare")
    with bare_screen(folder, plain_env(folder)) as running:
        yield running


def test_without_a_tray_the_window_comes_up(coach: Coach, serve: Serve, no_tray: Screen, home: Path) -> None:
    server = serve()
    env = {**plain_env(home), "DISPLAY": no_tray.display}
    coach = coach.with_env(DISPLAY=no_tray.display)
    coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    server.wait_for("Say the name")
    until(lambda: Pointer(no_tray, env).main_windows(app.pid), "the window", seconds=13)


def test_with_nothing_of_it_all_cues_come_and_each_lack_is_said_once(
    coach: Coach, no_tray: Screen, home: Path
) -> None:
    hand = Pointer(no_tray, {**plain_env(home), "DISPLAY": no_tray.display})
    coach = coach.with_env(DISPLAY=no_tray.display, DBUS_SESSION_BUS_ADDRESS=NO_BUS)
    habit = coach.add("Say the name", {"kind": "at", "times": ["10:30", "10:40"]})
    app = coach.start(BEFORE, "--hidden")
    for slot, next_clock in ((SLOT, "2026-11-23T10:39:58+01:00+"), ("2026-11-23/10:40", None)):
        until(lambda: hand.popups(app.pid), "the cue card")
        coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, slot)
        coach.json("done", str(habit))
        until(lambda: not hand.popups(app.pid), "the card gone")
        if next_clock:
            coach.set_clock(next_clock)
    until(lambda: hand.main_windows(app.pid), "the window", seconds=13)
    until(lambda: "missing here: no_tray" in coach.said, "a word on the tray")
    said = re.findall(r"missing here: (\w+)", coach.said)
    assert len(said) == 2
    assert len(set(said)) == 2
    assert "Traceback" not in coach.said


def test_a_server_that_hangs_does_not_stop_the_window(coach: Coach, serve: Serve, pointer: Pointer) -> None:
    server = serve("--hang", "30")
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    coach.wait_for_rows(PROMPTS, habit, SLOT)
    assert coach.run().returncode == 0
    until(lambda: pointer.main_windows(app.pid), "the window raised by a second start", seconds=1)
    coach.json("done", str(habit))
    coach.wait_for_rows(PROMPTS + " AND state = 'answered'", habit, SLOT)
    app.end()
    assert not server.closed()


def test_an_app_with_nothing_to_do_starts(coach: Coach, pointer: Pointer) -> None:
    app = coach.start(EARLY)
    until(lambda: pointer.main_windows(app.pid) or pointer.popups(app.pid), "a window")
    assert app.running
    assert app.said == ""
