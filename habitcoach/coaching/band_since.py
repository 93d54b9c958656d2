"""Since when a habit has been called what it is called: new, growing, settling or second nature."""

from collections.abc import Generator, Iterable
from datetime import date

from habitcoach.core.automaticity import Curve
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.strength import Band, band_of, strength

#: Periods gone through at a stretch: some milliseconds.
A_STRETCH = 400


def band_since(
    back: Iterable[tuple[Judged, float]], kept: int, curve: Curve, through: date
) -> Generator[None, None, tuple[Band, date | None]]:
    """Return the word of a work date's strength, and from which period on it held; yield every stretch.

    `back` are the periods with the consistency after each, newest first, and `kept` those of them that were
    kept. The date is None where the word has never been another. The past is looked at with one curve, that
    of all answers: what is known today of how automatic the habit is was true before it was said.
    """
    found: Band | None = None
    since = date.max
    for number, (judged, steadiness) in enumerate(back, 1):
        if number % A_STRETCH == 0:
            yield
        if judged.period.end <= through and judged.outcome is not Outcome.OPEN:
            band = band_of(strength(steadiness, curve, kept))
            if found is not None and band is not found:
                return found, since
            found, since = band, judged.period.start
        kept -= judged.outcome is Outcome.KEPT
    return found or Band.NEW, None
