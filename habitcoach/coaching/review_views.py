"""What the review page shows: plain facts, read once, never written through. Algorithms.md, section 10."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habitcoach.coaching.decision_views import Effect
from habitcoach.core.decision import Decision, DecisionKind
from habitcoach.core.fading import Change, Stage
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.headline import Headline
from habitcoach.core.if_then import IfThen
from habitcoach.core.period import Period
from habitcoach.core.promise_tally import PromiseTally
from habitcoach.core.strength import Band
from habitcoach.core.suggesting import Advice


class ReviewState(StrEnum):
    """How a week's review stands."""

    TOO_EARLY = "too_early"  #: fewer than three shifts were lived; only `too_early` is to be shown
    OPEN = "open"  #: can be answered, decided and finished
    POSTPONED = "postponed"  #: the same, and it comes again with a start card at `put_off_until`
    FINISHED = "finished"  #: its decisions hold; answers and texts can still be changed
    PAST = "past"  #: a later one was finished first: nothing to decide any more


class Mark(StrEnum):
    """What a day of the ribbon shows."""

    KEPT = "kept"
    PART = "part"
    SKIPPED = "skipped"
    MISSED = "missed"
    COVERED = "covered"  #: missed, and a spare kept the streak whole: a thinner link
    OFF = "off"  #: day off, or nothing was due: a thread
    OPEN = "open"  #: runs still
    NONE = "none"  #: before the habit began, after it was retired, or still to come


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a habit's ribbon."""

    day: date
    mark: Mark
    number: int | None = None  #: hits or times of a habit that is counted; None where a tick stands
    of: int | None = None  #: opportunities of a rate


@dataclass(frozen=True, slots=True)
class EndedStreak:
    """A streak that ended in the week: "Ended Tue, was 3"."""

    day: date
    length: int


@dataclass(frozen=True, slots=True)
class Question:
    """What a habit's row asks: "It happens by itself", 1–7."""

    asked: bool  #: False in the week between, once it was answered four times
    mark: int | None = None  #: the answer of this week
    last: int | None = None  #: the answer before
    last_week: bool = False  #: that was the week before this one
    next_on: date | None = None  #: the day of the review that asks again; None when asked now


@dataclass(frozen=True, slots=True)
class HabitRow:
    """One habit's line of the week."""

    habit_id: HabitId
    habit: str
    category: Category
    cells: tuple[DayCell, ...]  #: one for each day of the week
    from_before: bool  #: the streak ran before the week: the ribbon's start fades in
    goes_on: bool  #: it runs on after it: the end fades out
    streak: int
    per: str  #: "day", "week" or "month": what the streak counts
    ended: EndedStreak | None
    question: Question
    band: Band
    stage: Stage
    stage_changes: tuple[Change, ...] = ()  #: of how its cue comes, from what was lived in the week
    proposed: Change | None = None  #: a step of its cue that the agent is asked about


@dataclass(frozen=True, slots=True)
class Figures:
    """The three figures below the headline."""

    longest: HabitRow | None  #: the habit with the longest streak; None without any
    promises: PromiseTally | None  #: None when none was due
    rewards_taken: int


class Chosen(StrEnum):
    """What the agent did with the one suggestion."""

    OPEN = "open"
    APPLIED = "applied"  #: on Finish
    NOT_NOW = "not_now"
    OTHERWISE = "otherwise"  #: another decision was made for that habit


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """The strongest suggestion of the week; its sentence is `texts.suggestions.advice_sentence(advice)`."""

    habit_id: HabitId
    habit: str
    category: Category
    kind: DecisionKind
    advice: Advice
    chosen: Chosen
    asks: bool  #: whether *Apply* needs a choice of the agent first: a cue, a reward, a smaller routine
    smaller: str = ""  #: the tiny version that would be the routine, of *make smaller*
    goal: int | None = None  #: the goal it would get


@dataclass(frozen=True, slots=True)
class TooEarly:
    """Says "Your first review is on Friday at 16:20"."""

    first_at: datetime | None  #: in the agent's zone; None when no shift lies ahead
    so_far: int  #: shifts lived with a habit
    to_come: int  #: shifts until then


@dataclass(frozen=True, slots=True)
class ReviewPageView:
    """A week's review: the screen of three minutes."""

    name: str  #: "2026-W47"
    number: int  #: of the ISO week: 47
    week: Period
    first: date  #: first and last shift of the week, or the week's ends when it had none
    last: date
    today: date
    state: ReviewState
    headline: Headline
    best_day: date | None  #: most done in one shift, ever; None when the week has no such day
    figures: Figures
    rows: tuple[HabitRow, ...]  #: in the agent's order
    suggestion: SuggestionView | None
    plan: IfThen  #: "If …, then next week I will …"
    plan_before: IfThen  #: what the review of the week before said
    starts_on: date  #: the shift that decisions of a Finish made now would hold from
    before: str | None  #: names of the weeks that can be opened on both sides
    after: str | None
    can_finish: bool
    can_undo: bool  #: finished, and nothing of it has begun
    further_habit: bool  #: there is room for a further one
    too_early: TooEarly | None = None
    put_off_until: datetime | None = None  #: in the agent's zone
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written and decided in a review, for whoever needs no more; instants in the agent's zone."""

    state: ReviewState
    plan: IfThen
    moment: str
    decisions: tuple[Decision, ...]
    effects: tuple[Effect, ...]
    put_off_until: datetime | None
    finished_at: datetime | None
