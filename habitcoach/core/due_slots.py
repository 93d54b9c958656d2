"""The due slots of one habit, date after date. `slots_on` is what they must equal."""

from datetime import date

from habitcoach.core.calendar import Calendar
from habitcoach.core.following import DoneTimes, never_done
from habitcoach.core.habit import Habit, Version
from habitcoach.core.layout import Layouts
from habitcoach.core.occasions import slots_on
from habitcoach.core.period import MONDAY, WeekStart
from habitcoach.core.recurrence import falls_on
from habitcoach.core.trigger import AroundShift, At, Every


class DueSlots:
    """Answers like `slots_on` for one habit, fast over years of dates.

    On dates around which the shifts lie alike, the same places in the day are due: they are worked out on the
    first of them and taken over on the others. Where the clock changes nearby, and for triggers that look at
    more than the shifts, every date is worked out on its own.
    """

    def __init__(
        self, habit: Habit, calendar: Calendar, week_start: WeekStart = MONDAY, done: DoneTimes = never_done
    ) -> None:
        self._habit = habit
        self._calendar = calendar
        self._week_start = week_start
        self._done = done
        self._known: dict[date, dict[int, tuple[str, ...]]] = {one.from_date: {} for one in habit.versions}
        self._since = {one.from_date: habit.first_with(one.trigger) for one in habit.versions}

    def on(self, day: date) -> set[str]:
        """Return the slots due on a date."""
        places = self._places(day)
        if places is None:
            return slots_on(self._habit, day, self._calendar, self._week_start, self._done)
        return {f"{day}/{place}" for place in places}

    def count(self, day: date) -> int:
        """Return how many slots are due on a date."""
        places = self._places(day)
        return len(self.on(day) if places is None else places)

    def _places(self, day: date) -> tuple[str, ...] | None:
        """Return the places in the day that are due; None where only the date itself can tell."""
        version = self._habit.version_on(day)
        absent = self._calendar.absent(day)
        layouts = None if version is None or absent else _layouts_for(version, self._calendar)
        layout = None if layouts is None else layouts.on(day)
        if version is None or layout is None:
            return None
        trigger, since = version.trigger, self._since[version.from_date]
        if isinstance(trigger, At) and not falls_on(trigger, day, since, self._week_start):
            return ()
        known = self._known[version.from_date]
        if layout not in known:
            prefix = f"{day}/"
            slots = slots_on(self._habit, day, self._calendar, self._week_start, self._done)
            known[layout] = tuple(slot.removeprefix(prefix) for slot in slots)
        return known[layout]


def _layouts_for(version: Version, calendar: Calendar) -> Layouts | None:
    """Return the layouts that settle what a version's trigger means on a date; None where they do not."""
    match version.trigger:
        case At(anyway=True):
            return calendar.far
        case At() | Every() | AroundShift():
            return calendar.near
        case _:
            return None
