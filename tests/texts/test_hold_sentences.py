"""Why cues wait, as commands say it."""

from datetime import timedelta

import pytest

from habitcoach.coaching.views import HoldView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.holds import hold_phrase
from tests.support.habits import BERLIN, MONDAY, local


@pytest.mark.parametrize(
    ("reason", "phrase"),
    [
        (HoldReason.PAUSED, "Paused: cues wait until 10:00."),
        (HoldReason.BREAK, "On a break: cues wait until 10:00."),
        (HoldReason.AWAY, "Away: cues wait until you are back."),
        (HoldReason.FULL_SCREEN, "Full screen: cues wait until you leave it."),
        (HoldReason.MICROPHONE, "Microphone in use: cues wait until it is free."),
    ],
)
def test_a_hold_says_until_when(reason: HoldReason, phrase: str) -> None:
    since = local(MONDAY, "09:00")
    zoned = [one.astimezone(BERLIN) for one in (since, since + timedelta(hours=1))]
    assert hold_phrase(HoldView(reason, zoned[0], zoned[1])) == phrase
