"""What the quick bar shows under its field: one row for each thing that can be meant."""

from dataclasses import dataclass

from habitcoach.coaching.promise_offer import PromiseOffer
from habitcoach.coaching.quick import HARD, Found, FoundHabit, FoundHelp, FoundPromise, NewPromise
from habitcoach.coaching.views import OccasionView
from habitcoach.core.habit import Category
from habitcoach.core.target import TargetKind
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title, promised_for
from habitcoach.texts.sentences import streak_phrase
from habitcoach.ui.format import sentence_case, short_date_text, time_text
from habitcoach.ui.today_words import counter_text
from habitcoach.ui.waiting import second_line

Hints = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be meant, in words."""

    meant: object  #: handed back when it is chosen
    glyph: Category | str
    title: str
    line: str
    span: tuple[int, int] | None = None  #: of the letters in the title that were typed
    hints: Hints = ()  #: keys and what they do with it, at the foot of the bar
    key: str = ""  #: on the cap at its end; "" for that of Enter


def row_of(found: Found, offer: PromiseOffer | None) -> Row:
    """Return the row of something found; `offer` belongs to a new promise."""
    if isinstance(found, FoundHabit):
        return _habit_row(found)
    if isinstance(found, FoundPromise):
        return _promise_row(found)
    if isinstance(found, FoundHelp):
        return _help_row(found)
    return _new_row(found, offer)


def _habit_row(found: FoundHabit) -> Row:
    span = None if found.match is None else (found.match.start, found.match.end)
    counter = found.counter
    if counter is not None:
        line = " ".join(part for part in counter_text(counter) if part)
    elif isinstance(found.due, OccasionView):
        line = second_line(found.due)
    else:
        line = streak_phrase(found.streak, found.per)
    if found.rate:
        hints: Hints = ((enter(), tr("used it")), (shift_enter(), tr("not this time")))
    elif counter is not None and counter.target.kind is TargetKind.COUNT:
        hints = ((enter(), tr("one more")),)
    else:
        hints = ((enter(), tr("done")),)
    return Row(found, found.category, found.name, line, span, hints)


def _promise_row(found: FoundPromise) -> Row:
    promise = found.promise
    title = promise_title(promise)
    at = title.rfind(promise.ticket) if promise.ticket else -1
    span = None
    if found.match is not None and at >= 0:
        span = (at + found.match.start, at + found.match.end)
    line = promised_for(time_text(promise.due_at))
    return Row(found, Category.PROMISES, title, line, span, ((enter(), tr("kept")),))


def _help_row(found: FoundHelp) -> Row:
    one = found.one
    span = None if found.match is None else (found.match.start, found.match.end)
    does = tr("done") if one.habit_id is not None else tr("add and do it")
    return Row(found, one.category, one.name, sentence_case(one.routine), span, ((enter(), does),))


def help_hint() -> tuple[str, str]:
    """Return the mark that asks for what helps, and what it does."""
    return HARD, tr("after a hard one")


def _new_row(found: NewPromise, offer: PromiseOffer | None) -> Row:
    what = (
        tr("Promise: call back {ticket}", ticket=found.ticket) if found.ticket else tr("Promise: call back")
    )
    return Row(found, Category.PROMISES, what, "" if offer is None else when_text(offer))


def when_text(offer: PromiseOffer) -> str:
    """Return when a promise is due, "Today 15:40, reminder at 15:30"."""
    day = tr("Today") if offer.today else short_date_text(offer.due_at.date())
    due = tr("{day} {time}", day=day, time=time_text(offer.due_at))
    if offer.early_at is None:
        return due
    return tr("{due}, reminder at {time}", due=due, time=time_text(offer.early_at))


def off_texts(offer: PromiseOffer) -> tuple[str, str]:
    """Return what is said about a time outside the shifts."""
    title = tr("You are off at {time}", time=time_text(offer.due_at))
    if offer.shift_end is not None:
        return title, tr("Your shift ends at {time}", time=time_text(offer.shift_end))
    return title, when_text(offer)


def instead_text(offer: PromiseOffer) -> str:
    """Return the button for the time on duty, "Promise 16:10", with its day where that is another one."""
    instead = offer.instead
    if instead is None:
        return ""
    at = time_text(instead)
    if not offer.today or instead.date() != offer.due_at.date():
        at = tr("{day}, {time}", day=short_date_text(instead.date()), time=at)
    return tr("Promise {time}", time=at)


def enter() -> str:
    """Return the name of the Enter key."""
    return tr("Enter")


def shift_enter() -> str:
    """Return the name of Enter with Shift."""
    return tr("Shift Enter")
