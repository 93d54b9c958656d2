"""What is seen of the agent reaches the holds at once, and a choice about it too."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.app.attempts import Attempts
from habitcoach.app.presence_desk import PresenceDesk, system_presence
from habitcoach.bus import SessionBus
from habitcoach.coaching.presence_holds import AWAY_MINUTES, HOLD_MICROPHONE
from habitcoach.ports import Seen
from tests.app.conftest import clear
from tests.support.fake_presence import FakePresence
from tests.support.workplace import Workplace


class Around:
    """A workplace whose agent is seen."""

    def __init__(self, folder: Path) -> None:
        self.place = Workplace(folder).start()
        self.presence = FakePresence()
        self.attempts = Attempts()
        self.changes = 0
        self.desk = PresenceDesk(self.place.coach, self.attempts, self.presence, self._changed)

    @property
    def reason(self) -> str | None:
        hold = self.place.coach.today().hold
        return None if hold is None else hold.reason.value

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
def around(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Around]:
    clear(qapp)
    # A window of a test before may have had the keyboard; what is ours would fill the screen.
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is None)
    made = Around(tmp_path)
    yield made
    made.attempts.finish()
    made.place.close()


def test_every_reading_is_heeded_and_only_a_change_is_told(around: Around) -> None:
    for seen, reason, changes in (
        (Seen(), None, 0),
        (Seen(locked=True), "away", 1),
        (Seen(locked=True, idle=timedelta(hours=1)), "away", 1),
        (Seen(locked=False), None, 2),
        (Seen(full_screen=True), "full_screen", 3),
    ):
        around.presence.say(seen)
        assert (around.reason, around.changes) == (reason, changes)


def test_a_choice_is_obeyed_without_a_new_reading(around: Around) -> None:
    around.presence.say(Seen(idle=timedelta(minutes=4)))
    assert around.reason is None
    around.place.coach.settings.choose("sound", "soft")
    around.place.coach.settings.choose(AWAY_MINUTES, "2")
    assert around.reason == "away"


def test_the_microphone_is_looked_at_only_for_who_asks_for_it(around: Around) -> None:
    around.presence.say(Seen())
    assert not around.presence.watches_microphone
    for choice, watched in (("on", True), ("off", False)):
        around.place.coach.settings.choose(HOLD_MICROPHONE, choice)
        assert around.presence.watches_microphone is watched


def test_what_fills_the_screen_may_be_ours(qtbot: QtBot, around: Around) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    around.presence.say(Seen(full_screen=True))
    assert around.reason is None


def test_a_display_that_is_none_of_x_says_nothing(qapp: QApplication) -> None:
    bus = SessionBus([])
    presence = system_presence(qapp, bus, bus, {"DISPLAY": ":0"})
    presence.read()
    assert presence.seen() == Seen()
    bus.close()
