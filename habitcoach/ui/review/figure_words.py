"""The figures behind a habit's line of the review, each in a sentence."""

from collections.abc import Iterator

from habitcoach.coaching.more_views import HabitFigures
from habitcoach.texts.explanations import band_word
from habitcoach.texts.fading import stage_word
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import duration_text, number_text

_MINUTE = 60


def figure_lines(found: HabitFigures) -> list[str]:
    """Return the sentences; what could not be reckoned is left out."""
    return [*_of_keeping(found), *_of_streak(found), *_of_cue(found)]


def _of_keeping(found: HabitFigures) -> Iterator[str]:
    if found.due:
        yield tr(
            "Kept {kept} of {due}: those of the last 14 days, or the last 10 where that is longer.",
            kept=number_text(found.kept),
            due=number_text(found.due),
        )
    if found.skipped:
        yield ntr(
            "{n} skip with a reason counts neither way.",
            "{n} skips with a reason count neither way.",
            found.skipped,
        )
    if found.of:
        yield tr("{hits} of {of} contacts.", hits=number_text(found.hits), of=number_text(found.of))
    weeks = [
        tr("{kept} of {due}", kept=number_text(kept), due=number_text(due))
        for kept, due in found.weeks
        if due
    ]
    if weeks:
        yield tr("The last four weeks, oldest first: {weeks}.", weeks=tr(", ").join(weeks))


def _of_streak(found: HabitFigures) -> Iterator[str]:
    yield tr(
        "Streak {streak}, longest {best}, kept {total} in all.",
        streak=number_text(found.streak),
        best=number_text(found.best),
        total=number_text(found.total),
    )
    if found.misses:
        yield tr(
            "Misses so far: {misses}. Kept again right after: {bounced}.",
            misses=number_text(found.misses),
            bounced=number_text(found.bounced),
        )
    yield tr("Strength: {word}. Cue: {cue}.", word=band_word(found.band), cue=stage_word(found.stage))


def _of_cue(found: HabitFigures) -> Iterator[str]:
    if found.self_started is not None:
        yield tr("Begun without a cue: {share} of 100 times.", share=_of_100(found.self_started))
    if found.put_off is not None:
        yield tr("Cues that had to wait or were snoozed: {share} of 100.", share=_of_100(found.put_off))
    if found.median_delay is not None:
        minutes = round(found.median_delay.total_seconds() / _MINUTE)
        yield tr("Mostly logged {duration} after its cue.", duration=duration_text(max(1, minutes)))


def _of_100(share: float) -> str:
    return number_text(round(100 * share))
