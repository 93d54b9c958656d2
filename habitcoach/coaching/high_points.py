"""How much was done in each shift, all habits together; kept until something changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.more_views import DayBar, HighPoints
from habitcoach.coaching.standings import Standings
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.high_points import similar
from habitcoach.core.ledger import DayLog
from habitcoach.core.period import Period
from habitcoach.core.trigger import Contact, Manual, Promised
from habitcoach.core.wall import DAY

_DAYS_BACK = 14  # how far the shift before may lie for its number to be worth comparing
_COUNTED = (Contact, Manual, Promised)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What one habit adds, and what that rests on."""

    habit: Habit
    days: Mapping[date, DayLog]
    done: Mapping[date, int]


class HighPointReader:
    """Counts occasions done, as the ring on Today does; contacts and what is merely counted are no part."""

    def __init__(self, standings: Standings) -> None:
        self._standings = standings
        self._known: dict[HabitId, _Counted] = {}
        self._all: tuple[tuple[Mapping[date, int], ...], dict[date, int]] = ((), {})

    def counting(self, agenda: Agenda) -> Iterator[None]:
        """Count habit after habit, yielding after each; what is asked afterwards has only to be added up."""
        for habit in agenda.habits:
            self._done(agenda, habit)
            yield

    def by_day(self, agenda: Agenda) -> Mapping[date, int]:
        """Return the occasions done on every work date that has some."""
        parts = tuple(self._done(agenda, one) for one in agenda.habits)
        before = self._all[0]
        if len(parts) != len(before) or any(one is not two for one, two in zip(parts, before, strict=True)):
            found: dict[date, int] = {}
            for part in parts:
                for day, done in part.items():
                    found[day] = found.get(day, 0) + done
            self._all = (parts, found)
        return self._all[1]

    def _done(self, agenda: Agenda, habit: Habit) -> Mapping[date, int]:
        days = self._standings.of(agenda, habit).days
        known = self._known.get(habit.id)
        if known is None or known.days is not days or known.habit != habit:
            counted = [isinstance(one.trigger, _COUNTED) for one in habit.versions]
            mixed = any(counted) and not all(counted)
            known = _Counted(habit, days, {} if all(counted) else _by_day(habit, days, mixed=mixed))
            self._known[habit.id] = known
        return known.done

    def of_week(self, agenda: Agenda, week: Period) -> HighPoints:
        """Return the shifts of a week against the ones before them."""
        done = self.by_day(agenda)
        bars = []
        for day in week.days():
            if day > agenda.today or (agenda.calendar.shift_on(day) is None and not done.get(day)):
                continue
            bars.append(self._bar(agenda, day, done))
        best = max((number for day, number in done.items() if day < week.start), default=0)
        return HighPoints(tuple(bars), best, sum(one.passed for one in bars))

    def best_day(self, agenda: Agenda, week: Period) -> date | None:
        """Return the day of a week on which more was done than on any before; None without one.

        The first day ever has none to beat.
        """
        done = self.by_day(agenda)
        best = max((number for day, number in done.items() if day < week.start), default=0)
        inside = [day for day in week.days() if done.get(day, 0)]
        top = max(inside, key=lambda day: done[day], default=None)
        return top if top is not None and 0 < best < done[top] else None

    def before(self, agenda: Agenda, day: date) -> date | None:
        """Return the shift before a work date; None when none lies near."""
        earlier = (day - number * DAY for number in range(1, _DAYS_BACK + 1))
        return next((one for one in earlier if agenda.calendar.shift_on(one) is not None), None)

    def _bar(self, agenda: Agenda, day: date, done: Mapping[date, int]) -> DayBar:
        before = self.before(agenda, day)
        if before is None:
            return DayBar(day, done.get(day, 0), None, compared=False)
        one, other = agenda.calendar.shift_on(day), agenda.calendar.shift_on(before)
        lengths = [shift.end - shift.start for shift in (one, other) if shift is not None]
        alike = len(lengths) > 1 and similar(*lengths)
        begun = any(habit.first_date <= before for habit in agenda.habits)
        return DayBar(day, done.get(day, 0), done.get(before, 0) if begun else None, compared=alike)


def _by_day(habit: Habit, days: Mapping[date, DayLog], *, mixed: bool) -> Mapping[date, int]:
    found = {}
    for day, log in days.items():
        if log.times == 0 or (mixed and _is_counted(habit, day)):
            continue
        found[day] = len(log.done_slots) + log.loose
    return found


def _is_counted(habit: Habit, day: date) -> bool:
    return isinstance((habit.version_on(day) or habit.newest).trigger, _COUNTED)
