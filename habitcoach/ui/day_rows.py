"""The rows of Today's lists: what each line says, and in which list it stands."""

from dataclasses import dataclass
from datetime import datetime

from habitcoach.coaching.day_facts import CloseOutView
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionState, OccasionView, PromiseView
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.texts.promises import state_word
from habitcoach.ui.format import number_text, since_text, time_text
from habitcoach.ui.saving import Saving
from habitcoach.ui.waiting import RowKey, Waiting, category_of, row_key, state_of, title_of

LATER = frozenset({OccasionState.LATER, OccasionState.SNOOZED})
ANSWERED = frozenset({OccasionState.DONE, OccasionState.SKIPPED})
#: The row that all contact habits share at the end of the shift.
END_OF_SHIFT: RowKey = ("", "end")


def since_waiting(one: Waiting, now: datetime, *, unconfirmed: bool) -> str:
    """Return how long something has waited, and whether its cue may not have been seen."""
    age = since_text(now, one.due_at)
    unseen = one.unconfirmed if isinstance(one, PromiseView) else unconfirmed
    return tr("{age}, may not have been seen", age=age) if unseen else age


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list on Today."""

    key: RowKey
    occasion: Waiting | None  #: None for the end of the shift, which cannot be answered yet
    time: str
    title: str
    phrase: str  #: a second phrase in a quieter colour; the first thing to go when it is narrow
    trailing: str  #: at the right edge

    @property
    def category(self) -> Category | None:
        """Whose glyph it wears."""
        return None if self.occasion is None else category_of(self.occasion)

    @property
    def state(self) -> OccasionState:
        """How it stands."""
        return OccasionState.LATER if self.occasion is None else state_of(self.occasion)

    @property
    def quiet(self) -> bool:
        """Whether it comes without a cue."""
        return isinstance(self.occasion, OccasionView) and self.occasion.quiet


def later_row(one: Waiting) -> Row:
    """Describe an occasion or a promise still to come."""
    snoozed = state_of(one) is OccasionState.SNOOZED and one.snoozed_until is not None
    at = one.snoozed_until if snoozed and one.snoozed_until is not None else one.due_at
    phrase = tr("snoozed, was {time}", time=time_text(one.due_at)) if snoozed else _about(one)
    trailing = (
        tr("Promise") if isinstance(one, PromiseView) else number_text(one.streak) if one.streak else ""
    )
    return Row(row_key(one), one, time_text(at), title_of(one), phrase, trailing)


def quiet_phrase(one: OccasionView) -> str:
    """Return why a habit has no cue, "" when it has one."""
    return tr("quiet: you start this yourself") if one.quiet else ""


def _about(one: Waiting) -> str:
    """Return the routine of a habit, or the first line of a promise's note."""
    if isinstance(one, OccasionView):
        return quiet_phrase(one) or one.plan.routine
    return one.note.partition("\n")[0]


def waiting_line(one: Waiting, now: datetime, *, unconfirmed: bool, saving: Saving) -> Row:
    """Describe an occasion or a promise that waits, where it has no card of its own."""
    age = since_waiting(one, now, unconfirmed=unconfirmed)
    if row_key(one) in saving.places:
        age = tr("not saved yet") if saving.trouble else tr("saving…")
    return Row(row_key(one), one, time_text(one.due_at), title_of(one), age, "")


def end_of_shift_row(one: CloseOutView) -> Row:
    """Describe what the end of the shift will ask."""
    names = ", ".join(one.habits)
    return Row(
        END_OF_SHIFT, None, time_text(one.due_at), tr("End of shift"), names, number_text(len(one.habits))
    )


def held_row(one: Waiting) -> Row:
    """Describe an occasion or a promise whose cue is held."""
    return Row(row_key(one), one, time_text(one.due_at), title_of(one), _about(one), "")


def answered_row(one: Waiting) -> Row:
    """Describe an occasion or a promise that has been answered."""
    at = one.due_at if one.answered_at is None else one.answered_at
    if isinstance(one, PromiseView):
        phrase = state_word(one)
    elif one.state is OccasionState.SKIPPED:
        phrase = tr("skipped")
    else:
        phrase = quiet_phrase(one)
    return Row(row_key(one), one, time_text(at), title_of(one), phrase, "")


def passed_row(one: OccasionView, *, unconfirmed: bool) -> Row:
    """Describe an occasion whose window is over without an answer."""
    phrase = tr("its cue may not have been seen") if unconfirmed else ""
    return Row(row_key(one), one, time_text(one.due_at), one.habit, phrase, "")


@dataclass(frozen=True, slots=True)
class DayLists:
    """The occasions of a day, sorted into the page's sections."""

    now: tuple[OccasionView, ...]
    promises: tuple[PromiseView, ...]  #: that wait now
    held: tuple[Row, ...]
    later: tuple[Row, ...]
    passed: tuple[Row, ...]
    done: tuple[Row, ...]  #: the latest first
    done_count: int

    @property
    def all_done(self) -> bool:
        """Whether the day had occasions and every one of them was answered, one at least with done."""
        waits = self.now or self.promises or self.held or self.later or self.passed
        return bool(self.done_count) and not waits


def day_lists(view: TodayView) -> DayLists:
    """Sort the occasions and promises of a view into Now, Held, Later, Passed and Done."""
    # Promises come first at equal times, and sorting keeps them there.
    of: list[Waiting] = [*view.promises, *view.occasions]
    later = sorted((one for one in of if state_of(one) in LATER), key=lambda one: _place(one).timestamp())
    answered = sorted(
        (one for one in of if state_of(one) in ANSWERED),
        key=lambda one: _answered(one).timestamp(),
        reverse=True,
    )
    held = sorted((one for one in of if state_of(one) is OccasionState.HELD), key=lambda one: one.due_at)
    passed = (one for one in view.occasions if one.state is OccasionState.PASSED)
    coming = [(_place(one), later_row(one)) for one in later]
    if view.close_out is not None:
        coming.append((view.close_out.due_at, end_of_shift_row(view.close_out)))
        coming.sort(key=lambda one: one[0].timestamp())
    return DayLists(
        now=view.waiting,
        promises=view.waiting_promises,
        held=tuple(held_row(one) for one in held),
        later=tuple(row for _, row in coming),
        passed=tuple(passed_row(one, unconfirmed=one.slot in view.unconfirmed) for one in passed),
        done=tuple(answered_row(one) for one in answered),
        done_count=sum(state_of(one) is OccasionState.DONE for one in of),
    )


def _place(one: Waiting) -> datetime:
    return one.due_at if one.snoozed_until is None else one.snoozed_until


def _answered(one: Waiting) -> datetime:
    return one.due_at if one.answered_at is None else one.answered_at
