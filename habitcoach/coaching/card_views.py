"""What the start and end card of a shift show."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habitcoach.coaching.views import AbsenceView, CounterView, ShiftView
from habitcoach.core.prompt import habit_subject


class CardKind(StrEnum):
    """Which of a shift's two cards."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact habit on a card: its plan at the start of the shift, how often it was met at the end."""

    slot: str
    counter: CounterView
    asks: bool  #: whether its answer is still missing: *Got it*, or how often

    @property
    def subject(self) -> str:
        """What its prompt is about."""
        return habit_subject(self.counter.habit_id)


@dataclass(frozen=True, slots=True)
class YesterdayView:
    """Yesterday's high point, on the start card."""

    day: date  #: the shift before this one
    done: int  #: occasions done in it
    line: str  #: what the agent wrote about it, "" for nothing


@dataclass(frozen=True, slots=True)
class ReviewOffer:
    """The week's review on a card: *Review the week*, or put it off until the next shift starts."""

    week: str  #: "2026-W47"
    last_shift: bool  #: the card is that of the week's last shift; False where the review comes again
    later: datetime | None  #: when it would come again, in the agent's zone; None when nobody knows


@dataclass(frozen=True, slots=True)
class ShiftCardView:
    """What the start or end card holds beside its cues."""

    kind: CardKind
    shift: ShiftView
    minutes_left: int  #: of the shift; 0 once it is over
    contacts: tuple[ContactView, ...]
    line: str = ""  #: today's one line as it stands, on the end card
    meets_again: date | None = None  #: the shift whose start card shows that line again
    yesterday: YesterdayView | None = None  #: on the start card; None where there is nothing to show
    review: ReviewOffer | None = None  #: the week's review waits for an answer
    absence: AbsenceView | None = None  #: on the start card: what to ask the agent who is back

    @property
    def work_date(self) -> date:
        """The work date of its shift."""
        return self.shift.start.date()

    @property
    def waits(self) -> bool:
        """Whether anything of its own waits for an answer."""
        return bool(self.asking) or self.review is not None

    @property
    def asking(self) -> tuple[ContactView, ...]:
        """The contact habits whose answer is still missing."""
        return tuple(one for one in self.contacts if one.asks)
