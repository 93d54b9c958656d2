"""The agent's habits as text to copy: sentences only, no numbers."""

from collections.abc import Iterable

from habitcoach.core.habit import Habit
from habitcoach.core.trigger import Promised
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import plan_sentence


def habit_lines(habits: Iterable[Habit]) -> list[str]:
    """Return a line for each habit, "Greet by name: When …, I will …, then …."; promises are left out."""
    own = (one for one in habits if not isinstance(one.newest.trigger, Promised))
    return [tr("{habit}: {plan}", habit=one.name, plan=plan_sentence(one.newest.plan)) for one in own]


def habits_text(habits: Iterable[Habit]) -> str:
    """Return the same as one text, for the clipboard."""
    return "\n".join(habit_lines(habits))
