"""The tray says how the day stands and carries the answers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import HoldView, OccasionState
from habitcoach.core.hold import HoldReason
from habitcoach.core.target import Target, TargetKind
from habitcoach.ui.look import Look
from habitcoach.ui.theme import load_theme
from habitcoach.ui.tray import Tray, panel_is_dark
from habitcoach.ui.tray_icon import TrayState, number_text, tray_icon, tray_pixmap
from habitcoach.ui.tray_words import menu_text, tip_text
from tests.ui.day_samples import CLEAR, GREET, NOW, THANKS, today

LATER = replace(CLEAR, slot="2026-06-11/17:00", state=OccasionState.LATER, due_at=NOW + timedelta(minutes=50))


@pytest.fixture
def tray(look: Look) -> Tray:
    return Tray(look)


def act(tray: Tray, name: str, within: str = "") -> QAction:
    menu = tray.menu
    if within:
        found = menu.findChild(QMenu, within)
        assert found is not None, within
        menu = found
    return next(one for one in menu.actions() if one.objectName() == name)


def test_nothing_waits(tray: Tray) -> None:
    tray.update(today())
    assert tray.state is TrayState.IDLE
    assert tray.tip == "Nothing waiting"
    assert [one.objectName() for one in tray.menu.actions() if not one.isSeparator()] == [
        "tray_open",
        "tray_promise",
        "tray_call",
        "tray_quit",
    ]


def test_what_waits_is_counted_in_the_tip(tray: Tray) -> None:
    tray.update(today(CLEAR, THANKS, LATER))
    assert tray.state is TrayState.WAITING
    assert tray.tip == "2 cues waiting, next 17:00"


def test_a_snoozed_cue_comes_when_it_was_snoozed_to() -> None:
    snoozed = replace(CLEAR, state=OccasionState.SNOOZED, snoozed_until=NOW + timedelta(minutes=15))
    assert tip_text(today(snoozed, LATER)) == "Nothing waiting, next 16:25"


def test_a_call_shows_though_nothing_is_due(tray: Tray) -> None:
    call = HoldView(HoldReason.CALL, NOW, NOW + timedelta(minutes=60))
    tray.update(replace(today(), hold=call))
    assert tray.state is TrayState.HELD
    tray.update(today())
    assert tray.state.value == "idle"


def test_a_call_is_taken_and_ended_in_the_menu_and_by_a_middle_click(qtbot: QtBot, tray: Tray) -> None:
    tray.update(today())
    with qtbot.waitSignal(tray.called) as told:
        act(tray, "tray_call").trigger()
    assert told.args == [True]
    tray.update(replace(today(), hold=HoldView(HoldReason.CALL, NOW, NOW + timedelta(minutes=60))))
    assert act(tray, "tray_call").isChecked()
    with qtbot.waitSignal(tray.called) as told:
        tray.findChildren(QSystemTrayIcon)[0].activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert told.args == [False]


def test_held_and_paused(tray: Tray) -> None:
    tray.update(today(replace(CLEAR, state=OccasionState.HELD)))
    assert tray.state.value == "held"
    tray.update(today(CLEAR), paused=True)
    assert tray.state.value == "paused"


def test_a_waiting_cue_is_answered_from_the_menu(qtbot: QtBot, tray: Tray) -> None:
    tray.update(today(CLEAR))
    cue = f"tray_cue {CLEAR.subject} {CLEAR.slot}"
    with qtbot.waitSignal(tray.done) as done:
        act(tray, "tray_done", cue).trigger()
    assert done.args == [CLEAR.subject, CLEAR.slot]
    with qtbot.waitSignal(tray.snooze) as snooze:
        act(tray, "tray_snooze", cue).trigger()
    assert snooze.args == [CLEAR.subject, CLEAR.slot, 15]
    with qtbot.waitSignal(tray.skip) as skip:
        act(tray, "tray_skip", cue).trigger()
    assert skip.args == [CLEAR.subject, CLEAR.slot, "no_occasion"]


@pytest.mark.parametrize(("name", "hit"), [("tray_hit 3", True), ("tray_miss 3", False)])
def test_one_is_added_from_the_menu(qtbot: QtBot, tray: Tray, name: str, hit: bool) -> None:
    tray.update(today(counters=(GREET,)))
    with qtbot.waitSignal(tray.count) as heard:
        act(tray, name, "tray_add_one").trigger()
    assert heard.args == [3, hit]


def test_only_a_rate_has_opportunities_without_a_hit(tray: Tray) -> None:
    tray.update(today(counters=(replace(GREET, target=Target(TargetKind.COUNT, 5)),)))
    submenu = tray.menu.findChild(QMenu, "tray_add_one")
    assert submenu is not None
    assert [one.objectName() for one in submenu.actions()] == ["tray_hit 3"]


@pytest.mark.parametrize(
    ("name", "signal"), [("tray_open", "open_window"), ("tray_quit", "quit"), ("tray_card", "open_card")]
)
def test_the_plain_entries(qtbot: QtBot, tray: Tray, name: str, signal: str) -> None:
    tray.update(today(CLEAR))
    with qtbot.waitSignal(getattr(tray, signal)):
        act(tray, name).trigger()


def test_a_left_click_opens_the_window_and_a_middle_click_nothing(qtbot: QtBot, tray: Tray) -> None:
    icon = tray.findChild(QSystemTrayIcon, "tray")
    assert icon is not None
    with qtbot.waitSignal(tray.open_window):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_window):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Salt & pepper", "Salt && pepper"),
        ("a\tb\nc", "abc"),
        ("<b>x</b>", "<b>x</b>"),
        ("\u202eevil\u0000", "evil"),
        ("👩‍👧 family", "👩‍👧 family"),
    ],
)
def test_agent_text_in_the_menu_is_text(text: str, shown: str) -> None:
    assert menu_text(text) == shown


def test_an_update_while_the_menu_is_open_waits(qtbot: QtBot, tray: Tray) -> None:
    tray.update(today(CLEAR))
    tray.menu.popup(tray.menu.pos())
    qtbot.waitUntil(tray.menu.isVisible)
    tray.update(today())
    assert tray.menu.findChild(QMenu, f"tray_cue {CLEAR.subject} {CLEAR.slot}") is not None
    tray.menu.close()
    names = [one.objectName() for one in tray.menu.actions() if not one.isSeparator()]
    assert names == ["tray_open", "tray_promise", "tray_call", "tray_quit"]


def test_a_watcher_that_comes_later_gets_a_new_icon(tray: Tray) -> None:
    before = tray.findChild(QSystemTrayIcon, "tray")
    tray._host.registered.emit()
    after = [one for one in tray.findChildren(QSystemTrayIcon, "tray") if one is not before]
    assert len(after) == 1
    assert after[0].contextMenu() is tray.menu


def test_without_a_tray_no_message_is_promised(tray: Tray) -> None:
    assert not tray.available  # the offscreen platform has none
    assert tray.message("Title", "Body") is False


@pytest.mark.parametrize(("count", "text"), [(1, "1"), (9, "9"), (10, "9+"), (120, "9+")])
def test_the_number_is_short(count: int, text: str) -> None:
    assert number_text(load_theme("light"), count) == text


@pytest.mark.parametrize("state", list(TrayState))
@pytest.mark.parametrize("on_dark", [False, True])
def test_every_state_has_every_size(look: Look, state: TrayState, on_dark: bool) -> None:
    sizes = {one.width() for one in tray_icon(look.theme, state, 2, on_dark=on_dark).availableSizes()}
    assert {16, 22, 32, 64} <= sizes


def test_the_number_is_painted_in_its_colour(look: Look) -> None:
    image = tray_pixmap(look.theme, TrayState.WAITING, 8, 32, on_dark=True).toImage()
    colors = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert look.theme.tray_color("dark", "waiting_fill").name() in colors
    assert look.theme.tray_color("dark", "waiting_text").name() in colors


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(("desktop", "dark"), [("ubuntu:GNOME", True), ("KDE", False)])
def test_gnome_s_bar_is_dark(monkeypatch: pytest.MonkeyPatch, desktop: str, dark: bool) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert panel_is_dark() is dark
