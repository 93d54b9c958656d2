"""What windows and command line show: plain facts, read once, never written through."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from habitcoach.coaching.day_facts import CloseOutView, CoveredMiss
from habitcoach.coaching.fading import Faded
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, HabitId, Plan
from habitcoach.core.hold import HoldReason
from habitcoach.core.promise import PromiseId, PromiseState
from habitcoach.core.prompt import habit_subject
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Target
from habitcoach.core.trigger import Trigger


class OccasionState(StrEnum):
    """How an occasion of today stands."""

    LATER = "later"
    DUE = "due"
    HELD = "held"
    SNOOZED = "snoozed"
    DONE = "done"
    SKIPPED = "skipped"
    PASSED = "passed"  #: its window is over, or it was closed as not done


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A worked shift. All instants are aware and in the agent's zone."""

    name: str  #: "" for the unnamed shift of the default roster
    start: datetime
    end: datetime
    breaks: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class OccasionView:
    """One moment of today at which a habit is due."""

    subject: str
    slot: str
    habit_id: HabitId
    habit: str
    category: Category
    plan: Plan
    due_at: datetime  #: in the agent's zone
    closes_at: datetime  #: end of its window
    state: OccasionState
    streak: int
    per: str  #: "day", "week" or "month": what the streak counts
    stage: Stage = Stage.AT_THE_CUE  #: how far its cue is withdrawn
    quiet: bool = False  #: it comes without a cue: "you start this yourself"
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterView:
    """A habit met in every contact, or one that is logged when it happens."""

    habit_id: HabitId
    habit: str
    category: Category
    plan: Plan
    target: Target
    hits: int
    of: int  #: opportunities of a rate habit; equal to `hits` for others
    streak: int
    contact: bool  #: met in every contact; False for a manual habit


@dataclass(frozen=True, slots=True)
class HoldView:
    """Why the cues of every habit wait. Instants are in the agent's zone."""

    reason: HoldReason
    since: datetime
    until: datetime  #: when it ends by itself


@dataclass(frozen=True, slots=True)
class RestView:
    """A habit that rests: Today asks whether to start again, change or retire it."""

    habit_id: HabitId
    habit: str
    category: Category


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise to a customer. Instants are in the agent's zone."""

    promise_id: PromiseId
    subject: str
    slot: str  #: of the prompt that an answer given now is about
    due_at: datetime  #: the time promised
    work_date: date
    ticket: str
    note: str
    state: PromiseState
    stands: OccasionState  #: how it stands now; done when kept, also late, skipped when dropped
    reward: str  #: the promise habit's
    streak: int  #: of the promise habit, in shifts
    kept_in_all: int  #: promises ever kept in time
    retimed: int = 0
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None
    unconfirmed: bool = False  #: its cue may not have been seen


@dataclass(frozen=True, slots=True)
class OffDuty:
    """A promise was made for a time outside the agent's shifts."""

    due_at: datetime  #: in the agent's zone
    instead: datetime | None  #: when the agent is next on duty, None when nobody knows


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """Work dates in a row of which nobody knows whether the agent worked: Today asks."""

    first: date
    last: date
    dates: tuple[date, ...]  #: those with a shift, both ends among them


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


@dataclass(frozen=True, slots=True)
class RewardView:
    """The reward moment that follows a log within a second."""

    reward_id: int
    habit_id: HabitId
    habit: str
    text: str  #: the agent's own reward
    line: RewardLine
    streak_before: int
    streak: int
    per: str
    best: int
    total: int  #: kept periods in all
    to_milestone: int | None  #: periods to the next milestone
    next_milestone: int | None
    progress: tuple[int, int] | None  #: done and goal, or hits and opportunities
    treat: str  #: shown at a milestone
    at: datetime  #: in the agent's zone
    best_day: tuple[int, int | None] | None = None  #: a new personal best: hits and opportunities, or times
    asks_worth: bool = False  #: every tenth asks "Worth it? Yes · No"


@dataclass(frozen=True, slots=True)
class Answered:
    """What a done, skip, snooze or undo did."""

    habit_id: HabitId
    habit: str
    work_date: date
    slot: str | None
    kind: str  #: done, opportunity, skip, snooze
    count: int
    of: int | None
    streak: int
    reward: RewardView | None = None
    reason: str | None = None
    until: datetime | None = None  #: of a snooze, in the agent's zone
    promise: PromiseView | None = None  #: the promise it was about, as it stands now


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
