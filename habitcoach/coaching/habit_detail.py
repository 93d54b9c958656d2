"""What the habit's page shows beside what its line in the list says, read in short stretches."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.band_since import band_since
from habitcoach.coaching.cue_facts import CueFacts, CueFactsReader
from habitcoach.coaching.notes import Notes, NoteView
from habitcoach.coaching.standings import Standing
from habitcoach.coaching.strength_reader import StrengthReader
from habitcoach.coaching.strengths import curve_of
from habitcoach.coaching.year_map import YearCell, year_cells
from habitcoach.core.automaticity import Answer, Curve, outlook
from habitcoach.core.habit import RESTING, Habit, HabitId, Version
from habitcoach.core.streak import Run
from habitcoach.core.strength import Band
from habitcoach.core.target import TargetKind

#: Streaks shown, the present one among them.
STREAKS = 5


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer to "it happens by itself", as a point of the curve."""

    day: date
    kept: int  #: kept periods until then
    mean: float  #: 1 … 7


@dataclass(frozen=True, slots=True)
class ByItself:
    """How much a habit happens by itself."""

    answers: tuple[AnswerView, ...]  #: oldest first
    curve: Curve | None  #: the curve through them; None without any
    kept: int  #: kept periods until now
    outlook: tuple[int, int] | None  #: between how many more kept periods it may level off


@dataclass(frozen=True, slots=True)
class HabitDetailView:
    """The charts and lists of one habit."""

    habit_id: HabitId
    today: date
    per: str  #: "day", "week" or "month": what the streak counts
    times: int | None  #: times or hits in all, of a habit that is counted; None for one that is ticked
    band: Band
    band_since: date | None  #: None where it has never been another
    cells: tuple[YearCell, ...]  #: the last 53 weeks up to today, oldest first
    by_itself: ByItself
    runs: tuple[Run, ...]  #: the last five streaks, newest first
    best: int  #: the longest streak
    notes: tuple[NoteView, ...]  #: newest first
    can_note: bool  #: there is a line of the log that a note can stand beside
    cues: CueFacts  #: how its cue does
    versions: tuple[Version, ...]  #: newest first
    resting_since: date | None

    @property
    def lived(self) -> bool:
        """Whether any day has come to something yet."""
        return bool(self.times) or any(one.value > 0 or one.done for one in self.cells)


@dataclass(frozen=True, slots=True)
class HabitDetailReader:
    """Reads habits' pages."""

    strengths: StrengthReader
    notes: Notes
    cues: CueFactsReader

    def read(self, agenda: Agenda, habit: Habit) -> Generator[None, None, HabitDetailView]:
        """Return a habit's page; yield between stretches of some milliseconds."""
        for _ in self.strengths.standings.approach(agenda, habit):
            yield
        standing = self.strengths.standings.of(agenda, habit)
        by_itself = self._by_itself(agenda, habit, standing)
        yield
        curve = by_itself.curve or curve_of(())
        back = self.strengths.stages.steadiness_back(agenda, habit)
        band, since = yield from band_since(back, standing.streak.total, curve, agenda.today)
        cells = year_cells(agenda, habit, standing)
        yield
        cues = self.cues.of(agenda, habit.id)
        yield
        return HabitDetailView(
            habit_id=habit.id,
            today=agenda.today,
            per=habit.newest.target.per.value,
            times=_times(habit, standing),
            band=band,
            band_since=since,
            cells=cells,
            by_itself=by_itself,
            runs=tuple(reversed(standing.streak.runs[-STREAKS:])),
            best=standing.streak.best,
            notes=tuple(self.notes.all(habit.id)),
            can_note=self.notes.can_add(habit.id),
            cues=cues,
            versions=tuple(reversed(habit.versions)),
            resting_since=_resting_since(agenda, habit),
        )

    def _by_itself(self, agenda: Agenda, habit: Habit, standing: Standing) -> ByItself:
        answers = self.strengths.answers(agenda, habit)
        ratings = self.strengths.stages.of(agenda, habit).ratings
        points = [_point(rating.work_date, answer) for rating, answer in zip(ratings, answers, strict=True)]
        kept = standing.streak.total
        curve = curve_of(answers) if answers else None
        ahead = None if curve is None else outlook(curve, len(answers), kept)
        return ByItself(tuple(points), curve, kept, ahead)


def _point(day: date, answer: Answer) -> AnswerView:
    return AnswerView(day, answer.kept, answer.mean)


def _times(habit: Habit, standing: Standing) -> int | None:
    if habit.newest.target.kind is TargetKind.CHECK:
        return None
    rate = habit.newest.target.kind is TargetKind.RATE
    return sum(log.hits if rate else log.times for log in standing.days.values())


def _resting_since(agenda: Agenda, habit: Habit) -> date | None:
    if not agenda.resting(habit):
        return None
    pauses = (one for one in agenda.setting.pauses if one.reason == RESTING and one.habit_id == habit.id)
    return max((one.from_date for one in pauses if one.covers(habit.id, agenda.today)), default=None)
