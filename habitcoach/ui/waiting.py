"""What waits for the agent: a habit's cue or a promise."""

from collections.abc import Iterable

from habitcoach.coaching.views import OccasionState, OccasionView, PromiseView
from habitcoach.core.habit import Category
from habitcoach.texts.promises import promise_title, promised_for
from habitcoach.ui.format import time_text

Waiting = OccasionView | PromiseView

#: What a row is known by while views come and go: subject and slot.
RowKey = tuple[str, str]


def row_key(one: Waiting) -> RowKey:
    """Return what a cue or promise is known by."""
    return one.subject, one.slot


def in_order(found: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return what waits by due time, promises first at equal times."""
    return tuple(sorted(found, key=lambda one: (one.due_at.timestamp(), isinstance(one, OccasionView))))


def title_of(one: Waiting) -> str:
    """Return the name of a habit, or what was promised."""
    return one.habit if isinstance(one, OccasionView) else promise_title(one)


def second_line(one: Waiting) -> str:
    """Return what stands under the title in a list."""
    if isinstance(one, OccasionView):
        return f"{time_text(one.due_at)} · {one.plan.routine}"
    return promised_for(time_text(one.due_at))


def category_of(one: Waiting) -> Category:
    """Return whose glyph it wears."""
    return one.category if isinstance(one, OccasionView) else Category.PROMISES


def state_of(one: Waiting) -> OccasionState:
    """Return how it stands today."""
    return one.state if isinstance(one, OccasionView) else one.stands
