"""Since when a habit has been called what it is called: new, growing, settling or second nature."""

from collections.abc import Callable, Generator, Sequence
from datetime import date

from habitcoach.core.automaticity import Curve
from habitcoach.core.consistency import consistency_after, keep_weight
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.strength import Band, band_of, strength

#: Periods gone through at a stretch: some milliseconds.
A_STRETCH = 400


def band_since(
    periods: Sequence[Judged], frequency: Callable[[Judged], float], curve: Curve
) -> Generator[None, None, tuple[Band, date | None]]:
    """Return the word of today's strength, and the work date since which it holds; yield every stretch.

    None where it has never been another. The past is looked at with the curve that is known today: what an
    answer of last week says about automaticity is true of the weeks before it, too.
    """
    steadiness, kept = 0.0, 0
    band, since = Band.NEW, None
    for number, judged in enumerate(periods):
        if number and number % A_STRETCH == 0:
            yield
        steadiness = consistency_after(steadiness, judged, keep_weight(frequency(judged)))
        kept += judged.outcome is Outcome.KEPT
        found = band_of(strength(steadiness, curve, kept))
        if found is not band:
            band, since = found, judged.period.start
    return band, since
