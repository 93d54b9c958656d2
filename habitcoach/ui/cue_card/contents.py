"""What the card is about: the cues and promises that wait, and the shift's card around them."""

from dataclasses import replace

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.prompt import REVIEW
from habitcoach.ui.waiting import RowKey, Waiting, in_order


class Contents:
    """Knows no widget. What is answered leaves it; what comes meanwhile joins it."""

    def __init__(self) -> None:
        self._waiting: dict[RowKey, Waiting] = {}
        self.shift_card: ShiftCardView | None = None

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The cues and promises, by due time."""
        return in_order(self._waiting.values())

    @property
    def keys(self) -> set[RowKey]:
        """Subject and slot of all that waits for an answer."""
        card = self.shift_card
        if card is None:
            return set(self._waiting)
        return self._waiting.keys() | keys_of(card)

    @property
    def is_worth_showing(self) -> bool:
        """Whether anything waits, or today's line is still unwritten."""
        card = self.shift_card
        unwritten = card is not None and card.kind is CardKind.END and not card.line
        return bool(self.keys) or unwritten

    def clear(self) -> None:
        """Forget all."""
        self._waiting.clear()
        self.shift_card = None

    def take(self, view: DeliveryView) -> None:
        """Take a delivery in."""
        if view.card is not None:
            self.shift_card = view.card
        self._waiting |= {(one.subject, one.slot): one for one in in_order([*view.occasions, *view.promises])}

    def forget(self, key: RowKey) -> None:
        """Let go of what was answered."""
        self._waiting.pop(key, None)
        if self.shift_card is not None:
            self.shift_card = _without(self.shift_card, key)

    def write_line(self, line: str) -> None:
        """Keep today's line as it stands on the card."""
        if self.shift_card is not None:
            self.shift_card = replace(self.shift_card, line=line)


def keys_of(card: ShiftCardView) -> set[RowKey]:
    """Return subject and slot of what a shift's card itself asks; the review's slot is its week."""
    keys = {(one.subject, one.slot) for one in card.asking}
    return keys if card.review is None else keys | {(REVIEW, card.review.week)}


def _without(view: ShiftCardView, key: RowKey) -> ShiftCardView | None:
    """Return a shift's card without what was answered; None for a start card that asks nothing else."""
    left = tuple(one for one in view.contacts if (one.subject, one.slot) != key)
    answered = view.review is not None and key == (REVIEW, view.review.week)
    found = replace(view, contacts=left, review=None if answered else view.review)
    return found if found.waits or found.kind is CardKind.END else None
