"""What a review suggests and why, in sentences that never blame."""

import re
from datetime import time

from habitcoach.core.suggesting import Advice, Reason, Suggestion
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.wall_time import time_text

_BREAK = re.compile(r"break(\d+)")
_CLOCK = re.compile(r"\d\d:\d\d")


def suggestion_phrase(suggestion: Suggestion) -> str:
    """Return what is suggested, in a few words."""
    words = {
        Suggestion.KEEP: tr("Keep it as it is"),
        Suggestion.CHANGE_CUE: tr("Try another cue"),
        Suggestion.MAKE_SMALLER: tr("Make it smaller"),
        Suggestion.CHANGE_REWARD: tr("Try another reward"),
        Suggestion.RETIRE: tr("Let it go"),
        Suggestion.GRADUATE: tr("Let it run by itself"),
        Suggestion.RAISE_GOAL: tr("Aim a little higher"),
    }
    return words[suggestion]


def advice_sentence(advice: Advice) -> str:
    """Return what is suggested and why."""
    what = suggestion_phrase(advice.suggestion)
    return tr("{what}. {why}", what=what, why=reason_sentence(advice))


def reason_sentence(advice: Advice) -> str:
    """Return why, in one sentence."""
    params = dict(advice.params)
    match advice.reason:
        case Reason.TOO_EARLY:
            return tr("It is too early to say; a few more will show how it goes.")
        case Reason.LATE:
            return tr("It is mostly logged {minutes} minutes after its cue.", **params)
        case Reason.ONE_SLOT:
            params["place"] = place_phrase(str(params["place"]))
            return tr("{missed} of {misses} misses were at one cue: {place}.", **params)
        case Reason.RUNS_BY_ITSELF:
            weeks = int(params["weeks"])
            return ntr(
                "It has run by itself for {n} week, without a cue.",
                "It has run by itself for {n} weeks, without a cue.",
                weeks,
            )
        case reason:
            return tr(_SENTENCES[reason], **params)


#: Of all other reasons.
_SENTENCES = {
    Reason.OFTEN_SKIPPED: "It was skipped {skipped} of {of} times, so its moment may not fit your day.",
    Reason.RARELY_KEPT: "In {reviews} reviews in a row it seldom fitted in. Something else may fit better.",
    Reason.NOT_WORTH_IT: "You found it not worth it, and it rarely fitted in.",
    Reason.FORGOT: "It slipped by; a cue that is harder to overlook may help.",
    Reason.WRONG_MOMENT: "Its cue comes at the wrong moment.",
    Reason.PUT_OFF: "{share} of 100 cues had to wait or were snoozed, so another moment may fit better.",
    Reason.SELDOM_KEPT: "It was kept {kept} of {due} times. Something smaller is easier to start.",
    Reason.TOOK_TOO_LONG: "It took too long. The same in two minutes counts too.",
    Reason.FEW_HITS: "{hits} of {of} so far, and the goal is {goal} of 100. A nearer goal is easier.",
    Reason.REWARD_PALE: "Twice in a row its reward did not feel worth it.",
    Reason.GOAL_REACHED: "The goal was reached in {reviews} reviews in a row, and it comes by itself.",
    Reason.WELL_KEPT: "It was kept {kept} of {due} times. It goes well.",
    Reason.NO_CAUSE: "It was kept {kept} of {due} times, with nothing in its way. Give it another week.",
}


def place_phrase(place: str) -> str:
    """Return where in the day a cue lies: "10:30", "shift start", "after break 2", "number 3"."""
    found_place = next((start for start in _PLACES if place.startswith(start)), None)
    if found_place is not None:
        return tr(_PLACES[found_place])
    found = _BREAK.match(place)
    if found is not None:
        return tr("after break {n}", n=found[1])
    before, hash_sign, number = place.partition("#")
    if hash_sign and before in {"", "after"}:
        return tr("number {n} of the shift", n=number)
    clock = _CLOCK.match(place)
    return place if clock is None else time_text(time.fromisoformat(clock[0]))


_PLACES = {
    "start": "shift start",
    "end": "shift end",
    "middle": "middle of the shift",
}
