"""A year of a habit's days, each with what it came to: the cells of the year map."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.explaining import Uncounted
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.standings import Standing
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.ledger import DayLog
from habitcoach.core.period import Period, first_weekday
from habitcoach.core.streak import Run
from habitcoach.core.target import Per
from habitcoach.core.wall import DAY

#: Weeks shown, the present one included.
WEEKS = 53
_A_WEEK = 7

_MARKS: Mapping[Outcome, Mark] = {
    Outcome.KEPT: Mark.KEPT,
    Outcome.PART: Mark.PART,
    Outcome.MISSED: Mark.MISSED,
    Outcome.OPEN: Mark.OPEN,
}


@dataclass(frozen=True, slots=True)
class YearCell:
    """One work date."""

    day: date
    mark: Mark
    value: float = 0.0  #: 0 … 1, how much of the goal was done
    done: int = 0  #: occasions, times or hits
    goal: int = 0  #: what `done` is held against; 0 for a day of a week's or month's goal
    uncounted: Uncounted | None = None  #: why it was not counted


def first_of_year(agenda: Agenda) -> date:
    """Return the first day shown: that of the week 52 weeks ago, by the weekday weeks start on."""
    weekday = first_weekday(agenda.setting.week_start)
    this_week = agenda.today - timedelta(days=(agenda.today.isoweekday() - weekday) % _A_WEEK)
    return this_week - timedelta(weeks=WEEKS - 1)


def year_cells(agenda: Agenda, habit: Habit, standing: Standing) -> tuple[YearCell, ...]:
    """Return a cell for each day of the last 53 weeks up to today, oldest first."""
    first = first_of_year(agenda)
    judged = {
        day: one for one in reversed(standing.periods) if one.period.end >= first for day in one.period.days()
    }
    count = (agenda.today - first).days + 1
    reader = _CellReader(agenda, habit, standing)
    return tuple(reader.read(first + n * DAY, judged.get(first + n * DAY)) for n in range(count))


@dataclass(frozen=True, slots=True)
class _CellReader:
    agenda: Agenda
    habit: Habit
    standing: Standing

    def read(self, day: date, judged: Judged | None) -> YearCell:
        if judged is None:
            return YearCell(day, Mark.NONE)
        log = self.standing.day(day)
        version = self.habit.version_on(day) or self.habit.newest
        if version.target.per is not Per.DAY:
            return self._of_longer(day, judged, log)
        if judged.outcome is Outcome.NEUTRAL:
            return self._neutral(day, log)
        mark = _MARKS[judged.outcome]
        if mark is Mark.MISSED and _covered(self.standing.streak.runs, judged.period):
            mark = Mark.COVERED
        return YearCell(day, mark, float(judged.value), judged.done, judged.goal)

    def _of_longer(self, day: date, judged: Judged, log: DayLog) -> YearCell:
        """Return a day of a week or month: what was done on it, and on its last day whether it was missed."""
        if log.logged:
            return YearCell(day, Mark.KEPT, 1.0, log.times or log.hits)
        if judged.outcome is Outcome.MISSED and day == judged.period.end:
            covered = _covered(self.standing.streak.runs, judged.period)
            mark = Mark.COVERED if covered else Mark.MISSED
            return YearCell(day, mark, float(judged.value), judged.done, judged.goal)
        return self._neutral(day, log)

    def _neutral(self, day: date, log: DayLog) -> YearCell:
        if log.day_skipped or log.skipped_slots:
            return YearCell(day, Mark.SKIPPED, uncounted=Uncounted.SKIPPED)
        return YearCell(day, Mark.OFF, uncounted=self._why(day))

    def _why(self, day: date) -> Uncounted:
        setting = self.agenda.setting
        if setting.paused(self.habit, day):
            return Uncounted.PAUSED
        if self.agenda.calendar.shift_on(day) is None:
            return Uncounted.OFF
        return Uncounted.UNKNOWN if setting.unknown(day) else Uncounted.NOTHING_DUE


def _covered(runs: tuple[Run, ...], period: Period) -> bool:
    """Whether a missed period's streak went on: it lies within one, or after the last of an open one."""
    return any(run.start < period.start and (run.open or period.end < run.end) for run in runs)
