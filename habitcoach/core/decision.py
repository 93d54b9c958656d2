"""Decisions: what the agent chose to change about a habit, in a review or by command."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from habitcoach.core.habit import HabitId

DecisionId = NewType("DecisionId", int)
#: A parameter of *keep*: the agent said "not now" to what was suggested.
NOT_NOW = "not_now"


class DecisionKind(StrEnum):
    """What is changed. In brackets: the parameters."""

    KEEP = "keep"
    MAKE_SMALLER = "make_smaller"
    CHANGE_CUE = "change_cue"
    CHANGE_REWARD = "change_reward"
    RETIRE = "retire"
    GRADUATE = "graduate"
    RAISE_GOAL = "raise_goal"
    FADE = "fade"  #: withdraw the cue one stage further (stage)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. Once it holds it is history: the stage of a habit is reckoned from it."""

    kind: DecisionKind
    habit_id: HabitId | None  #: None is all habits
    chosen_at: datetime  #: UTC
    from_date: date | None  #: the work date it holds from; None while its review is not finished
    parameters: Mapping[str, int | str] = field(default_factory=dict, hash=False)
    week: str | None = None  #: of the review it was made in
    due_before: int | None = None  #: what p was reckoned from when it was made …
    kept_before: int | None = None  #: … so that the next review can tell what it did
    id: DecisionId = DecisionId(0)
