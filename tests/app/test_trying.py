"""Trying a cue from the editor."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.app.trying import Trying
from habitcoach.coaching.drafting import Typed
from habitcoach.ports import Delivery
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from tests.support.fake_notifier import FakeNotifier

TYPED = Typed("Smile", "the phone rings", "smile first", "a sip", trigger={"kind": "manual"})


@pytest.mark.parametrize(
    ("delivery", "said"),
    [
        (Delivery("dbus", buttons=True), ""),
        (
            Delivery("none", buttons=False, problem="no_bus"),
            "This desktop has no message bus, so cues come as cards.",
        ),
        (Delivery("none", buttons=False), "This desktop shows no notifications, so cues come as cards."),
    ],
)
def test_a_cue_is_shown_as_it_would_come(qtbot: QtBot, delivery: Delivery, said: str) -> None:
    window = MainWindow(Look("light", reduced_motion=True))
    qtbot.addWidget(window)
    notifier = FakeNotifier()
    notifier.delivery = delivery
    trying = Trying(window, notifier, lambda notice: replace(notice, sound=True))
    window.editing.try_wanted.emit(TYPED)
    (notice,) = notifier.notices
    assert (notice.title, notice.sound, notice.actions) == ("Smile, to try", True, ())
    assert notice.body == "When the phone rings: smile first. Then: a sip"
    strip = window.findChild(QWidget, "notice_strip")
    assert strip is not None
    assert strip.accessibleName() == said
    del trying
