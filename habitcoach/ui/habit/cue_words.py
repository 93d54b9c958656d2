"""How a habit's cue stands and why, in the words of its strip."""

from datetime import date

from habitcoach.coaching.fading import Faded
from habitcoach.core.fading import Cause, Change, Stage
from habitcoach.texts.fading import stage_word
from habitcoach.texts.language import tr
from habitcoach.ui.habit.words import dated


def cue_headline(faded: Faded) -> str:
    """Return how often the cue comes."""
    return tr("Cue: {word}", word=stage_word(faded.stage))


def cue_reason(faded: Faded, today: date) -> str:
    """Return since when, and why."""
    since = dated(faded.since, today, short=True)
    change = next((one for one in reversed(faded.changes) if one.from_date == faded.since), None)
    said = tr("since {day}", day=since) if change is None else _because(change, since)
    if faded.stage is Stage.SILENT:
        return tr("{since}. You start this yourself.", since=said)
    return said


def _because(change: Change, since: str) -> str:
    grounds = change.grounds
    if change.cause is Cause.CHOSEN:
        return tr("since {day}, because you chose it", day=since)
    if change.cause is Cause.ACCEPTED:
        return tr("since {day}, because you said yes", day=since)
    if change.cause is Cause.TWO_MISSES:
        return tr("since {day}, because it was missed twice in a row", day=since)
    if change.cause is Cause.THREE_OF_FIVE and grounds is not None:
        return tr("since {day}, because {missed} of the last 5 were missed", day=since, missed=grounds.missed)
    if change.cause is Cause.STEADY and grounds is not None:
        return tr(
            "since {day}, because {kept} of {of} were kept", day=since, kept=grounds.kept, of=grounds.of
        )
    return tr("since {day}, because it was kept less steadily", day=since)


def proposal_words(proposed: Change) -> str:
    """Return which step is proposed, and why."""
    word, grounds = stage_word(proposed.after), proposed.grounds
    if grounds is None:
        return tr("Fewer cues are possible: {word}.", word=word)
    return tr(
        "Fewer cues are possible: {word}. {kept} of the last {of} were kept.",
        word=word,
        kept=grounds.kept,
        of=grounds.of,
    )
