"""Habits and their versions."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from habitcoach.core.target import Target
from habitcoach.core.trigger import Manual, Trigger

HabitId = NewType("HabitId", int)


class Category(StrEnum):
    """What part of good service a habit belongs to; the glyph and colour on screen."""

    WORDS = "words"
    LISTENING = "listening"
    PROMISES = "promises"
    FOCUS = "focus"
    KNOWLEDGE = "knowledge"
    GOODWILL = "goodwill"


@dataclass(frozen=True, slots=True)
class Plan:
    """The agent's own words: "When `when`, I will `routine`, then `reward`"."""

    when: str
    routine: str
    reward: str
    tiny: str = ""  #: the two-minute form of the routine, for bad days
    treat: str = ""  #: the bigger reward at a milestone
    why: str = ""  #: why it matters to the customer


@dataclass(frozen=True, slots=True)
class Version:
    """What a habit's plan, trigger and target are from one work date on."""

    from_date: date
    plan: Plan
    trigger: Trigger
    target: Target


@dataclass(frozen=True, slots=True)
class Draft:
    """A habit as the agent wrote it, checked and cleaned, not yet stored."""

    name: str
    category: Category
    plan: Plan
    trigger: Trigger = field(default_factory=Manual)
    target: Target = field(default_factory=Target)


@dataclass(frozen=True, slots=True)
class Habit:
    """One cue, routine and reward the agent is building, with all its versions."""

    id: HabitId
    name: str
    category: Category
    #: The agent's own order, smallest first. It changes nothing that is worked out of a habit.
    position: int = field(compare=False)
    created_at: datetime  #: UTC
    versions: tuple[Version, ...]  #: oldest first, never empty

    @property
    def first_date(self) -> date:
        """The work date the habit began on."""
        return self.versions[0].from_date

    @property
    def newest(self) -> Version:
        """The version that the agent edits and sees in lists."""
        return self.versions[-1]

    def first_with(self, trigger: Trigger) -> date:
        """Return the work date from which a trigger first held; it must be one of this habit's."""
        return next(version.from_date for version in self.versions if version.trigger == trigger)

    def version_on(self, day: date) -> Version | None:
        """The version in force on a work date, or None before the habit began."""
        found = None
        for version in self.versions:
            if version.from_date > day:
                break
            found = version
        return found


@dataclass(frozen=True, slots=True)
class Pause:
    """Work dates on which nothing is due for one habit, or for all."""

    habit_id: HabitId | None  #: None means every habit
    from_date: date
    to_date: date | None  #: last date of the pause; None while it goes on
    reason: str  #: "archived", "resting" or "paused"

    def covers(self, habit_id: HabitId, day: date) -> bool:
        """Whether this pause makes a work date neutral for a habit."""
        mine = self.habit_id is None or self.habit_id == habit_id
        return mine and self.from_date <= day and (self.to_date is None or day <= self.to_date)


ARCHIVED = "archived"
PAUSED = "paused"
RESTING = "resting"
