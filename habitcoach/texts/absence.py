"""The question about dates nobody saw, for windows and command line alike."""

from habitcoach.texts.language import tr


def absence_question(dates: str) -> str:
    """Return the question, its dates as the surface writes them."""
    return tr("Nothing seen {dates}.", dates=dates)


def absence_answered(answer: str, dates: str) -> str:
    """Return what an answer came to: "off", "worked" or "ask", which takes one back."""
    if answer == "off":
        return tr("Off: {dates}. Your streaks stay whole.", dates=dates)
    if answer == "worked":
        return tr("Worked: {dates}. Now fill in what you did.", dates=dates)
    return tr("Asked again: {dates}.", dates=dates)
