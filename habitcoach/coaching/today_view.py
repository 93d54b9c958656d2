"""What Today shows, and what a delivery shows of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from habitcoach.coaching.card_views import ShiftCardView
from habitcoach.coaching.day_facts import CloseOutView, CoveredMiss
from habitcoach.coaching.views import (
    AbsenceView,
    CounterView,
    HoldView,
    OccasionState,
    OccasionView,
    PromiseView,
    RestView,
    ShiftView,
)


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the Today page, the tray and `habitcoach today` show."""

    now: datetime  #: in the agent's zone
    work_date: date
    duty: bool
    shift: ShiftView | None  #: None off duty
    next_shift: ShiftView | None  #: the first shift to come, for a day off
    occasions: tuple[OccasionView, ...]  #: by due time
    counters: tuple[CounterView, ...]
    has_habits: bool
    done_yesterday: int  #: occasions done on the duty date before; 0 hides the notch
    unconfirmed: frozenset[str] = field(default_factory=frozenset)  #: slots whose cue may not have been seen
    hold: HoldView | None = None
    resting: tuple[RestView, ...] = ()
    promises: tuple[PromiseView, ...] = ()  #: of today, open from before, or answered today
    absence: AbsenceView | None = None  #: what to ask the agent who is back
    asks_full_screen: bool = False  #: whether to ask if full screen for an hour is how the agent works
    card: ShiftCardView | None = None  #: the start or end card that still waits
    yesterday_line: str = ""  #: what the agent wrote about the shift before
    best_lately: int = 0  #: the most done on one of the last four weeks' dates before today
    covered: tuple[CoveredMiss, ...] = ()  #: misses since the last shift that left the streak whole
    close_out: CloseOutView | None = None  #: what the end of the shift will ask
    running_alone: int = 0  #: habits that have no cue any more because they run by themselves
    active: int = 0  #: habits that are neither retired nor resting

    @property
    def mostly_quiet(self) -> bool:
        """Whether most habits run by themselves, so that the app is silent on purpose."""
        return 2 * self.running_alone > self.active

    @property
    def card_waits(self) -> bool:
        """Whether the shift's card asks for something."""
        return self.card is not None and self.card.waits

    @property
    def waiting(self) -> tuple[OccasionView, ...]:
        """The occasions whose cue waits for an answer now."""
        return tuple(one for one in self.occasions if one.state is OccasionState.DUE and not one.quiet)

    @property
    def waiting_promises(self) -> tuple[PromiseView, ...]:
        """The promises that are due now or within minutes."""
        return tuple(one for one in self.promises if one.stands is OccasionState.DUE)


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One delivery of a cue: what the notification and the cue card say."""

    delivery: int
    occasions: tuple[OccasionView, ...]  #: none on a card of contact habits, or when all passed while away
    passed: int = 0  #: occasions that passed while away; more than 0 makes it the summary
    card: ShiftCardView | None = None
    promises: tuple[PromiseView, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether anything on it waits for an answer."""
        return bool(self.occasions or self.promises or (self.card is not None and self.card.waits))
