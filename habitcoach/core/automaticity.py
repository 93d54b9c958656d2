"""Automaticity: the agent's own 1–7 answers and the curve fitted through them. Algorithms.md, section 6."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

#: The prior curve: plateau 6, starting 4 below it, 95 % of it after 66 kept periods (Lally 2010).
PRIOR_PLATEAU = 6.0
PRIOR_DROP = 4.0
PRIOR_KEPT = 66
PRIOR_WEIGHT = 0.25
_PRIOR_AT = (0, 33, 66)

LOWEST = 1.0
HIGHEST = 7.0

_RATES = 120
_SLOWEST = 0.005
_FASTEST = 0.30
#: How much it costs to leave the prior rate, per squared natural log of the ratio.
_RATE_COST = 0.10


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a review."""

    kept: int  #: kept periods so far, all versions
    mean: float  #: of the statements answered, 1 … 7

    @property
    def share(self) -> float:
        """A = (M − 1) / 6, 0 … 1 (Gardner 2012)."""
        return (self.mean - LOWEST) / (HIGHEST - LOWEST)


@dataclass(frozen=True, slots=True)
class Curve:
    """y(n) = plateau − drop·e^(−rate·n), over kept periods n (Lally 2010)."""

    plateau: float
    drop: float
    rate: float

    def at(self, kept: float) -> float:
        """Return y, 1 … 7."""
        return min(HIGHEST, max(LOWEST, self.plateau - self.drop * exp(-self.rate * kept)))

    @property
    def kept_to_plateau(self) -> float:
        """Return the kept periods at which 95 % of the plateau is reached; 0 for a flat curve."""
        if self.drop <= 0.05 * self.plateau:
            return 0.0
        return log(self.drop / (0.05 * self.plateau)) / self.rate


PRIOR_RATE = log(PRIOR_DROP / (0.05 * PRIOR_PLATEAU)) / PRIOR_KEPT
PRIOR = Curve(PRIOR_PLATEAU, PRIOR_DROP, PRIOR_RATE)


def fit(answers: Sequence[Answer]) -> Curve:
    """Return the curve through the answers, drawn towards the prior; the prior itself without answers.

    For each of 120 log-spaced rates a weighted least-squares line of y over e^(−cn), kept within
    plateau ≤ 7 and 0 ≤ drop ≤ plateau − 1; the smallest weighted error plus 0.10·ln(c/c₀)² wins.
    """
    points = [(float(one.kept), one.mean, 1.0) for one in answers]
    points += [(float(n), PRIOR.at(n), PRIOR_WEIGHT) for n in _PRIOR_AT]
    ratio = _FASTEST / _SLOWEST
    rates = [_SLOWEST * ratio ** (k / (_RATES - 1)) for k in range(_RATES)]
    return PRIOR if not answers else min((_line(points, rate) for rate in rates), key=lambda one: one[0])[1]


def _line(points: Sequence[tuple[float, float, float]], rate: float) -> tuple[float, Curve]:
    """Return cost and curve of the best line at one rate."""
    decays = [(exp(-rate * n), y, weight) for n, y, weight in points]
    total = sum(weight for _, _, weight in decays)
    mean_x = sum(weight * x for x, _, weight in decays) / total
    mean_y = sum(weight * y for _, y, weight in decays) / total
    spread = sum(weight * (x - mean_x) ** 2 for x, _, weight in decays)
    slope = sum(weight * (x - mean_x) * (y - mean_y) for x, y, weight in decays) / spread
    plateau = min(HIGHEST, mean_y - slope * mean_x)
    drop = min(plateau - LOWEST, max(0.0, -slope))
    cost = sum(weight * (plateau - drop * x - y) ** 2 for x, y, weight in decays)
    return cost + _RATE_COST * log(rate / PRIOR_RATE) ** 2, Curve(plateau, drop, rate)


#: What an outlook rests on at least.
OUTLOOK_ANSWERS = 4
OUTLOOK_KEPT = 12
_ROUGHLY = ((100, 10), (20, 5))  #: from so many on, rounded to so many


def outlook(curve: Curve, answers: int, kept: int) -> tuple[int, int] | None:
    """Return between how many more kept periods a habit may level off: N/2 to 2N, rounded as it is rough.

    None with too few answers or kept periods to say, and once it has levelled off.
    Source: algorithms.md, section 6.
    """
    left = curve.kept_to_plateau - kept
    if answers < OUTLOOK_ANSWERS or kept < OUTLOOK_KEPT or left <= 0:
        return None
    return _roughly(left / 2), _roughly(2 * left)


def _roughly(count: float) -> int:
    step = next((step for least, step in _ROUGHLY if count >= least), 1)
    return max(1, round(count / step) * step)
