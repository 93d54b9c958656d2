"""Strength: consistency and automaticity put together, and its word. Algorithms.md, section 6."""

from enum import StrEnum
from math import sqrt

from habitcoach.core.automaticity import HIGHEST, LOWEST, Curve


class Band(StrEnum):
    """The word shown for a strength."""

    NEW = "new"
    GROWING = "growing"
    SETTLING = "settling"
    SECOND_NATURE = "second_nature"


_BANDS = ((75.0, Band.SECOND_NATURE), (50.0, Band.SETTLING), (25.0, Band.GROWING))


def least_of(band: Band) -> float:
    """Return the strength from which a band holds."""
    return next((least for least, one in _BANDS if one is band), 0.0)


def strength(consistency: float, curve: Curve, kept: int) -> float:
    """Return S = 100·√(C·Â), 0 … 100, with Â the curve's share after so many kept periods."""
    share = (curve.at(kept) - LOWEST) / (HIGHEST - LOWEST)
    return 100 * sqrt(consistency * share)


def band_of(value: float) -> Band:
    """Return the word for a strength."""
    return next((band for least, band in _BANDS if value >= least), Band.NEW)
