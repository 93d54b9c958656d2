"""The tray says how the day stands and carries the answers."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from habitcoach.coaching.shift_choices import NamedShift, ShiftChoices, ShiftWish, WishKind
from habitcoach.coaching.views import HoldView, OccasionState
from habitcoach.core.hold import HoldReason
from habitcoach.core.target import Target, TargetKind
from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName
from habitcoach.ui.theme import load_theme
from habitcoach.ui.tray import Tray, panel_is_dark
from habitcoach.ui.tray_icon import TrayState, number_text, tray_icon, tray_pixmap
from habitcoach.ui.tray_words import menu_text, tip_text
from tests.ui.day_samples import CLEAR, DAY, GREET, NOW, THANKS, today

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
        "tray_quick",
        "tray_call",
        "",
        "tray_review",
        "tray_settings",
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
    with qtbot.waitSignal(tray.wants.called) as told:
        act(tray, "tray_call").trigger()
    assert told.args == [True]
    tray.update(replace(today(), hold=HoldView(HoldReason.CALL, NOW, NOW + timedelta(minutes=60))))
    assert act(tray, "tray_call").isChecked()
    with qtbot.waitSignal(tray.wants.called) as told:
        tray.findChildren(QSystemTrayIcon)[0].activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert told.args == [False]
    tray.update(replace(today(), hold=HoldView(HoldReason.AWAY, NOW, NOW + timedelta(minutes=5))))
    with qtbot.waitSignal(tray.wants.called) as told:
        tray.findChildren(QSystemTrayIcon)[0].activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert told.args == [True]


def test_held_and_paused(tray: Tray) -> None:
    tray.update(today(replace(CLEAR, state=OccasionState.HELD)))
    assert tray.state.value == "held"
    tray.update(replace(today(CLEAR), hold=HoldView(HoldReason.PAUSED, NOW, NOW + timedelta(minutes=60))))
    assert tray.state.value == "paused"
    act(tray, "tray_resume")


def test_a_waiting_cue_is_answered_from_the_menu(qtbot: QtBot, tray: Tray) -> None:
    tray.update(today(CLEAR))
    cue = f"tray_cue {CLEAR.subject} {CLEAR.slot}"
    with qtbot.waitSignal(tray.wants.done) as done:
        act(tray, "tray_done", cue).trigger()
    assert done.args == [CLEAR.subject, CLEAR.slot]
    with qtbot.waitSignal(tray.wants.snooze) as snooze:
        act(tray, "tray_snooze", cue).trigger()
    assert snooze.args == [CLEAR.subject, CLEAR.slot, 15]
    with qtbot.waitSignal(tray.wants.skip) as skip:
        act(tray, "tray_skip", cue).trigger()
    assert skip.args == [CLEAR.subject, CLEAR.slot, "no_occasion"]


def test_of_very_many_cues_ten_are_listed_and_the_rest_is_counted(qtbot: QtBot, tray: Tray) -> None:
    many = [replace(CLEAR, slot=f"2026-06-11/15:{minute}") for minute in range(10, 22)]
    tray.update(today(*many))
    shown = [one.menu() for one in tray.menu.actions() if one.menu() is not None]
    names = [one.objectName() for one in shown if one.objectName().startswith("tray_cue")]
    assert names == [f"tray_cue {one.subject} {one.slot}" for one in many[:10]]
    assert act(tray, "tray_more").text() == "and 2 more"
    with qtbot.waitSignal(tray.wants.open_page) as heard:
        act(tray, "tray_more").trigger()
    assert heard.args == [PageName.TODAY]


def test_an_answered_cue_leaves_the_menu(tray: Tray) -> None:
    other = replace(CLEAR, slot="2026-06-11/15:30", habit="Sip")
    tray.update(today(CLEAR, other))
    tray.update(today(other))
    shown = [one.text() for one in tray.menu.actions()]
    assert "Sip" in shown
    assert CLEAR.habit not in shown
    assert all(one.objectName() != "tray_more" for one in tray.menu.actions())


@pytest.mark.parametrize(("name", "hit"), [("tray_hit 3", True), ("tray_miss 3", False)])
def test_one_is_added_from_the_menu(qtbot: QtBot, tray: Tray, name: str, hit: bool) -> None:
    tray.update(today(counters=(GREET,)))
    with qtbot.waitSignal(tray.wants.count) as heard:
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
    with qtbot.waitSignal(getattr(tray.wants, signal)):
        act(tray, name).trigger()


def click(tray: Tray, reason: QSystemTrayIcon.ActivationReason) -> None:
    icon = tray.findChild(QSystemTrayIcon, "tray")
    assert icon is not None
    icon.activated.emit(reason)


def test_a_left_click_wants_the_panel_and_a_double_click_the_window(qtbot: QtBot, tray: Tray) -> None:
    with qtbot.waitSignal(tray.panel_wanted):
        click(tray, QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.wants.open_window):
        click(tray, QSystemTrayIcon.ActivationReason.DoubleClick)


def test_a_middle_click_can_be_switched_off(qtbot: QtBot, tray: Tray) -> None:
    tray.set_middle_click(holds=False)
    with qtbot.assertNotEmitted(tray.wants.called):
        click(tray, QSystemTrayIcon.ActivationReason.MiddleClick)
    tray.set_middle_click(holds=True)
    with qtbot.waitSignal(tray.wants.called):
        click(tray, QSystemTrayIcon.ActivationReason.MiddleClick)


EARLY_HOURS = NamedShift("Early", time(8), time(16, 40))
LATE_HOURS = NamedShift("Late", time(13), time(21))


def test_today_s_shift_is_chosen_in_the_menu(qtbot: QtBot, tray: Tray) -> None:
    tray.show_choices(ShiftChoices(DAY, EARLY_HOURS, EARLY_HOURS, (EARLY_HOURS, LATE_HOURS), moved=False))
    tray.update(today())
    shifts = tray.menu.findChild(QMenu, "tray_shift")
    assert shifts is not None
    assert shifts.title() == "Today I’m on: Early"
    with qtbot.waitSignal(tray.wants.shift_chosen) as chosen:
        act(tray, "shift Late", "tray_shift").trigger()
    assert chosen.args == [ShiftWish(WishKind.NAMED, "Late")]
    with qtbot.waitSignal(tray.wants.shift_hours):
        act(tray, "shift_hours", "tray_shift").trigger()


@pytest.mark.parametrize(("name", "wish"), [("pause-30", 30), ("pause-shift", "shift"), ("pause-day", "day")])
def test_cues_are_paused_from_the_menu(qtbot: QtBot, tray: Tray, name: str, wish: object) -> None:
    early = replace(today(), now=NOW - timedelta(minutes=60))
    tray.update(early)
    with qtbot.waitSignal(tray.wants.pause) as heard:
        act(tray, name, "tray_pauses").trigger()
    assert heard.args == [wish]


def test_pauses_past_the_end_of_the_shift_are_not_offered(tray: Tray) -> None:
    def offered() -> list[str]:
        pauses = tray.menu.findChildren(QMenu, "tray_pauses")[-1]  # those before it wait to be deleted
        return [one.objectName() for one in pauses.actions() if not one.isSeparator()]

    tray.update(today())  # half an hour is left
    assert offered() == ["pause-shift", "pause-day"]
    tray.update(replace(today(), shift=None, duty=False))
    assert offered() == ["pause-30", "pause-60", "pause-90", "pause-day"]


def test_the_keys_of_the_quick_bar_stand_beside_it(qtbot: QtBot, tray: Tray) -> None:
    tray.show_keys("Ctrl+Shift+Space")
    tray.update(today())
    quick = act(tray, "tray_quick")
    assert quick.shortcut().toString() == "Ctrl+Shift+Space"
    with qtbot.waitSignal(tray.wants.quick_bar):
        quick.trigger()


@pytest.mark.parametrize(
    ("name", "page"), [("tray_review", PageName.REVIEW), ("tray_settings", PageName.SETTINGS)]
)
def test_pages_are_opened_from_the_menu(qtbot: QtBot, tray: Tray, name: str, page: PageName) -> None:
    tray.update(today())
    with qtbot.waitSignal(tray.wants.open_page) as heard:
        act(tray, name).trigger()
    assert heard.args == [page]


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
    names = [one.objectName() for one in tray.menu.actions()]
    assert "tray_card" not in names
    assert names[-1] == "tray_quit"


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


def test_the_icon_fits_the_panel_that_is_seen(
    monkeypatch: pytest.MonkeyPatch, tray: Tray, look: Look
) -> None:
    monkeypatch.setattr("habitcoach.ui.tray.ground_is_dark", lambda _place: True)
    tray.update(today(CLEAR))
    icon = tray.findChild(QSystemTrayIcon, "tray")
    assert icon is not None
    expected = tray_pixmap(look.theme, TrayState.WAITING, 1, 32, on_dark=True)
    assert icon.icon().pixmap(32, 32).toImage() == expected.toImage()
