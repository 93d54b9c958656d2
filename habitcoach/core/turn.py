"""A cue's turn: when it comes and how, by stage, rhythm and shift. Algorithms.md, sections 7 and 8."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from habitcoach.core.calendar import Shift
from habitcoach.core.fading import Stage
from habitcoach.core.occasions import Occasion
from habitcoach.core.trigger import At, Trigger

#: What is due this early in a shift comes with its start card …
START_SPAN = timedelta(minutes=15)
#: … and what is due this late, or after it, with its end card, which comes then.
END_LEAD = timedelta(minutes=10)
#: A catch-up comes half a window after the cue, at most this long after it.
LONGEST_GRACE = timedelta(minutes=30)
#: An occasional cue comes on every third occasion, the plan of a contact habit on every third shift.
EVERY_THIRD = 3


class Way(StrEnum):
    """How a cue comes."""

    OWN_TIME = "own_time"  #: at its minute, whatever rhythm and budget say
    START = "start"  #: with the start card
    END = "end"  #: with the end card
    PACED = "paced"  #: at its time, a while after the one before, only so many a shift
    WAITS = "waits"  #: listed, until the end card
    QUIET = "quiet"  #: listed only: the agent starts it without a cue


class Rhythm(StrEnum):
    """When the agent wants the cues that need not come at a minute of their own."""

    MOMENT = "moment"
    BOOKENDS = "bookends"  #: with the two cards, for back-to-back contacts


class WaitReason(StrEnum):
    """Why a listed cue is not shown, beside a hold; kept in the prompt's `held_for`."""

    RHYTHM = "rhythm"
    BUDGET = "budget"
    FADING = "fading"


@dataclass(frozen=True, slots=True)
class Turn:
    """When a cue comes and how."""

    way: Way
    at: datetime  #: UTC


def turn_of(occasion: Occasion, trigger: Trigger, stage: Stage, shift: Shift | None, rhythm: Rhythm) -> Turn:
    """Return the turn of one occasion, cards taken for granted. `shift` is that of its work date."""
    if stage is Stage.SILENT:
        return Turn(Way.QUIET, occasion.due)
    at = occasion.due if stage is Stage.AT_THE_CUE else occasion.due + grace_of(occasion)
    if isinstance(trigger, At):
        return Turn(Way.OWN_TIME, at)
    if shift is not None and shift.start <= at < shift.start + START_SPAN:
        return Turn(Way.START, at)
    if shift is not None and at >= shift.end - END_LEAD:
        return Turn(Way.END, at)
    return Turn(Way.WAITS if rhythm is Rhythm.BOOKENDS else Way.PACED, at)


def stage_at(stage: Stage, number: int) -> Stage:
    """Return how an occasion with this number in its stage, counted from 1, is cued.

    An occasional cue is a catch-up on every third occasion and silent on the others.
    """
    if stage is not Stage.OCCASIONAL:
        return stage
    return Stage.CATCH_UP if number % EVERY_THIRD == 0 else Stage.SILENT


def grace_of(occasion: Occasion) -> timedelta:
    """Return how long after a cue its catch-up comes."""
    return min((occasion.closes - occasion.due) / 2, LONGEST_GRACE)
