"""The window of the first run: what it shows, what it tells, and how the keyboard goes through it."""

from dataclasses import replace
from datetime import datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.first_run import FirstCueView, FirstRunView
from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.shift_choices import named
from habitcoach.core.habit import Plan
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.library import load_library
from habitcoach.ui.first_run.cue_sketch import Sketch
from habitcoach.ui.first_run.cue_step import Desktop
from habitcoach.ui.first_run.first_run_window import FirstRunWindow
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRing

SHIFTS = {
    "Early": ShiftPattern(time(8), time(16, 30)),
    "Late": ShiftPattern(time(13), time(21, 30)),
    "Night": ShiftPattern(time(22), time(6)),
}
OFFERED = tuple(named(name, pattern) for name, pattern in SHIFTS.items())
WEEKS = WeekPattern(SHIFTS, (("Early",) * 5 + (None, None), ("Late",) * 5 + (None, None)))
PLAN = Plan("I start with HabitCoach", "Take one slow breath", "Let it go")
LIBRARY = load_library()
NINE_TWELVE = datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("Europe/Berlin"))
FRESH = FirstRunView(
    step=1,
    channels=(),
    shifts={},
    today=None,
    chosen=False,
    rotates=False,
    pattern=None,
    picked=(),
    own=(),
    surface=Surface.AUTOMATIC,
    cue=None,
)
SAID = replace(
    FRESH,
    channels=(Channel.EMAIL, Channel.CHAT),
    today=OFFERED[0],
    chosen=True,
    rotates=True,
    pattern=WEEKS,
)
SENT = FirstCueView(1, "2026-11-23/first", NINE_TWELVE, None, waits=True)
LOGGED = replace(SENT, done_at=NINE_TWELVE, waits=False)


def made(qtbot: QtBot, look: Look, view: FirstRunView, *, cards: bool = True) -> FirstRunWindow:
    window = FirstRunWindow(look, LIBRARY, PLAN, cards=cards)
    qtbot.addWidget(window)
    show(window, view)
    window.bring_up()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


def show(window: FirstRunWindow, view: FirstRunView, *, may_open: bool = True, tray: bool = True) -> None:
    window.show_view(view, OFFERED, Desktop(tray=tray, settings=may_open))
    QApplication.processEvents()


def button(window: QWidget, name: str) -> QAbstractButton:
    (found,) = (one for one in window.findChildren(QAbstractButton, name) if one.isVisible())
    return found


def is_there(window: QWidget, name: str) -> bool:
    return any(one.isVisible() for one in window.findChildren(QWidget, name))


def line(window: QWidget, name: str) -> str:
    (found,) = (one for one in window.findChildren(QLabel, name) if one.isVisible())
    return found.text()


def drawn(window: FirstRunWindow) -> Sketch:
    return window.cue.sketch.shown


def focused() -> str:
    found = QApplication.focusWidget()
    return "" if found is None else found.objectName()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


# ---- step 1


