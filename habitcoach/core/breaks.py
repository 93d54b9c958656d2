"""Breaks hold cues that need not come in them. Algorithms.md, section 8."""

from habitcoach.core.calendar import Shift
from habitcoach.core.hold import Hold, HoldReason
from habitcoach.core.trigger import AroundShift, At, ShiftAnchor, Trigger


def break_holds(shift: Shift) -> tuple[Hold, ...]:
    """Return the breaks of a shift as what they are for cues."""
    return tuple(Hold(HoldReason.BREAK, None, begin, end) for begin, end in shift.breaks)


def waits_in_breaks(trigger: Trigger) -> bool:
    """Whether a habit's cues wait in breaks; a clock time is meant, and so is what hangs on a break."""
    if isinstance(trigger, AroundShift):
        return trigger.anchor is not ShiftAnchor.AFTER_BREAK
    return not isinstance(trigger, At)
