"""Prompts: the ledger of what was shown, held, snoozed, answered or let pass."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from habitcoach.core.habit import HabitId


class PromptState(StrEnum):
    """Where a prompt is in its life."""

    CLAIMED = "claimed"  #: recorded, about to be shown
    SHOWN = "shown"
    HELD = "held"
    SNOOZED = "snoozed"
    UNCONFIRMED = "unconfirmed"  #: the app died between claiming and showing
    ANSWERED = "answered"
    EXPIRED = "expired"


#: States in which a prompt still waits for the agent.
WAITING = frozenset({PromptState.CLAIMED, PromptState.SHOWN, PromptState.HELD, PromptState.UNCONFIRMED})


class PromptKey(NamedTuple):
    """The identity of a prompt: what it is about, and its local place in time."""

    subject: str  #: "habit:3"
    slot: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One row of the prompt ledger."""

    key: PromptKey
    habit_id: HabitId | None
    delivery: int  #: merged prompts share one delivery
    work_date: date
    due_at: datetime  #: UTC
    state: PromptState
    shown_at: datetime | None = None
    channel: str | None = None  #: "notification", "card", "tray" or "summary"
    answer: str | None = None  #: "done", "skip" or "snooze"
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None
    held_for: str | None = None
    snooze_after: int = 0  #: newest entry id when it was snoozed; orders undo

    def put_off(self, at: datetime, until: datetime, after: int) -> "Prompt":
        """Return it snoozed at one instant until another, both UTC; `after` is the newest entry id then."""
        return replace(
            self,
            state=PromptState.SNOOZED,
            answer="snooze",
            answered_at=at,
            snoozed_until=until,
            snooze_after=after,
        )


#: The subject of the start and end cards of shifts.
CARD = "card"
#: The subject of weekly reviews; their slot is the week.
REVIEW = "review"


def card_slot(day: date, kind: str) -> str:
    """The slot of a shift's card, "start" or "end"."""
    return f"{day}/{kind}"


def habit_subject(habit_id: HabitId) -> str:
    """The subject of a habit's prompts."""
    return f"habit:{habit_id}"
