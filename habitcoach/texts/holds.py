"""Why cues wait, in words."""

from habitcoach.coaching.views import HoldView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.texts.wall_time import time_text


def hold_phrase(hold: HoldView) -> str:
    """Return "On a call: cues wait until 11:30 at the latest"."""
    until = time_text(hold.until)
    if hold.reason is HoldReason.CALL:
        return tr("On a call: cues wait until {until} at the latest.", until=until)
    if hold.reason is HoldReason.BREAK:
        return tr("On a break: cues wait until {until}.", until=until)
    if hold.reason is HoldReason.AWAY:
        return tr("Away: cues wait until you are back.")
    if hold.reason is HoldReason.FULL_SCREEN:
        return tr("Full screen: cues wait until you leave it.")
    if hold.reason is HoldReason.MICROPHONE:
        return tr("Microphone in use: cues wait until it is free.")
    return tr("Paused: cues wait until {until}.", until=until)
