"""What the card says: sentences out of a view, without widgets."""

from collections.abc import Sequence

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.promises import promise_title, promised_for
from habitcoach.texts.sentences import streak_phrase
from habitcoach.texts.shift_cards import left_phrase
from habitcoach.ui.format import date_text, sentence_case, time_text
from habitcoach.ui.waiting import Waiting, title_of


def cue_text(one: OccasionView) -> str:
    """Return the cue, "When I finish the last contact"; nothing where others are not to read it."""
    return tr("When {when}", when=one.plan.when) if one.plan.when else ""


def card_name(one: OccasionView) -> str:
    """Return the accessible name of a single cue: everything the card shows, in reading order."""
    parts = [
        tr("Cue, {time}.", time=time_text(one.due_at)),
        *([_sentence(cue_text(one))] if one.plan.when else []),
        _sentence(sentence_case(one.plan.routine)),
    ]
    if one.plan.reward:
        parts.append(_sentence(tr("Reward: {reward}", reward=one.plan.reward)))
    parts.append(_sentence(streak_phrase(one.streak, one.per)))
    return " ".join(parts)


def promise_name(one: PromiseView) -> str:
    """Return the accessible name of a single promise: everything the card shows, in reading order."""
    parts = [_sentence(promised_for(time_text(one.due_at))), _sentence(promise_title(one))]
    if one.note:
        parts.append(_sentence(one.note))
    if one.reward:
        parts.append(_sentence(tr("Reward: {reward}", reward=one.reward)))
    return " ".join(parts)


def joined_name(occasions: Sequence[Waiting]) -> str:
    """Return the accessible name of several cues: how many, and which."""
    named = ", ".join(f"{time_text(one.due_at)} {title_of(one)}" for one in occasions)
    return tr("{title}: {cues}.", title=joined_title(len(occasions)), cues=named)


def joined_title(count: int) -> str:
    """Return the headline of several cues."""
    return ntr("One cue is waiting", "{n} cues are waiting", count)


def passed_title(view: DeliveryView) -> str:
    """Return the headline for cues that came while the agent was away."""
    return ntr("One cue came while you were away", "{n} cues came while you were away", view.passed)


def shift_title(view: ShiftCardView) -> str:
    """Return the headline of a shift's card: its times as it begins, what is left as it ends."""
    if view.kind is CardKind.END:
        return left_phrase(view.minutes_left)
    start, end = time_text(view.shift.start), time_text(view.shift.end)
    if not view.shift.name:
        return tr("{start} to {end}", start=start, end=end)
    return tr("{shift}, {start} to {end}", shift=view.shift.name, start=start, end=end)


def shift_second_line(view: ShiftCardView) -> str:
    """Return the date, at the end with the shift's name, and that it is the week's last."""
    day = date_text(view.work_date)
    if view.kind is CardKind.START:
        return day
    said = tr("{shift}, {date}", shift=view.shift.name, date=day) if view.shift.name else day
    if view.review is not None and view.review.last_shift:
        return tr("{shift}, last shift of the week", shift=said)
    return said


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
