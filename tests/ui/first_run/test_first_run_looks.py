"""How the first run looks."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from habitcoach.coaching.deliveries import Surface
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRing
from tests.ui.first_run.first_run_parts import LOGGED, SAID, SENT, button, made, press, show


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
