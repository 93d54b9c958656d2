"""The slots of a habit met in every contact: its plan as the shift begins, its close-out as it ends."""

from datetime import date, datetime

from habitcoach.core.calendar import Shift

_PLAN = "contact"
_END = "contact-end"


def contact_slot(day: date) -> str:
    """Return the slot of a habit met in every contact: one a day."""
    return f"{day}/{_PLAN}"


def contact_end_slot(day: date) -> str:
    """Return the slot of the question at the end of the shift how often it was met."""
    return f"{day}/{_END}"


def plan_closes(shift: Shift) -> datetime:
    """Return until when a plan asks to be read: once half of the shift is over, it has begun without."""
    return shift.start + (shift.end - shift.start) / 2


def is_contact_slot(slot: str) -> bool:
    """Whether a slot is one of these two."""
    return slot.rpartition("/")[2] in {_PLAN, _END}


def is_contact_plan(slot: str) -> bool:
    """Whether a slot is the plan at the start of the shift."""
    return slot.endswith(f"/{_PLAN}")
