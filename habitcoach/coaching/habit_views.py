"""What lists of habits and of coming cues show."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.coaching.fading import Faded
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.target import Target
from habitcoach.core.trigger import Trigger


@dataclass(frozen=True, slots=True)
class HabitView:
    """A habit in a list or in its detail."""

    habit_id: HabitId
    name: str
    category: Category
    plan: Plan
    trigger: Trigger
    target: Target
    archived: bool
    has_entries: bool
    streak: int
    best: int
    total: int
    spares: int
    per: str
    resting: bool = False  #: no cues until it is logged or restored
    follows: str = ""  #: the name of the habit after which this one comes
    faded: Faded | None = None  #: how far its cue is withdrawn, and why; None in a preview


@dataclass(frozen=True, slots=True)
class CueTimeView:
    """One coming cue, for the editor's preview and `habitcoach next`."""

    habit_id: HabitId
    habit: str
    plan: Plan
    work_date: date
    slot: str
    due_at: datetime  #: in the agent's zone
    shift_name: str
