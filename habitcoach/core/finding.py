"""Finding names by a few letters of them."""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

_ACCENT = "Mn"


class Nearness(IntEnum):
    """Where in a name the letters stand; the smaller, the likelier it is meant."""

    START = 0
    WORD = 1  #: at the start of another word
    WITHIN = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Letters found in a name."""

    nearness: Nearness
    start: int  #: of the first character of the name that is meant
    end: int  #: after the last one


def match_in(name: str, typed: str) -> Match | None:
    """Return where letters stand in a name, best place first; None where they do not, or there are none.

    Neither case nor accents matter: "ecole" is in "École", "strasse" in "Straße".
    """
    folded, places = _folded(name)
    wanted = "".join(_folded(" ".join(typed.split()))[0])
    text = "".join(folded)
    best: Match | None = None
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        start, last = places[at], places[at + len(wanted) - 1]
        nearness = _nearness(text, at)
        if best is None or nearness < best.nearness:
            best = Match(nearness, start, _with_accents(name, last + 1))
        at = text.find(wanted, at + 1)
    return best


def _nearness(text: str, at: int) -> Nearness:
    if at == 0:
        return Nearness.START
    return Nearness.WITHIN if text[at - 1].isalnum() else Nearness.WORD


def _folded(text: str) -> tuple[list[str], list[int]]:
    """Return the letters by which a text is found, and for each where in the text it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, one in enumerate(text):
        for letter in unicodedata.normalize("NFD", unicodedata.normalize("NFD", one).casefold()):
            if unicodedata.category(letter) != _ACCENT:
                letters.append(letter)
                places.append(place)
    return letters, places


def _with_accents(name: str, end: int) -> int:
    """Return the end of a match, behind the accents that stand on its last letter."""
    while end < len(name) and unicodedata.category(name[end]) == _ACCENT:
        end += 1
    return end
