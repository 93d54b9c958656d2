"""What the cards of a shift say."""

from habitcoach.texts.language import ntr, tr


def left_phrase(minutes: int) -> str:
    """Return how much of a shift is left, "10 minutes to go"."""
    if minutes == 0:
        return tr("Your shift is over")
    return ntr("{n} minute to go", "{n} minutes to go", minutes)
