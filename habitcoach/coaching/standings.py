"""How each habit stands: its days, periods and streak, worked out once and kept until something changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.changes import Changed
from habitcoach.core.calendar import Calendar
from habitcoach.core.following import follows
from habitcoach.core.habit import Habit, HabitId, Pause
from habitcoach.core.judging import Judged, Outcome, judge
from habitcoach.core.ledger import NOTHING, DayLog, by_date
from habitcoach.core.period import WeekStart
from habitcoach.core.streak import Streak, streak_of
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: Periods at the end that are judged anew with every entry.
_UNSETTLED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A habit's numbers at one moment."""

    days: Mapping[date, DayLog]
    periods: tuple[Judged, ...]  #: oldest first, the running one last
    streak: Streak

    def day(self, day: date) -> DayLog:
        """Return the log of a work date."""
        return self.days.get(day, NOTHING)

    def kept(self, day: date) -> bool:
        """Whether the period of a work date has reached its target already."""
        period = next((one for one in reversed(self.periods) if one.period.start <= day), None)
        return period is not None and period.outcome is Outcome.KEPT and day <= period.period.end

    @property
    def running(self) -> Judged | None:
        """The period that runs now."""
        return self.periods[-1] if self.periods else None


@dataclass(frozen=True, slots=True)
class _Known:
    """A standing, and what of it stays true when the log grows."""

    stamp: "_Stamp"
    today: date
    standing: Standing
    ended: tuple[Judged, ...]  #: all periods but the last two, which an undo or a late entry mostly touches
    streak: Streak  #: of those


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a standing rests on beside the log."""

    habit: Habit
    calendar: Calendar
    pauses: tuple[Pause, ...]
    week_start: WeekStart


class Standings:
    """Works standings out from the log and remembers them; a new entry costs its own period only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[HabitId, _Known] = {}
        self._stale: dict[HabitId, date] = {}
        self._others = store.change_count()

    def of(self, agenda: Agenda, habit: Habit) -> Standing:
        """Return how a habit stands now, with what other processes wrote even before anybody noticed it."""
        others = self._store.change_count()
        if others != self._others:
            self._others = others
            self._known.clear()
        stamp = _Stamp(habit, agenda.calendar, tuple(agenda.setting.pauses), agenda.setting.week_start)
        known = self._known.get(habit.id)
        if known is None or known.stamp != stamp:
            return self._work_out(agenda, habit, stamp, None, None)
        stale = self._stale.get(habit.id)
        if agenda.today != known.today:
            stale = min(known.today, agenda.today, stale or date.max)
        return known.standing if stale is None else self._work_out(agenda, habit, stamp, known, stale)

    def forget(self, changed: Changed) -> None:
        """Drop what a change has made untrue."""
        if changed.habit_id is None:
            self._known.clear()
            return
        # What follows a habit is due by that habit's log.
        followers = [
            one for one, known in self._known.items() if follows(known.stamp.habit, changed.habit_id)
        ]
        for habit_id in (changed.habit_id, *followers):
            if changed.since is None:
                self._known.pop(habit_id, None)
            else:
                self._stale[habit_id] = min(changed.since, self._stale.get(habit_id, date.max))

    def _work_out(
        self, agenda: Agenda, habit: Habit, stamp: _Stamp, known: _Known | None, stale: date | None
    ) -> Standing:
        """Judge what may have changed since a work date, and take the rest from what is known."""
        untouched = () if known is None or stale is None else known.ended
        if untouched and stale is not None and untouched[-1].period.end >= stale:
            untouched = tuple(one for one in untouched if one.period.end < stale)
        days: dict[date, DayLog] = {}
        since = None
        if known is not None and untouched:
            since = untouched[-1].period.end + DAY
            days = {day: log for day, log in known.standing.days.items() if day < since}
        days |= by_date(self._store.entries(habit.id, since))
        periods = tuple(judge(habit, days, agenda.setting, agenda.now, untouched))
        ended = periods[:-_UNSETTLED]
        if known is not None and untouched == known.ended and len(ended) >= len(untouched):
            streak = streak_of(ended[len(untouched) :], known.streak)
        else:
            streak = streak_of(ended)
        standing = Standing(days, periods, streak_of(periods[len(ended) :], streak))
        self._known[habit.id] = _Known(stamp, agenda.today, standing, ended, streak)
        self._stale.pop(habit.id, None)
        return standing
