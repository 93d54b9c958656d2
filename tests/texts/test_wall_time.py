"""Times of day in sentences are written as the agent's country writes them."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from habitcoach.app.speaking import speak
from habitcoach.coaching.views import HoldView
from habitcoach.core.hold import HoldReason
from habitcoach.core.trigger import At
from habitcoach.texts.cue_proposals import when_words
from habitcoach.texts.holds import hold_phrase
from habitcoach.texts.wall_time import on_24_hours, time_text, write_times
from tests.support.habits import BERLIN, MONDAY, local


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication) -> Iterator[QApplication]:
    del qtbot
    before, direction = QLocale(), qapp.layoutDirection()
    yield qapp
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)
    write_times(on_24_hours)


def test_hours_are_24_before_the_system_was_asked() -> None:
    assert [time_text(time(16, 10)), time_text(time(0, 5))] == ["16:10", "00:05"]


@pytest.mark.parametrize(
    ("system", "written"),
    [("en_US", "4:10\N{NARROW NO-BREAK SPACE}PM"), ("en_GB", "16:10"), ("de_DE", "16:10"), ("C", "16:10")],
)
def test_sentences_follow_the_country(
    monkeypatch: pytest.MonkeyPatch, application: QApplication, system: str, written: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    speak(application, "en", {})
    assert time_text(time(16, 10)) == written
    assert when_words(At((time(16, 10),))) == f"it is {written}"
    until = local(MONDAY, "16:10").astimezone(BERLIN)
    phrase = hold_phrase(HoldView(HoldReason.PAUSED, until - timedelta(hours=1), until))
    assert phrase == f"Paused: cues wait until {written}."
