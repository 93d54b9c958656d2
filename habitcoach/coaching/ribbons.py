"""A habit's week as a ribbon: what each day of it came to, and how its streak went through it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.review_views import DayCell, EndedStreak, Mark
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.core.bests import figures
from habitcoach.core.habit import ARCHIVED, Habit
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.ledger import DayLog
from habitcoach.core.period import Period
from habitcoach.core.streak import Streak, streak_of
from habitcoach.core.target import TargetKind

_MARKS = {
    Outcome.KEPT: Mark.KEPT,
    Outcome.PART: Mark.PART,
    Outcome.MISSED: Mark.MISSED,
    Outcome.OPEN: Mark.OPEN,
}


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One habit's week."""

    cells: tuple[DayCell, ...]
    before: Streak  #: as the week began
    after: Streak  #: as it ended, or as it stands now
    ended: EndedStreak | None


def ribbon_of(agenda: Agenda, habit: Habit, standings: Standings, week: Period) -> Ribbon:
    """Return a habit's ribbon of a week that has begun."""
    standing = standings.of(agenda, habit)
    periods = standing.periods
    first = bisect_left(periods, week.start, key=lambda one: one.period.end)
    before = standings.past.after(habit.id, periods, first)
    marks: dict[date, Mark] = {}
    streak, ended = before, None
    for judged in periods[first:]:
        if judged.period.start > week.end:
            break
        counts = judged.period.end <= week.end
        after = streak_of([judged], streak) if counts else streak
        if streak.current and not after.current:
            ended = EndedStreak(judged.period.end, streak.current)
        covered = after.spares < streak.spares
        marks |= _marks(agenda, standing, judged, covered=covered)
        streak = after
    cells = [_cell(agenda, habit, standing, day, marks.get(day)) for day in week.days()]
    return Ribbon(tuple(_led_on(agenda, cells)), before, streak, ended)


def _led_on(agenda: Agenda, cells: Sequence[DayCell]) -> Iterator[DayCell]:
    """Yield the cells; a day off that is still to come is told where nothing stays open before it."""
    settled = False
    for cell in cells:
        ahead = cell.mark is Mark.NONE and cell.day > agenda.today
        if ahead and settled and agenda.calendar.shift_on(cell.day) is None:
            yield DayCell(cell.day, Mark.OFF)
            continue
        settled = cell.mark not in {Mark.NONE, Mark.OPEN, Mark.MISSED}
        yield cell


def _marks(agenda: Agenda, standing: Standing, judged: Judged, *, covered: bool) -> dict[date, Mark]:
    """Return what the days of one period show."""
    outcome, period = judged.outcome, judged.period
    days = period.days()
    found = {day: _by_log(standing.day(day)) for day in days}
    if len(days) == 1:
        if outcome is not Outcome.NEUTRAL:
            found[period.end] = Mark.COVERED if covered else _MARKS[outcome]
        return found
    # A week or a month is told by its days; what was not reached shows on its last shift without a log.
    if outcome in {Outcome.MISSED, Outcome.PART}:
        on_duty = (day for day in reversed(days) if agenda.calendar.shift_on(day) is not None)
        last = next((day for day in on_duty if found[day] is not Mark.KEPT), period.end)
        found[last] = Mark.COVERED if covered else _MARKS[outcome]
    elif outcome is Outcome.OPEN and found.get(agenda.today) is Mark.OFF:
        found[agenda.today] = Mark.OPEN
    return found


def _by_log(log: DayLog) -> Mark:
    if log.logged:
        return Mark.KEPT
    return Mark.SKIPPED if log.day_skipped or log.skipped_slots else Mark.OFF


def _cell(agenda: Agenda, habit: Habit, standing: Standing, day: date, mark: Mark | None) -> DayCell:
    retired = any(one.reason == ARCHIVED and one.covers(habit.id, day) for one in agenda.setting.pauses)
    if mark is None or retired or day > agenda.today or day < habit.first_date:
        return DayCell(day, Mark.NONE)
    target = (habit.version_on(day) or habit.newest).target
    log = standing.day(day)
    if mark is Mark.SKIPPED or target.kind is TargetKind.CHECK or log.estimated or not log.logged:
        return DayCell(day, mark)
    return DayCell(day, mark, *figures(target.kind, log))
