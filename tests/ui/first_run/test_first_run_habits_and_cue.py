"""The second and third step of the first run: habits, and the first cue."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.preferences import Channel
from habitcoach.ui.first_run.cue_sketch import Sketch
from habitcoach.ui.first_run.first_run_window import FirstRunWindow
from habitcoach.ui.look import Look
from tests.ui.first_run.first_run_parts import (
    LOGGED,
    SAID,
    SENT,
    button,
    focused,
    is_there,
    line,
    made,
    press,
    show,
)


def drawn(window: FirstRunWindow) -> Sketch:
    return window.cue.sketch.shown


def test_starters_are_those_of_the_channels(qtbot: QtBot, look: Look) -> None:
    window = made(qtbot, look, replace(SAID, step=2))
    assert line(window, "step_line").startswith("For e-mail and chat.")
    assert is_there(window, "pick-name_and_signoff")
    assert not is_there(window, "pick-name_aloud")
    show(window, replace(SAID, step=2, channels=(Channel.PHONE,)))
    assert is_there(window, "pick-name_aloud")
    assert not is_there(window, "pick-name_and_signoff")


def test_what_is_ticked_stays_to_be_unticked_when_the_channels_change(qtbot: QtBot, look: Look) -> None:
    phone = replace(SAID, step=2, channels=(Channel.PHONE,), picked=("name_aloud",))
    window = made(qtbot, look, phone)
    written = replace(phone, channels=(Channel.EMAIL,))
    show(window, written)
    assert button(window, "pick-name_aloud").isChecked()
    assert line(window, "picked_count") == "1 picked"
    button(window, "pick-name_aloud").setFocus()
    show(window, replace(written, picked=()))
    assert focused() == "pick-name_aloud"
    assert not button(window, "pick-name_aloud").isChecked()
    show(window, replace(written, channels=(Channel.CHAT,), picked=()))
    assert not is_there(window, "pick-name_aloud")


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
    press(Qt.Key.Key_Tab)
    for step in (2, 3):
        show(window, replace(SAID, step=step))
        assert sum(one.isVisible() for one in window.findChildren(QWidget, "focus_ring")) == 1


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
