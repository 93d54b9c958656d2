"""What can be decided about a habit, what was, and what came of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.core.better_cues import CueProposal
from habitcoach.core.decision import DecisionKind
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.suggesting import Advice

#: What every habit's row offers; a suggestion that is none of these is the fifth.
ALWAYS_OFFERED = (
    DecisionKind.KEEP,
    DecisionKind.MAKE_SMALLER,
    DecisionKind.CHANGE_CUE,
    DecisionKind.RETIRE,
)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One habit under *Every decision*."""

    habit_id: HabitId
    habit: str
    category: Category
    advice: Advice  #: its own; the sentence is `texts.suggestions.reason_sentence(advice)`
    offered: tuple[DecisionKind, ...]  #: in the order of the keys 1 to 5
    chosen: DecisionKind | None
    asks: frozenset[DecisionKind]  #: of those offered: what needs a choice of the agent first
    holds: bool  #: the choice was applied: the review is finished


@dataclass(frozen=True, slots=True)
class Proposals:
    """What can be chosen from, read when the agent wants to choose."""

    habit_id: HabitId
    when: str  #: the cue, routine and reward as they are, in the agent's words
    routine: str
    reward: str
    cues: tuple[CueProposal, ...]  #: better slots, best first; none for a habit met in every contact
    smaller: str  #: the tiny version, "" without one
    rewards: tuple[str, ...]  #: the agent's other rewards, those found worth it first


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision did: "It is now done 2 min after its cue, before that 19"."""

    habit_id: HabitId
    habit: str
    kind: DecisionKind
    from_date: date
    kept_before: int
    due_before: int
    kept_after: int
    due_after: int
    delay_before: timedelta | None  #: median from the cue to the log
    delay_after: timedelta | None
