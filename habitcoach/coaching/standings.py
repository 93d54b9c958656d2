"""How each habit stands: its days, periods and streak, worked out once and kept until something changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.past_streaks import PastStreaks
from habitcoach.coaching.promise_habit import is_promise_habit, open_since, unanswered
from habitcoach.core.attendance import Attendance
from habitcoach.core.calendar import Calendar
from habitcoach.core.differences import first_difference, first_other_pause, first_other_version
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
#: What `approach` works out at a stretch: some milliseconds.
A_STRETCH = timedelta(days=183)
#: How far before a changed date another one may hang on it, within its month.
_REACH = timedelta(days=7)


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
    calendar: Calendar
    attendance: Attendance
    today: date
    standing: Standing
    ended: tuple[Judged, ...]  #: all periods but the last two, which an undo or a late entry mostly touches
    streak: Streak  #: of those


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a standing rests on beside the log, the shifts and being there."""

    habit: Habit
    pauses: tuple[Pause, ...]
    week_start: WeekStart


class Standings:
    """Works standings out from the log and remembers them; a new entry costs its own period only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.past = PastStreaks()
        self._known: dict[HabitId, _Known] = {}
        self._stale: dict[HabitId, date] = {}
        self._others = store.change_count()
        #: Ten years of dates are compared once for all habits.
        self._compared: tuple[Calendar, Calendar, date | None] | None = None
        self._attended: tuple[Attendance, Attendance, date | None] | None = None
        self._newest = store.newest_entry_id()

    def of(self, agenda: Agenda, habit: Habit) -> Standing:
        """Return how a habit stands now, with what other processes wrote even before anybody noticed it."""
        return self._of(agenda, habit, None)

    def approach(self, agenda: Agenda, habit: Habit) -> Iterator[Agenda]:
        """Work a habit out by half-years, yielding after each the agenda of that day, today's at the end.

        Whoever has all of it at once waits as long as for `of`; in between, others get their turn.
        """
        known = self._known.get(habit.id)
        anew = known is None or _changed_since(known.stamp, _stamp(agenda, habit)) == date.min
        day = habit.first_date if known is None or anew else known.today
        while day + A_STRETCH < agenda.today:
            day += A_STRETCH
            then = _as_of(day, agenda)
            self._of(then, habit, day)
            yield then
        self.of(agenda, habit)
        yield agenda

    def _of(self, agenda: Agenda, habit: Habit, until: date | None) -> Standing:
        self._catch_up()
        stamp = _stamp(agenda, habit)
        known = self._known.get(habit.id)
        otherwise = None if known is None else _changed_since(known.stamp, stamp)
        if known is None or otherwise == date.min:
            return self._work_out(agenda, habit, None, None, until)
        stale = self._stale.get(habit.id)
        if otherwise is not None:
            stale = min(otherwise, stale or date.max)
        if agenda.today != known.today:
            stale = min(known.today, agenda.today, stale or date.max)
        for changed in (self._otherwise_since(known, agenda), self._unseen_since(known, agenda)):
            stale = stale if changed is None else min(changed, stale or date.max)
        if stale is not None:
            return self._work_out(agenda, habit, known, stale, until)
        if known.calendar is not agenda.calendar or known.attendance is not agenda.setting.attendance:
            self._known[habit.id] = replace(
                known, calendar=agenda.calendar, attendance=agenda.setting.attendance
            )
        return known.standing

    def _otherwise_since(self, known: _Known, agenda: Agenda) -> date | None:
        """Return the first work date that is due otherwise now that the shifts have changed."""
        if known.calendar is agenda.calendar:
            return None
        if self._compared is None or self._compared[:2] != (known.calendar, agenda.calendar):
            first = first_difference(agenda.calendar, known.calendar)
            self._compared = (known.calendar, agenda.calendar, first)
        return _with_what_hangs_on_it(self._compared[2])

    def _unseen_since(self, known: _Known, agenda: Agenda) -> date | None:
        """Return the first work date of which it is known otherwise now whether anybody was there."""
        attendance = agenda.setting.attendance
        if known.attendance is attendance:
            return None
        if self._attended is None or not (
            self._attended[0] is known.attendance and self._attended[1] is attendance
        ):
            self._attended = (known.attendance, attendance, attendance.differs_from(known.attendance))
        return self._attended[2]

    def heed(self, changed: Changed) -> None:
        """Drop what an announced change has made untrue; what is no log is looked at with every asking."""
        if changed.habit_id is not None:
            self.forget(changed)

    def forget(self, changed: Changed) -> None:
        """Drop what was worked out for a habit, all of it or from a work date on; without a habit, all."""
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

    def _catch_up(self) -> None:
        """Take in what other processes have written: entries are only ever added to the log."""
        others = self._store.change_count()
        if others == self._others:
            return
        newest = self._store.newest_entry_id()
        if newest < self._newest:
            self._known.clear()  # the file was put back to an older one
        for habit_id, since in self._store.logged_after(self._newest).items():
            self.forget(Changed(habit_id, since))
        for known in list(self._known.values()):
            if is_promise_habit(known.stamp.habit):
                # Open promises are in no log; whatever else became of one is.
                opened = open_since(self._store)
                self.forget(Changed(known.stamp.habit.id, opened or date.max))
        self._others = others
        if not self._store.is_writing():
            self._newest = newest  # one that may yet be rolled back would hide another with its number

    def _work_out(
        self, agenda: Agenda, habit: Habit, known: _Known | None, stale: date | None, until: date | None
    ) -> Standing:
        """Judge what may have changed since a work date, and take the rest from what is known.

        The log is read until a work date, if that is all that will be asked of it now.
        """
        untouched = () if known is None or stale is None else known.ended
        if untouched and stale is not None and untouched[-1].period.end >= stale:
            untouched = tuple(one for one in untouched if one.period.end < stale)
        days: dict[date, DayLog] = {}
        since = None
        if known is not None and untouched:
            since = untouched[-1].period.end + DAY
            days = {day: log for day, log in known.standing.days.items() if day < since}
        days |= self._logs(agenda, habit, since, until)
        periods = tuple(judge(habit, days, agenda.setting, agenda.now, untouched))
        ended = periods[:-_UNSETTLED]
        if known is not None and untouched == known.ended and len(ended) >= len(untouched):
            streak = streak_of(ended[len(untouched) :], known.streak)
        else:
            streak = streak_of(ended)
        standing = Standing(days, periods, streak_of(periods[len(ended) :], streak))
        basis = _stamp(agenda, habit), agenda.calendar, agenda.setting.attendance
        self._known[habit.id] = _Known(*basis, agenda.today, standing, ended, streak)
        self._stale.pop(habit.id, None)
        return standing

    def _logs(
        self, agenda: Agenda, habit: Habit, since: date | None, until: date | None
    ) -> Mapping[date, DayLog]:
        if not is_promise_habit(habit):
            return self._store.day_logs(habit.id, since, until)
        entries = self._store.entries(habit.id, since, until)
        return by_date([*entries, *unanswered(self._store, habit, agenda.today, since)])


def _changed_since(before: _Stamp, after: _Stamp) -> date | None:
    """Return the first work date that may be judged otherwise now; None for none, date.min for all."""
    if before == after:
        return None
    if before.week_start != after.week_start or before.habit.first_date != after.habit.first_date:
        return date.min
    found = [
        first_other_version(before.habit, after.habit),
        first_other_pause(before.pauses, after.pauses, after.habit),
    ]
    first = min((one for one in found if one is not None), default=None)
    # Only a name, or a pause of another habit: the stamp is renewed, and next to nothing judged.
    return date.max if first is None else _with_what_hangs_on_it(first)


def _with_what_hangs_on_it(first: date | None) -> date | None:
    """Return the date from which to judge anew when what is due changes on a date.

    The one cue of a month or a week, and a wall time off duty, hang on what surrounds them.
    """
    if first is None or first - date.min < _REACH:
        return first
    return (first - _REACH).replace(day=1)


def _stamp(agenda: Agenda, habit: Habit) -> _Stamp:
    return _Stamp(habit, tuple(agenda.setting.pauses), agenda.setting.week_start)


def _as_of(day: date, agenda: Agenda) -> Agenda:
    """Return an agenda as it would be had the agent looked at it at the end of a work date."""
    now = agenda.calendar.end_of(day) - timedelta(seconds=1)
    return replace(agenda, now=now, today=agenda.calendar.work_date(now))
