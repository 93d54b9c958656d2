"""Entries: the append-only log of what the agent did."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from habitcoach.core.habit import HabitId

EntryId = NewType("EntryId", int)


class EntryKind(StrEnum):
    """What a line of the log says."""

    DONE = "done"
    OPPORTUNITY = "opportunity"  #: a contact in which a rate habit was not used
    SKIP = "skip"
    UNDO = "undo"


class SkipReason(StrEnum):
    """Why an occasion was skipped. All but `NOT_DONE` leave every number as it was."""

    NO_OCCASION = "no_occasion"
    ON_CALLS = "on_calls"
    OUTAGE = "outage"
    ORDERED = "ordered"
    LEAVE = "leave"
    SICK = "sick"
    OTHER = "other"
    NOT_DONE = "not_done"  #: closes the cue and counts as not done
    HELD_CALL = "held:call"  #: the app's own: the cue was held from its first to its last minute
    HELD_PAUSED = "held:paused"
    HELD_BREAK = "held:break"
    HELD_AWAY = "held:away"
    HELD_FULL_SCREEN = "held:full_screen"
    HELD_MICROPHONE = "held:microphone"

    @property
    def by_app(self) -> bool:
        """Whether the app gives this reason itself; a later answer of the agent replaces it."""
        return self.value.startswith("held:")

    @property
    def neutral(self) -> bool:
        """Whether the skip takes the occasion out of the reckoning."""
        return self is not SkipReason.NOT_DONE


class Source(StrEnum):
    """The surface an answer came from."""

    WINDOW = "window"
    CARD = "card"
    TRAY = "tray"
    QUICK = "quick"  #: the quick bar
    NOTIFICATION = "notification"
    COMMAND = "command"
    ESTIMATE = "estimate"
    APP = "app"


#: Hits of ten contacts that an estimate at the end of a shift stands for.
ESTIMATES = {"none": 0, "some": 3, "half": 5, "most": 8, "all": 10}
ESTIMATED_OF = 10


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry about to be written."""

    habit_id: HabitId
    work_date: date  #: decided when the entry is made; later zone changes move nothing
    slot: str | None  #: the occasion it answers; None when it answers none
    at: datetime  #: UTC
    kind: EntryKind
    source: Source
    count: int = 1  #: times done, or hits of a rate habit
    of: int | None = None  #: opportunities of a rate habit
    reason: SkipReason | None = None
    undoes: EntryId | None = None
    tiny: bool = False  #: the tiny version was done


@dataclass(frozen=True, slots=True)
class Entry(NewEntry):
    """A line of the log."""

    id: EntryId = EntryId(0)
