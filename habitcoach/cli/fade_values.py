"""How cues were withdrawn, as JSON."""

from habitcoach.coaching.fading import Faded
from habitcoach.core.fading import Change, Grounds
from habitcoach.texts.fading import change_reason, stage_word


def fading_value(faded: Faded) -> dict[str, object]:
    """Return how far a habit's cue has been withdrawn, and every change that led there."""
    return {
        "stage": int(faded.stage),
        "word": stage_word(faded.stage),
        "since": faded.since,
        "next_stage": int(faded.reached),
        "consent": faded.consent.value,
        "own_consent": None if faded.own is None else faded.own.value,
        "proposed": None if faded.proposed is None else change_value(faded.proposed),
        "changes": [change_value(one) for one in faded.changes],
    }


def change_value(change: Change) -> dict[str, object]:
    """Return one change of stage with its cause and numbers."""
    return {
        "from_date": change.from_date,
        "before": int(change.before),
        "after": int(change.after),
        "cause": change.cause.value,
        "reason": change_reason(change),
        "numbers": None if change.grounds is None else _grounds_value(change.grounds),
    }


def _grounds_value(grounds: Grounds) -> dict[str, object]:
    needs = grounds.needs
    return {
        "consistency": grounds.consistency,
        "consistency_asked": None if needs is None else needs.consistency,
        "consistency_limit": grounds.limit,
        "kept": grounds.kept,
        "of": grounds.of,
        "missed_of_five": grounds.missed,
        "automaticity": grounds.automaticity,
        "automaticity_asked": None if needs is None else needs.automaticity,
        "self_started": grounds.self_started,
        "self_started_of": grounds.seen,
        "self_started_asked": None if needs is None else needs.self_started,
    }
