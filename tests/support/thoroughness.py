"""How thoroughly properties are looked at: a part of the examples in the quick lane, all in the long one."""

import os

#: Set by `scripts/test --all`.
ALL = os.environ.get("HABITCOACH_TESTS") == "all"
_PART = 5
_LEAST = 10


def examples(number: int) -> int:
    """Return how many examples to try of so many."""
    return number if ALL else min(number, max(_LEAST, number // _PART))
