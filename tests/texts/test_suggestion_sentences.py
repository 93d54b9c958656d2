"""Every suggestion and reason has its words, and none of them blames or speaks our jargon."""

import re
import string

import pytest

from habitcoach.core.entry import SkipReason
from habitcoach.core.strength import Band
from habitcoach.core.suggesting import Advice, Reason, Rule, Suggestion
from habitcoach.texts.explanations import band_word, skip_word
from habitcoach.texts.suggestions import place_phrase, reason_sentence, suggestion_phrase

PARAMS: dict[str, int | str] = {
    "due": 10,
    "kept": 7,
    "percent": 70,
    "skipped": 4,
    "of": 9,
    "weeks": 4,
    "reviews": 3,
    "minutes": 44,
    "share": 66,
    "place": "10:30",
    "missed": 2,
    "misses": 3,
    "hits": 3,
    "goal": 80,
}
#: Words of ours that are never shown, and words that blame.
UNFIT = re.compile(
    r"neutral|period|version|occasion|slot|prompt|consisten|automatic|stage|band|spare|fail|lazy|should|!",
    re.IGNORECASE,
)


def sentence(reason: Reason, **params: int | str) -> str:
    return reason_sentence(Advice(Suggestion.KEEP, Rule.NOTHING_AMISS, reason, PARAMS | params))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_plain_sentence(reason: Reason) -> None:
    found = sentence(reason)
    assert found[0] in string.ascii_uppercase + string.digits
    assert found.endswith((".", "?"))
    assert "{" not in found
    assert not UNFIT.search(found)


@pytest.mark.parametrize("suggestion", Suggestion)
def test_every_suggestion_has_words(suggestion: Suggestion) -> None:
    assert not UNFIT.search(suggestion_phrase(suggestion))


def test_words_of_one_suggestion_are_not_those_of_another() -> None:
    assert len({suggestion_phrase(one) for one in Suggestion}) == len(Suggestion)
    assert len({sentence(one) for one in Reason}) == len(Reason)


def test_reasons_tell_their_numbers() -> None:
    assert sentence(Reason.OFTEN_SKIPPED).startswith("It was skipped 4 of 9 times")
    assert sentence(Reason.ONE_SLOT, place="start+5") == "2 of 3 misses were at one cue: shift start."
    assert sentence(Reason.RUNS_BY_ITSELF, weeks=1) == "It has run by itself for 1 week, without a cue."
    assert "4 weeks" in sentence(Reason.RUNS_BY_ITSELF)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("10:30", "10:30"),
        ("08:00+1", "08:00"),
        ("start+5", "shift start"),
        ("end-20", "shift end"),
        ("middle+0", "middle of the shift"),
        ("break2+5", "after break 2"),
        ("#3", "number 3 of the shift"),
        ("after#1", "number 1 of the shift"),
    ],
)
def test_places_in_the_day(place: str, words: str) -> None:
    assert place_phrase(place) == words


def test_every_skip_and_strength_has_a_word() -> None:
    assert all(skip_word(one) for one in SkipReason)
    assert skip_word(SkipReason.SICK) == "sick"
    assert len({band_word(one) for one in Band}) == len(Band)
