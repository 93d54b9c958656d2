"""Better slots for a habit's cue, from when the agent really does it. Algorithms.md, section 10."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from habitcoach.core.trigger import Trigger


class CueReason(StrEnum):
    """Why a slot may serve better. In brackets: its parameters."""

    LOGGED_AROUND = "logged_around"  #: most logs are from then (n, of, clock as "10:40")
    AFTER_HABIT = "after_habit"  #: it mostly follows another habit that is kept (n, of, habit)
    BEST_SLOT = "best_slot"  #: of its own slots this one is done most (place, n, of)
    FIXED_MOMENT = "fixed_moment"  #: a moment that every shift has


@dataclass(frozen=True, slots=True)
class CueProposal:
    """A trigger to change to; its words are `texts.cue_proposals.when_words(trigger)`."""

    trigger: Trigger
    reason: CueReason
    params: Mapping[str, int | str] = field(default_factory=dict, hash=False)
