"""Better cues in words: the plan's own words for each, and why it may serve better."""

from collections.abc import Mapping
from datetime import time

from habitcoach.core.better_cues import CueProposal, CueReason
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Edge,
    Every,
    OncePer,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.suggestions import place_phrase
from habitcoach.texts.wall_time import time_text


def when_words(trigger: Trigger, follows: str = "") -> str:
    """Return the words of a plan that a trigger suggests: "When …"; "" where only the agent knows them.

    `follows` is the name of the habit that one comes after.
    """
    match trigger:
        case At():
            return tr("it is {times}", times=", ".join(time_text(one) for one in trigger.times))
        case AroundShift():
            return _around_shift(trigger)
        case After():
            return tr("I have done “{habit}”", habit=follows) if follows else ""
        case OncePer():
            return tr(_EDGES[trigger.per, trigger.which, trigger.edge])
        case Every():
            return ntr("another minute has passed", "another {n} minutes have passed", trigger.minutes)
        case _:
            return ""


def _around_shift(trigger: AroundShift) -> str:
    minutes = trigger.offset
    match trigger.anchor:
        case ShiftAnchor.START if minutes > 0:
            return ntr("I am {n} minute into my shift", "I am {n} minutes into my shift", minutes)
        case ShiftAnchor.END if minutes < 0:
            return ntr("my shift ends in {n} minute", "my shift ends in {n} minutes", -minutes)
        case ShiftAnchor.AFTER_BREAK if minutes > 0:
            one = "I am back from my break for {n} minute"
            return ntr(one, "I am back from my break for {n} minutes", minutes)
        case anchor:
            return tr(_MOMENTS[anchor])


_MOMENTS: Mapping[ShiftAnchor, str] = {
    ShiftAnchor.START: "my shift begins",
    ShiftAnchor.MIDDLE: "I am half-way through my shift",
    ShiftAnchor.AFTER_BREAK: "I come back from my break",
    ShiftAnchor.END: "my shift is over",
}
_EDGES: Mapping[tuple[Per, Which, Edge], str] = {
    (Per.WEEK, Which.FIRST, Edge.START): "my first shift of the week begins",
    (Per.WEEK, Which.FIRST, Edge.END): "my first shift of the week is about to end",
    (Per.WEEK, Which.LAST, Edge.START): "my last shift of the week begins",
    (Per.WEEK, Which.LAST, Edge.END): "my last shift of the week is about to end",
    (Per.MONTH, Which.FIRST, Edge.START): "my first shift of the month begins",
    (Per.MONTH, Which.FIRST, Edge.END): "my first shift of the month is about to end",
    (Per.MONTH, Which.LAST, Edge.START): "my last shift of the month begins",
    (Per.MONTH, Which.LAST, Edge.END): "my last shift of the month is about to end",
}


def proposal_reason(found: CueProposal) -> str:
    """Return why a slot may serve better, in one sentence."""
    params = dict(found.params)
    match found.reason:
        case CueReason.LOGGED_AROUND:
            params["clock"] = time_text(time.fromisoformat(str(params["clock"])))
            return tr("{n} of {of} times you did it around {clock}.", **params)
        case CueReason.AFTER_HABIT:
            return tr("{n} of {of} times you did it soon after “{habit}”.", **params)
        case CueReason.BEST_SLOT:
            params["place"] = place_phrase(str(params["place"]))
            return tr("At {place} it was done {n} of {of} times.", **params)
        case CueReason.FIXED_MOMENT:
            return tr("A moment that every shift has is easy to meet.")


def proposal_words(found: CueProposal) -> str:
    """Return the plan's words of a proposal."""
    return when_words(found.trigger, str(found.params.get("habit", "")))
