"""What the agent says about shifts in the first run, made a roster at once."""

from collections.abc import Mapping
from datetime import date, time

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.duty import Duty
from habitcoach.coaching.first_run import FirstRun
from habitcoach.coaching.roster_import import RosterImport
from habitcoach.coaching.shift_choices import AS_PLANNED, ShiftChoosing, ShiftWish, WishKind
from habitcoach.core.imported_roster import ImportedRoster
from habitcoach.core.roster import Roster, ShiftPattern, roster_on
from habitcoach.core.week_pattern import WEEK_DAYS, Week, WeekPattern, weeks_of
from habitcoach.ports import Clock, Store

Shifts = Mapping[str, ShiftPattern]

#: The shifts that are offered before the agent has any: early, late, night.
STARTING_SHIFTS = (
    ShiftPattern(time(8), time(16, 30)),
    ShiftPattern(time(13), time(21, 30)),
    ShiftPattern(time(22), time(6)),
)
_FRIDAY = 5


class FirstShifts:
    """Turns a choice of today's shift, a switch and a grid into a roster that holds from today on."""

    def __init__(
        self, store: Store, clock: Clock, duty: Duty, choosing: ShiftChoosing, first_run: FirstRun
    ) -> None:
        self._store = store
        self._clock = clock
        self._duty = duty
        self._choosing = choosing
        self._first_run = first_run

    def shifts(self, offered: Shifts) -> Shifts:
        """Return the agent's shifts; those `offered` before there are any."""
        agenda = read_agenda(self._store, self._clock)
        rosters = self._store.rosters()
        return roster_on(rosters, agenda.today).shifts if rosters else offered

    def work_today(self, shifts: Shifts, name: str) -> None:
        """Have today's shift be the one of this name; without a rotation, Monday to Friday too."""
        view = self._first_run.view()
        agenda = read_agenda(self._store, self._clock)
        if not view.rotates:
            pattern = WeekPattern(shifts, (_work_week(name, self._start(agenda)),), self._start(agenda))
            self._duty.set_roster(pattern.roster(agenda.today))
        elif name not in agenda.calendar.roster_on(agenda.today).shifts:
            self._add(agenda, shifts)
        self._be_on(name)

    def rotate(self, shifts: Shifts, *, rotates: bool) -> None:
        """Have two weeks come in turn, of today's shift and the one after it; or one week again."""
        self._first_run.say_rotating(rotates=rotates)
        view = self._first_run.view()
        agenda = read_agenda(self._store, self._clock)
        names = list(shifts)
        today = view.today.name if view.chosen and view.today is not None else names[0]
        first = today if today in shifts else names[0]
        after = names[(names.index(first) + 1) % len(names)]
        start = self._start(agenda)
        weeks = tuple(_work_week(name, start) for name in ([first, after] if rotates else [first]))
        self._duty.set_roster(WeekPattern(shifts, weeks, start).roster(agenda.today))
        if view.chosen:
            self._be_on(first)

    def change(self, pattern: WeekPattern) -> None:
        """Live by a changed pattern; today follows it where today's own day was changed."""
        agenda = read_agenda(self._store, self._clock)
        before = agenda.calendar.roster_on(agenda.today)
        after = pattern.roster(agenda.today)
        self._duty.set_roster(after)
        if before.named(agenda.today) != after.named(agenda.today):
            self._choosing.choose(AS_PLANNED)

    def take_in(self, found: ImportedRoster) -> RosterImport:
        """Live by a planner's file, and return what that changed. Raises InputError `roster_is_past`."""
        plan = self._duty.import_shifts(found)
        agenda = read_agenda(self._store, self._clock)
        pattern = weeks_of(agenda.calendar.roster_on(agenda.today), agenda.today)
        self._first_run.say_rotating(rotates=pattern is None or len(pattern.weeks) > 1)
        return plan

    def _add(self, agenda: Agenda, shifts: Shifts) -> None:
        """Give the roster shifts it does not have yet, on no day so far."""
        roster = agenda.calendar.roster_on(agenda.today)
        self._duty.set_roster(_from(roster, agenda.today, {**roster.shifts, **shifts}))

    def _be_on(self, name: str) -> None:
        agenda = read_agenda(self._store, self._clock)
        planned = agenda.calendar.roster_on(agenda.today).named(agenda.today)
        self._choosing.choose(AS_PLANNED if planned == name else ShiftWish(WishKind.NAMED, name))

    @staticmethod
    def _start(agenda: Agenda) -> int:
        first = agenda.setting.week_start
        return first if isinstance(first, int) else first.latest()


def _from(roster: Roster, today: date, shifts: Shifts) -> Roster:
    return Roster(today, roster.cycle_start, shifts, roster.days)


def _work_week(name: str, week_start: int) -> Week:
    """Return a week with a shift from Monday to Friday."""
    weekdays = ((week_start - 1 + day) % WEEK_DAYS + 1 for day in range(WEEK_DAYS))
    return tuple(name if weekday <= _FRIDAY else None for weekday in weekdays)
