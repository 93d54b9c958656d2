"""What *More* of the review page shows. Algorithms.md, section 10."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from habitcoach.coaching.decision_views import DecisionRow, Effect
from habitcoach.core.entry import EntryId
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.strength import Band
from habitcoach.core.suggesting import Hindrance


@dataclass(frozen=True, slots=True)
class DayBar:
    """What was done in one shift, against the shift before."""

    day: date
    done: int
    before: int | None  #: of the shift before; None without one
    compared: bool  #: both shifts are of similar length

    @property
    def passed(self) -> bool:
        """Whether it passed yesterday's high point."""
        return self.compared and self.before is not None and self.done > self.before


@dataclass(frozen=True, slots=True)
class HighPoints:
    """The chart "Against yesterday's high point"."""

    bars: tuple[DayBar, ...]
    best_before: int  #: most done in one shift before this week; 0 without any
    passed: int  #: how often the day before was passed


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A point of "it happens by itself"."""

    day: date
    kept: int  #: kept periods so far
    level: float  #: 1 … 7


@dataclass(frozen=True, slots=True)
class CurveView:
    """The answers of one habit and the curve through them."""

    habit_id: HabitId
    habit: str
    category: Category
    answers: tuple[CurvePoint, ...]  #: oldest first
    fitted: tuple[CurvePoint, ...]  #: one a week from the first answer to this week; empty without answers
    band: Band
    band_since: date | None  #: the day from which the word holds; None where it never was another


@dataclass(frozen=True, slots=True)
class Statements:
    """The four statements of one habit, this week's answers; None where not given."""

    habit_id: HabitId
    habit: str
    category: Category
    by_itself: int | None
    without_remembering: int | None
    without_thinking: int | None
    before_noticing: int | None


@dataclass(frozen=True, slots=True)
class WeekNote:
    """A note of the week, in the agent's words."""

    entry_id: EntryId
    habit_id: HabitId
    habit: str
    at: datetime  #: in the agent's zone
    text: str


class PrincipleFrom(StrEnum):
    """Where the principle to rethink comes from."""

    OWN = "own"  #: the agent wrote it in an earlier review
    HABIT = "habit"  #: why one of the agent's habits matters


class Rethought(StrEnum):
    """What the agent made of it."""

    NOT_YET = "not_yet"
    STILL_MINE = "still_mine"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class PrincipleView:
    """A principle to rethink."""

    text: str  #: as it stands now: rewritten, if it was
    comes_from: PrincipleFrom
    written_on: date | None  #: "You wrote this on 17 April"
    habit: str  #: the habit it belongs to, "" when it is the agent's own
    rethought: Rethought


@dataclass(frozen=True, slots=True)
class HinderedRow:
    """What helped or got in the way of a habit under four in five."""

    habit_id: HabitId
    habit: str
    category: Category
    kept: int  #: of the week
    due: int
    worst: tuple[date, int, int] | None  #: the day with least, done and goal: "Tuesday 2 of 6"
    hindered: frozenset[Hindrance]
    helped: str


@dataclass(frozen=True, slots=True)
class HabitFigures:
    """What stands behind one habit's line. Shares are 0 … 1, None where nothing was to be reckoned."""

    due: int
    kept: int
    skipped: int
    p: float | None
    weeks: tuple[tuple[int, int], ...]  #: kept and due of the last four weeks, oldest first
    streak: int
    best: int
    total: int
    bounced: int  #: misses after which the next one was kept …
    misses: int  #: … of so many
    self_started: float | None
    band: Band
    stage: Stage
    median_delay: timedelta | None
    put_off: float | None  #: share of cues held or snoozed
    hits: int
    of: int


@dataclass(frozen=True, slots=True)
class MoreView:
    """What *More* opens; `curves`, `statements`, `decisions` have a row for each habit of the page."""

    high_points: HighPoints
    curves: tuple[CurveView, ...]
    statements: tuple[Statements, ...]
    notes: tuple[WeekNote, ...]  #: by time
    moment: str
    principle: PrincipleView | None
    hindered: tuple[HinderedRow, ...]
    decisions: tuple[DecisionRow, ...]
    effects: tuple[Effect, ...]  #: what the last decisions did
    figures: Mapping[HabitId, HabitFigures] = field(default_factory=dict)

    @property
    def decided(self) -> int:
        """For how many habits a decision was made."""
        return sum(one.chosen is not None for one in self.decisions)
