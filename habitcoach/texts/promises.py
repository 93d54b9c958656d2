"""Promises in words."""

from datetime import datetime

from habitcoach.coaching.promise_habit import PromiseWords
from habitcoach.coaching.views import OffDuty, PromiseView
from habitcoach.core.habit import Plan
from habitcoach.core.promise import PromiseState
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.wall_time import time_text


def promise_words() -> PromiseWords:
    """Return the words of the built-in promise habit."""
    plan = Plan(
        when=tr("I promise a customer a time"),
        routine=tr("keep the promise, or re-time it before it is due"),
        reward=tr("off my mind"),
    )
    return PromiseWords(tr("Promises"), plan)


def promise_title(promise: PromiseView) -> str:
    """Return what was promised, "Call back 4711"."""
    return tr("Call back {ticket}", ticket=promise.ticket) if promise.ticket else tr("Call back")


def promised_for(time: str) -> str:
    """Return "Promised for 15:40"; the time is written as the agent's surface does."""
    return tr("Promised for {time}", time=time)


def kept_phrase(number: int) -> str:
    """Return "31 promises kept"."""
    return ntr("{n} promise kept", "{n} promises kept", number)


def state_word(promise: PromiseView) -> str:
    """Return how a promise stands, in a word or two."""
    words = {
        PromiseState.OPEN: tr("open"),
        PromiseState.KEPT: tr("promise kept"),
        PromiseState.KEPT_LATE: tr("kept late"),
        PromiseState.DROPPED: tr("dropped"),
    }
    return words[promise.state]


def off_duty_line(off: OffDuty) -> str:
    """Return "You are off at 10:00: hand over · choose 14:10"."""
    at = time_text(off.due_at)
    if off.instead is None:
        return tr("You are off at {time}: hand over, or choose another time", time=at)
    return tr("You are off at {time}: hand over · choose {instead}", time=at, instead=_near(off))


def _near(off: OffDuty) -> str:
    """Return the time to choose instead, with its day where that is another one."""
    instead: datetime | None = off.instead
    if instead is None:
        return ""
    if instead.date() == off.due_at.date():
        return time_text(instead)
    return tr("{day:%a} {time}", day=instead, time=time_text(instead))
