"""Duty: the agent's roster, moved shifts and days off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from habitcoach.coaching.absence import as_lived
from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.roster_import import IMPORTED_TO, RosterImport, plan_import
from habitcoach.core.duty import DutyChange
from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedRoster
from habitcoach.core.jsonshape import parse_wall_time
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.wall import DAY
from habitcoach.ports import Clock, Store

DEFAULT = "default"
MAX_SPAN = 366


class Duty:
    """When the agent works."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def set_roster(self, roster: Roster) -> None:
        """Have a roster hold from its date on; what lies before is judged by the one of its day.

        Where that date has passed, the agent corrects what was written down, but no date changed by hand.
        """
        with self._store.writing():
            self._store.put_roster(roster)
            agenda = read_agenda(self._store, self._clock)
            written = [one for one in agenda.calendar.duty if one.lived is not None and not one.changed]
            days = [one.work_date for one in written if one.work_date >= roster.from_date]
            self._store.put_duty(*(_planned(agenda, day) for day in days))
        self._announcer.announce(Changed())

    def move_shift(self, day: date, wish: str) -> None:
        """Give one date times ("10:00-18:30"), a shift of its roster by name, or its own back ("default").

        Raises InputError `not_a_shift`.
        """
        agenda = read_agenda(self._store, self._clock)
        if wish == DEFAULT:
            self._give_back(agenda, [day])
        else:
            self._store.put_duty(self._change(agenda, day, wish))
        self._announcer.announce(Changed())

    def take_off(self, days: Sequence[date], reason: str) -> None:
        """Make dates days off: neutral, with nothing due."""
        self._store.put_duty(*(DutyChange(day, "", None, reason) for day in days))
        self._announcer.announce(Changed())

    def understand(self, found: ImportedRoster) -> RosterImport:
        """Return what a planner's file would change, for the agent to look at; changes nothing.

        Raises InputError `roster_is_past`.
        """
        agenda = read_agenda(self._store, self._clock)
        reached = date.fromisoformat(self._store.setting(IMPORTED_TO) or date.min.isoformat())
        return plan_import(found, agenda, self._store.rosters(), self._store.duty_changes(), reached)

    def import_shifts(self, found: ImportedRoster) -> RosterImport:
        """Live by a planner's file on the dates it covers, from today on; return what that changed.

        A pattern it repeats in holds on after its last date. Raises InputError `roster_is_past`.
        """
        with self._store.writing():
            plan = self.understand(found)
            for roster in plan.rosters:
                self._store.put_roster(roster)
            self._store.put_duty(*plan.changes)
            for day in plan.dropped:
                self._store.drop_duty(day)
            if plan.cycle is not None:
                self._remember_reach(found.last)
        if not plan.changes_nothing:
            self._announcer.announce(Changed())
        return plan

    def _remember_reach(self, last: date) -> None:
        if last.isoformat() > (self._store.setting(IMPORTED_TO) or ""):
            self._store.put_setting(IMPORTED_TO, last.isoformat())

    def work_again(self, days: Sequence[date]) -> None:
        """Give dates their roster's shifts back."""
        self._give_back(read_agenda(self._store, self._clock), days)
        self._announcer.announce(Changed())

    def _give_back(self, agenda: Agenda, days: Sequence[date]) -> None:
        """Have the roster say what dates are; those that have passed stay where they were lived."""
        with self._store.writing():
            for day in days:
                record = agenda.calendar.duty.on(day)
                if record is not None and record.lived is not None:
                    self._store.put_duty(replace(_planned(agenda, day), reason=""))
                else:
                    self._store.drop_duty(day)

    @staticmethod
    def _change(agenda: Agenda, day: date, wish: str) -> DutyChange:
        roster = agenda.calendar.roster_on(day)
        named = {name.casefold(): name for name in roster.shifts}
        if wish.casefold() in named:
            name = named[wish.casefold()]
            return DutyChange(day, name, roster.shifts[name])
        start, _, end = wish.partition("-")
        begins, ends = parse_wall_time(start.strip()), parse_wall_time(end.strip())
        if begins is None or ends is None or begins == ends:
            raise InputError("shift", "not_a_shift", known=", ".join(name for name in roster.shifts if name))
        planned = roster.named(day)
        return DutyChange(day, planned or "", ShiftPattern(begins, ends))


def _planned(agenda: Agenda, day: date) -> DutyChange:
    """Return a date that has passed as the roster has it now, with what else is recorded of it."""
    name = agenda.calendar.roster_on(day).named(day)
    pattern = None if name is None else agenda.calendar.roster_on(day).shifts[name]
    return replace(as_lived(agenda, day), name=name or "", pattern=pattern, changed=False)


def span_of(text: str) -> list[date]:
    """Read "2026-11-23" or "2026-11-23..2026-11-27", both ends included. Raises InputError."""
    first, _, last = text.partition("..")
    try:
        begin = date.fromisoformat(first)
        end = date.fromisoformat(last or first)
    except ValueError:
        raise InputError("dates", "not_a_span") from None
    length = (end - begin).days + 1
    if not length >= 1:
        raise InputError("dates", "not_a_span")
    if length > MAX_SPAN:
        raise InputError("dates", "too_long_a_span", high=MAX_SPAN)
    return [begin + number * DAY for number in range(length)]
