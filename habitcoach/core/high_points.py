"""High points: how much was done in one shift, against the agent's own shift before. Product.md and ui.md."""

from datetime import timedelta
from fractions import Fraction

#: Two shifts are compared when the shorter has at least this share of the longer.
SIMILAR = Fraction(3, 4)


def similar(one: timedelta, other: timedelta) -> bool:
    """Whether two shifts are of similar length, so that what was done in them can be compared."""
    shorter, longer = sorted((one, other))
    return longer > timedelta(0) and Fraction(shorter // timedelta(seconds=1)) >= SIMILAR * (
        longer // timedelta(seconds=1)
    )
