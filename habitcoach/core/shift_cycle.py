"""Finding the cycle in which shifts repeat."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

#: A day that says nothing about the pattern, such as a holiday.
UNKNOWN: Final = object()

_LONGEST = 84  # twelve weeks
_LEAST = 14  # days that must be seen, so that five days in a row are no "every day"
_EXCEPTIONS = 10  # with exceptions, at most one day in ten …
_ROUNDS = 3  # … of three rounds or more may be one


def find_cycle(days: Sequence[object], *, exceptions: bool) -> int | None:
    """Return the length in days of the cycle in which values repeat, None when there is none.

    `days` has a comparable value for each day in a row, None for a day off. Whole weeks are tried first, then
    any length, the shortest first, up to 84 days. Every place of the cycle must be seen twice, alike each
    time; days off after the last value count as seen where the cycle has them. With `exceptions`, one day in
    ten may differ, if two rounds somewhere hold none.
    """
    fits = _mostly_repeats if exceptions else _repeats
    return next((length for length in _lengths() if fits(days, length)), None)


def _lengths() -> Iterator[int]:
    yield from range(7, _LONGEST + 1, 7)
    yield from (length for length in range(1, _LONGEST) if length % 7)


def _repeats(days: Sequence[object], length: int) -> bool:
    unseen = max(0, max(2 * length, _LEAST) - len(days))
    if unseen > (length - 1 if length % 7 == 0 else length // 2):
        return False
    seen = [*days, *[None] * unseen]
    for phase in range(length):
        known = [day for day in seen[phase::length] if day is not UNKNOWN]
        if len(known) < 2 or any(day != known[0] for day in known):
            return False
    return True


def _mostly_repeats(days: Sequence[object], length: int) -> bool:
    if len(days) < max(_ROUNDS * length, 2 * _LEAST):
        return False
    usual = []
    for phase in range(length):
        known = Counter(day for day in days[phase::length] if day is not UNKNOWN)
        value, count = known.most_common(1)[0] if known else (None, 0)
        if count < 2:
            return False
        usual.append(value)
    differing = [
        number for number, day in enumerate(days) if day is not UNKNOWN and day != usual[number % length]
    ]
    edges = [-1, *differing, len(days)]
    calm = max(later - earlier - 1 for earlier, later in pairwise(edges))
    return len(differing) * _EXCEPTIONS <= len(days) and calm >= 2 * length
