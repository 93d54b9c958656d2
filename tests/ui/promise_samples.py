"""Promises of the sample day."""

from habitcoach.coaching.views import OccasionState, PromiseView
from habitcoach.core.promise import PromiseId, PromiseState, promise_subject
from tests.ui.day_samples import DAY, at

_STATES = {OccasionState.DONE: PromiseState.KEPT, OccasionState.SKIPPED: PromiseState.DROPPED}


def promise(number: int, hour: int, minute: int, stands: OccasionState, note: str = "") -> PromiseView:
    """Return a promise about a ticket of that number."""
    found = PromiseId(number)
    return PromiseView(
        promise_id=found,
        subject=promise_subject(found),
        slot=f"{DAY}T{hour:02}:{minute:02}/due",
        due_at=at(hour, minute),
        work_date=DAY,
        ticket=str(number),
        note=note,
        state=_STATES.get(stands, PromiseState.OPEN),
        stands=stands,
        reward="off my mind",
        streak=6,
        kept_in_all=31,
        answered_at=at(hour, minute) if stands in _STATES else None,
    )


DUE = promise(4709, 14, 20, OccasionState.DUE, "Refund date: bank says Tuesday")
LATER = promise(4711, 15, 40, OccasionState.LATER, "refund date\nand more")
KEPT = promise(4706, 12, 40, OccasionState.DONE)
DROPPED = promise(4702, 11, 15, OccasionState.SKIPPED)
