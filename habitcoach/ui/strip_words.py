"""What the strips on Today say: headline and line out of a view."""

from PySide6.QtCore import QLocale

from habitcoach.coaching.day_facts import CoveredMiss
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import HoldView, OccasionState, RestView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import date_span_text, minutes_between, number_text, time_text
from habitcoach.ui.waiting import Waiting, state_of


def call_texts(view: TodayView, hold: HoldView) -> tuple[str, str]:
    """Return how long the call lasts, and what waits for its end."""
    minutes = max(0, minutes_between(hold.since, view.now))
    of: list[Waiting] = [*view.occasions, *view.promises]
    held = sum(state_of(one) is OccasionState.HELD for one in of)
    waits = ntr("{n} cue held.", "{n} cues held.", held) if held else tr("No cue is held yet.")
    lasts = tr("On a call, {minutes} min", minutes=number_text(minutes)) if minutes else tr("On a call")
    return lasts, tr("{held} Promises still show.", held=waits)


def pause_texts(hold: HoldView) -> tuple[str, str]:
    """Return until when cues are paused."""
    return tr("Paused until {time}", time=time_text(hold.until)), tr("Cues wait, streaks are safe.")


def presence_texts(hold: HoldView) -> tuple[str, str]:
    """Return why cues wait of themselves: nobody is there, somebody talks, or the screen is full."""
    if hold.reason is HoldReason.AWAY:
        return tr("Cues wait while you are away"), tr("They come together when you are back.")
    if hold.reason is HoldReason.MICROPHONE:
        return tr("Cues wait while the microphone is in use"), tr("They come together when it is free.")
    return tr("Cues wait in full screen"), tr("They come together when you leave it.")


def full_screen_texts() -> tuple[str, str]:
    """Return the question that is asked once, after an hour of full screen."""
    return (
        tr("An hour of full screen: cues came again"),
        tr("Do you always work like this? Then they need not wait for it."),
    )


def until_text(hold: HoldView) -> str:
    """Return until when cues wait at the latest."""
    if hold.reason is HoldReason.AWAY:
        return tr("Until you are back")
    if hold.reason is HoldReason.FULL_SCREEN:
        return tr("Until you leave full screen")
    if hold.reason is HoldReason.MICROPHONE:
        return tr("Until the microphone is free")
    if hold.reason is HoldReason.BREAK:
        return tr("Until {time}", time=time_text(hold.until))
    return tr("Until {time} at the latest", time=time_text(hold.until))


def covered_texts(one: CoveredMiss) -> tuple[str, str]:
    """Return what was missed, and that the streak stays."""
    stays = tr(
        "{habit}: one miss is covered; the streak stays {n}.", habit=one.habit, n=number_text(one.streak)
    )
    if one.first == one.last:
        day = QLocale().dayName(one.first.isoweekday())
        return tr("{day} was missed", day=day), stays
    return tr("{span} was missed", span=date_span_text(one.first, one.last)), stays


def rest_texts(one: RestView) -> tuple[str, str]:
    """Return which habit rests."""
    return tr("Resting: {habit}", habit=one.habit), tr("It went by for a while. That is fine.")
