"""What the first run puts into the agent's mouth: names of shifts, and the first cue."""

from habitcoach.coaching.first_shifts import STARTING_SHIFTS, Shifts
from habitcoach.core.habit import Category, Draft, Plan
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Manual
from habitcoach.texts.language import ntr, tr


def starting_shifts() -> Shifts:
    """Return the shifts to choose from before the agent has any."""
    return dict(zip((tr("Early"), tr("Late"), tr("Night")), STARTING_SHIFTS, strict=True))


def first_cue_draft() -> Draft:
    """Return the habit of the first cue: one breath, once."""
    plan = Plan(tr("I start with HabitCoach"), tr("Take one slow breath"), tr("Let it go"))
    return Draft(tr("One slow breath"), Category.FOCUS, plan, Manual(), Target(TargetKind.CHECK, 1))


def first_log_line() -> str:
    """Return the sentence beside the reward of the first log."""
    return tr("Your first log.")


def taken_in_line(habits: int) -> str:
    """Return what came of the agent's own file."""
    if not habits:
        return tr("The file holds no habits. Its settings are here now.")
    return ntr("1 habit is here again, with its log.", "{n} habits are here again, with their log.", habits)