def test_before_anything_is_said_nothing_is_chosen(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    assert line(window, "step_words") == "Step 1 of 3"
    names = ("channel-email", "channel-chat", "channel-phone", "shift-Early", "shift-other", "shifts_rotate")
    assert not any(button(window, name).isChecked() for name in names)
    assert not is_there(window, "roster_grid")
    assert not is_there(window, "own_start")


def test_until_then_the_hours_are_said(qtbot: QtBot, look: Look) -> None:
    usual = WeekPattern({"": ShiftPattern(time(9), time(17))}, (("",) * 5 + (None, None),))
    window = made(qtbot, look, replace(FRESH, pattern=usual))
    assert line(window, "until_then") == "Until you say so: Monday to Friday, 09:00 to 17:00."
    show(window, SAID)
    assert not is_there(window, "until_then")


def test_what_was_said_is_shown(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    checked = [one.objectName() for one in window.findChildren(QAbstractButton) if one.isChecked()]
    assert {"channel-email", "channel-chat", "shift-Early", "shifts_rotate"} <= set(checked)
    assert "shift-Late" not in checked
    assert is_there(window, "roster_grid")
    assert button(window, "shift-Early").accessibleDescription() == "08:00 to 16:30"


def test_each_press_is_told(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    with qtbot.waitSignal(window.shifts.channels_chosen) as told:
        QTest.mouseClick(button(window, "channel-phone"), Qt.MouseButton.LeftButton)
    assert told.args == ["email,chat,phone"]
    with qtbot.waitSignal(window.shifts.shift_chosen) as told:
        QTest.mouseClick(button(window, "shift-Night"), Qt.MouseButton.LeftButton)
    assert told.args == ["Night"]
    with qtbot.waitSignal(window.shifts.rotating) as told:
        QTest.mouseClick(button(window, "shifts_rotate"), Qt.MouseButton.LeftButton)
    assert told.args == [False]
    with qtbot.waitSignal(window.shifts.pattern_changed):
        QTest.mouseClick(button(window, "day-2-2"), Qt.MouseButton.LeftButton)
    for name, signal in (("open_planner", "planner_wanted"), ("open_file", "file_wanted")):
        with qtbot.waitSignal(getattr(window.shifts, signal)):
            QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_other_hours_are_typed_where_other_is_chosen(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    with qtbot.waitSignal(window.shifts.hours_typed) as told:
        QTest.mouseClick(button(window, "shift-other"), Qt.MouseButton.LeftButton)
    assert told.args == [time(9), time(17)]
    own = named("", ShiftPattern(time(10), time(18)))
    show(window, replace(FRESH, today=own, chosen=True))
    assert button(window, "shift-other").isChecked()
    (start,) = window.findChildren(QTimeEdit, "own_start")
    assert start.time().hour() == 10
    with qtbot.waitSignal(window.shifts.hours_typed) as told:
        start.stepBy(1)
    assert told.args == [time(11), time(18)]


def test_equal_times_say_nothing(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(FRESH, today=named("", ShiftPattern(time(17), time(18))), chosen=True))
    (start,) = window.findChildren(QTimeEdit, "own_start")
    with qtbot.assertNotEmitted(window.shifts.hours_typed):
        start.stepBy(1)


def test_a_pattern_too_long_for_the_grid_is_said(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, pattern=None))
    assert not is_there(window, "roster_grid")


def test_shifts_of_a_planner_take_the_places_of_the_usual_ones(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    theirs = (named("Frühdienst", ShiftPattern(time(7), time(15))),)
    window.show_view(replace(SAID, today=theirs[0]), theirs, Desktop())
    QApplication.processEvents()
    assert button(window, "shift-Frühdienst").isChecked()
    assert not is_there(window, "shift-Early")


# ---- step 2


def test_starters_are_those_of_the_channels(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=2))
    assert line(window, "step_line").startswith("For e-mail and chat.")
    assert is_there(window, "pick-name_and_signoff")
    assert not is_there(window, "pick-name_aloud")
    show(window, replace(SAID, step=2, channels=(Channel.PHONE,)))
    assert is_there(window, "pick-name_aloud")
    assert not is_there(window, "pick-name_and_signoff")


@pytest.mark.parametrize(
    ("count", "note"),
    [(0, "The rest wait"), (2, "The rest wait"), (3, "Three are plenty."), (4, "That is a lot")],
)
def test_a_fourth_tick_gets_a_short_note(qtbot: QtBot, look: Look, count: int, note: str) -> None:
    window = made(qtbot, look, replace(SAID, step=2))
    tiles = ["shift_start_reset", "name_and_signoff", "empathy_first", "one_thank_you"]
    told: list[tuple[str, bool]] = []
    window.starters.picked.connect(lambda name, on: told.append((name, on)))
    for name in tiles[:count]:
        QTest.mouseClick(button(window, f"pick-{name}"), Qt.MouseButton.LeftButton)
    assert told == [(name, True) for name in tiles[:count]]
    show(window, replace(SAID, step=2, picked=tuple(tiles[:count])))
    assert line(window, "starter_note").startswith(note)
    assert line(window, "picked_count") == (f"{count} picked" if count else "None picked yet")


def test_a_habit_of_my_own_counts(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=2, own=("Stand <b>up</b>",)))
    assert line(window, "picked_count") == "1 picked: “Stand <b>up</b>” is yours"


# ---- step 3


def test_a_cue_is_sent_and_answered_here_or_there(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    assert not is_there(window, "done_here")
    with qtbot.waitSignal(window.cue.cue_wanted):
        QTest.mouseClick(button(window, "send_cue"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=3, cue=SENT))
    assert line(window, "sent_line") == "Sent at 09:12. Press Done where it came, or here."
    assert focused() == "done_here"
    with qtbot.waitSignal(window.cue.answered):
        press(Qt.Key.Key_D)
    show(window, replace(SAID, step=3, cue=LOGGED))
    assert line(window, "step_title") == "That was your first log"
    assert window.cue.sketch.shown is Sketch.REWARD
    assert focused() == "start_shift"


def test_d_answers_nothing_where_nothing_waits(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    with qtbot.assertNotEmitted(window.cue.answered):
        press(Qt.Key.Key_D)


def test_the_surface_is_told_and_drawn(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    assert drawn(window) is Sketch.CARD
    with qtbot.waitSignal(window.cue.surface_chosen) as told:
        QTest.mouseClick(button(window, "surface-tray"), Qt.MouseButton.LeftButton)
    assert told.args == ["tray"]
    show(window, replace(SAID, step=3, surface=Surface.TRAY))
    assert drawn(window) is Sketch.TRAY


def test_where_cards_do_not_come_uncalled_none_is_offered(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3), cards=False)
    assert not is_there(window, "surface-card")
    assert is_there(window, "surface-tray")


@pytest.mark.parametrize(("answer", "helped"), [("both", False), ("card", True), ("neither", True)])
def test_what_did_not_arrive_leads_to_the_systems_settings(
    qtbot: QtBot, look: Look, answer: str, helped: bool
) -> None:
    window = made(qtbot, look, replace(SAID, step=3, cue=LOGGED))
    assert line(window, "arrived_line").startswith("Sent at 09:12. If a notification is missing")
    QTest.mouseClick(button(window, f"arrived-{answer}"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=3, cue=LOGGED))
    assert is_there(window, "open_notification_settings") is helped
    if helped:
        assert not line(window, "arrived_line").startswith("Sent")
        with qtbot.waitSignal(window.cue.settings_wanted):
            QTest.mouseClick(button(window, "open_notification_settings"), Qt.MouseButton.LeftButton)


def test_settings_that_are_not_known_are_not_offered(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3, cue=LOGGED))
    show(window, replace(SAID, step=3, cue=LOGGED), may_open=False)
    QTest.mouseClick(button(window, "arrived-neither"), Qt.MouseButton.LeftButton)
    assert not is_there(window, "open_notification_settings")


def test_the_last_words_name_the_place_it_stays(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3, cue=LOGGED))
    assert line(window, "stays_line") == "Closing the window leaves HabitCoach in the tray."
    show(window, replace(SAID, step=3, cue=LOGGED), tray=False)
    assert line(window, "stays_line") == "Closing the window leaves HabitCoach in the dock."


def test_a_new_step_shows_where_the_keyboard_is(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    for step in (2, 3):
        show(window, replace(SAID, step=step))
        assert [one.isVisible() for one in window.findChildren(QWidget, "focus_ring")] == [True]


def test_a_quiet_surface_has_nothing_to_arrive(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3, cue=LOGGED, surface=Surface.CARD))
    assert not is_there(window, "arrived")


def test_the_key_for_the_quick_bar_is_shown_and_its_fault_said(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3, cue=LOGGED))
    window.cue.key.show_key("Ctrl+Shift+Space")
    assert button(window, "quick_key").text() == "Ctrl Shift Space"
    window.cue.key.say("Taken.")
    assert line(window, "quick_key_line") == "Taken."
    window.cue.key.say("")
    assert line(window, "quick_key_line") == "Works in any window"


# ---- the way through


def test_the_way_on_and_back(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    wanted: list[int] = []
    window.step_wanted.connect(wanted.append)
    QTest.mouseClick(button(window, "continue"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=2))
    QTest.mouseClick(button(window, "continue"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(window, "back"), Qt.MouseButton.LeftButton)
    show(window, replace(SAID, step=3))
    QTest.mouseClick(button(window, "back"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.starters.write_own):
        show(window, replace(SAID, step=2))
        QTest.mouseClick(button(window, "write_own"), Qt.MouseButton.LeftButton)
    assert wanted == [2, 3, 1, 2]


def test_ctrl_enter_goes_on_from_anywhere(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    with qtbot.waitSignal(window.step_wanted) as told:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]


@pytest.mark.parametrize("way", ["start", "escape", "close"])
def test_each_end_is_an_end(qtbot: QtBot, look: Look, way: str) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    with qtbot.waitSignal(window.ended):
        if way == "start":
            QTest.mouseClick(button(window, "start_shift"), Qt.MouseButton.LeftButton)
        elif way == "escape":
            press(Qt.Key.Key_Escape)
        else:
            window.close()


def stops() -> list[str]:
    """Return what Tab goes to, once round."""
    found = [focused()]
    while True:
        press(Qt.Key.Key_Tab)
        if focused() in found or len(found) > 40:
            return found
        found.append(focused())


def test_tab_goes_through_step_1_in_the_order_it_is_read(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    assert window.isActiveWindow()
    assert stops() == [
        "channel-email",
        "channel-chat",
        "channel-phone",
        "shift-Early",
        "shifts_rotate",
        "open_planner",
        "day-1-1",
        "add_week",
        "remove_week",
        "this_week",
        "open_file",
        "continue",
    ]


def test_tab_goes_through_step_2(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=2))
    assert window.isActiveWindow()
    found = stops()
    assert found[0] == "pick-shift_start_reset"
    assert found[-3:] == ["write_own", "back", "continue"]
    assert len(found) == 6 + 3


def test_tab_goes_through_step_3(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=3))
    assert stops() == ["surface-automatic", "send_cue", "back", "start_shift"]
    press(Qt.Key.Key_Tab)
    show(window, replace(SAID, step=3, cue=LOGGED))
    found = stops()
    assert found[0] == "start_shift"
    assert {"arrived-both", "quick_key", "back"} <= set(found)


def test_arrow_keys_walk_the_shifts_and_space_chooses(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, FRESH)
    button(window, "shift-Early").setFocus()
    press(Qt.Key.Key_Right)
    assert focused() == "shift-Late"
    with qtbot.waitSignal(window.shifts.shift_chosen) as told:
        press(Qt.Key.Key_Space)
    assert told.args == ["Late"]


# ---- how it looks


def test_it_has_the_size_of_the_tokens(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, SAID)
    assert window.size() == look.theme.size_of("dialog_onboarding")
    assert window.shifts.title.property("textStyle") == "own_step"
    assert button(window, "continue").height() == look.theme.size("button_large")


def test_only_who_goes_on_by_keyboard_is_shown_a_ring(qtbot: QtBot, look: Look) -> None:
    for key, rings in ((None, 0), (Qt.Key.Key_Tab, 1)):
        window = made(qtbot, look, replace(SAID, step=1))
        if key is not None:
            press(key)
        show(window, replace(SAID, step=2))
        shown = [one for one in window.starters.findChildren(FocusRing) if one.isVisible()]
        assert len(shown) == rings, key
        window.close()


def test_every_target_is_large_enough(qtbot: QtBot, look: Look) -> None:
    for step, cue in ((1, None), (2, None), (3, SENT), (3, LOGGED)):
        window = made(qtbot, look, replace(SAID, step=step, cue=cue))
        QApplication.processEvents()  # a layout in a layout is laid out in turns
        for one in window.findChildren(QAbstractButton):
            if one.isVisible() and one.window() is window:
                assert one.height() >= look.theme.size("hit_min"), one.objectName()
                assert one.accessibleName() or one.text(), one.objectName()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("rtl", [False, True])
def test_it_is_drawn_in_every_state(qtbot: QtBot, look: Look, mode: str, rtl: bool) -> None:
    look.set_mode(mode)
    window = made(qtbot, look, SAID)
    if rtl:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pictures = []
    for step, cue, surface in (
        (1, None, Surface.AUTOMATIC),
        (2, None, Surface.AUTOMATIC),
        (3, None, Surface.AUTOMATIC),
        (3, SENT, Surface.TRAY),
        (3, LOGGED, Surface.AUTOMATIC),
    ):
        show(window, replace(SAID, step=step, cue=cue, surface=surface, picked=("one_thank_you",)))
        pictures.append(window.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_a_look_at_a_larger_text_cuts_no_button(qtbot: QtBot, look: Look) -> None:
    look.set_text_scale(1.15)
    try:
        window = made(qtbot, look, SAID)
        for one in window.findChildren(QAbstractButton):
            if one.isVisible() and one.objectName().startswith(("channel", "shift-")):
                assert one.width() >= one.sizeHint().width(), one.objectName()
    finally:
        look.set_text_scale(1.0)
