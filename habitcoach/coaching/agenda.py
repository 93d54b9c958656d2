"""The agent's habits and calendar as they stand at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import lru_cache

from habitcoach.coaching.logged_times import LoggedTimes
from habitcoach.core import calendar
from habitcoach.core.attendance import Attendance
from habitcoach.core.breaks import break_holds, waits_in_breaks
from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import DutyDates
from habitcoach.core.errors import RefusedError
from habitcoach.core.habit import ARCHIVED, RESTING, Habit, HabitId
from habitcoach.core.hold import WRAP_UP, Hold, holding
from habitcoach.core.judging import Setting
from habitcoach.core.occasions import Occasion, occasions_on
from habitcoach.core.period import MONDAY, Weeks, WeekStart
from habitcoach.core.roster import Roster
from habitcoach.ports import Clock, Store

WEEK_START = "week_start"
DAY_START = "day_start"
#: The zone in force when dates were last written down.
ZONE_LIVED_IN = "zone_lived_in"


@dataclass(frozen=True, slots=True)
class Agenda:
    """A snapshot that views and decisions are made from."""

    now: datetime  #: UTC
    zone: tzinfo
    today: date  #: the work date that runs
    habits: Sequence[Habit]  #: in the agent's order, archived ones too
    setting: Setting
    holds: Sequence[Hold] = ()  #: those that have not been released yet
    breaks: Sequence[Hold] = ()  #: of today's shift

    @property
    def calendar(self) -> Calendar:
        """The shifts."""
        return self.setting.calendar

    def habit(self, habit_id: HabitId) -> Habit | None:
        """Return one habit."""
        return next((one for one in self.habits if one.id == habit_id), None)

    def existing(self, habit_id: HabitId) -> Habit:
        """Return one habit. Raises RefusedError when there is none with this number."""
        habit = self.habit(habit_id)
        if habit is None:
            raise RefusedError("no_such_habit", query=habit_id)
        return habit

    def archived(self, habit: Habit) -> bool:
        """Whether the agent has retired a habit; one that a review retires goes on until its last date."""
        return self._left_out(habit, ARCHIVED, self.today)

    def resting(self, habit: Habit) -> bool:
        """Whether a habit rests, or will from the next work date on."""
        return self._left_out(habit, RESTING, date.max)

    def _left_out(self, habit: Habit, reason: str, by: date) -> bool:
        """Whether a pause without an end that begins by a date leaves a habit out."""
        return any(
            pause.reason == reason
            and pause.to_date is None
            and pause.habit_id == habit.id
            and pause.from_date <= by
            for pause in self.setting.pauses
        )

    def active(self) -> list[Habit]:
        """Return the habits that are not retired."""
        return [one for one in self.habits if not self.archived(one)]

    def occasions(self, habit: Habit, day: date) -> tuple[Occasion, ...]:
        """Return the occasions of a habit on a work date, none while it is paused."""
        if self.setting.paused(habit, day):
            return ()
        setting = self.setting
        return occasions_on(habit, day, setting.calendar, setting.week_start, setting.done_times)

    def held(self, habit_id: HabitId, *, snoozed: bool = False) -> Hold | None:
        """Return what holds the cues of a habit now; a snoozed one comes in a break too."""
        hold = holding(self.holds, habit_id, self.now)
        if hold is not None or snoozed:
            return hold
        habit = self.habit(habit_id)
        return None if habit is None else holding(self.breaks_for(habit), habit_id, self.now)

    def held_all(self) -> Hold | None:
        """Return what holds cues of no habit, such as the review; breaks do not."""
        return holding(self.holds, None, self.now)

    def breaks_for(self, habit: Habit) -> Sequence[Hold]:
        """Return the breaks of today's shift that hold the cues of a habit."""
        version = habit.version_on(self.today) or habit.newest
        return self.breaks if waits_in_breaks(version.trigger) else ()

    def local(self, moment: datetime) -> datetime:
        """Return an instant in the agent's zone."""
        return moment.astimezone(self.zone)


def read_agenda(store: Store, clock: Clock) -> Agenda:
    """Read the agent's habits and calendar as they are now."""
    now, zone = clock.now(), clock.zone()
    kept = store.setting(DAY_START)
    day_start = calendar.DAY_START if kept is None else time.fromisoformat(kept)
    recorded = _Recorded(tuple(store.rosters()), store.duty(), day_start)
    name = store.setting(ZONE_LIVED_IN)
    before = None if name is None or name == str(zone) else store.zone_named(name)
    shifts = _calendar_at(now, zone, before, recorded)
    today = shifts.work_date(now)
    setting = Setting(
        shifts,
        store.pauses(),
        weeks_from(store.setting(WEEK_START)),
        LoggedTimes(store),
        Attendance(today, store.known_dates()),
    )
    shift = shifts.shift_on(today)
    breaks = () if shift is None else break_holds(shift)
    return Agenda(now, zone, today, store.habits(), setting, store.holds(now - WRAP_UP), breaks)


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What is on file of when the agent works."""

    rosters: tuple[Roster, ...]
    duty: DutyDates
    day_start: time


def _calendar_at(now: datetime, zone: tzinfo, before: tzinfo | None, recorded: _Recorded) -> Calendar:
    """Return the calendar in a zone; dates that passed in the zone before it stay there."""
    found = _calendar(zone, recorded, None)
    if before is None:
        return found
    # A date has passed as soon as it has in either zone.
    passed = max(found.work_date(now), _calendar(before, recorded, None).work_date(now))
    return _calendar(zone, recorded, (before, passed))


def weeks_from(stored: str | None) -> WeekStart:
    """Read the setting: "1", or with later turns "1 2026-11-29=7"."""
    first, *turns = (stored or str(MONDAY)).split()
    if not turns:
        return int(first)
    parted = (turn.split("=") for turn in turns)
    return Weeks(int(first), tuple((date.fromisoformat(day), int(weekday)) for day, weekday in parted))


def weeks_text(weeks: Weeks) -> str:
    """Write the setting."""
    return " ".join([str(weeks.first), *(f"{day}={weekday}" for day, weekday in weeks.turns)])


@lru_cache(maxsize=4)
def _calendar(zone: tzinfo, recorded: _Recorded, moved: tuple[tzinfo, date] | None) -> Calendar:
    """Return the same calendar as long as nothing changed: it remembers the shifts it worked out."""
    return Calendar(zone, recorded.rosters, recorded.duty, recorded.day_start, moved)
