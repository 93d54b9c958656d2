"""The main job: a cue comes on time, one click answers it, the streak stands in the file."""

from collections.abc import Callable

from tests.desktop.coach import BEFORE, CUE, ENTRIES, PROMPTS, SLOT, STREAK, Coach
from tests.desktop.notifications import Notifications
from tests.desktop.pointer import Pointer
from tests.desktop.screen import ACCENTS, WAITING_FILLS, WAITING_PIXELS, Screen
from tests.desktop.waiting import never, until

Serve = Callable[..., Notifications]


def test_done_in_the_notification(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    coach.start(BEFORE, "--hidden")
    shown = server.wait_for("Say the name")
    assert {"done", "snooze"} <= set(shown["actions"][::2])
    coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
    server.press(shown, "done")
    assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert coach.wait_for_rows(STREAK, habit) == [(1,)]
    assert coach.rows(PROMPTS, habit, SLOT) == [("answered", "dbus")]
    assert coach.rows("SELECT kind FROM reward WHERE habit_id = ?", habit)
    assert len(server.shown()) == 1


def test_snooze_in_the_notification(coach: Coach, serve: Serve) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    coach.start(BEFORE, "--hidden")
    server.press(server.wait_for("Say the name"), "snooze")
    coach.wait_for_rows(PROMPTS + " AND state = 'snoozed'", habit, SLOT)
    coach.set_clock("2026-11-23T11:45:00+01:00+")  # past every snooze the notification offers
    until(lambda: len(server.shown()) == 2, "the cue once more after the snooze")
    assert coach.rows(ENTRIES, habit, SLOT) == []


def test_done_on_the_cue_card(coach: Coach, serve: Serve, pointer: Pointer, screen: Screen) -> None:
    server = serve("--no-actions")
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    shown = server.wait_for("Say the name")
    assert not shown["actions"]
    never(lambda: pointer.popups(app.pid), "the card before the notification has gone", 0.3)
    server.expire(shown)
    card = until(lambda: pointer.popups(app.pid), "the cue card")[0]
    done = until(lambda: screen.middle_of(ACCENTS, card.place), "a button in the colour of action")
    focus = pointer.focused()
    pointer.click(*done)
    assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert coach.wait_for_rows(STREAK, habit) == [(1,)]
    assert pointer.focused() == focus, "the card took the keyboard"


def test_done_in_the_tray_menu(coach: Coach, serve: Serve, pointer: Pointer, screen: Screen) -> None:
    server = serve()
    habit = coach.add("Say the name", CUE)
    app = coach.start(BEFORE, "--hidden")
    server.wait_for("Say the name")
    icon = pointer.tray_icon(app.pid)
    # The notification comes some turns of the loop before the icon and its menu are read anew.
    until(lambda: screen.middle_of(WAITING_FILLS, icon.place, WAITING_PIXELS), "the icon of a waiting cue")
    pointer.click(*icon.middle, button=3)
    until(lambda: pointer.popups(app.pid), "the menu of the tray icon")
    pointer.key("Down", "Down", "Down", "Right", "Return")  # past Open and the shift; Done is the cue's first
    assert coach.wait_for_rows(ENTRIES, habit, SLOT) == [("done", 1)]
    assert coach.wait_for_rows(STREAK, habit) == [(1,)]
    until(server.closed, "the notification taken away")
